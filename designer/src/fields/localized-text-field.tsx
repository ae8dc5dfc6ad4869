import type { Language, LocalizedText, TextLength } from '@pregoner/shared'
import type { KeyboardEvent, ReactNode } from 'react'
import styles from './fields.module.css'
import { useFlowLanguages } from './flow-languages.tsx'
import { OneLanguage, type TextInput } from './one-language.tsx'

export interface LocalizedTextFieldProps {
  label: string
  description?: ReactNode
  value: LocalizedText
  onChange: (value: LocalizedText) => void
  maxChars?: number
  /** How long the text can get, values filled in; without it as long as it is written. */
  lengthOf?: (text: string) => TextLength
  /** What happens to a text that is too long, where it is not refused. */
  tooLongHint?: string
  /** An empty text is marked as missing. */
  isRequired?: boolean
  /** One language may stand in for the others. */
  isShared?: boolean
  isMultiline?: boolean
  /** Drawn under the field of each language: variable chips, marks toolbar. */
  after?: (language: Language) => ReactNode
  /** Lets the caller find the field of a language, for example to insert a variable at the caret. */
  inputRef?: (language: Language, input: TextInput | null) => void
  onKeyDown?: (language: Language, event: KeyboardEvent<TextInput>) => void
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
          <OneLanguage key={language} language={language} {...props} />
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
