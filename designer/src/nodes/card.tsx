import { type Language, type LocalizedText, languageCodes, parseTemplate, textIn } from '@pregoner/shared'
import { Flag } from 'lucide-react'
import type { ReactNode } from 'react'
import { useLanguage, useWords } from '../i18n/index.ts'
import { languageWords } from '../i18n/words.ts'
import { parseMarks, plainMarks } from '../phone/index.ts'
import styles from './card.module.css'
import { valueName } from './value-names.ts'
import { nodeWords } from './words.ts'

interface CardTextProps {
  text: LocalizedText
  language: Language
  fallback: Language
  /** Said instead of an empty text; without it the built-in remark. */
  empty?: string
}

const languageShown = (text: LocalizedText, language: Language, fallback: Language): Language | undefined =>
  [language, fallback, ...languageCodes].find(code => text[code])

/** What the citizen reads, as two lines of a bubble; in another language it is slanted and says which. */
export function CardText({ text, language, fallback, empty }: CardTextProps) {
  const t = useWords(nodeWords)
  const nameOf = useWords(languageWords)
  const shown = languageShown(text, language, fallback)
  if (shown === undefined) return <p className={styles.empty}>{empty ?? t('empty_text')}</p>
  const isOther = shown !== language
  return (
    <div className={styles.bubble}>
      <p className={isOther ? `${styles.text} ${styles.other}` : styles.text} lang={shown}>
        <FilledText source={textIn(text, language, fallback)} />
      </p>
      {isOther && (
        <span className={styles.badge} title={t('shown_in', { language: nameOf(shown) })}>
          <Flag size={11} aria-hidden="true" />
          {shown}
          <span className="visually-hidden">{t('shown_in', { language: nameOf(shown) })}</span>
        </span>
      )}
    </div>
  )
}

/** A text without its marks, its `{{values}}` shown by name. */
export function FilledText({ source }: { source: string }) {
  useLanguage()
  return parseTemplate(source).parts.map((part, index) =>
    typeof part === 'string' ? (
      plainMarks(parseMarks(part))
    ) : (
      // Parts never move within a text, so their order is their identity.
      <span key={index} className={styles.value}>
        {valueName(part.variable)}
      </span>
    ),
  )
}

/** What a step does, in a line or two, for steps the citizen does not read. */
export const CardLine = ({ children, isMissing = false }: { children: ReactNode; isMissing?: boolean }) => (
  <p className={isMissing ? styles.empty : styles.line}>{children}</p>
)

/** Short facts beside one another: words, topics, files. */
export const CardTags = ({ tags }: { tags: readonly string[] }) => (
  <p className={styles.tags}>
    {tags.map(tag => (
      <span key={tag} className={styles.tag}>
        {tag}
      </span>
    ))}
  </p>
)
