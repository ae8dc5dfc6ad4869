import { type Change, isFelt, stepOf } from '@pregoner/shared'
import { ArrowRightLeft, Minus, Plus } from 'lucide-react'
import { useState } from 'react'
import { useWords } from '../i18n/index.ts'
import styles from './publishing.module.css'
import { publicationWords } from './words.ts'

const SHOWN_AT_ONCE = 5

interface ChangeListProps {
  changes: readonly Change[]
  tell(change: Change): string
  /** Whether a step can be gone to. */
  isThere(node: string): boolean
  onGo(node: string): void
  /** Shows them all from the beginning. */
  isWhole?: boolean
}

const icons: { [Kind in Change['kind']]?: typeof Plus } = {
  step_added: Plus,
  item_added: Plus,
  step_removed: Minus,
  item_removed: Minus,
}

/** What is different, a sentence a line; each leads to its step. What citizens do not notice comes last and quietly. */
export function ChangeList({ changes, tell, isThere, onGo, isWhole = false }: ChangeListProps) {
  const t = useWords(publicationWords)
  const [isUnfolded, setIsUnfolded] = useState(isWhole)
  const sorted = [...changes.filter(isFelt), ...changes.filter(change => !isFelt(change))]
  const shown = isUnfolded ? sorted : sorted.slice(0, SHOWN_AT_ONCE)
  return (
    <>
      <ul className={styles.changes}>
        {shown.map((change, index) => {
          const node = stepOf(change)?.id
          const Icon = icons[change.kind] ?? ArrowRightLeft
          const sentence = (
            <>
              <Icon size={16} aria-hidden />
              <span>{tell(change)}</span>
            </>
          )
          const key = `${index} ${change.kind} ${node}`
          const felt = isFelt(change) || undefined
          if (node === undefined || !isThere(node)) {
            return (
              <li key={key} className={styles.change} data-felt={felt}>
                {sentence}
              </li>
            )
          }
          return (
            <li key={key}>
              <button
                type="button"
                className={styles.change}
                data-felt={felt}
                title={t('goToStep')}
                onClick={() => onGo(node)}
              >
                {sentence}
              </button>
            </li>
          )
        })}
      </ul>
      {shown.length < sorted.length && (
        <button type="button" className={styles.more} onClick={() => setIsUnfolded(true)}>
          {t('showAll', { count: sorted.length })}
        </button>
      )}
    </>
  )
}
