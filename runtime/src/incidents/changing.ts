import {
  canBecome,
  type changeIncident,
  hasEnded,
  type IncidentDetail,
  type IncidentEntry,
  type IncidentStatus,
} from '@pregoner/shared'
import type { z } from 'zod'
import { colleagueAt } from '../accounts/colleagues.ts'
import type { Scope } from '../accounts/scope.ts'
import { AppError } from '../errors.ts'
import type { AccountStore } from '../stores/account-store.ts'
import type { IncidentEdit } from '../stores/incident-edits.ts'
import { entryOf } from '../stores/incident-entries.ts'
import type { AnsweringDeps } from './answering.ts'
import { incidentOr404, save } from './answering.ts'
import { requireConversation } from './require-conversation.ts'

export interface ChangingDeps extends AnsweringDeps {
  people: Pick<AccountStore, 'inTown'>
}

type Change = z.infer<typeof changeIncident>
/** Adds a line to the story, one of each kind at most. */
type Tell = (kind: IncidentEntry['kind'], more?: Partial<IncidentEntry>) => void

/** The status it gets: the one asked for, or `assigned` when somebody takes a new one on. */
function nextStatus(incident: IncidentDetail, { status, assigneeId, reason }: Change): IncidentStatus {
  if (status === undefined) return assigneeId && incident.status === 'new' ? 'assigned' : incident.status
  if (status === incident.status) return status
  if (!canBecome(incident.status, status)) throw new AppError('not_possible', `${incident.status} to ${status}`)
  if (status === 'closed' && !reason?.trim()) throw new AppError('reason_missing')
  return status
}

/** Passes it on to a department, to a colleague, or to both; the note goes with it. */
async function passOn(
  { towns, people }: ChangingDeps,
  scope: Scope,
  incident: IncidentDetail,
  { departmentId = incident.departmentId, assigneeId, note = '' }: Change,
  tell: Tell,
): Promise<IncidentEdit['set']> {
  const set: IncidentEdit['set'] = {}
  const isElsewhere = departmentId !== incident.departmentId
  if (isElsewhere) {
    const town = await towns.get(scope.townKey)
    if (!town?.departments.some(({ id }) => id === departmentId))
      throw new AppError('bad_request', 'no such department')
    Object.assign(set, { departmentId, handedFrom: incident.departmentId, assignee: null, assigneeId: null })
    tell('department', { to: departmentId, text: note.trim() })
  }
  const hadName = incident.assignee !== null && !isElsewhere
  if (assigneeId) {
    const { id, name } = await colleagueAt(people, scope, departmentId, assigneeId)
    if (id !== incident.assigneeId || isElsewhere) {
      Object.assign(set, { assignee: name, assigneeId: id })
      tell('assigned', { to: name, text: isElsewhere ? '' : note.trim() })
    }
  } else if (assigneeId === null && hadName) {
    Object.assign(set, { assignee: null, assigneeId: null })
    tell('assigned', { to: '', text: note.trim() })
  }
  if (note.trim() !== '' && Object.keys(set).length === 0) throw new AppError('bad_request', 'a note for nobody')
  return set
}

/** Begins or ends the wait for the citizen; what has ended cannot wait. */
function wait(incident: IncidentDetail, waiting: boolean, status: IncidentStatus, at: Date, tell: Tell) {
  if (waiting && hasEnded(status)) throw new AppError('not_possible', `${status} cannot wait`)
  if (waiting === (incident.waitingSince !== null)) return {}
  tell(waiting ? 'waiting' : 'resumed')
  return { waitingSince: waiting ? at : null }
}

/** Changes status, department, colleague, priority, or whose turn it is; a change of status may tell the citizen. */
export async function change(
  deps: ChangingDeps,
  scope: Scope,
  incidentId: string,
  asked: Change,
): Promise<IncidentDetail> {
  const incident = await incidentOr404(deps, scope, incidentId)
  if (incident.rev !== asked.rev) throw new AppError('stale', 'change', { current: incident })

  const told = asked.tell?.trim() ?? ''
  if (told !== '') requireConversation(incident)
  const status = nextStatus(incident, asked)
  const isNewStatus = status !== incident.status
  if (told !== '' && !isNewStatus) throw new AppError('bad_request', 'tells without a change of status')
  const at = deps.now()
  const tellId = `${incidentId}:${incident.rev}`
  const edit: IncidentEdit = { set: {}, entries: [], outbox: [] }
  const tell: Tell = (kind, more = {}) => {
    edit.entries.push(entryOf({ id: `${tellId}:${kind}`, at: at.toISOString(), kind, by: scope.personName, ...more }))
  }

  Object.assign(edit.set, await passOn(deps, scope, incident, asked, tell))
  if (asked.priority !== undefined && asked.priority !== incident.priority) {
    edit.set.priority = asked.priority
    tell('priority', { to: asked.priority })
  }
  if (isNewStatus) {
    edit.set.status = status
    tell('status', { status, text: asked.reason?.trim() ?? '' })
  }
  if (asked.waiting !== undefined) Object.assign(edit.set, wait(incident, asked.waiting, status, at, tell))
  if (told !== '') {
    edit.set.answeredAt = incident.answeredAt ? new Date(incident.answeredAt) : at
    tell('answer', { id: tellId, text: told, delivery: 'queued' })
  }
  const endsDialogue = isNewStatus && hasEnded(status) && incident.mode === 'dialogue'
  if (told !== '' || endsDialogue) {
    edit.outbox.push({ id: tellId, event: hasEnded(status) ? 'closed' : 'answered', text: told })
  }
  if (edit.entries.length === 0) return incident
  const changed = await save(deps, scope, incident, edit, 'incident.change')
  // No duplicate after all: whoever reported it hears of their own again, and no longer of the other one.
  if (isNewStatus && incident.duplicateOf) {
    const left = await deps.followers.stopFollowing(scope.townKey, incident.duplicateOf.id, incident.id)
    if (left) deps.live.incidentChanged(scope.townKey, left)
  }
  return changed
}
