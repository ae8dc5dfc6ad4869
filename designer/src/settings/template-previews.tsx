import { type ChannelTemplate, templateParts, type WindowTemplateField } from '@pregoner/shared'
import { useLanguage, useWords } from '../i18n/index.ts'
import styles from './template-choice.module.css'
import { windowTemplateWords } from './words/window-template.ts'

interface TemplatePreviewsProps {
  versions: readonly ChannelTemplate[]
  places: readonly WindowTemplateField[]
  /** What stands for each field here. */
  values: { [Field in WindowTemplateField]: string }
}

/** What citizens read, in every language the template is sent in, with its places filled. */
export function TemplatePreviews({ versions, places, values }: TemplatePreviewsProps) {
  const t = useWords(windowTemplateWords)
  const [language] = useLanguage()
  const names = new Intl.DisplayNames([language], { type: 'language' })
  const filled = (text: string) =>
    templateParts(text).map((part, index) => {
      const place = index % 2 === 1 ? places[Number(part) - 1] : undefined
      const key = `${index} ${part}`
      return place ? <strong key={key}>{values[place]}</strong> : <span key={key}>{part}</span>
    })
  return (
    <ul className={styles.previews} aria-label={t('preview')}>
      {versions.map(({ id, language: code, text }) => (
        <li key={id}>
          <p className={styles.previewOf}>{names.of(code.replace('_', '-'))}</p>
          <p className={styles.preview} lang={code.replace('_', '-')}>
            {filled(text)}
          </p>
        </li>
      ))}
    </ul>
  )
}
