import { TagsInput } from '@mantine/core'
import type { Language, LocalizedWords } from '@pregoner/shared'
import type { ReactNode } from 'react'
import { useWords } from '../i18n/index.ts'
import { languageWords } from '../i18n/words.ts'
import styles from './fields.module.css'
import { useFlowLanguages } from './flow-languages.tsx'
import { fieldWords } from './words.ts'

interface WordsFieldProps {
  label: string
  description?: ReactNode
  value: string[]
  onChange: (value: string[]) => void
  placeholder?: string
  lang?: Language
  isLabelHidden?: boolean
}

/** A list of words, each a tag that can be taken away. */
export function WordsField({ label, description, value, onChange, placeholder, lang, isLabelHidden }: WordsFieldProps) {
  const t = useWords(fieldWords)
  return (
    <TagsInput
      {...(isLabelHidden ? { 'aria-label': label } : { label })}
      description={description}
      value={value}
      lang={lang}
      splitChars={[',', ';']}
      acceptValueOnBlur
      placeholder={value.length === 0 ? (placeholder ?? t('addWord')) : ''}
      onChange={words => onChange(words.map(word => word.trim()).filter(Boolean))}
    />
  )
}

interface LocalizedWordsFieldProps {
  label: string
  description?: ReactNode
  value: LocalizedWords
  onChange: (value: LocalizedWords) => void
}

/** Words per language: keywords, synonyms. */
export function LocalizedWordsField({ label, description, value, onChange }: LocalizedWordsFieldProps) {
  const { languages } = useFlowLanguages()
  const t = useWords(fieldWords)
  const nameOf = useWords(languageWords)
  const change = (language: Language, words: string[]) => {
    const next = { ...value, [language]: words }
    if (words.length === 0) delete next[language]
    onChange(next)
  }
  return (
    <fieldset className={styles.field}>
      <legend className={styles.label}>{label}</legend>
      {description && <span className={styles.description}>{description}</span>}
      <div className={styles.languages}>
        {languages.map(language => (
          <div key={language} className={styles.language}>
            <span className={styles.code} hidden={languages.length === 1}>
              {nameOf(language)}
            </span>
            <WordsField
              label={t('textIn', { label, language: nameOf(language) })}
              isLabelHidden
              lang={language}
              value={value[language] ?? []}
              onChange={words => change(language, words)}
            />
          </div>
        ))}
      </div>
    </fieldset>
  )
}
