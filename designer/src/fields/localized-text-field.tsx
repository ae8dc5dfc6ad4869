import { Textarea, TextInput } from '@mantine/core'
import { countChars, type Language, type LocalizedText } from '@pregoner/shared'
import { type ReactNode, useId } from 'react'
import { useWords } from '../i18n/index.ts'
import { languageWords } from '../i18n/words.ts'
import styles from './fields.module.css'
import { useFlowLanguages } from './flow-languages.tsx'
import { fieldWords } from './words.ts'

interface LocalizedTextFieldProps {
  label: string
  description?: ReactNode
  value: LocalizedText
  onChange: (value: LocalizedText) => void
  maxChars?: number
  /** An empty text is marked as missing. */
  isRequired?: boolean
  isMultiline?: boolean
  /** Drawn under the field of each language: variable chips, marks toolbar. */
  after?: (language: Language) => ReactNode
  /** Lets the caller find the field of a language, for example to insert a variable at the caret. */
  inputRef?: (language: Language, input: HTMLInputElement | HTMLTextAreaElement | null) => void
  onFocus?: (language: Language) => void
  error?: ReactNode
}

/** One text in all languages of the flow, side by side where there is room. */
export function LocalizedTextField(props: LocalizedTextFieldProps) {
  const { languages } = useFlowLanguages()
  return (
    <fieldset className={styles.field}>
      <legend className={styles.label}>{props.label}</legend>
      {props.description && <span className={styles.description}>{props.description}</span>}
      <div className={styles.languages}>
        {languages.map(language => (
          <OneLanguage key={language} language={language} isOnly={languages.length === 1} {...props} />
        ))}
      </div>
      {props.error && (
        <span className={styles.error} role="alert">
          {props.error}
        </span>
      )}
    </fieldset>
  )
}

function OneLanguage(props: LocalizedTextFieldProps & { language: Language; isOnly: boolean }) {
  const { language, value, maxChars, isRequired = false } = props
  const t = useWords(fieldWords)
  const nameOf = useWords(languageWords)
  const countId = useId()
  const text = value[language] ?? ''
  const count = maxChars === undefined ? 0 : countChars(text)
  const isTooLong = maxChars !== undefined && count > maxChars
  const isMissing = isRequired && text.trim() === ''
  const change = (changed: string) => {
    const next = { ...value, [language]: changed }
    if (changed === '') delete next[language]
    props.onChange(next)
  }
  const given = {
    value: text,
    lang: language,
    error: isTooLong || isMissing,
    'aria-label': t('textIn', { label: props.label, language: nameOf(language) }),
    'aria-describedby': countId,
    onFocus: () => props.onFocus?.(language),
  }
  return (
    <div className={styles.language}>
      <div className={styles.above}>
        <span className={styles.code} title={nameOf(language)} hidden={props.isOnly}>
          {nameOf(language)}
        </span>
        <span id={countId} className={isTooLong || isMissing ? styles.wrong : styles.count}>
          {isMissing && t('missing', { language: nameOf(language) })}
          {!isMissing &&
            maxChars !== undefined &&
            t(isTooLong ? 'tooLong' : 'count', { count, max: maxChars, over: count - maxChars })}
        </span>
      </div>
      {props.isMultiline ? (
        <Textarea
          {...given}
          ref={input => props.inputRef?.(language, input)}
          autosize
          minRows={3}
          maxRows={14}
          onChange={event => change(event.currentTarget.value)}
        />
      ) : (
        <TextInput
          {...given}
          ref={input => props.inputRef?.(language, input)}
          onChange={event => change(event.currentTarget.value)}
        />
      )}
      {props.after?.(language)}
    </div>
  )
}
