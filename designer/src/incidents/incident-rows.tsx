import { Skeleton } from '@mantine/core'
import { defaultRangeExtractor, measureElement, useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type RefObject, useEffect, useEffectEvent, useRef } from 'react'
import { useWords } from '../i18n/index.ts'
import { useNow } from '../i18n/use-now.ts'
import { type Feed, rowCount } from './feed.ts'
import { IncidentRow } from './incident-row.tsx'
import styles from './list.module.css'
import { useKeptPlace } from './use-kept-place.ts'
import type { Picking } from './use-picking.ts'
import { useRowFocus } from './use-row-focus.ts'
import { deskWords } from './words.ts'

const ROW_PX = 65 // what a row is taken for until it has been drawn
const ROWS_AROUND = 8
const LOAD_AHEAD = 60 // rows before the last loaded one

interface IncidentRowsProps {
  feed: Feed
  town: string
  /** Who reads, by id. */
  me: string
  openId: string
  pathOf: (id: string) => string
  picking: Picking
  scroller: RefObject<HTMLDivElement | null>
  /** Null when older ones are on their way, or could not be fetched. */
  onWanted: (() => void) | null
  /** Raised when the newest are to be seen, wherever one reads. */
  asksForTop: number
}

/** The rows near what is seen, of as many as the filter matches; the others are only room to scroll. */
export function IncidentRows({
  feed,
  town,
  me,
  openId,
  pathOf,
  picking,
  scroller,
  onWanted,
  asksForTop,
}: IncidentRowsProps) {
  const t = useWords(deskWords)
  const now = useNow()
  const list = useRef<HTMLUListElement>(null)
  const { shown } = feed
  const count = rowCount(feed)
  const focus = useRowFocus(shown, list)
  const rows = useVirtualizer<HTMLDivElement, HTMLLIElement>({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    // Behind an incident on a narrow screen the list is not drawn, and everything in it has no height.
    measureElement: (element, entry, instance) => measureElement(element, entry, instance) || ROW_PX,
    overscan: ROWS_AROUND,
    getItemKey: index => shown[index]?.id ?? index,
    rangeExtractor(range) {
      const near = defaultRangeExtractor(range)
      if (focus.index < 0 || near.includes(focus.index)) return near
      return [...near, focus.index].sort((one, other) => one - other)
    },
  })
  const drawn = rows.getVirtualItems()
  useKeptPlace(rows, shown)

  const lastDrawn = rows.range?.endIndex ?? 0
  const isNearEnd = lastDrawn + LOAD_AHEAD >= shown.length
  const load = useEffectEvent(() => onWanted?.())
  const canLoad = onWanted !== null
  useEffect(() => {
    if (isNearEnd && canLoad && feed.next !== null) load()
  }, [isNearEnd, canLoad, feed.next])

  // Whoever comes back from an incident on a narrow screen goes on where they were.
  const wasOpen = useRef(openId)
  const goBackTo = useEffectEvent((id: string) => {
    const at = shown.findIndex(incident => incident.id === id)
    if (at < 0 || document.activeElement !== document.body) return
    focus.move(at)
  })
  useEffect(() => {
    if (openId === '' && wasOpen.current !== '') goBackTo(wasOpen.current)
    wasOpen.current = openId
  }, [openId])

  const goToTop = useEffectEvent(() => {
    rows.scrollToOffset(0)
    focus.move(0)
  })
  useEffect(() => {
    if (asksForTop > 0) goToTop()
  }, [asksForTop])

  function moveByKeys(event: KeyboardEvent<HTMLUListElement>) {
    const led = focus.leadsTo(event)
    if (!led) return
    event.preventDefault()
    focus.move(led.to, led.part)
  }

  return (
    <div ref={scroller} className={styles.scroller}>
      <ul
        ref={list}
        className={styles.rows}
        style={{ height: rows.getTotalSize() }}
        aria-label={t('list')}
        onKeyDown={moveByKeys}
        onFocus={focus.onFocus}
        onBlur={focus.onBlur}
      >
        {drawn.map(({ index, key, start }) => {
          const incident = shown[index]
          if (!incident)
            return (
              <li
                key={key}
                className={styles.coming}
                style={{ transform: `translateY(${start}px)` }}
                aria-hidden="true"
              >
                <Skeleton height={44} radius={8} />
              </li>
            )
          return (
            <IncidentRow
              key={key}
              ref={rows.measureElement}
              incident={incident}
              town={town}
              to={pathOf(incident.id)}
              isOpen={incident.id === openId}
              me={me}
              now={now}
              pick={picking.isOn ? { isPicked: picking.has(incident.id), onToggle: picking.toggle } : undefined}
              place={index}
              count={count}
              start={start}
              hasTabStop={index === focus.index}
            />
          )
        })}
      </ul>
    </div>
  )
}
