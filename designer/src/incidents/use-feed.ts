import type { IncidentSummary } from '@pregoner/shared'
import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react'
import { type IncidentFilter, incidentKey, readIncidents } from '../api/incidents.ts'
import { useLiveEvent, useResync } from '../api/live.ts'
import { queryClient } from '../api/query-client.ts'
import { addOlder, type Feed, firstFeed, receive, recounted, refresh, reveal } from './feed.ts'

const REFRESH_MS = 30_000 // what is due becomes late without anybody doing anything
const COUNT_AFTER_MS = 5_000 // a storm of changes further down makes every open desk count
const OLDER = 200 // as many as the server gives at once
const MAX_CATCH_UP_PAGES = 50 // 5,000 changes; beyond that a reload of the list is cheaper

interface FeedOptions {
  town: string
  filter: IncidentFilter
  /** Who reads, by id. */
  me: string
  /** Whether they read further down. */
  isHolding: () => boolean
  /** Is told of every changed incident, and of null when there were too many to tell. */
  onChanged: (changed: readonly IncidentSummary[] | null) => void
}

/** The live list of a town's incidents for a person. */
export function useFeed({ town, filter, me, isHolding, onChanged }: FeedOptions) {
  const [feed, setFeed] = useState<Feed | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [older, setOlder] = useState<'idle' | 'loading' | 'failed'>('idle')
  const [attempt, setAttempt] = useState(0)
  const shown = useRef(filter)
  const tell = useEffectEvent(onChanged)

  const catchUp = useCallback(
    async (from: string, signal?: AbortSignal) => {
      let cursor = from
      for (let page = 0; page < MAX_CATCH_UP_PAGES; page++) {
        const changed = await readIncidents(town, { since: cursor }, signal)
        if (shown.current !== filter) return // another list by now, which catches up by itself
        const reader = { me, now: new Date() }
        tell(changed.incidents)
        setFeed(
          known =>
            known && receive({ ...known, cursor: changed.cursor }, changed.incidents, filter, isHolding(), reader),
        )
        if (changed.incidents.length === 0 || changed.cursor === cursor) return
        cursor = changed.cursor
      }
    },
    [town, filter, me, isHolding],
  )
  // `attempt` is what "try again" raises.
  useEffect(() => {
    const aborting = new AbortController()
    shown.current = filter
    setFeed(null)
    setError(null)
    setOlder('idle')
    readIncidents(town, filter, aborting.signal)
      .then(async page => {
        setFeed(firstFeed(page))
        await catchUp(page.cursor, aborting.signal) // what happened between this page and the live connection
      })
      .catch(failure => {
        if (!aborting.signal.aborted) setError(failure)
      })
    return () => aborting.abort()
  }, [town, filter, catchUp, attempt])

  const retry = () => {
    setAttempt(attempt + 1)
    onChanged(null)
  }
  useResync(() => {
    if (feed) catchUp(feed.cursor).catch(retry)
  })
  useLiveEvent('incident', summary => {
    onChanged([summary])
    setFeed(known => known && receive(known, [summary], filter, isHolding(), { me, now: new Date() }))
    void queryClient.invalidateQueries({ queryKey: incidentKey(town, summary.id) })
  })

  const lookAgain = useEffectEvent(async () => {
    const page = await readIncidents(town, filter).catch(() => null) // the next time will do
    if (page) setFeed(known => known && refresh(known, page, filter, { me, now: new Date() }))
  })
  const dependsOnTime = filter.due === 'late' || filter.due === 'soon'
  useEffect(() => {
    if (!dependsOnTime) return
    const timer = setInterval(() => void lookAgain(), REFRESH_MS)
    return () => clearInterval(timer)
  }, [dependsOnTime])

  const countAgain = useEffectEvent(async () => {
    const page = await readIncidents(town, { ...filter, limit: 1 }).catch(() => null)
    if (page && shown.current === filter) setFeed(known => known && recounted(known, page))
  })
  const isMiscounted = feed?.isMiscounted ?? false
  useEffect(() => {
    if (!isMiscounted) return
    const timer = setTimeout(() => void countAgain(), COUNT_AFTER_MS)
    return () => clearTimeout(timer)
  }, [isMiscounted])

  const loadOlder = async () => {
    if (!feed?.next || older === 'loading') return
    setOlder('loading')
    const page = await readIncidents(town, { ...filter, before: feed.next, limit: OLDER }).catch(() => null)
    if (shown.current !== filter) return // another list by now
    if (page) setFeed(known => known && addOlder(known, page))
    setOlder(page ? 'idle' : 'failed')
  }

  return {
    feed,
    error,
    older,
    loadOlder,
    retry,
    showWaiting: () => setFeed(known => known && reveal(known)),
  }
}
