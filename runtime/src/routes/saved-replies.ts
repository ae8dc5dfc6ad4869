import { randomUUID } from 'node:crypto'
import {
  askedId,
  changeSavedReply,
  createSavedReply,
  type NewSavedReply,
  roles,
  type SavedReply,
  savedReply,
} from '@pregoner/shared'
import { z } from 'zod'
import { departmentsOf, type Scope } from '../accounts/scope.ts'
import { AppError } from '../errors.ts'
import type { AuditStore } from '../stores/audit-store.ts'
import type { SavedReplyStore } from '../stores/saved-reply-store.ts'
import type { TownStore } from '../stores/town-store.ts'
import type { Route } from './route.ts'
import { townRoute } from './route.ts'

const MAX_REPLIES = 500 // of one town; nobody finds one among more

interface SavedReplyDeps {
  savedReplies: SavedReplyStore
  towns: TownStore
  audit: AuditStore
  now: () => Date
}

const replyId = askedId()

/** Whether this person may change what is kept for this department: agents only what is their departments' own. */
function mayChange(scope: Scope, departmentId: string | null): boolean {
  const departments = departmentsOf(scope)
  return departments === null || (departmentId !== null && departments.includes(departmentId))
}

export function savedReplyRoutes({ savedReplies, towns, audit, now }: SavedReplyDeps): Route[] {
  async function checkDepartment(scope: Scope, { departmentId }: NewSavedReply): Promise<void> {
    const town = await towns.get(scope.townKey)
    const isKnown = departmentId === null || town?.departments.some(({ id }) => id === departmentId)
    if (!isKnown) throw new AppError('bad_request', 'no such department')
    if (!mayChange(scope, departmentId)) throw new AppError('not_allowed')
  }
  async function changeable(scope: Scope, id: string): Promise<SavedReply> {
    const reply = await savedReplies.get(scope, id)
    if (!reply) throw new AppError('not_found')
    if (!mayChange(scope, reply.departmentId)) throw new AppError('not_allowed')
    return reply
  }
  const note = ({ townKey, personId }: Scope, action: string, object: string) =>
    audit.append({ town: townKey, personId, action, object, at: now() })

  return [
    townRoute({
      method: 'get',
      path: '/towns/:town/saved-replies',
      summary: 'Saved replies by name. Agents get the whole town’s and their departments’.',
      roles,
      answer: z.array(savedReply),
      run: scope => savedReplies.list(scope),
    }),
    townRoute({
      method: 'post',
      path: '/towns/:town/saved-replies',
      summary: 'Saves a reply. Agents save for their departments.',
      roles,
      body: createSavedReply,
      answer: savedReply,
      async run(scope, { body }) {
        await checkDepartment(scope, body)
        if ((await savedReplies.count(scope.townKey)) >= MAX_REPLIES) throw new AppError('too_many', 'saved replies')
        const saved = await savedReplies.create(scope.townKey, randomUUID(), body)
        await note(scope, 'saved_reply.create', saved.id)
        return saved
      },
    }),
    townRoute({
      method: 'put',
      path: '/towns/:town/saved-replies/:reply',
      summary: 'Changes revision `rev` of a saved reply.',
      roles,
      params: { reply: replyId },
      body: changeSavedReply,
      answer: savedReply,
      async run(scope, { params, body: { rev, ...reply } }) {
        await changeable(scope, params.reply)
        await checkDepartment(scope, reply)
        const saved = await savedReplies.change(scope, params.reply, rev, reply)
        if (!saved) throw new AppError('stale', 'saved reply', { current: await changeable(scope, params.reply) })
        await note(scope, 'saved_reply.change', saved.id)
        return saved
      },
    }),
    townRoute({
      method: 'delete',
      path: '/towns/:town/saved-replies/:reply',
      summary: 'Deletes revision `rev` of a saved reply.',
      roles,
      params: { reply: replyId },
      query: z.strictObject({ rev: z.coerce.number().int() }),
      answer: z.strictObject({ ok: z.literal(true) }),
      async run(scope, { params, query }) {
        await changeable(scope, params.reply)
        const isRemoved = await savedReplies.remove(scope, params.reply, query.rev)
        if (!isRemoved) throw new AppError('stale', 'saved reply', { current: await changeable(scope, params.reply) })
        await note(scope, 'saved_reply.delete', params.reply)
        return { ok: true as const }
      },
    }),
  ]
}
