import { randomUUID } from 'node:crypto'
import {
  askedId,
  audience,
  type BroadcastDraft,
  broadcast,
  broadcastDraft,
  broadcastFault,
  broadcastMessage,
  broadcastProgress,
  language,
  segment,
  type TownData,
  testPhone,
} from '@pregoner/shared'
import { z } from 'zod'
import type { Scope } from '../accounts/scope.ts'
import { countAudience } from '../broadcasts/count-audience.ts'
import { testCode } from '../broadcasts/test-code.ts'
import { AppError } from '../errors.ts'
import type { Order } from '../pipeline/orders.ts'
import type { ConversationPlace } from '../pipeline/receive.ts'
import type { Secrets } from '../secrets/secrets.ts'
import type { AudienceStore } from '../stores/audience-store.ts'
import type { AuditStore } from '../stores/audit-store.ts'
import type { BroadcastStore } from '../stores/broadcast-store.ts'
import type { ChannelStore } from '../stores/channel-store.ts'
import type { MediaStore } from '../stores/media-store.ts'
import type { RecipientStore } from '../stores/recipient-store.ts'
import type { TestPhoneStore } from '../stores/test-phone-store.ts'
import type { TownStore } from '../stores/town-store.ts'
import { FLOW_ROLES } from './flows.ts'
import type { Route } from './route.ts'
import { townRoute } from './route.ts'

export interface BroadcastRouteDeps {
  broadcasts: BroadcastStore
  recipients: RecipientStore
  audiences: AudienceStore
  testPhones: TestPhoneStore
  channels: Pick<ChannelStore, 'ofTown'>
  media: Pick<MediaStore, 'find'>
  towns: TownStore
  audit: AuditStore
  secrets: Pick<Secrets, 'hash'>
  order: (place: ConversationPlace, order: Order) => Promise<void>
  /** There is something to send. */
  onBroadcast: () => void
  now: () => Date
}

const id = askedId()
const rev = z.number().int()
const ok = z.strictObject({ ok: z.literal(true) })

