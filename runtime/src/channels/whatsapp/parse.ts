import type { MediaFile, MediaKind } from '@pregoner/shared'
import type { z } from 'zod'
import type { ChannelNews, DeliveryReport, Identity, InboundItem, InboundMessage, RemoteFile } from '../channel.ts'
import * as read from './envelope.ts'
import { meaningOf } from './errors.ts'

/** Our own id for a file the platform holds. */
export type NameMedia = (platformId: string) => string

const stampOf = (stamp: string | number | undefined, now: Date): Date => {
  const seconds = Number(stamp)
  return Number.isFinite(seconds) && seconds > 0 && seconds < 4_102_444_800 ? new Date(seconds * 1000) : now
}

/** Business-scoped id first: a redelivery routes alike even when the number comes and goes. */
function identitiesOf(ids: { user?: string; parent?: string; phone?: string }): Identity[] {
  const phone = ids.phone?.replace(/\D/g, '')
  return [
    ...(ids.user ? [{ type: 'bsuid' as const, value: ids.user.slice(0, 200) }] : []),
    ...(phone ? [{ type: 'phone' as const, value: phone.slice(0, 20) }] : []),
    ...(ids.parent ? [{ type: 'parent_bsuid' as const, value: ids.parent.slice(0, 200) }] : []),
  ]
}

const isNonEmpty = (identities: Identity[]): identities is [Identity, ...Identity[]] => identities.length > 0

const mediaKinds = ['image', 'video', 'audio', 'document', 'sticker'] as const satisfies readonly MediaKind[]

interface Content {
  text: string | null
  choiceId: string | null
  media: MediaFile[]
  place: InboundMessage['reply']['place']
  files: RemoteFile[]
}

function filesIn(
  message: read.Message,
  nameMedia: NameMedia,
): Pick<Content, 'media' | 'files'> & { caption: string | null } {
  for (const kind of mediaKinds) {
    const file = message[kind]
    if (!file) continue
    const mediaId = nameMedia(file.id)
    const caption = file.caption ?? null
    const media = {
      mediaId,
      kind,
      mime: (file.mime_type ?? 'application/octet-stream').slice(0, 200),
      name: file.filename?.slice(0, 300) ?? null,
      caption: caption?.slice(0, 4_096) ?? null,
    }
    return { media: [media], files: [{ mediaId, platformId: file.id }], caption }
  }
  return { media: [], files: [], caption: null }
}

function sharedContact(contacts: unknown[] | undefined): string | null {
  const [first] = (contacts ?? []) as { phones?: { phone?: unknown }[] }[]
  const phone = first?.phones?.[0]?.phone
  return typeof phone === 'string' ? phone : null
}

function contentOf(message: read.Message, nameMedia: NameMedia): Content {
  const { caption, ...files } = filesIn(message, nameMedia)
  const { interactive, button, location } = message
  const chosen = interactive?.button_reply ?? interactive?.list_reply
  const text =
    message.text?.body ??
    chosen?.title ??
    button?.text ??
    interactive?.nfm_reply?.body ??
    message.order?.text ??
    sharedContact(message.contacts) ??
    caption
  return {
    ...files,
    text: text ?? null,
    choiceId: chosen?.id.slice(0, 300) ?? button?.payload?.slice(0, 300) ?? null,
    place: location
      ? {
          latitude: location.latitude,
          longitude: location.longitude,
          name: location.name?.slice(0, 1_000) ?? null,
          address: location.address?.slice(0, 1_000) ?? null,
        }
      : null,
  }
}

/** Kinds that open the service window but answer nothing. */
const silentTypes = new Set(['reaction', 'edit', 'revoke', 'request_welcome', 'system', 'unsupported', 'unknown'])

function parseSystem(message: read.Message): InboundItem | null {
  const { system } = message
  if (!system?.type?.startsWith('user_changed')) return null
  const from = identitiesOf({
    user: system.previous_user_id ?? message.from_user_id,
    phone: message.from,
    parent: system.previous_parent_user_id,
  })
  const to = identitiesOf({ user: system.user_id, phone: system.wa_id, parent: system.parent_user_id })
  return isNonEmpty(from) && isNonEmpty(to) ? { kind: 'identity_change', externalId: message.id, from, to } : null
}

