import { type Language, textLength } from '@pregoner/shared'
import { type KeyboardEvent, memo, useEffect, useId, useRef, useState } from 'react'
import { LengthNote, lengthState, Overflow } from '../fields/index.ts'
import { useWords } from '../i18n/index.ts'
import { languageWords } from '../i18n/words.ts'
import { type Row, wordingState } from './rows.ts'
import styles from './text-cell.module.css'
import { translationWords } from './words.ts'

const CHARS_A_LINE = 38 // about; where the browser does not fit the height itself
const MAX_LINES = 12
/** Labels and the like, in which Enter goes on to the next row. */
const MAX_LINE_CHARS = 72

interface TextCellProps {
  row: Row
  language: Language
  /** What it is the text of, read aloud. */
  label: string
  townName: string
  isReadOnly: boolean
  onWrite(row: Row, language: Language, value: string): void
}

const linesOf = (text: string) =>
  Math.min(
    MAX_LINES,
    text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil(line.length / CHARS_A_LINE)), 0),
  )

/** A text in one language; it is kept as one change when the officer leaves it. */
export const TextCell = memo(function TextCell(props: TextCellProps) {
  const { row, language, label, townName, isReadOnly, onWrite } = props
  const t = useWords(translationWords)
  const nameOf = useWords(languageWords)
  const noteId = useId()
  const value = row.values[language] ?? ''
  const [draft, setDraft] = useState<string | null>(null)
  const text = draft ?? value
  const keep = useRef<() => void>(() => {})

  useEffect(() => {
    keep.current = () => {
      if (draft !== null && draft !== value) onWrite(row, language, draft)
      setDraft(null)
    }
  })
  useEffect(() => {
    const leave = () => keep.current()
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [])

  const state = wordingState({ ...row, values: { ...row.values, [language]: text } }, language, townName)
  const length = row.maxChars !== null && text !== '' ? textLength(text, { isPlain: row.isPlain, townName }) : null
  const isLine = row.kind === 'text' && row.maxChars !== null && row.maxChars <= MAX_LINE_CHARS
  const note = length && row.maxChars !== null ? { ...length, max: row.maxChars } : null
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || draft === null) return
    event.stopPropagation()
    setDraft(null)
  }
  return (
    <div className={styles.cell} data-state={state}>
      <span className={styles.cellLanguage}>{nameOf(language)}</span>
      <textarea
        className={styles.text}
        lang={language}
        aria-label={label}
        aria-describedby={noteId}
        aria-invalid={state === 'missing' || state === 'too_long' || undefined}
        data-language={language}
        data-line={isLine || undefined}
        rows={linesOf(text)}
        value={text}
        readOnly={isReadOnly}
        spellCheck
        onChange={event => setDraft(event.currentTarget.value)}
        onBlur={() => keep.current()}
        onKeyDown={onKeyDown}
      />
      <span id={noteId} className={styles.note}>
        {state === 'missing' && <strong className={styles.missing}>{t('is_missing')}</strong>}
        {row.kind === 'words' && <span>{t('one_per_line')}</span>}
        {note && <LengthNote length={note} {...(row.mayDegrade ? { hint: t('degrades') } : {})} />}
      </span>
      {note && isLine && lengthState(note) === 'over' && <Overflow text={text} max={note.max} />}
    </div>
  )
})
