import { canBecome, type IncidentDetail, type IncidentSummary, nearbyReports, USUAL_RULE } from '@pregoner/shared'
import type { Scope } from '../accounts/scope.ts'
import { AppError } from '../errors.ts'
import type { FollowerStore } from '../stores/follower-store.ts'
import { entryOf } from '../stores/incident-entries.ts'
import type { AnsweringDeps } from './answering.ts'
import { incidentOr404, save } from './answering.ts'

const MAX_SUGGESTED = 5

export interface MergingDeps extends AnsweringDeps {
  followers: FollowerStore
}

/** Incidents that may be the same matter as this one, by the rule of its category: the nearest first. */
export async function nearby(
  deps: MergingDeps,
  scope: Scope,
  incidentId: string,
): Promise<{ incident: IncidentSummary; meters: number }[]> {
  const incident = await incidentOr404(deps, scope, incidentId)
  const { category, place, openedAt } = incident
  if (category === null || place?.latitude == null || place.longitude === null) return []
  const town = await deps.towns.get(scope.townKey)
  const rule = town?.categories.find(({ id }) => id === category)?.duplicates ?? USUAL_RULE
  const found = await deps.followers.nearInScope(scope, incidentId, {
    ...rule,
    category,
    place,
    at: new Date(openedAt),
  })
  return nearbyReports(incident, found, rule)
    .slice(0, MAX_SUGGESTED)
    .map(({ report, meters }) => ({ incident: report, meters }))
}

/**
 * Makes an incident a duplicate of another one: whoever reported or followed it follows the other from now on. They are
 * moved first and more often than once without harm, so that nobody is lost when this ends half-way.
 */
export async function merge(
  deps: MergingDeps,
  scope: Scope,
  incidentId: string,
  { rev, into }: { rev: number; into: string },
): Promise<IncidentDetail> {
  const incident = await incidentOr404(deps, scope, incidentId)
  const other = await incidentOr404(deps, scope, into)
  if (incident.rev !== rev) throw new AppError('stale', 'merge', { current: incident })
  if (incident.id === other.id) throw new AppError('bad_request', 'an incident is no duplicate of itself')
  if (!canBecome(incident.status, 'duplicate') || other.status === 'duplicate')
    throw new AppError('not_possible', `${incident.status} into ${other.status}`)

  const followed = await deps.followers.moveFollowers(scope.townKey, incident.id, other.id)
  if (followed) deps.live.incidentChanged(scope.townKey, followed)
  const id = `${incident.id}:${rev}:status`
  const at = deps.now().toISOString()
  return save(
    deps,
    scope,
    incident,
    {
      set: { status: 'duplicate', duplicateOf: { id: other.id, reference: other.reference } },
      entries: [entryOf({ id, at, kind: 'status', by: scope.personName, status: 'duplicate', text: other.reference })],
      outbox: incident.mode === 'dialogue' ? [{ id, event: 'closed', text: '' }] : [],
    },
    'incident.merge',
  )
}
