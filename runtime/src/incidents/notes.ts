import { type IncidentDetail, mentionsIn, type noteIncident } from '@pregoner/shared'
import type { z } from 'zod'
import { colleaguesAt, colleaguesOf } from '../accounts/colleagues.ts'
import type { Scope } from '../accounts/scope.ts'
import { AppError } from '../errors.ts'
import type { IncidentEdit } from '../stores/incident-edits.ts'
import { entryOf } from '../stores/incident-entries.ts'
import { incidentOr404, save } from './answering.ts'
import type { ChangingDeps } from './changing.ts'

const MAX_TRIES = 5

/** Writes a note that only the town hall sees, and asks for the colleagues whom it mentions. */
export async function note(
  deps: ChangingDeps,
  scope: Scope,
  incidentId: string,
  { rev, text }: z.infer<typeof noteIncident>,
): Promise<IncidentDetail> {
  const incident = await incidentOr404(deps, scope, incidentId)
  if (incident.rev !== rev) throw new AppError('stale', 'note', { current: incident })
  const colleagues = colleaguesAt(await colleaguesOf(deps.people, scope), incident.departmentId)
  const asked = mentionsIn(text, colleagues).map(({ id }) => id)
  const others = asked.filter(id => id !== scope.personId && !incident.mentioned.includes(id))
  const at = deps.now().toISOString()
  const entry = entryOf({ id: `${incidentId}:${rev}:note`, at, kind: 'note', by: scope.personName, text })
  const edit: IncidentEdit = { set: {}, entries: [entry], outbox: [] }
  if (others.length > 0) edit.set.mentioned = [...incident.mentioned, ...others]
  return save(deps, scope, incident, edit, 'incident.note')
}

/** Says that one has seen what a note asked one for. Nothing in the story changes, so any `rev` will do. */
export async function seen(deps: ChangingDeps, scope: Scope, incidentId: string): Promise<IncidentDetail> {
  for (let tries = 1; ; tries += 1) {
    const incident = await incidentOr404(deps, scope, incidentId)
    if (!incident.mentioned.includes(scope.personId)) return incident
    const mentioned = incident.mentioned.filter(id => id !== scope.personId)
    try {
      return await save(deps, scope, incident, { set: { mentioned }, entries: [], outbox: [] }, 'incident.seen')
    } catch (error) {
      const isStale = error instanceof AppError && error.code === 'stale'
      if (!isStale || tries >= MAX_TRIES) throw error
    }
  }
}
