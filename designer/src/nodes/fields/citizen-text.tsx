import { type Language, type LocalizedText, textLength } from '@pregoner/shared'
import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import { insertPiece, type Mark, type Selected, toggleMark } from '../../fields/edit-marks.ts'
import { LocalizedTextField, type TextInput } from '../../fields/index.ts'
import { useWords } from '../../i18n/index.ts'
import { MarkedText, parseMarks } from '../../phone/index.ts'
import { withStandIns } from '../value-names.ts'
import { textsWords } from '../words/texts.ts'
import { At, useWhere } from './form.tsx'
import type { ExtraVariable } from './insert-variable.tsx'
import { TextTools } from './text-tools.tsx'
import styles from './values-used.module.css'
import { ValuesUsed } from './values-used.tsx'

interface CitizenTextProps {
  label: string
  /** The field's name in the config, as problems name it. */
  field: string
  description?: ReactNode
  value: LocalizedText
  onChange: (value: LocalizedText) => void
  maxChars?: number
  isRequired?: boolean
  isShared?: boolean
  isMultiline?: boolean
  extra?: readonly ExtraVariable[]
  /** Labels of buttons are sent as they are written, without values. */
  hasValues?: boolean
  tooLongHint?: string
}

const markKeys: { [key: string]: Mark } = { b: 'bold', i: 'italic' }

/** A text with marks and `{{values}}` in all languages of the flow, with the tools for both. */
export function CitizenText({ field, extra, isMultiline = true, hasValues = true, ...props }: CitizenTextProps) {
  const { townName } = useWhere()
  const inputs = useRef(new Map<Language, TextInput>())

  const write = (language: Language, change: (selected: Selected) => Selected) => {
    const input = inputs.current.get(language)
    const text = props.value[language] ?? ''
    const [from, to] = [input?.selectionStart ?? text.length, input?.selectionEnd ?? text.length]
    const next = change({ text, from, to })
    props.onChange({ ...props.value, [language]: next.text })
    requestAnimationFrame(() => {
      input?.focus()
      input?.setSelectionRange(next.from, next.to)
    })
  }
  const onKeyDown = (language: Language, event: KeyboardEvent<TextInput>) => {
    const mark = markKeys[event.key.toLowerCase()]
    if (!isMultiline || !mark || event.altKey || event.shiftKey || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    write(language, selected => toggleMark(selected, mark))
  }
  const replace = (language: Language, text: string) => {
    props.onChange({ ...props.value, [language]: text })
    inputs.current.get(language)?.focus()
  }

  return (
    <At field={field}>
      <LocalizedTextField
        {...props}
        isMultiline={isMultiline}
        lengthOf={text => textLength(text, { isPlain: !hasValues, townName })}
        inputRef={(language, input) => {
          if (input) inputs.current.set(language, input)
          else inputs.current.delete(language)
        }}
        onKeyDown={onKeyDown}
        after={language => (
          <>
            <TextTools
              label={props.label}
              language={language}
              {...(extra ? { extra } : {})}
              hasMarks={isMultiline}
              hasValues={hasValues}
              onMark={mark => write(language, selected => toggleMark(selected, mark))}
              onInsert={piece => write(language, selected => insertPiece(selected, piece))}
            />
            {hasValues && (
              <ValuesUsed
                text={props.value[language] ?? ''}
                language={language}
                {...(extra ? { extra } : {})}
                onChange={text => replace(language, text)}
              />
            )}
            {isMultiline && <AsRead text={props.value[language] ?? ''} language={language} />}
          </>
        )}
      />
    </At>
  )
}

/** A text that has marks, as the phone will draw them. */
function AsRead({ text, language }: { text: string; language: Language }) {
  const t = useWords(textsWords)
  const hasMarks = parseMarks(text).some(({ kind }) => kind !== 'text' && kind !== 'link')
  if (!hasMarks) return null
  return (
    <div className={styles.preview}>
      <span className={styles.previewTitle}>{t('as_read')}</span>
      <div lang={language}>
        <MarkedText text={withStandIns(text)} />
      </div>
    </div>
  )
}
