import type { ReceivedMessage, SentMessage } from '../types.ts'
import type { Channel, World } from '../world.ts'

/** Somebody with WhatsApp. `phone` may exist and yet be hidden behind a username. */
export interface Identity {
  name?: string
  username?: string
  /** Digits only. */
  phone?: string
  /** When WhatsApp's id differs from the number dialled, as in Brazil and Mexico. */
  waId?: string
  bsuid: string
  hidesPhone: boolean
  hasReadReceipts: boolean
  hasBlockedBusiness: boolean
  hasStoppedMarketing: boolean
}

/** What lies between one person and one number of the business. */
export interface Thread {
  key: string
  channel: Channel
  identity: Identity
  inbox: ReceivedMessage[]
  sent: SentMessage[]
  /** How far a message of the business has come: sent, delivered, read, played, failed. */
  progress: Map<string, string>
  lastInboundAt?: Date
  typingUntil?: Date
  /** When the pair limit would be fully recovered, in milliseconds. */
  pairDebtUntilMs: number
  /** Length of the inbox when the person last did something. */
  inboxAtLastAction: number
  /** Who waits for something of this thread. */
  watchers: Set<() => void>
}

export interface PersonOptions {
  /** With or without `+`; without phone and BSUID a phone is made up unless there is a username. */
  phone?: string
  waId?: string
  bsuid?: string
  username?: string
  name?: string
  /** Phone number id; the first channel by default. */
  channel?: string
  /** Has the phone but writes by username, so that webhooks do not show it. */
  hidesPhone?: boolean
  /** False: never `read`. Default true. */
  hasReadReceipts?: boolean
}

const digitsOf = (phone: string) => phone.replace(/\D/g, '')

const countryOf = (phone: string | undefined) => (phone?.startsWith('39') ? 'IT' : 'ES')

const newThread = (channel: Channel, identity: Identity): Thread => ({
  key: `${channel.phoneNumberId}:${identity.bsuid}`,
  channel,
  identity,
  inbox: [],
  sent: [],
  progress: new Map(),
  pairDebtUntilMs: 0,
  inboxAtLastAction: 0,
  watchers: new Set(),
})

/** The thread of an identity with a channel, begun when there is none. */
export function threadWith(world: World, channel: Channel, identity: Identity): Thread {
  const own = world.threadsOf.get(identity) ?? []
  const known = own.find(thread => thread.channel === channel)
  if (known) return known
  const begun = newThread(channel, identity)
  world.threads.push(begun)
  world.threadsOf.set(identity, [...own, begun])
  world.changed()
  return begun
}

/** An address as the directory keeps it: a BSUID as it is, a phone by its digits. */
export const plainAddress = (address: string) => (/^[A-Z]{2}\./.test(address) ? address : digitsOf(address))

/** Finds the person with this phone, WhatsApp id or BSUID, whatever channel they used before. */
export const identityAt = (world: World, address: string): Identity | undefined =>
  world.directory.get(plainAddress(address))

const addressesOf = ({ phone, waId, bsuid }: Identity) => [phone, waId, bsuid].filter(address => address !== undefined)

/** Gives a person other addresses; who writes to the old ones reaches nobody. */
export function readdress(world: World, identity: Identity, addresses: Partial<Pick<Identity, 'phone' | 'bsuid'>>) {
  for (const address of addressesOf(identity)) world.directory.delete(address)
  if (addresses.phone) delete identity.waId
  Object.assign(identity, addresses)
  for (const address of addressesOf(identity)) world.directory.set(address, identity)
}

/** Finds or makes a person; who is known by phone or BSUID stays the same person on every channel. */
export function meetPerson(world: World, channel: Channel, options: PersonOptions): Thread {
  const hasAddress = options.phone !== undefined || options.bsuid !== undefined || options.username !== undefined
  const made = `346${String(world.threads.length + 1).padStart(8, '0')}`
  const phone = hasAddress ? options.phone && digitsOf(options.phone) : made
  const address = options.bsuid ?? phone
  const known = address === undefined ? undefined : identityAt(world, address)
  if (known) {
    if (phone && !known.phone) {
      readdress(world, known, { phone })
      known.hidesPhone = options.hidesPhone ?? false
    }
    return threadWith(world, channel, known)
  }
  const identity: Identity = {
    ...(options.name !== undefined && { name: options.name }),
    ...(options.username !== undefined && { username: options.username.replace(/^@/, '') }),
    ...(phone && { phone }),
    ...(options.waId && { waId: digitsOf(options.waId) }),
    bsuid: options.bsuid ?? world.ids.bsuid(countryOf(phone)),
    hidesPhone: !phone || (options.hidesPhone ?? false),
    hasReadReceipts: options.hasReadReceipts ?? true,
    hasBlockedBusiness: false,
    hasStoppedMarketing: false,
  }
  readdress(world, identity, {})
  return threadWith(world, channel, identity)
}

/** A thread with an address nobody has; it belongs to no list. */
export const strangerAt = (channel: Channel, { phone, bsuid }: { phone?: string; bsuid?: string }): Thread =>
  newThread(channel, {
    ...(phone && { phone }),
    bsuid: bsuid ?? '',
    hidesPhone: phone === undefined,
    hasReadReceipts: false,
    hasBlockedBusiness: false,
    hasStoppedMarketing: false,
  })
