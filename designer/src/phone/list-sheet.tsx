import type { Choice } from '@pregoner/shared'
import { X } from 'lucide-react'
import { useEffect, useId, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { useWords } from '../i18n/index.ts'
import { useSheetHost } from './phone-frame.tsx'
import styles from './sheet.module.css'
import { phoneWords } from './words.ts'

interface ListSheetProps {
  title: string
  choices: Choice[]
  isReadOnly: boolean
  onChoose: (choice: Choice) => void
  onClose: () => void
}

/** The list of a message, opened from the foot of the phone: mark a row, then send it. */
export function ListSheet({ title, choices, isReadOnly, onChoose, onClose }: ListSheetProps) {
  const t = useWords(phoneWords)
  const host = useSheetHost()
  const name = useId()
  const sheet = useRef<HTMLDivElement>(null)
  const [chosenId, setChosenId] = useState<string | null>(null)
  const chosen = choices.find(choice => choice.id === chosenId)
  useEffect(() => {
    const before = document.activeElement
    const row = sheet.current?.querySelector<HTMLElement>('input:not(:disabled)')
    const target = row ?? sheet.current?.querySelector<HTMLElement>('button')
    target?.focus()
    return () => {
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  const drawn = (
    <div className={styles.sheetArea}>
      <button type="button" className={styles.scrim} aria-label={t('close')} tabIndex={-1} onClick={onClose} />
      <div
        ref={sheet}
        className={styles.sheet}
        role="dialog"
        aria-modal="true"
        aria-label={title}
        onKeyDown={event => {
          if (event.key === 'Escape') onClose()
          if (event.key === 'Tab') keepInside(event, sheet.current)
        }}
      >
        <div className={styles.sheetTop}>
          <strong>{title}</strong>
          <button type="button" className={styles.iconButton} aria-label={t('close')} onClick={onClose}>
            <X size={20} aria-hidden="true" />
          </button>
        </div>
        <div className={styles.sheetRows} role="radiogroup" aria-label={title}>
          {choices.map(choice => (
            <label key={choice.id} className={styles.sheetRow}>
              <span>
                {choice.label}
                {choice.description && <small>{choice.description}</small>}
              </span>
              <input
                type="radio"
                name={name}
                disabled={isReadOnly}
                checked={chosenId === choice.id}
                onChange={() => setChosenId(choice.id)}
              />
            </label>
          ))}
        </div>
        {!isReadOnly && (
          <button
            type="button"
            className={styles.sheetSend}
            disabled={!chosen}
            onClick={() => chosen && onChoose(chosen)}
          >
            {t('send')}
          </button>
        )}
      </div>
    </div>
  )
  return host ? createPortal(drawn, host) : drawn
}

function keepInside(event: React.KeyboardEvent, sheet: HTMLElement | null) {
  const stops = [...(sheet?.querySelectorAll<HTMLElement>('button:not(:disabled), input:not(:disabled)') ?? [])]
  const edge = event.shiftKey ? stops[0] : stops.at(-1)
  if (document.activeElement !== edge) return
  event.preventDefault()
  const next = event.shiftKey ? stops.at(-1) : stops[0]
  next?.focus()
}
