import { Button, Skeleton } from '@mantine/core'
import { ArrowUp, Inbox, SearchX } from 'lucide-react'
import { type RefObject, useState } from 'react'
import type { IncidentFilter } from '../api/incidents.ts'
import { errorWords } from '../api/words.ts'
import { Empty, Failed } from '../frame/states.tsx'
import { useWords } from '../i18n/index.ts'
import { isFiltered } from './filter.ts'
import { IncidentRows } from './incident-rows.tsx'
import styles from './list.module.css'
import type { useFeed } from './use-feed.ts'
import type { Picking } from './use-picking.ts'
import { deskWords } from './words.ts'

interface IncidentListProps {
  live: ReturnType<typeof useFeed>
  town: string
  filter: IncidentFilter
  /** Who reads, by id. */
  me: string
  openId: string
  pathOf: (id: string) => string
  picking: Picking
  scroller: RefObject<HTMLDivElement | null>
}

/** The feed, newest first; arrows move between rows. */
export function IncidentList({ live, filter, ...reader }: IncidentListProps) {
  const t = useWords(deskWords)
  const say = useWords(errorWords)
  const [asksForTop, setAsksForTop] = useState(0)
  const { feed, error } = live
  if (error && !feed) return <Failed error={error} onRetry={live.retry} />
  if (!feed) return <Waiting />
  const waiting = feed.waiting.length
  const toTop = () => {
    live.showWaiting()
    setAsksForTop(asksForTop + 1)
  }
  return (
    <>
      <div className={styles.pillPlace} role="status">
        {waiting > 0 && (
          <button type="button" className={styles.pill} onClick={toTop}>
            <ArrowUp size={16} aria-hidden="true" />
            {t('newOnes', { count: waiting })}
          </button>
        )}
      </div>
      {feed.shown.length === 0 ? (
        <Nothing isNarrowed={isFiltered(filter)} />
      ) : (
        <IncidentRows
          {...reader}
          feed={feed}
          onWanted={live.older === 'idle' ? () => void live.loadOlder() : null}
          asksForTop={asksForTop}
        />
      )}
      {live.older === 'failed' && (
        <div className={styles.older} role="alert">
          <span>{t('olderFailed')}</span>
          <Button variant="default" onClick={() => void live.loadOlder()}>
            {say('tryAgain')}
          </Button>
        </div>
      )}
    </>
  )
}

function Nothing({ isNarrowed }: { isNarrowed: boolean }) {
  const t = useWords(deskWords)
  return isNarrowed ? (
    <Empty Icon={SearchX} title={t('noneFound')}>
      {t('noneFoundHelp')}
    </Empty>
  ) : (
    <Empty Icon={Inbox} title={t('empty')}>
      {t('emptyHelp')}
    </Empty>
  )
}

const Waiting = () => (
  <div className={styles.waiting} aria-busy="true">
    {[1, 2, 3, 4, 5, 6].map(row => (
      <Skeleton key={row} height={56} radius={8} />
    ))}
  </div>
)
