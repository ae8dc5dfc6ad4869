import type { TextLength } from '@pregoner/shared'
import { useWords } from '../i18n/index.ts'
import styles from './fields.module.css'
import { fieldWords } from './words.ts'

type Length = TextLength & { max: number }

const NEAR_SHARE = 0.9 // of what fits; from there on the officer is told

export function lengthState({ most, max }: Length): 'fine' | 'near' | 'over' {
  if (most > max) return 'over'
  return most >= max * NEAR_SHARE ? 'near' : 'fine'
}

/** How long a text is and how long it may be; says so aloud once when it comes near the limit, once when it passes it. */
export function LengthNote({ length, hint }: { length: Length; hint?: string }) {
  const t = useWords(fieldWords)
  const { least, most, max } = length
  const state = lengthState(length)
  const hasRange = most > least
  const isByValues = state === 'over' && least <= max
  return (
    <>
      <span className={state === 'over' ? styles.wrong : styles.count} data-state={state}>
        {t(hasRange ? 'countRange' : 'count', { least, most, max })}
        {state === 'over' && !isByValues && ` · ${t('over', { over: least - max })}`}
      </span>
      {isByValues && <span className={styles.why}>{t('overByValues')}</span>}
      {state === 'over' && hint && <span className={styles.why}>{hint}</span>}
      <span className="visually-hidden" role="status">
        {state !== 'fine' && t(state === 'over' ? 'tooLong' : 'near', { max })}
      </span>
    </>
  )
}
