import type { BroadcastProgress } from '@pregoner/shared'
import styles from './following.module.css'

const parts = ['read', 'delivered', 'sent', 'failed'] as const

/** How far it is with how many, as lengths; the figures below it say the same in numbers. */
export function ProgressBar({ progress, label }: { progress: BroadcastProgress; label: string }) {
  const { recipients, left, sent, delivered, read, failed } = progress
  const all = Math.max(1, recipients - left)
  const lengths = { read, delivered: delivered - read, sent: sent - delivered, failed }
  return (
    <div
      className={styles.track}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={all}
      aria-valuenow={Math.min(all, sent + failed)}
    >
      {parts.map(part => (
        <span key={part} data-part={part} style={{ inlineSize: `${(100 * Math.max(0, lengths[part])) / all}%` }} />
      ))}
    </div>
  )
}
