import { Button, TextInput } from '@mantine/core'
import {
  countChars,
  type LocalizedText,
  MAX_BUTTON_CHARS,
  MAX_BUTTONS,
  MAX_LIST_ROWS,
  MAX_ROW_CHARS,
  type MenuOption,
  textIn,
} from '@pregoner/shared'
import { Plus } from 'lucide-react'
import { type FormEvent, useCallback, useLayoutEffect, useRef, useState } from 'react'
import { useFlowLanguages } from '../../fields/index.ts'
import { useWords } from '../../i18n/index.ts'
import { languageWords } from '../../i18n/words.ts'
import { readableId } from '../readable-id.ts'
import { nodeWords } from '../words.ts'
import styles from './form.module.css'
import { Items } from './items.tsx'
import { replaced } from './move.ts'
import { type LabelLimit, OptionFields } from './option-fields.tsx'

const MAX_OPTIONS = 50
/** Exits every menu has of its own. */
const ownExits = ['other', 'no_reply']

interface MenuOptionsProps {
  options: readonly MenuOption[]
  onChange: (options: MenuOption[]) => void
}

const buttonLimit: LabelLimit = { max: MAX_BUTTON_CHARS, hint: 'in_list_short' }
const rowLimit: LabelLimit = { max: MAX_ROW_CHARS, hint: 'in_list' }

const isWritten = (text: LocalizedText) => Object.values(text).some(Boolean)

/** How long a label may be before the menu takes another form, and what happens then; null when no label changes it. */
function labelLimit(options: readonly MenuOption[]): LabelLimit | null {
  if (options.length > MAX_LIST_ROWS) return null
  const mayBeButtons = options.length <= MAX_BUTTONS && !options.some(({ description }) => isWritten(description))
  return mayBeButtons ? buttonLimit : rowLimit
}

/** The options of a menu. An option's id is made once, from its first label, so that edges and statistics stay with it. */
export function MenuOptions({ options, onChange }: MenuOptionsProps) {
  const t = useWords(nodeWords)
  const nameOf = useWords(languageWords)
  const { languages, defaultLanguage } = useFlowLanguages()
  const [isOpen] = useState(options.length <= MAX_BUTTONS)
  const limit = labelLimit(options)
  const noteOf = ({ label }: MenuOption) => {
    const missing = languages.find(code => !label[code]?.trim())
    if (missing) return t('option.missing', { language: nameOf(missing) })
    if (!limit) return undefined
    const long = languages.find(code => countChars(label[code] ?? '') > limit.max)
    return long && t('option.long', { language: nameOf(long), max: limit.max })
  }
  const titleOf = (option: MenuOption, index: number) =>
    `${index + 1}. ${textIn(option.label, defaultLanguage, defaultLanguage) || t('option.untitled')}`
  const add = (label: string) => {
    const id = readableId(label, [...ownExits, ...options.map(option => option.id)])
    onChange([...options, { id, label: { [defaultLanguage]: label }, description: {}, synonyms: {} }])
  }
  const latest = useRef({ options, onChange })
  useLayoutEffect(() => {
    latest.current = { options, onChange }
  })
  const change = useCallback((index: number, changed: MenuOption) => {
    latest.current.onChange(replaced(latest.current.options, index, changed))
  }, [])
  return (
    <>
      <Items
        items={options}
        field="options"
        titleOf={titleOf}
        keyOf={option => option.id}
        empty={t('options.none')}
        fold={{ isOpen, noteOf }}
        onChange={onChange}
      >
        {(option, index) => <OptionFields option={option} index={index} limit={limit} onChange={change} />}
      </Items>
      {options.length < MAX_OPTIONS && <NewOption onAdd={add} />}
    </>
  )
}

/** Write a label and press Enter: one after the other without leaving the keyboard. */
function NewOption({ onAdd }: { onAdd: (label: string) => void }) {
  const t = useWords(nodeWords)
  const [label, setLabel] = useState('')
  const add = (event: FormEvent) => {
    event.preventDefault()
    if (label.trim() === '') return
    onAdd(label.trim())
    setLabel('')
  }
  return (
    <form className={styles.newItem} onSubmit={add}>
      <TextInput label={t('option.new')} value={label} onChange={event => setLabel(event.currentTarget.value)} />
      <Button
        type="submit"
        variant="light"
        leftSection={<Plus size={16} aria-hidden="true" />}
        disabled={label.trim() === ''}
      >
        {t('add')}
      </Button>
    </form>
  )
}
