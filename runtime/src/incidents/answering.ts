import { type answerIncident, hasEnded, type IncidentDetail } from '@pregoner/shared'
import type { Logger } from 'pino'
import type { z } from 'zod'
import type { Scope } from '../accounts/scope.ts'
import { AppError } from '../errors.ts'
import type { Live } from '../sockets/live.ts'
import type { AuditStore } from '../stores/audit-store.ts'
import type { IncidentEdit } from '../stores/incident-edits.ts'
import { entryOf } from '../stores/incident-entries.ts'
import type { IncidentStore } from '../stores/incident-store.ts'
import type { TownStore } from '../stores/town-store.ts'
import type { HandOverDeps } from './hand-over.ts'
import { handOver } from './hand-over.ts'

export interface AnsweringDeps extends HandOverDeps {
  incidents: IncidentStore
  towns: TownStore
  audit: AuditStore
  live: Pick<Live, 'incidentChanged'>
  log: Logger
  now: () => Date
}

export async function incidentOr404(
  { incidents }: AnsweringDeps,
  scope: Scope,
  incidentId: string,
): Promise<IncidentDetail> {
  const incident = await incidents.get(scope, incidentId)
  if (!incident) throw new AppError('not_found')
  return incident
}

/** Saves an edit of the incident as it was read, tells the feeds, and hands over what the citizen must hear. */
export async function save(
  deps: AnsweringDeps,
  scope: Scope,
  incident: IncidentDetail,
  edit: IncidentEdit,
  action: string,
): Promise<IncidentDetail> {
  const { incidents, audit, live, now } = deps
  const saved = await incidents.edit(scope, incident.id, incident.rev, edit)
  if (!saved) throw new AppError('stale', action, { current: await incidentOr404(deps, scope, incident.id) })
  live.incidentChanged(scope.townKey, saved.summary, edit.set.handedFrom ?? null)
  await audit.append({ town: scope.townKey, personId: scope.personId, action, object: incident.id, at: now() })
  if (edit.outbox.length > 0) await handOver(deps, incident.id)
  return saved.detail
}

/** Sends a person's answer to the citizen. The same `answerId` again is the same answer. */
export async function answer(
  deps: AnsweringDeps,
  scope: Scope,
  incidentId: string,
  { rev, answerId, text, close }: z.infer<typeof answerIncident>,
): Promise<IncidentDetail> {
  const incident = await incidentOr404(deps, scope, incidentId)
  const isRepeated = ({ entries }: IncidentDetail) => entries.some(({ id }) => id === answerId)
  if (isRepeated(incident)) return incident
  if (incident.rev !== rev) throw new AppError('stale', 'answer', { current: incident })

  const at = deps.now()
  const closes = close && !hasEnded(incident.status)
  const taken = incident.status === 'new' || incident.status === 'assigned' ? 'in_progress' : incident.status
  const status = closes ? 'resolved' : taken
  const entry = entryOf({
    id: answerId,
    at: at.toISOString(),
    kind: 'answer',
    by: scope.personName,
    text,
    status: status === incident.status ? null : status,
    delivery: 'queued',
  })
  const edit: IncidentEdit = {
    set: { status, answeredAt: incident.answeredAt ? new Date(incident.answeredAt) : at },
    entries: [entry],
    outbox: [{ id: answerId, event: closes ? 'closed' : 'answered', text }],
  }
  try {
    return await save(deps, scope, incident, edit, 'incident.answer')
  } catch (error) {
    const current = await deps.incidents.get(scope, incidentId)
    if (current && isRepeated(current)) return current // the same click arrived twice at once
    throw error
  }
}
