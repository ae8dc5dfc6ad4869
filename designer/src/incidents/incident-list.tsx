import { Button, Skeleton } from '@mantine/core'
import { ArrowUp, Inbox, SearchX } from 'lucide-react'
import type { KeyboardEvent, RefObject } from 'react'
import type { IncidentFilter } from '../api/incidents.ts'
import { Empty, Failed } from '../frame/states.tsx'
import { useWords } from '../i18n/index.ts'
import { useNow } from '../i18n/use-now.ts'
import { isFiltered } from './filter.ts'
import { IncidentRow } from './incident-row.tsx'
import styles from './incidents.module.css'
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
export function IncidentList({ live, town, filter, me, openId, pathOf, picking, scroller }: IncidentListProps) {
  const t = useWords(deskWords)
  const now = useNow()
  const { feed, error } = live
  if (error && !feed) return <Failed error={error} onRetry={live.retry} />
  if (!feed) return <Waiting />
  const waiting = feed.waiting.length
  const toTop = () => {
    live.showWaiting()
    scroller.current?.scrollTo({ top: 0, behavior: 'smooth' })
    scroller.current?.querySelector<HTMLElement>('a[data-status]')?.focus({ preventScroll: true })
  }
  return (
    <div className={styles.listArea}>
      <div className={styles.pillPlace} role="status">
        {waiting > 0 && (
          <button type="button" className={styles.pill} onClick={toTop}>
            <ArrowUp size={16} aria-hidden="true" />
            {t('newOnes', { count: waiting })}
          </button>
        )}
      </div>
      <div ref={scroller} className={styles.scroller}>
        {feed.shown.length === 0 ? (
          <Nothing isNarrowed={isFiltered(filter)} />
        ) : (
          <ul className={styles.rows} onKeyDown={moveByArrows} aria-label={t('list')}>
            {feed.shown.map(incident => (
              <IncidentRow
                key={incident.id}
                incident={incident}
                town={town}
                to={pathOf(incident.id)}
                isOpen={incident.id === openId}
                me={me}
                now={now}
                pick={picking.isOn ? { isPicked: picking.has(incident.id), onToggle: picking.toggle } : undefined}
              />
            ))}
          </ul>
        )}
        {feed.next !== null && (
          <div className={styles.older}>
            <Button variant="default" loading={live.isLoadingOlder} onClick={() => void live.loadOlder()}>
              {t('older')}
            </Button>
          </div>
        )}
      </div>
    </div>
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

function moveByArrows(event: KeyboardEvent<HTMLUListElement>) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (!step) return
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('a[data-status]')]
  const at = links.findIndex(link => link.contains(document.activeElement))
  const next = links[at + step]
  if (!next) return
  event.preventDefault()
  next.focus()
}
