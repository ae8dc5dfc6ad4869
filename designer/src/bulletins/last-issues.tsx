import type { Bulletin } from '@pregoner/shared'
import { Link } from 'react-router'
import { useTown } from '../api/town.ts'
import { useFormats } from '../i18n/format.ts'
import { useWords } from '../i18n/index.ts'
import styles from './bulletins.module.css'
import { bulletinWords } from './words.ts'

const words = { sent: 'lastSent', empty: 'lastEmpty', missed: 'lastMissed' } as const

/** What became of the last ones, with the way to how each notice went. */
export function LastIssues({ issues }: Pick<Bulletin, 'issues'>) {
  const t = useWords(bulletinWords)
  const { key } = useTown()
  const formats = useFormats()
  return (
    <ul className={styles.issues}>
      {issues.map(({ date, outcome, broadcastId }) => (
        <li key={date}>
          {t(words[outcome], { date: formats.date(date) })}{' '}
          {broadcastId && <Link to={`/t/${key}/broadcasts/${broadcastId}`}>{t('seeNotice')}</Link>}
        </li>
      ))}
    </ul>
  )
}
