import { Combobox, TextInput, useCombobox } from '@mantine/core'
import { CircleHelp, Search } from 'lucide-react'
import { useEffect, useId, useState } from 'react'
import { familyOf } from '../editor/labels.ts'
import { useWords } from '../i18n/index.ts'
import { nodeView } from '../nodes/index.ts'
import styles from './step-chooser.module.css'
import { StepIcon } from './step-icon.tsx'
import { canvasWords } from './words.ts'

/** A kind of step, or a step, that can be picked. */
export interface Offer {
  value: string
  type: string
  title: string
  hint: string
}

interface OfferListProps {
  label: string
  text: string
  onText(text: string): void
  offers: readonly Offer[]
  onPick(value: string): void
  onClose(): void
  isGrid?: boolean
}

/** A field to search in and what it finds; the arrow keys choose, Enter picks. */
export function OfferList({ label, text, onText, offers, onPick, onClose, isGrid = false }: OfferListProps) {
  const t = useWords(canvasWords)
  const combobox = useCombobox({ opened: true })
  const listId = useId()
  // The field can name its list to screen readers only once that has been drawn.
  const [, setDrawn] = useState(false)
  useEffect(() => setDrawn(true), [])
  // After every letter the first offer is the likely one.
  useEffect(() => void (offers.length > 0 && combobox.selectFirstOption()), [offers, combobox.selectFirstOption])

  return (
    <Combobox store={combobox} onOptionSubmit={onPick}>
      <Combobox.EventsTarget withExpandedAttribute>
        <TextInput
          data-autofocus
          aria-label={label}
          placeholder={label}
          leftSection={<Search size={16} aria-hidden />}
          value={text}
          onChange={event => onText(event.currentTarget.value)}
          // The list that is always open keeps Esc for itself otherwise.
          onKeyDownCapture={event => event.key === 'Escape' && onClose()}
        />
      </Combobox.EventsTarget>
      <Combobox.Options id={listId} aria-label={label} className={styles.options} data-grid={isGrid || undefined}>
        {offers.map(({ value, type, title, hint }) => (
          <Combobox.Option key={value} value={value} className={styles.option}>
            <StepIcon Icon={nodeView(type)?.Icon ?? CircleHelp} family={familyOf(type)} />
            <span className={styles.words}>
              <span className={styles.title}>{title}</span>
              <span className={styles.hint}>{hint}</span>
            </span>
          </Combobox.Option>
        ))}
        {offers.length === 0 && <Combobox.Empty>{t('nothingFound')}</Combobox.Empty>}
      </Combobox.Options>
    </Combobox>
  )
}
