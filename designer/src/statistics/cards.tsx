import type { TownStatistics } from '@pregoner/shared'
import styles from './statistics.module.css'
import { type CardWords, useTalkCards, useWorkCards } from './use-cards.ts'

const Card = ({ label, value, help, before }: CardWords) => (
  <div className={styles.card}>
    <dt>{label}</dt>
    <dd className={styles.figure}>{value}</dd>
    <dd className={styles.help}>{help}</dd>
    {before && <dd className={styles.before}>{before}</dd>}
  </div>
)

/** The figures asked for first, each with what it was before. */
export function Cards({ statistics }: { statistics: TownStatistics }) {
  const talk = useTalkCards(statistics.talk)
  const work = useWorkCards(statistics.work)
  return (
    <dl className={styles.cards}>
      {[...talk, ...work].map(card => (
        <Card key={card.label} {...card} />
      ))}
    </dl>
  )
}
