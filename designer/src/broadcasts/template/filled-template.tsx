import {
  type BroadcastDraft,
  type ChannelTemplate,
  languageOfCode,
  type NoticePlace,
  placeText,
  templateParts,
} from '@pregoner/shared'
import { useTown } from '../../api/town.ts'
import { useLanguage } from '../../i18n/index.ts'
import styles from '../../settings/template-choice.module.css'

interface FilledTemplateProps {
  versions: readonly ChannelTemplate[]
  places: readonly NoticePlace[]
  notice: Pick<BroadcastDraft, 'text'>
  label: string
}

/** What people read, in every language the template is sent in, with its places filled. */
export function FilledTemplate({ versions, places, notice, label }: FilledTemplateProps) {
  const town = useTown()
  const [language] = useLanguage()
  const names = new Intl.DisplayNames([language], { type: 'language' })
  const filled = ({ text, language: code }: ChannelTemplate) => {
    const person = { language: languageOfCode(code, town.defaultLanguage), called: null }
    return templateParts(text).map((part, index) => {
      const place = index % 2 === 1 ? places[Number(part) - 1] : undefined
      const key = `${index} ${part}`
      return place ? (
        <strong key={key}>{placeText(place, notice, town, person) || '…'}</strong>
      ) : (
        <span key={key}>{part}</span>
      )
    })
  }
  return (
    <ul className={styles.previews} aria-label={label}>
      {versions.map(version => {
        const tag = version.language.replace('_', '-')
        return (
          <li key={version.id}>
            <p className={styles.previewOf}>{names.of(tag)}</p>
            <p className={styles.preview} lang={tag}>
              {filled(version)}
            </p>
          </li>
        )
      })}
    </ul>
  )
}
