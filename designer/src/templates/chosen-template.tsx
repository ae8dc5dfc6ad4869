import { Button } from '@mantine/core'
import type { Flow, Language } from '@pregoner/shared'
import { ArrowLeft } from 'lucide-react'
import { type ReactNode, useMemo } from 'react'
import { useTown } from '../api/town.ts'
import { useLanguage, useWords } from '../i18n/index.ts'
import { languageWords } from '../i18n/words.ts'
import styles from './gallery.module.css'
import { openSummary } from './open-summary.ts'
import { Preview } from './preview.tsx'
import type { GalleryItem } from './use-templates.ts'
import { galleryWords } from './words/gallery.ts'

interface ChosenTemplateProps {
  item: GalleryItem
  /** The template as the town would begin with it. */
  flow: Flow
  languages: readonly Language[]
  onBack(): void
  /** What is asked and done with it. */
  children: ReactNode
}

/** One template, looked at more closely: what it is like, and what the town will have to put in. */
export function ChosenTemplate({ item, flow, languages, onBack, children }: ChosenTemplateProps) {
  const t = useWords(galleryWords)
  const nameOf = useWords(languageWords)
  const town = useTown()
  const [screenLanguage] = useLanguage()
  const open = useMemo(() => openSummary(flow, town, screenLanguage), [flow, town, screenLanguage])
  const spoken = new Intl.ListFormat(screenLanguage).format(languages.map(code => nameOf(code)))
  const inLanguage = languages.find(code => code === screenLanguage) ?? languages[0] ?? town.defaultLanguage
  return (
    <div className={styles.chosen}>
      <div className={styles.about}>
        <Button
          variant="subtle"
          size="compact-sm"
          className={styles.back}
          leftSection={<ArrowLeft size={16} aria-hidden />}
          onClick={onBack}
        >
          {t('back')}
        </Button>
        <h3 className={styles.chosenTitle}>{item.title}</h3>
        <p>{item.does}</p>
        <h4 className={styles.small}>{t('toFill')}</h4>
        {open.length === 0 ? (
          <p className={styles.facts}>{t('nothingToFill')}</p>
        ) : (
          <ul className={styles.open}>
            {open.map(what => (
              <li key={what}>{what}</li>
            ))}
          </ul>
        )}
        <p className={styles.facts}>{t('known', { languages: spoken })}</p>
        {children}
      </div>
      <Preview key={item.name} flow={flow} language={inLanguage} />
    </div>
  )
}
