import {
  canBecome,
  type changeIncident,
  hasEnded,
  type IncidentDetail,
  type IncidentEntry,
  type IncidentStatus,
  textIn,
} from '@pregoner/shared'
import type { z } from 'zod'
import type { Scope } from '../accounts/scope.ts'
import { AppError } from '../errors.ts'
import { entryOf } from '../stores/incident-entries.ts'
import type { IncidentEdit } from '../stores/incident-store.ts'
import type { AnsweringDeps } from './answering.ts'
import { incidentOr404, save } from './answering.ts'

type Change = z.infer<typeof changeIncident>

/** The status it gets: the one asked for, or `assigned` when somebody takes a new one on. */
function nextStatus(incident: IncidentDetail, { status, assignee, reason }: Change): IncidentStatus {
  if (status === undefined) return assignee && incident.status === 'new' ? 'assigned' : incident.status
  if (status === incident.status) return status
  if (!canBecome(incident.status, status)) throw new AppError('not_possible', `${incident.status} to ${status}`)
  if (status === 'closed' && !reason?.trim()) throw new AppError('reason_missing')
  return status
}

async function departmentName({ towns }: AnsweringDeps, townKey: string, departmentId: string): Promise<string> {
  const town = await towns.get(townKey)
  const department = town?.departments.find(({ id }) => id === departmentId)
  if (!town || !department) throw new AppError('bad_request', 'no such department')
  return textIn(department.name, town.defaultLanguage, town.defaultLanguage) || departmentId
}

/** Changes status, department or assignee; a change of status may tell the citizen. */
export async function change(
  deps: AnsweringDeps,
  scope: Scope,
  incidentId: string,
  asked: Change,
): Promise<IncidentDetail> {
  const incident = await incidentOr404(deps, scope, incidentId)
  if (incident.rev !== asked.rev) throw new AppError('stale', 'change', { current: incident })

  const told = asked.tell?.trim() ?? ''
  const status = nextStatus(incident, asked)
  const isNewStatus = status !== incident.status
  if (told !== '' && !isNewStatus) throw new AppError('bad_request', 'tells without a change of status')
  const at = deps.now()
  const tellId = `${incidentId}:${incident.rev}`
  const entry = (kind: IncidentEntry['kind'], more: Partial<IncidentEntry>) =>
    entryOf({ id: `${tellId}:${kind}`, at: at.toISOString(), kind, by: scope.personName, ...more })

  const edit: IncidentEdit = { set: {}, entries: [], outbox: [] }
  if (asked.departmentId !== undefined && asked.departmentId !== incident.departmentId) {
    const name = await departmentName(deps, scope.townKey, asked.departmentId)
    edit.set = { departmentId: asked.departmentId, handedFrom: incident.departmentId, assignee: null }
    edit.entries.push({ ...entry('assigned', { text: name }), id: `${tellId}:department` })
  }
  if (asked.assignee !== undefined && asked.assignee !== incident.assignee) {
    edit.set.assignee = asked.assignee
    edit.entries.push(entry('assigned', { text: asked.assignee ?? '' }))
  }
  if (isNewStatus) {
    edit.set.status = status
    edit.entries.push(entry('status', { status, text: asked.reason?.trim() ?? '' }))
  }
  if (told !== '') {
    edit.set.answeredAt = incident.answeredAt ? new Date(incident.answeredAt) : at
    edit.entries.push({ ...entry('answer', { text: told, delivery: 'queued' }), id: tellId })
  }
  const endsDialogue = isNewStatus && hasEnded(status) && incident.mode === 'dialogue'
  if (told !== '' || endsDialogue) {
    edit.outbox.push({ id: tellId, event: hasEnded(status) ? 'closed' : 'answered', text: told })
  }
  if (edit.entries.length === 0) return incident
  return save(deps, scope, incident, edit, 'incident.change')
}
