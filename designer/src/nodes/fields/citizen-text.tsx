import { ActionIcon } from '@mantine/core'
import type { Language, LocalizedText } from '@pregoner/shared'
import { Bold, Italic, Strikethrough } from 'lucide-react'
import { type ReactNode, useRef } from 'react'
import { LocalizedTextField } from '../../fields/index.ts'
import { useWords } from '../../i18n/index.ts'
import { languageWords } from '../../i18n/words.ts'
import { nodeWords } from '../words.ts'
import styles from './form.module.css'
import { At } from './form.tsx'
import { type ExtraVariable, InsertVariable } from './insert-variable.tsx'

interface CitizenTextProps {
  label: string
  /** The field's name in the config, as problems name it. */
  field: string
  description?: ReactNode
  value: LocalizedText
  onChange: (value: LocalizedText) => void
  maxChars?: number
  isRequired?: boolean
  isMultiline?: boolean
  extra?: readonly ExtraVariable[]
  /** Labels of buttons are sent as they are written, without values. */
  hasValues?: boolean
}

type Input = HTMLInputElement | HTMLTextAreaElement

const marks = [
  { sign: '*', Icon: Bold, word: 'mark.bold' },
  { sign: '_', Icon: Italic, word: 'mark.italic' },
  { sign: '~', Icon: Strikethrough, word: 'mark.strike' },
] as const

/** A text with `{{values}}` in all languages of the flow, with a menu that inserts them where the caret is. */
export function CitizenText({ field, extra, isMultiline = true, hasValues = true, ...props }: CitizenTextProps) {
  const t = useWords(nodeWords)
  const nameOf = useWords(languageWords)
  const inputs = useRef(new Map<Language, Input>())

  const write = (language: Language, change: (text: string, from: number, to: number) => [string, number]) => {
    const input = inputs.current.get(language)
    const text = props.value[language] ?? ''
    const [next, caret] = change(text, input?.selectionStart ?? text.length, input?.selectionEnd ?? text.length)
    props.onChange({ ...props.value, [language]: next })
    requestAnimationFrame(() => {
      input?.focus()
      input?.setSelectionRange(caret, caret)
    })
  }
  const insert = (language: Language, piece: string) =>
    write(language, (text, from, to) => [text.slice(0, from) + piece + text.slice(to), from + piece.length])
  const enclose = (language: Language, sign: string) =>
    write(language, (text, from, to) => [
      text.slice(0, from) + sign + text.slice(from, to) + sign + text.slice(to),
      from === to ? from + 1 : to + 2,
    ])

  return (
    <At field={field}>
      <LocalizedTextField
        {...props}
        isMultiline={isMultiline}
        inputRef={(language, input) => {
          if (input) inputs.current.set(language, input)
          else inputs.current.delete(language)
        }}
        after={language =>
          hasValues && (
            <div className={styles.tools}>
              <InsertVariable
                {...(extra ? { extra } : {})}
                into={t('text_in', { field: props.label, language: nameOf(language) })}
                onInsert={name => insert(language, `{{${name}}}`)}
              />
              {isMultiline &&
                marks.map(({ sign, Icon, word }) => (
                  <ActionIcon
                    key={sign}
                    variant="subtle"
                    color="gray"
                    size={28}
                    aria-label={t('text_in', { field: t(word), language: nameOf(language) })}
                    title={t(word)}
                    onClick={() => enclose(language, sign)}
                  >
                    <Icon size={15} aria-hidden="true" />
                  </ActionIcon>
                ))}
            </div>
          )
        }
      />
    </At>
  )
}
