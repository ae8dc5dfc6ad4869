import { Combobox, Textarea, type TextareaProps, useCombobox } from '@mantine/core'
import type { Colleague } from '@pregoner/shared'
import { useLayoutEffect, useRef, useState } from 'react'
import { useColleagues } from '../api/incidents.ts'
import { useSession } from '../api/session.ts'
import { useWords } from '../i18n/index.ts'
import { complete, meantBy, mentionAt } from './mention-at.ts'
import { workWords } from './work-words.ts'

const MAX_SHOWN = 6

interface MentionFieldProps extends Omit<TextareaProps, 'value' | 'onChange'> {
  town: string
  departmentId: string
  value: string
  onChange: (value: string) => void
}

const sees = ({ role, departments }: Colleague, departmentId: string) =>
  role !== 'agent' || departments.includes(departmentId)

/** A text in which `@` offers the colleagues who can see the incident. */
export function MentionField({ town, departmentId, value, onChange, ...props }: MentionFieldProps) {
  const t = useWords(workWords)
  const me = useSession().data?.id
  const { data: colleagues = [] } = useColleagues(town)
  const field = useRef<HTMLTextAreaElement>(null)
  const [cursor, setCursor] = useState(0)
  const wanted = useRef<number | null>(null)
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const begun = mentionAt(value, cursor)
  const others = colleagues.filter(one => one.id !== me && sees(one, departmentId))
  const offered = begun ? meantBy(begun.words, others).slice(0, MAX_SHOWN) : []

  useLayoutEffect(() => {
    if (wanted.current === null) return
    field.current?.setSelectionRange(wanted.current, wanted.current)
    wanted.current = null
  })

  const look = (text: string, at: number) => {
    setCursor(at)
    const found = mentionAt(text, at)
    if (!found || meantBy(found.words, others).length === 0) return combobox.closeDropdown()
    combobox.openDropdown()
    combobox.updateSelectedOptionIndex()
    combobox.selectFirstOption()
  }
  const choose = (name: string) => {
    if (!begun) return
    const written = complete(value, begun, name)
    wanted.current = written.cursor
    setCursor(written.cursor)
    onChange(written.text)
    combobox.closeDropdown()
  }
  return (
    <Combobox store={combobox} position="top-start" withinPortal onOptionSubmit={choose}>
      <Combobox.Target withKeyboardNavigation={combobox.dropdownOpened} autoComplete="off">
        <Textarea
          {...props}
          ref={field}
          aria-description={t('mentionHint')}
          value={value}
          onChange={event => {
            const { value: text, selectionStart } = event.currentTarget
            onChange(text)
            look(text, selectionStart)
          }}
          onClick={event => look(value, event.currentTarget.selectionStart)}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={offered.length === 0}>
        <Combobox.Options aria-label={t('mentionList')}>
          {offered.map(({ id, name }) => (
            <Combobox.Option key={id} value={name}>
              {name}
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
