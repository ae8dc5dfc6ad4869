import { askedId, channelState, roles, townOverview } from '@pregoner/shared'
import { z } from 'zod'
import { AppError } from '../errors.ts'
import type { AuditStore } from '../stores/audit-store.ts'
import type { Channel, ChannelStore } from '../stores/channel-store.ts'
import { channelSecretNames } from '../stores/channel-store.ts'
import type { TemplateStateStore } from '../stores/template-state-store.ts'
import type { TownStore } from '../stores/town-store.ts'
import { connectNumber } from '../towns/connect-number.ts'
import type { Route } from './route.ts'
import { townRoute } from './route.ts'

interface TownDeps {
  towns: TownStore
  channels: ChannelStore
  templateStates: Pick<TemplateStateStore, 'troublesOf'>
  audit: AuditStore
  now: () => Date
}

export const channelKey = askedId()
const changeChannel = z.strictObject({ state: z.enum(['live', 'paused']) })
const secret = z.string().trim().min(8).max(2_000).optional()
const channelSecrets = z.strictObject({
  phoneNumberId: z
    .string()
    .trim()
    .max(60)
    .regex(/^[\w-]+$/),
  displayNumber: z.string().trim().max(40),
  /** The platform's account, for webhooks and templates. */
  accountId: z
    .string()
    .trim()
    .max(60)
    .regex(/^[\w-]+$/)
    .optional(),
  accessToken: secret,
  appSecret: secret,
  verifyToken: secret,
})
/** What officers see of a channel. */
export const toState = ({ key, kind, displayNumber, phoneNumberId, state, pausedReason, windowTemplate }: Channel) => ({
  key,
  kind,
  displayNumber,
  phoneNumberId,
  state,
  pausedReason,
  windowTemplate: windowTemplate ?? null,
})

export const townRoutes = ({ towns, channels, templateStates, audit, now }: TownDeps): Route[] => [
  townRoute({
    method: 'get',
    path: '/towns/:town',
    summary: 'All of a town that flows and screens need: departments, calendars, tables, topics, channels.',
    roles,
    answer: townOverview,
    async run({ townKey }) {
      const town = await towns.get(townKey)
      if (!town) throw new AppError('not_found')
      const known = await channels.ofTown(townKey)
      const told = known.map(async channel => {
        const { key, windowTemplate } = channel
        if (!windowTemplate) return toState(channel)
        const windowTroubles = await templateStates.troublesOf(key, windowTemplate.name, windowTemplate.languages)
        return { ...toState(channel), windowTroubles }
      })
      return { town, channels: await Promise.all(told) }
    },
  }),
  townRoute({
    method: 'patch',
    path: '/towns/:town/channels/:key',
    summary: 'Pauses a channel or makes it live. One without its secrets cannot go live.',
    roles: ['administrator'],
    params: { key: channelKey },
    body: changeChannel,
    answer: channelState,
    async run({ townKey, personId }, { params, body }) {
      const channel = (await channels.ofTown(townKey)).find(({ key }) => key === params.key)
      if (!channel) throw new AppError('not_found')
      if (body.state === 'live' && channel.kind === 'whatsapp') {
        const kept = await channels.secrets(params.key)
        if (!channel.phoneNumberId || channelSecretNames.some(name => !kept[name])) throw new AppError('not_connected')
      }
      const changed = await channels.change(townKey, params.key, { state: body.state, pausedReason: null })
      if (!changed) throw new AppError('not_found')
      await audit.append({ town: townKey, personId, action: `channel.${body.state}`, object: params.key, at: now() })
      return toState(changed)
    },
  }),
  townRoute({
    method: 'put',
    path: '/towns/:town/channels/:key/secrets',
    summary: 'Connects a WhatsApp number. Secrets are sealed and never read back; those left out stay as they are.',
    roles: ['administrator'],
    params: { key: channelKey },
    body: channelSecrets,
    answer: channelState,
    async run({ townKey, personId }, { params, body }) {
      const { phoneNumberId, displayNumber, accountId, ...secrets } = body
      const open = { phoneNumberId, displayNumber, ...(accountId !== undefined && { accountId }) }
      const changed = await connectNumber(channels, townKey, params.key, { ...open, secrets })
      await audit.append({ town: townKey, personId, action: 'channel.secrets', object: params.key, at: now() })
      return toState(changed)
    },
  }),
]
