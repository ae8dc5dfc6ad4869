import { Textarea, TextInput as TextLine } from '@mantine/core'
import { countChars, type Language } from '@pregoner/shared'
import { useId } from 'react'
import { useWords } from '../i18n/index.ts'
import { languageWords } from '../i18n/words.ts'
import styles from './fields.module.css'
import { useFlowLanguages } from './flow-languages.tsx'
import { LengthNote, lengthState } from './length-note.tsx'
import type { LocalizedTextFieldProps } from './localized-text-field.tsx'
import { Overflow } from './overflow.tsx'
import { fieldWords } from './words.ts'

export type TextInput = HTMLInputElement | HTMLTextAreaElement

const asWritten = (text: string) => {
  const chars = countChars(text)
  return { least: chars, most: chars }
}

/** A text in one language: its field, how long it may get, what is missing or does not fit. */
export function OneLanguage(props: LocalizedTextFieldProps & { language: Language }) {
  const { language, value, maxChars, isRequired = false, isMultiline = false, lengthOf = asWritten } = props
  const t = useWords(fieldWords)
  const nameOf = useWords(languageWords)
  const noteId = useId()
  const { languages, defaultLanguage } = useFlowLanguages()
  const text = value[language] ?? ''
  const isEmpty = text.trim() === ''
  const length = maxChars === undefined ? null : { ...lengthOf(text), max: maxChars }
  const isTooLong = length !== null && lengthState(length) === 'over'
  const isMissing = isRequired && isEmpty
  const standsIn = [defaultLanguage, ...languages].find(code => value[code]?.trim())
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
    'aria-describedby': noteId,
    onKeyDown: (event: React.KeyboardEvent<TextInput>) => props.onKeyDown?.(language, event),
  }
  return (
    <div className={styles.language}>
      <div className={styles.above}>
        <span className={styles.code} hidden={languages.length === 1}>
          {nameOf(language)}
        </span>
        <span id={noteId} className={styles.note}>
          {isMissing && <strong className={styles.wrong}>{t('missing', { language: nameOf(language) })}</strong>}
          {!isMissing && isEmpty && standsIn && !props.isShared && (
            <span className={styles.standsIn}>{t('standsIn', { language: nameOf(standsIn) })}</span>
          )}
          {!isEmpty && length && (
            <LengthNote length={length} {...(props.tooLongHint ? { hint: props.tooLongHint } : {})} />
          )}
        </span>
      </div>
      {isMultiline ? (
        <Textarea
          {...given}
          ref={input => props.inputRef?.(language, input)}
          autosize
          minRows={3}
          maxRows={14}
          onChange={event => change(event.currentTarget.value)}
        />
      ) : (
        <TextLine
          {...given}
          ref={input => props.inputRef?.(language, input)}
          onChange={event => change(event.currentTarget.value)}
        />
      )}
      {isTooLong && !isMultiline && <Overflow text={text} max={length.max} />}
      {props.after?.(language)}
    </div>
  )
}
