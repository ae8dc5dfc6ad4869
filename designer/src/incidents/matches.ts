import { hasEnded, type IncidentSummary, urgencyOf } from '@pregoner/shared'
import type { IncidentFilter } from '../api/incidents.ts'

/** Who looks at the list, and when. */
export interface Reader {
  me: string
  now: Date
}

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
