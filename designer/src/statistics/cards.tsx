import type { TownStatistics } from '@pregoner/shared'
import { useFormats } from '../i18n/format.ts'
import { useWords } from '../i18n/index.ts'
import { spokenMinutes } from './duration.ts'
import styles from './statistics.module.css'
import { statisticsWords } from './words.ts'

/** The four figures asked for first. */
export function Cards({ statistics }: { statistics: TownStatistics }) {
  const t = useWords(statisticsWords)
  const { number } = useFormats()
  const { conversations, messagesIn, messagesOut, incidents, answered, minutesToFirstAnswer } = statistics
  const wait = minutesToFirstAnswer === null ? null : spokenMinutes(minutesToFirstAnswer)
  const cards = [
    { label: t('conversations'), value: number(conversations), help: '' },
    {
      label: t('messages'),
      value: number(messagesIn + messagesOut),
      help: t('inOut', { in: number(messagesIn), out: number(messagesOut) }),
    },
    {
      label: t('incidents'),
      value: number(incidents),
      help:
        incidents === 0
          ? t('noIncidents')
          : t('answered', { answered: number(answered), percent: number(Math.round((100 * answered) / incidents)) }),
    },
    {
      label: t('firstAnswer'),
      value: wait ? t(wait.unit, { ...wait }) : '–',
      help: wait ? t('firstAnswerHelp') : t('noAnswers'),
    },
  ]
  return (
    <dl className={styles.cards}>
      {cards.map(({ label, value, help }) => (
        <div key={label} className={styles.card}>
          <dt>{label}</dt>
          <dd className={styles.figure}>{value}</dd>
          <dd className={styles.help}>{help}</dd>
        </div>
      ))}
    </dl>
  )
}
