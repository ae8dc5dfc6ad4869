import { CalendarClock, CircleAlert, CircleSlash, History } from 'lucide-react'
import { useTown } from '../api/town.ts'
import { useLanguage, useWords } from '../i18n/index.ts'
import styles from './published-state.module.css'
import { townMoment } from './town-moment.ts'
import type { Published } from './use-published.ts'
import { publicationWords } from './words.ts'

interface PublishedStateProps extends Pick<Published, 'isWithdrawn' | 'scheduled' | 'newest' | 'runsOlder'> {
  iconSize?: number
}

/** What is to be known beside "published": that it is withdrawn, waits for its time, was not published then, or is old inside. */
export function PublishedState({ isWithdrawn, scheduled, newest, runsOlder, iconSize = 14 }: PublishedStateProps) {
  const t = useWords(publicationWords)
  const [language] = useLanguage()
  const { timeZone } = useTown()
  const version = (newest ?? 0) + 1
  return (
    <>
      {isWithdrawn && (
        <span className={styles.state} data-state="withdrawn">
          <CircleSlash size={iconSize} aria-hidden /> {t('barWithdrawn')}
        </span>
      )}
      {runsOlder.length > 0 && (
        <span className={styles.state} data-state="older" title={t('runsOlderHint')}>
          <History size={iconSize} aria-hidden />{' '}
          <span className={styles.words}>{t('runsOlder', { flows: runsOlder.join(', ') })}</span>
        </span>
      )}
      {scheduled?.failure && (
        <span className={styles.state} data-state="failed">
          <CircleAlert size={iconSize} aria-hidden /> {t('barFailed')}
        </span>
      )}
      {scheduled && !scheduled.failure && (
        <span className={styles.state}>
          <CalendarClock size={iconSize} aria-hidden />{' '}
          {t('barScheduled', { version, when: townMoment(scheduled.publishAt, timeZone, language, new Date()) })}
        </span>
      )}
    </>
  )
}
