import type { Place } from '@pregoner/shared'
import { LocateFixed } from 'lucide-react'
import { type FormEvent, useId, useState } from 'react'
import { useWords } from '../i18n/index.ts'
import styles from './chat.module.css'
import { placeFromText } from './place-from-text.ts'
import { chatWords } from './words.ts'

const LOCATE_MS = 15_000

interface PlaceFormProps {
  onSend: (place: Place) => void
  onCancel: () => void
}

/** A place by what the device knows, or by writing it. */
export function PlaceForm({ onSend, onCancel }: PlaceFormProps) {
  const t = useWords(chatWords)
  const [typed, setTyped] = useState('')
  const [state, setState] = useState<'idle' | 'locating' | 'refused'>('idle')
  const fieldId = useId()
  const titleId = useId()
  const locate = () => {
    if (!('geolocation' in navigator)) return setState('refused')
    setState('locating')
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => onSend({ latitude: coords.latitude, longitude: coords.longitude, name: null, address: null }),
      () => setState('refused'),
      { enableHighAccuracy: true, timeout: LOCATE_MS },
    )
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const place = placeFromText(typed)
    if (place) onSend(place)
  }
  return (
    <form
      className={styles.placeForm}
      aria-labelledby={titleId}
      onSubmit={submit}
      onKeyDown={event => event.key === 'Escape' && onCancel()}
    >
      <h2 id={titleId}>{t('placeTitle')}</h2>
      <button type="button" className={styles.primary} disabled={state === 'locating'} onClick={locate}>
        <LocateFixed size={18} aria-hidden="true" />
        {t('here')}
      </button>
      <p role="status" className={state === 'refused' ? styles.refused : styles.patience}>
        {state === 'locating' && t('locating')}
        {state === 'refused' && t('noLocation')}
      </p>
      <label htmlFor={fieldId}>{t('orWrite')}</label>
      <input
        id={fieldId}
        className={styles.line}
        value={typed}
        onChange={event => setTyped(event.currentTarget.value)}
      />
      <div className={styles.placeEnd}>
        <button type="button" className={styles.quiet} onClick={onCancel}>
          {t('cancel')}
        </button>
        <button type="submit" className={styles.primary} disabled={typed.trim() === ''}>
          {t('sendPlace')}
        </button>
      </div>
    </form>
  )
}