function parseMessage(raw: unknown, senders: read.Sender[], now: Date, nameMedia: NameMedia): InboundItem {
  const parsed = read.message.safeParse(raw)
  if (!parsed.success) return unknown(raw)
  const message = parsed.data
  const changed = parseSystem(message)
  if (changed) return changed
  const person = senders.find(
    ({ wa_id, user_id }) =>
      (user_id !== undefined && user_id === message.from_user_id) || (wa_id !== undefined && wa_id === message.from),
  )
  const identities = identitiesOf({
    user: message.from_user_id ?? person?.user_id,
    phone: message.from ?? person?.wa_id,
    parent: message.from_parent_user_id ?? person?.parent_user_id,
  })
  if (!isNonEmpty(identities) || message.group_id) return unknown(raw)
  const { files, ...reply } = contentOf(message, nameMedia)
  const isEmpty = reply.text === null && reply.choiceId === null && reply.media.length === 0 && reply.place === null
  return {
    kind: 'message',
    externalId: message.id,
    identities,
    name: person?.profile?.name ?? null,
    at: stampOf(message.timestamp, now),
    reply: { kind: 'reply', ...reply },
    files,
    isSilent: silentTypes.has(message.type ?? '') || isEmpty,
  }
}

const unknown = (raw: unknown): InboundItem => ({
  kind: 'unknown',
  externalId: JSON.stringify(raw ?? null).slice(0, 20_000),
  raw,
})

const reportStates: Record<string, DeliveryReport['status'] | undefined> = {
  sent: 'accepted',
  delivered: 'delivered',
  read: 'read',
  played: 'read',
  failed: 'failed',
}

/** A passing trouble of the platform or of the whole channel is no fault of this message. */
function againAfter(code: number | undefined): number | null {
  const { action, afterMs } = meaningOf(code ?? -1)
  return action === 'drop' ? null : afterMs
}

function parseStatus(raw: unknown, now: Date): InboundItem[] {
  const parsed = read.status.safeParse(raw)
  const state = parsed.success ? reportStates[parsed.data.status] : undefined
  if (!parsed.success || !state) return []
  const { id, timestamp, biz_opaque_callback_data, errors } = parsed.data
  const error = errors?.map(one => read.reportedError.safeParse(one)).find(one => one.success)?.data
  return [
    {
      kind: 'status',
      platformId: id,
      effectId: biz_opaque_callback_data ?? null,
      status: state,
      error: error ? { code: error.code, text: error.title ?? '' } : null,
      againAfterMs: state === 'failed' ? againAfter(error?.code) : null,
      at: stampOf(timestamp, now),
    },
    ...(errors ?? []).flatMap(parseError).filter(({ isFatal }) => isFatal),
  ]
}

function parsePreference(raw: unknown): InboundItem[] {
  const parsed = read.preference.safeParse(raw)
  if (!parsed.success) return []
  const { user_id, wa_id, value, category, timestamp } = parsed.data
  const identities = identitiesOf({ user: user_id, phone: wa_id })
  const isKnown = category === 'marketing_messages' && (value === 'stop' || value === 'resume')
  if (!isKnown || !isNonEmpty(identities)) return []
  const externalId = `${user_id ?? wa_id}|${timestamp}|${value}`
  return [{ kind: 'opt_out', externalId, identities, isStop: value === 'stop' }]
}

const parseError = (raw: unknown): ChannelNews[] => {
  const parsed = read.reportedError.safeParse(raw)
  return parsed.success
    ? [{ kind: 'channel_news', code: String(parsed.data.code), isFatal: meaningOf(parsed.data.code).action === 'halt' }]
    : []
}

const accountFields = new Set(['account_update', 'account_alerts', 'phone_number_quality_update', 'security'])

function parseChange(value: z.infer<typeof read.changeValue>, now: Date, nameMedia: NameMedia): InboundItem[] {
  const senders = (value.contacts ?? []).flatMap(raw => read.sender.safeParse(raw).data ?? [])
  return [
    ...(value.messages ?? []).map(raw => parseMessage(raw, senders, now, nameMedia)),
    ...(value.statuses ?? []).flatMap(raw => parseStatus(raw, now)),
    ...(value.user_preferences ?? []).flatMap(parsePreference),
    ...(value.errors ?? []).flatMap(parseError),
  ]
}

/** Everything in a webhook body that is for this number, in our words; null when the body is no webhook at all. */
export function parseWebhook(
  body: unknown,
  phoneNumberId: string | null,
  now: Date,
  nameMedia: NameMedia,
): { items: InboundItem[]; foreign: number } | null {
  const parsed = read.envelope.safeParse(body)
  if (!parsed.success) return null
  const items: InboundItem[] = []
  let foreign = 0
  for (const { field, value } of parsed.data.entry.flatMap(({ changes }) => changes ?? [])) {
    if (!value) continue
    if (accountFields.has(field ?? '')) items.push({ kind: 'channel_news', code: field ?? '', isFatal: false })
    const change = read.changeValue.parse(value)
    const number = change.metadata?.phone_number_id
    const isPersonal = change.messages ?? change.statuses ?? change.user_preferences
    const isForeign = isPersonal || number !== undefined ? number !== phoneNumberId : false
    if (isForeign) foreign += 1
    else items.push(...parseChange(change, now, nameMedia))
  }
  return { items, foreign }
}
