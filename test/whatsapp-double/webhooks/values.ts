import { recordOf, recordsOf } from '../json.ts'
import type { Identity, Thread } from '../people/thread.ts'
import type { Channel } from '../world.ts'

/** One change of a webhook: `field` and `value` of a channel. */
export interface Update {
  channel: Channel
  /** Updates of one lane are sent one after the other. */
  lane: string
  field: string
  value: Record<string, unknown>
}

export const seconds = (at: Date) => String(Math.floor(at.getTime() / 1000))

export const metadataOf = (channel: Channel) => ({
  display_phone_number: channel.digits,
  phone_number_id: channel.phoneNumberId,
})

/** The phone as webhooks show it: absent for people who write by username only. */
export const shownPhone = (identity: Identity) => (identity.hidesPhone ? undefined : (identity.waId ?? identity.phone))

export function contactOf(identity: Identity) {
  const phone = shownPhone(identity)
  const profile = {
    ...(identity.name !== undefined && { name: identity.name }),
    ...(identity.username !== undefined && { username: `@${identity.username}` }),
  }
  return { profile, ...(phone && { wa_id: phone }), user_id: identity.bsuid }
}

/** A `messages` change with one message of a person. System messages come without `contacts`. */
export function messageUpdate({ channel, identity, key }: Thread, message: Record<string, unknown>): Update {
  const contacts = message.type === 'system' ? {} : { contacts: [contactOf(identity)] }
  const value = { messaging_product: 'whatsapp', metadata: metadataOf(channel), ...contacts, messages: [message] }
  return { channel, lane: key, field: 'messages', value }
}

export function statusUpdate(
  { channel, identity, key }: Thread,
  status: Record<string, unknown>,
  { hasContact }: { hasContact: boolean },
): Update {
  const contacts = hasContact ? { contacts: [contactOf(identity)] } : {}
  const value = { messaging_product: 'whatsapp', metadata: metadataOf(channel), ...contacts, statuses: [status] }
  return { channel, lane: key, field: 'messages', value }
}

/** Several updates of one channel as one envelope; neighbours of a kind share one `value`. */
export function envelopeOf(updates: readonly Update[]) {
  const changes: { field: string; value: Record<string, unknown> }[] = []
  for (const { field, value } of updates) {
    const last = changes.at(-1)
    const list = 'messages' in value ? 'messages' : 'statuses'
    if (last && last.field === field && list in last.value && list in value)
      last.value = joined(last.value, value, list)
    else changes.push({ field, value })
  }
  return { object: 'whatsapp_business_account', entry: [{ id: updates[0]?.channel.wabaId ?? '', changes }] }
}

function joined(first: Record<string, unknown>, second: Record<string, unknown>, list: string) {
  const contacts = [...recordsOf(first.contacts), ...recordsOf(second.contacts)]
  const known = new Map(contacts.map(contact => [recordOf(contact).user_id, contact]))
  return {
    ...first,
    ...(known.size > 0 && { contacts: [...known.values()] }),
    [list]: [...recordsOf(first[list]), ...recordsOf(second[list])],
  }
}