/** Notices to many: written, tried on oneself, priced, sent, followed. */
export function broadcastRoutes(deps: BroadcastRouteDeps): Route[] {
  const { broadcasts, recipients, audiences, testPhones, channels, media, towns, audit, secrets, now } = deps

  async function townOf({ townKey }: Scope): Promise<TownData> {
    const town = await towns.get(townKey)
    if (!town) throw new AppError('not_found')
    return town
  }
  async function check(scope: Scope, { pictureId, segment: { topicIds } }: BroadcastDraft): Promise<void> {
    const { topics } = await townOf(scope)
    if (!topicIds.every(each => topics.some(topic => topic.id === each))) throw new AppError('unknown_entry')
    if (pictureId && (await media.find(scope.townKey, pictureId))?.kind !== 'image') throw new AppError('unknown_entry')
  }
  const codeOf = (scope: Scope) => testCode(secrets, scope)
  async function known(scope: Scope, broadcastId: string) {
    const found = await broadcasts.get(scope.townKey, broadcastId)
    if (!found) throw new AppError('not_found')
    return found
  }
  const stale = async (scope: Scope, broadcastId: string) =>
    new AppError('stale', 'the notice is another one by now', { current: await known(scope, broadcastId) })
  const note = ({ townKey, personId }: Scope, action: string, object: string) =>
    audit.append({ town: townKey, personId, action, object, at: now() })

  return [
    townRoute({
      method: 'get',
      path: '/towns/:town/broadcasts',
      summary: 'Notices to many, the newest first.',
      roles: FLOW_ROLES,
      answer: z.array(broadcast),
      run: ({ townKey }) => broadcasts.list(townKey),
    }),
    townRoute({
      method: 'post',
      path: '/towns/:town/broadcasts',
      summary: 'Writes a new notice. Nothing is sent.',
      roles: FLOW_ROLES,
      body: broadcastDraft,
      answer: broadcast,
      async run(scope, { body }) {
        await check(scope, body)
        const made = await broadcasts.create(scope.townKey, randomUUID(), body, scope.personName, now())
        await note(scope, 'broadcast.create', made.id)
        return made
      },
    }),
    townRoute({
      method: 'post',
      path: '/towns/:town/audience',
      summary: 'How many people a segment reaches now, who gets nothing and why, and what it costs.',
      roles: FLOW_ROLES,
      body: segment,
      answer: audience,
      async run(scope, { body }) {
        const town = await townOf(scope)
        const keys = (await channels.ofTown(town.key)).map(({ key }) => key)
        return countAudience(audiences, town, keys, body, now())
      },
    }),
    townRoute({
      method: 'get',
      path: '/towns/:town/test-phone',
      summary: 'Where a try of a notice goes: to whoever wrote this person’s code to the channel within a day.',
      roles: FLOW_ROLES,
      answer: testPhone,
      async run(scope) {
        const code = codeOf(scope)
        return { code, phone: (await testPhones.find(scope.townKey, code, now()))?.phone ?? null }
      },
    }),
    townRoute({
      method: 'get',
      path: '/towns/:town/broadcasts/:id',
      summary: 'A notice and how far it got.',
      roles: FLOW_ROLES,
      params: { id },
      answer: z.strictObject({ broadcast, progress: broadcastProgress }),
      async run(scope, { params }) {
        const found = await known(scope, params.id)
        return { broadcast: found, progress: await recipients.progress(found.id) }
      },
    }),
    townRoute({
      method: 'put',
      path: '/towns/:town/broadcasts/:id',
      summary: 'Changes revision `rev` of a notice that was not sent yet.',
      roles: FLOW_ROLES,
      params: { id },
      body: broadcastDraft.extend({ rev }),
      answer: broadcast,
      async run(scope, { params, body: { rev: before, ...draft } }) {
        await known(scope, params.id)
        await check(scope, draft)
        const changed = await broadcasts.change(scope.townKey, params.id, before, draft, scope.personName, now())
        if (!changed) throw await stale(scope, params.id)
        await note(scope, 'broadcast.change', changed.id)
        return changed
      },
    }),
    townRoute({
      method: 'delete',
      path: '/towns/:town/broadcasts/:id',
      summary: 'Deletes revision `rev` of a notice that was not sent yet.',
      roles: FLOW_ROLES,
      params: { id },
      query: z.strictObject({ rev: z.coerce.number().int() }),
      answer: ok,
      async run(scope, { params, query }) {
        await known(scope, params.id)
        if (!(await broadcasts.remove(scope.townKey, params.id, query.rev))) throw await stale(scope, params.id)
        await note(scope, 'broadcast.delete', params.id)
        return { ok: true as const }
      },
    }),
    townRoute({
      method: 'post',
      path: '/towns/:town/broadcasts/:id/test',
      summary: 'Sends revision `rev` to the phone of whoever asks, in one language, and to nobody else.',
      roles: FLOW_ROLES,
      params: { id },
      body: z.strictObject({ rev, language }),
      answer: ok,
      async run(scope, { params, body }) {
        const [town, draft] = await Promise.all([townOf(scope), known(scope, params.id)])
        if (draft.rev !== body.rev) throw await stale(scope, params.id)
        if (broadcastFault(draft)) throw new AppError('bad_request', 'it says nothing, or too much')
        const own = await testPhones.find(scope.townKey, codeOf(scope), now())
        if (!own) throw new AppError('no_test_phone')
        await deps.order(own.place, {
          ...{ kind: 'broadcast', id: `try:${randomUUID()}`, broadcastId: null },
          message: broadcastMessage(draft, body.language, town.defaultLanguage),
        })
        return { ok: true as const }
      },
    }),
    townRoute({
      method: 'post',
      path: '/towns/:town/broadcasts/:id/send',
      summary: 'Sends revision `rev` now, once, to everybody its segment reaches.',
      roles: FLOW_ROLES,
      params: { id },
      body: z.strictObject({ rev }),
      answer: broadcast,
      async run(scope, { params, body }) {
        const draft = await known(scope, params.id)
        await check(scope, draft)
        if (broadcastFault(draft)) throw new AppError('bad_request', 'it says nothing, or too much')
        const begun = await broadcasts.begin(scope.townKey, params.id, body.rev, scope.personName, now())
        if (!begun) throw await stale(scope, params.id)
        await note(scope, 'broadcast.send', begun.id)
        deps.onBroadcast()
        return begun
      },
    }),
  ]
}
