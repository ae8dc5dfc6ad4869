import { channelCheck, channelState, channelTemplates } from '@pregoner/shared'
import { z } from 'zod'
import type { Channel } from '../channels/channel.ts'
import type { Refusals } from '../channels/hearings.ts'
import type { Connection } from '../channels/whatsapp/connection.ts'
import { AppError } from '../errors.ts'
import type { AuditStore } from '../stores/audit-store.ts'
import type { ChannelStore, Channel as StoredChannel } from '../stores/channel-store.ts'
import type { HearingStore } from '../stores/hearing-store.ts'
import type { TemplateStateStore } from '../stores/template-state-store.ts'
import type { Route } from './route.ts'
import { townRoute } from './route.ts'
import { channelKey, toState } from './towns.ts'

interface ConnectionDeps {
  channels: ChannelStore
  /** A channel with its secrets opened, as it is stored now. */
  openChannel: (key: string) => Promise<Channel | null>
  connection: Connection
  hearings: Pick<HearingStore, 'of'>
  templateStates: Pick<TemplateStateStore, 'seen'>
  /** What of a channel's webhooks was turned away since this server started. */
  refusalsOf?: (channelKey: string) => Refusals
  audit: AuditStore
  /** Addresses of this installation's pages; the first one is where webhooks are to come. */
  origins?: readonly string[]
  now: () => Date
}

const ADMINISTRATORS = ['administrator'] as const
const params = { key: channelKey }
const notAsked = { outcome: 'missing', code: null } as const

/** Connecting a WhatsApp number: how it stands with the platform, its webhook and its templates. */
export function connectionRoutes(deps: ConnectionDeps): Route[] {
  const { channels, openChannel, connection, hearings, templateStates, audit, origins, now } = deps
  const nothingRefused: Refusals = { verify_token: null, signature: null, number: null }
  const refusalsOf = deps.refusalsOf ?? (() => nothingRefused)

  async function find(townKey: string, key: string): Promise<{ stored: StoredChannel; open: Channel }> {
    const stored = (await channels.ofTown(townKey)).find(channel => channel.key === key && channel.kind === 'whatsapp')
    const open = stored && (await openChannel(key))
    if (!stored || !open) throw new AppError('not_found')
    return { stored, open }
  }

  /** What the platform says of the templates now corrects whatever webhook was lost. */
  async function templatesOf(stored: StoredChannel, open: Channel) {
    const askedAt = now()
    const answer = await connection.templates(open, stored.accountId ?? null)
    await templateStates.seen(stored.key, answer.templates, askedAt)
    return answer
  }

  return [
    townRoute({
      method: 'post',
      path: '/towns/:town/channels',
      summary: 'Gives a town the kind of channel it does not have yet. A WhatsApp channel begins without a number.',
      roles: ADMINISTRATORS,
      body: z.strictObject({ kind: z.enum(['whatsapp', 'webchat']) }),
      answer: channelState,
      async run({ townKey, personId }, { body }) {
        const { kind } = body
        if ((await channels.ofTown(townKey)).some(channel => channel.kind === kind)) throw new AppError('already_there')
        const key = kind === 'whatsapp' ? townKey : `${townKey}-web`
        const state = kind === 'whatsapp' ? ('not_connected' as const) : ('live' as const)
        const channel = { key, kind, townKey, phoneNumberId: null, displayNumber: null, state, pausedReason: null }
        if (!(await channels.create(channel))) throw new AppError('already_there')
        await audit.append({ town: townKey, personId, action: 'channel.create', object: key, at: now() })
        return toState(channel)
      },
    }),
    townRoute({
      method: 'post',
      path: '/towns/:town/channels/:key/check',
      summary: 'Asks the platform how the number, the account and its templates stand; says what has arrived from it.',
      roles: ADMINISTRATORS,
      params,
      answer: channelCheck,
      async run({ townKey }, call) {
        const { stored, open } = await find(townKey, call.params.key)
        const accountId = stored.accountId ?? null
        const [hearing, number, subscription, { templates, ...asked }] = await Promise.all([
          hearings.of(open.key),
          connection.number(open),
          connection.subscription(open, accountId),
          templatesOf(stored, open),
        ])
        // Where the number cannot be read at all, the token is what is wrong, and the secret not yet known.
        const secret = number.outcome === 'ok' ? await connection.secret(open) : notAsked
        const refused = refusalsOf(open.key)
        return {
          accountId,
          secrets: {
            accessToken: open.accessToken !== null,
            appSecret: open.appSecret !== null,
            verifyToken: open.verifyToken !== null,
          },
          number,
          secret,
          subscription,
          templates: {
            ...asked,
            all: templates.length,
            approved: templates.filter(({ state }) => state === 'APPROVED').length,
          },
          verifiedAt: hearing.verifiedAt?.toISOString() ?? null,
          webhookAt: hearing.webhookAt?.toISOString() ?? null,
          refused: {
            verifyTokenAt: refused.verify_token?.toISOString() ?? null,
            signatureAt: refused.signature?.toISOString() ?? null,
            numberAt: refused.number?.toISOString() ?? null,
          },
        }
      },
    }),
    townRoute({
      method: 'post',
      path: '/towns/:town/channels/:key/subscription',
      summary: 'Has the account’s webhooks sent here. The platform verifies the address first.',
      roles: ADMINISTRATORS,
      params,
      answer: channelCheck.shape.subscription,
      async run({ townKey, personId }, { params: { key }, request }) {
        const { stored, open } = await find(townKey, key)
        const origin = origins?.[0] ?? request.get('origin') ?? ''
        const callback = `${origin}/webhooks/whatsapp/${encodeURIComponent(key)}`
        const outcome = await connection.subscribe(open, stored.accountId ?? null, callback)
        await audit.append({ town: townKey, personId, action: 'channel.subscribe', object: key, at: now() })
        return outcome
      },
    }),
    townRoute({
      method: 'get',
      path: '/towns/:town/channels/:key/templates',
      summary: 'The account’s message templates with their state, and why one was rejected.',
      roles: ['administrator', 'officer'],
      params,
      answer: channelTemplates,
      async run({ townKey }, call) {
        const { stored, open } = await find(townKey, call.params.key)
        return templatesOf(stored, open)
      },
    }),
  ]
}
