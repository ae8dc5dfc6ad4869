import { type FormEvent, useId, useState } from 'react'
import { useWords } from '../i18n/index.ts'
import styles from './track.module.css'
import { trackWords } from './words.ts'

/** Where a reference is written, to look it up. */
export function ReferenceForm({ written, onLook }: { written: string; onLook: (reference: string) => void }) {
  const t = useWords(trackWords)
  const field = useId()
  const hint = useId()
  const [text, setText] = useState(written)

  const submit = (event: FormEvent) => {
    event.preventDefault()
    const reference = text.trim().toUpperCase()
    if (reference !== '') onLook(reference)
  }

  return (
    <form className={styles.form} onSubmit={submit}>
      <label htmlFor={field}>{t('reference')}</label>
      <p id={hint} className={styles.hint}>
        {t('referenceHelp')}
      </p>
      <div className={styles.line}>
        <input
          id={field}
          className={styles.field}
          value={text}
          onChange={event => setText(event.target.value)}
          aria-describedby={hint}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={24}
        />
        <button type="submit" className={styles.primary}>
          {t('look')}
        </button>
      </div>
    </form>
  )
}
