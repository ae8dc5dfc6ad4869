import { useCallback, useEffect, useState } from 'react'
import { type IncidentFilter, incidentKey, readIncidents } from '../api/incidents.ts'
import { useLiveEvent, useResync } from '../api/live.ts'
import { queryClient } from '../api/query-client.ts'
import { addOlder, type Feed, firstFeed, receive, reveal } from './feed.ts'

const MAX_CATCH_UP_PAGES = 50 // 5,000 changes; beyond that a reload of the list is cheaper

/** The live list of a town's incidents. `isHolding` says whether somebody reads further down. */
export function useFeed(town: string, filter: IncidentFilter, isHolding: () => boolean) {
  const [feed, setFeed] = useState<Feed | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [isLoadingOlder, setLoadingOlder] = useState(false)
  const [attempt, setAttempt] = useState(0)

  const catchUp = useCallback(
    async (from: string, signal?: AbortSignal) => {
      let cursor = from
      for (let page = 0; page < MAX_CATCH_UP_PAGES; page++) {
        const changed = await readIncidents(town, { since: cursor }, signal)
        setFeed(known => known && receive({ ...known, cursor: changed.cursor }, changed.incidents, filter, isHolding()))
        if (changed.incidents.length === 0 || changed.cursor === cursor) return
        cursor = changed.cursor
      }
    },
    [town, filter, isHolding],
  )
  // `attempt` is what "try again" raises.
  useEffect(() => {
    const aborting = new AbortController()
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
    setFeed(known => known && receive(known, [summary], filter, isHolding()))
    void queryClient.invalidateQueries({ queryKey: incidentKey(town, summary.id) })
  })

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
