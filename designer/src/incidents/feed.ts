import { hasEnded, type IncidentPage, type IncidentSummary, urgencyOf } from '@pregoner/shared'
import type { IncidentFilter } from '../api/incidents.ts'

/** The desk's list. What arrives while somebody reads further down waits, so that nothing moves under their eyes. */
export interface Feed {
  shown: IncidentSummary[]
  waiting: IncidentSummary[]
  /** From where changes are fetched after a disconnection. */
  cursor: string
  /** Where the next older page begins; null at the end. */
  next: string | null
}

/** Who looks at the list, and when. */
export interface Reader {
  me: string
  now: Date
}

export const firstFeed = (page: IncidentPage): Feed => ({
  shown: sorted(page.incidents),
  waiting: [],
  cursor: page.cursor,
  next: page.next,
})

/** Newest first; of the same moment in a fixed order. */
const sorted = (incidents: IncidentSummary[]): IncidentSummary[] =>
  [...incidents].sort((a, b) => b.openedAt.localeCompare(a.openedAt) || a.id.localeCompare(b.id))

/** Keeps the highest rev of each incident, in whatever order and however often they arrive. */
export function mergeIncidents(known: IncidentSummary[], arrived: IncidentSummary[]): IncidentSummary[] {
  const byId = new Map(known.map(incident => [incident.id, incident]))
  for (const incident of arrived) {
    const before = byId.get(incident.id)
    if (!before || incident.rev > before.rev) byId.set(incident.id, incident)
  }
  return sorted([...byId.values()])
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
  let { shown, waiting } = feed
  for (const incident of arrived) {
    const known = [...shown, ...waiting].find(({ id }) => id === incident.id)
    if (known && known.rev >= incident.rev) continue
    // The server found a listed one by words that the summary may not tell.
    if (!matches(incident, known ? { ...filter, text: undefined } : filter, reader)) {
      shown = shown.filter(({ id }) => id !== incident.id)
      waiting = waiting.filter(({ id }) => id !== incident.id)
    } else if (shown.some(({ id }) => id === incident.id)) shown = mergeIncidents(shown, [incident])
    else if (isOlderThanLoaded(feed, incident)) continue
    else if (hold || known) waiting = mergeIncidents(waiting, [incident])
    else shown = mergeIncidents(shown, [incident])
  }
  return { ...feed, shown, waiting }
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

/** Whether an incident belongs to the filtered list. A searched text is matched against what the summary tells. */
export function matches(incident: IncidentSummary, filter: IncidentFilter, reader: Reader): boolean {
  if (filter.status && incident.status !== filter.status) return false
  if (filter.departmentId && incident.departmentId !== filter.departmentId) return false
  if (filter.category && incident.category !== filter.category) return false
  if (filter.districtId && incident.districtId !== filter.districtId) return false
  if (!isTurnOf(incident, filter, reader)) return false
  if (!filter.text) return true
  const { reference, summary, contactName, place } = incident
  const words = [reference, summary, contactName, place?.name, place?.address].join('\n')
  return words.toLocaleLowerCase().includes(filter.text.toLocaleLowerCase())
}

/** Whether it is late, waiting, somebody's: what a filter asks of whose turn it is, and when. */
function isTurnOf(
  incident: IncidentSummary,
  { due, assignee, mentions }: IncidentFilter,
  { me, now }: Reader,
): boolean {
  if (due === 'waiting' && incident.waitingSince === null) return false
  if (due && due !== 'waiting' && urgencyOf(incident, now) !== due) return false
  if (mentions && !incident.mentioned.includes(me)) return false
  if (!assignee) return true
  if (hasEnded(incident.status)) return false
  if (assignee === 'nobody') return incident.assignee === null
  return incident.assigneeId === (assignee === 'me' ? me : assignee)
}

/** The list once time has passed: what no longer matches leaves, what the newest page has by now comes in. */
export function refresh(feed: Feed, page: IncidentPage, filter: IncidentFilter, reader: Reader): Feed {
  const still = (incident: IncidentSummary) => matches(incident, { ...filter, text: undefined }, reader)
  const waiting = feed.waiting.filter(still)
  const arrived = page.incidents.filter(({ id }) => !waiting.some(incident => incident.id === id))
  return { ...feed, shown: mergeIncidents(feed.shown.filter(still), arrived.filter(still)), waiting }
}
