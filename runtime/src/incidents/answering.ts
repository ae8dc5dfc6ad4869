import { type answerIncident, hasEnded, type IncidentDetail, type MediaFile, type sendAgain } from '@pregoner/shared'
import type { Logger } from 'pino'
import type { z } from 'zod'
import type { Scope } from '../accounts/scope.ts'
import { AppError } from '../errors.ts'
import type { Live } from '../sockets/live.ts'
import type { AuditStore } from '../stores/audit-store.ts'
import type { IncidentEdit } from '../stores/incident-edits.ts'
import { entryOf } from '../stores/incident-entries.ts'
import type { IncidentStore } from '../stores/incident-store.ts'
import type { MediaStore } from '../stores/media-store.ts'
import type { TownStore } from '../stores/town-store.ts'
import { answerParts } from './answer-parts.ts'
import type { HandOverDeps } from './hand-over.ts'
import { handOver } from './hand-over.ts'
import { type NewsDeps, withNews } from './news.ts'
import { requireConversation } from './require-conversation.ts'

export interface AnsweringDeps extends HandOverDeps, NewsDeps {
  incidents: IncidentStore
  towns: TownStore
  media: MediaStore
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

/** With the answer that resolves it the citizen is asked, once, whether it was; where the town wants to know. */
function asking({ asksSolved = false }: IncidentDetail, edit: IncidentEdit): IncidentEdit {
  const isSaid = (input: IncidentEdit['outbox'][number]) =>
    input.event === 'closed' && (input.text !== '' || (input.media ?? []).length > 0)
  if (!asksSolved || edit.set.status !== 'resolved' || !edit.outbox.some(isSaid)) return edit
  return {
    ...edit,
    set: { ...edit.set, asksSolved: false },
    outbox: edit.outbox.map(input => (isSaid(input) ? { ...input, asksSolved: true } : input)),
  }
}

/** Saves an edit of the incident as it was read, tells the feeds, and hands over what the citizen must hear. */
export async function save(
  deps: AnsweringDeps,
  scope: Scope,
  incident: IncidentDetail,
  asked: IncidentEdit,
  action: string,
): Promise<IncidentDetail> {
  const { incidents, audit, live, now } = deps
  const edit = await withNews(deps, scope.townKey, incident, asking(incident, asked))
  const saved = await incidents.edit(scope, incident.id, incident.rev, edit)
  if (!saved) throw new AppError('stale', action, { current: await incidentOr404(deps, scope, incident.id) })
  live.incidentChanged(scope.townKey, saved.summary, edit.set.handedFrom ?? null)
  await audit.append({ town: scope.townKey, personId: scope.personId, action, object: incident.id, at: now() })
  if (edit.outbox.length > 0) await handOver(deps, incident.id)
  return saved.detail
}

/** Carries out a change whose entry has the id `entryId`. The same click arriving twice at once is one change. */
async function once(
  deps: AnsweringDeps,
  scope: Scope,
  incidentId: string,
  entryId: string,
  saving: () => Promise<IncidentDetail>,
): Promise<IncidentDetail> {
  try {
    return await saving()
  } catch (error) {
    const current = await deps.incidents.get(scope, incidentId)
    if (current && hasEntry(current, entryId)) return current
    throw error
  }
}

const hasEntry = ({ entries }: IncidentDetail, entryId: string) => entries.some(({ id }) => id === entryId)

/** The files of this incident with these ids, as its citizen will get them. */
async function filesOf(
  { incidents, media }: AnsweringDeps,
  scope: Scope,
  incidentId: string,
  mediaIds: readonly string[],
): Promise<MediaFile[]> {
  if (mediaIds.length === 0) return []
  const addressee = await incidents.addressee(scope, incidentId)
  const found = await Promise.all(mediaIds.map(mediaId => media.find(scope.townKey, mediaId)))
  return found.map(file => {
    if (!file || !addressee || file.contact !== addressee.convId) throw new AppError('bad_request', 'no such file')
    const { contact: _, ...rest } = file
    return { ...rest, caption: null }
  })
}

/** Sends a person's answer to the citizen. The same `answerId` again is the same answer. */
export async function answer(
  deps: AnsweringDeps,
  scope: Scope,
  incidentId: string,
  { rev, answerId, text, mediaIds = [], close }: z.infer<typeof answerIncident>,
): Promise<IncidentDetail> {
  if (text === '' && mediaIds.length === 0) throw new AppError('bad_request', 'an answer without words or files')
  const incident = await incidentOr404(deps, scope, incidentId)
  if (hasEntry(incident, answerId)) return incident
  requireConversation(incident)
  if (incident.rev !== rev) throw new AppError('stale', 'answer', { current: incident })

  const parts = answerParts(answerId, text, await filesOf(deps, scope, incidentId, mediaIds))
  const at = deps.now()
  const closes = close && !hasEnded(incident.status)
  const taken = incident.status === 'new' || incident.status === 'assigned' ? 'in_progress' : incident.status
  const status = closes ? 'resolved' : taken
  const last = parts.length - 1
  const edit: IncidentEdit = {
    set: { status, answeredAt: incident.answeredAt ? new Date(incident.answeredAt) : at },
    entries: parts.map((part, index) =>
      entryOf({
        ...part,
        at: at.toISOString(),
        kind: 'answer',
        by: scope.personName,
        status: index === last && status !== incident.status ? status : null,
        delivery: 'queued',
      }),
    ),
    outbox: parts.map((part, index) => ({ ...part, event: closes && index === last ? 'closed' : 'answered' })),
  }
  return once(deps, scope, incidentId, answerId, () => save(deps, scope, incident, edit, 'incident.answer'))
}

/**
 * Sends an answer that could not be delivered once more, or the template that asks for a reply, as an entry of its own;
 * the old one is left as it failed.
 * The same `answerId` again is the same answer.
 */
export async function answerAgain(
  deps: AnsweringDeps,
  scope: Scope,
  { incidentId, entryId }: { incidentId: string; entryId: string },
  { rev, answerId }: z.infer<typeof sendAgain>,
): Promise<IncidentDetail> {
  const incident = await incidentOr404(deps, scope, incidentId)
  if (hasEntry(incident, answerId)) return incident
  const failed = incident.entries.find(({ id }) => id === entryId)
  if (failed?.kind !== 'answer' && failed?.kind !== 'delivery') throw new AppError('not_found')
  const isSentAgain = incident.entries.some(({ againOf }) => againOf === entryId)
  const isAsk = failed.kind === 'delivery'
  const isNeeded = !isAsk || incident.entries.some(({ delivery }) => delivery === 'parked')
  if (incident.rev !== rev || isSentAgain || !isNeeded || failed.delivery !== 'failed') {
    throw new AppError('stale', 'answer again', { current: incident })
  }
  const { text, media } = failed
  const entry = entryOf({
    id: answerId,
    at: deps.now().toISOString(),
    kind: failed.kind,
    by: scope.personName,
    text,
    media,
    delivery: 'queued',
    againOf: entryId,
  })
  const said = isAsk ? { text: '', asksReply: true as const } : { text, media }
  const edit: IncidentEdit = { set: {}, entries: [entry], outbox: [{ id: answerId, event: 'answered', ...said }] }
  return once(deps, scope, incidentId, answerId, () => save(deps, scope, incident, edit, 'incident.answer_again'))
}
