import { Combobox, TextInput, useCombobox } from '@mantine/core'
import { Search } from 'lucide-react'
import { type ReactNode, useEffect, useId, useState } from 'react'
import { useWords } from '../i18n/index.ts'
import styles from './search.module.css'
import { searchWords } from './words.ts'

const MAX_PLACES = 40 // of one kind; more is not read but narrowed down by writing on

/** Somewhere to go to. */
export interface Place {
  value: string
  title: string
  hint: string
  icon: ReactNode
  go(): void
}

interface PlaceListProps {
  groups: readonly { label: string; places: readonly Place[] }[]
  text: string
  onText(text: string): void
  onClose(): void
}

/** A field to write in and the places it finds, by kind; the arrow keys choose, Enter goes there. */
export function PlaceList({ groups, text, onText, onClose }: PlaceListProps) {
  const t = useWords(searchWords)
  const combobox = useCombobox({ opened: true })
  const listId = useId()
  // The field can name its list to screen readers only once that has been drawn.
  const [, setDrawn] = useState(false)
  useEffect(() => setDrawn(true), [])
  // After every letter the first place is the likely one.
  useEffect(() => void (groups.length > 0 && combobox.selectFirstOption()), [groups, combobox.selectFirstOption])
  const go = (value: string) =>
    groups
      .flatMap(({ places }) => places)
      .find(place => place.value === value)
      ?.go()

  return (
    <Combobox store={combobox} onOptionSubmit={go}>
      <Combobox.EventsTarget withExpandedAttribute>
        <TextInput
          data-autofocus
          aria-label={t('goToHint')}
          placeholder={t('goToHint')}
          leftSection={<Search size={16} aria-hidden />}
          value={text}
          onChange={event => onText(event.currentTarget.value)}
          // The list that is always open keeps Esc for itself otherwise.
          onKeyDownCapture={event => event.key === 'Escape' && onClose()}
        />
      </Combobox.EventsTarget>
      <Combobox.Options id={listId} aria-label={t('goTo')} className={styles.places}>
        {groups.map(({ label, places }) => (
          <Combobox.Group key={label} label={label}>
            {places.slice(0, MAX_PLACES).map(({ value, title, hint, icon }) => (
              <Combobox.Option key={value} value={value} className={styles.place}>
                {icon}
                <span className={styles.title}>{title}</span>
                <span className={styles.hint}>{hint}</span>
              </Combobox.Option>
            ))}
            {places.length > MAX_PLACES && <p className={styles.more}>{t('more')}</p>}
          </Combobox.Group>
        ))}
        {groups.length === 0 && <Combobox.Empty>{t('nothing')}</Combobox.Empty>}
      </Combobox.Options>
    </Combobox>
  )
}
