import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react'
import { type IncidentFilter, incidentKey, readIncidents } from '../api/incidents.ts'
import { useLiveEvent, useResync } from '../api/live.ts'
import { queryClient } from '../api/query-client.ts'
import { addOlder, type Feed, firstFeed, receive, refresh, reveal } from './feed.ts'

const REFRESH_MS = 30_000 // what is due becomes late without anybody doing anything
const MAX_CATCH_UP_PAGES = 50 // 5,000 changes; beyond that a reload of the list is cheaper

/** The live list of a town's incidents for a person. `isHolding` says whether they read further down. */
export function useFeed(town: string, filter: IncidentFilter, me: string, isHolding: () => boolean) {
  const [feed, setFeed] = useState<Feed | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [isLoadingOlder, setLoadingOlder] = useState(false)
  const [attempt, setAttempt] = useState(0)
  const shown = useRef(filter)

  const catchUp = useCallback(
    async (from: string, signal?: AbortSignal) => {
      let cursor = from
      for (let page = 0; page < MAX_CATCH_UP_PAGES; page++) {
        const changed = await readIncidents(town, { since: cursor }, signal)
        if (shown.current !== filter) return // another list by now, which catches up by itself
        const reader = { me, now: new Date() }
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

  useResync(() => {
    if (feed) catchUp(feed.cursor).catch(() => setAttempt(attempt + 1))
  })
  useLiveEvent('incident', summary => {
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

  const loadOlder = async () => {
    if (!feed?.next || isLoadingOlder) return
    setLoadingOlder(true)
    try {
      const page = await readIncidents(town, { ...filter, before: feed.next })
      setFeed(known => known && addOlder(known, page))
    } catch (failure) {
      setError(failure)
    } finally {
      setLoadingOlder(false)
    }
  }

  return {
    feed,
    error,
    isLoadingOlder,
    loadOlder,
    retry: () => setAttempt(attempt + 1),
    showWaiting: () => setFeed(known => known && reveal(known)),
  }
}
