import { randomUUID } from 'node:crypto'
import { askedId, type BulletinDraft, bulletin, bulletinDraft, bulletinFault, issueDays } from '@pregoner/shared'
import { z } from 'zod'
import type { Scope } from '../accounts/scope.ts'
import { AppError } from '../errors.ts'
import type { AuditStore } from '../stores/audit-store.ts'
import type { BulletinRow, BulletinStore } from '../stores/bulletin-store.ts'
import type { TownStore } from '../stores/town-store.ts'
import { FLOW_ROLES } from './flows.ts'
import type { Route } from './route.ts'
import { townRoute } from './route.ts'

export interface BulletinRouteDeps {
  bulletins: BulletinStore
  towns: TownStore
  audit: AuditStore
  now: () => Date
}

const MAX_JSON_BYTES = 256 * 1024 // several tables' lines in several languages
const id = askedId()
const rev = z.number().int()

/** What a town says week by week by itself. */
export function bulletinRoutes({ bulletins, towns, audit, now }: BulletinRouteDeps): Route[] {
  async function rowOf(scope: Scope, _id: string, draft: BulletinDraft): Promise<Omit<BulletinRow, 'rev'>> {
    const town = await towns.get(scope.townKey)
    if (!town) throw new AppError('not_found')
    const fault = bulletinFault(draft, town)
    if (fault === 'topic' || fault === 'table') throw new AppError('unknown_entry')
    if (fault) throw new AppError('bad_request', 'a line says nothing, or names what there is not')
    const [next] = draft.isOn ? issueDays(draft, town.timeZone, now(), 1) : []
    const written = { by: scope.personName, changedAt: now(), nextAt: next?.at ?? null }
    return { _id, town: town.key, ...draft, template: draft.template ?? null, ...written }
  }
  async function known(scope: Scope, bulletinId: string) {
    const found = await bulletins.get(scope.townKey, bulletinId)
    if (!found) throw new AppError('not_found')
    return found
  }
  const stale = async (scope: Scope, bulletinId: string) =>
    new AppError('stale', 'the bulletin is another one by now', { current: await known(scope, bulletinId) })
  const note = ({ townKey, personId }: Scope, action: string, object: string) =>
    audit.append({ town: townKey, personId, action, object, at: now() })

  return [
    townRoute({
      method: 'get',
      path: '/towns/:town/bulletins',
      summary: 'Bulletins by name: what is sent week by week, when next, and what became of the last ones.',
      roles: FLOW_ROLES,
      answer: z.array(bulletin),
      run: ({ townKey }) => bulletins.list(townKey),
    }),
    townRoute({
      method: 'post',
      path: '/towns/:town/bulletins',
      summary: 'Makes a bulletin. Once it is on, it comes out on its days by itself.',
      roles: FLOW_ROLES,
      body: bulletinDraft,
      maxJsonBytes: MAX_JSON_BYTES,
      answer: bulletin,
      async run(scope, { body }) {
        const made = await bulletins.create(await rowOf(scope, randomUUID(), body))
        await note(scope, 'bulletin.create', made.id)
        return made
      },
    }),
    townRoute({
      method: 'put',
      path: '/towns/:town/bulletins/:id',
      summary: 'Changes revision `rev` of a bulletin, or turns it on or off.',
      roles: FLOW_ROLES,
      params: { id },
      body: bulletinDraft.extend({ rev }),
      maxJsonBytes: MAX_JSON_BYTES,
      answer: bulletin,
      async run(scope, { params, body: { rev: before, ...draft } }) {
        await known(scope, params.id)
        const changed = await bulletins.change(await rowOf(scope, params.id, draft), before)
        if (!changed) throw await stale(scope, params.id)
        await note(scope, 'bulletin.change', changed.id)
        return changed
      },
    }),
    townRoute({
      method: 'delete',
      path: '/towns/:town/bulletins/:id',
      summary: 'Deletes revision `rev` of a bulletin. The notices it became stay.',
      roles: FLOW_ROLES,
      params: { id },
      query: z.strictObject({ rev: z.coerce.number().int() }),
      answer: z.strictObject({ ok: z.literal(true) }),
      async run(scope, { params, query }) {
        await known(scope, params.id)
        if (!(await bulletins.remove(scope.townKey, params.id, query.rev))) throw await stale(scope, params.id)
        await note(scope, 'bulletin.delete', params.id)
        return { ok: true as const }
      },
    }),
  ]
}
