import type { IncidentPage, IncidentSummary } from '@pregoner/shared'
import type { IncidentFilter } from '../api/incidents.ts'
import { matches, type Reader } from './matches.ts'

/** The desk's list. What arrives while somebody reads further down waits, so that nothing moves under their eyes. */
export interface Feed {
  shown: IncidentSummary[]
  waiting: IncidentSummary[]
  /** From where changes are fetched after a disconnection. */
  cursor: string
  /** Where the next older page begins; null at the end. */
  next: string | null
  /** How many match in all, loaded or not; counted by the server and kept from then on. */
  total: number
  /** Something below the loaded pages has changed, so `total` may be wrong until it is counted again. */
  isMiscounted: boolean
}

export const firstFeed = (page: IncidentPage): Feed => ({
  shown: page.incidents.toSorted(byAge),
  waiting: [],
  cursor: page.cursor,
  next: page.next,
  total: page.total ?? page.incidents.length,
  isMiscounted: false,
})

/** How many rows the list has, those included whose page has not been loaded yet. */
export const rowCount = ({ shown, waiting, next, total }: Feed): number =>
  next === null ? shown.length : Math.max(shown.length + 1, total - waiting.length)

/** Newest first, of the same moment by id: the order of the server's pages. */
function byAge(one: IncidentSummary, other: IncidentSummary): number {
  if (one.openedAt !== other.openedAt) return one.openedAt < other.openedAt ? 1 : -1
  if (one.id === other.id) return 0
  return one.id < other.id ? 1 : -1
}

/**
 * Keeps the highest rev of each incident, in whatever order and however often they arrive. `known` is sorted already:
 * with ten thousand of them each change must not sort them all again.
 */
export function mergeIncidents(known: IncidentSummary[], arrived: IncidentSummary[]): IncidentSummary[] {
  const news = new Map<string, IncidentSummary>()
  for (const incident of arrived) {
    const before = news.get(incident.id)
    if (!before || incident.rev > before.rev) news.set(incident.id, incident)
  }
  const kept = known.map(before => {
    const changed = news.get(before.id)
    news.delete(before.id)
    return changed && changed.rev > before.rev ? changed : before
  })
  const added = [...news.values()].sort(byAge)
  const merged: IncidentSummary[] = []
  let at = 0
  for (const incident of kept) {
    for (let next = added[at]; next && byAge(next, incident) < 0; next = added[++at]) merged.push(next)
    merged.push(incident)
  }
  return [...merged, ...added.slice(at)]
}

/**
 * Takes changed incidents in: those already listed change where they stand, those that no longer match leave, new
 * ones come to the top or, with `hold`, wait.
 */
export function receive(
  feed: Feed,
  arrived: IncidentSummary[],
  filter: IncidentFilter,
  hold: boolean,
  reader: Reader,
): Feed {
  let { shown, waiting, total, isMiscounted } = feed
  for (const incident of arrived) {
    const has = ({ id }: IncidentSummary) => id === incident.id
    const listed = shown.find(has)
    const known = listed ?? waiting.find(has)
    if (known && known.rev >= incident.rev) continue
    // The server found a listed one by words that the summary may not tell.
    if (!matches(incident, known ? { ...filter, text: undefined } : filter, reader)) {
      if (!known) isMiscounted ||= isOlderThanLoaded(feed, incident)
      else total -= 1
      shown = shown.filter(({ id }) => id !== incident.id)
      waiting = waiting.filter(({ id }) => id !== incident.id)
    } else if (listed) shown = mergeIncidents(shown, [incident])
    else if (known) waiting = mergeIncidents(waiting, [incident])
    else if (isOlderThanLoaded(feed, incident)) isMiscounted = true
    else {
      total += 1
      if (hold) waiting = mergeIncidents(waiting, [incident])
      else shown = mergeIncidents(shown, [incident])
    }
  }
  return { ...feed, shown, waiting, total, isMiscounted }
}

/** An incident below the last loaded page will come with that page. */
const isOlderThanLoaded = (feed: Feed, incident: IncidentSummary): boolean => {
  const oldest = feed.shown.at(-1)
  return feed.next !== null && oldest !== undefined && incident.openedAt < oldest.openedAt
}

/** Shows what has been waiting. */
export const reveal = (feed: Feed): Feed => ({ ...feed, shown: mergeIncidents(feed.shown, feed.waiting), waiting: [] })

export const addOlder = (feed: Feed, page: IncidentPage): Feed => ({
  ...feed,
  shown: mergeIncidents(feed.shown, page.incidents),
  next: page.next,
})

/** The list with what the server counted just now. */
export const recounted = (feed: Feed, { total }: IncidentPage): Feed => ({
  ...feed,
  total: total ?? feed.total,
  isMiscounted: false,
})

/** The list once time has passed: what no longer matches leaves, what the newest page has by now comes in. */
export function refresh(feed: Feed, page: IncidentPage, filter: IncidentFilter, reader: Reader): Feed {
  const still = (incident: IncidentSummary) => matches(incident, { ...filter, text: undefined }, reader)
  const waiting = feed.waiting.filter(still)
  const arrived = page.incidents.filter(({ id }) => !waiting.some(incident => incident.id === id))
  const shown = mergeIncidents(feed.shown.filter(still), arrived.filter(still))
  return recounted({ ...feed, shown, waiting }, page)
}
