import type { ErasureStore } from '../stores/erasure-store.ts'
import type { IdentityStore } from '../stores/identity-store.ts'
import type { Hint } from '../stores/inbox-store.ts'
import type { Keys } from './keys.ts'
import { conversationOf } from './receive.ts'

const MAX_KNOWN = 50_000 // identities hardly ever change, so the cache only needs a bound
const MAX_TIMES = 1_000

export type Contacts = ReturnType<typeof createContacts>

type Erasures = Pick<ErasureStore, 'among'>

/** Who somebody seen by this identity for the first time is: nobody who was forgotten. */
export async function newContactId(
  channelId: string,
  identityKey: string,
  { keys, erasures }: { keys: Keys; erasures: Erasures },
): Promise<string> {
  for (let times = 0; times < MAX_TIMES; times += 1) {
    const contactId = keys.contact(identityKey, times)
    const proof = keys.erased(`${channelId}:${contactId}`)
    if (!(await erasures.among([proof])).has(proof)) return contactId
  }
  throw new Error('somebody was forgotten too often')
}

/** Finds the conversation something belongs to, whatever identity the person was seen by. */
export function createContacts(identities: IdentityStore, keys: Keys, erasures: Erasures) {
  const known = new Map<string, string>()

  const remember = (key: string, contactId: string) => {
    if (known.size >= MAX_KNOWN) known.delete(known.keys().next().value ?? '')
    known.set(key, contactId)
  }

  async function load(unknown: readonly string[]): Promise<void> {
    if (unknown.length === 0) return
    for (const [key, contactId] of await identities.contactsOf(unknown)) remember(key, contactId)
  }

  /** Who these people are, as `newContactId` says; asked for together, because few were ever forgotten. */
  async function newContacts(people: readonly { channelId: string; key: string }[]): Promise<Map<string, string>> {
    const proofOf = ({ channelId, key }: (typeof people)[number]) => keys.erased(`${channelId}:${keys.contact(key)}`)
    const forgotten = await erasures.among(people.map(proofOf))
    const found = people.map(async person => {
      const isForgotten = forgotten.has(proofOf(person))
      const { channelId, key } = person
      return [key, isForgotten ? await newContactId(channelId, key, { keys, erasures }) : keys.contact(key)] as const
    })
    return new Map(await Promise.all(found))
  }

  /** Gives identities without a contact the contact of their companions, or a new one. */
  async function create(hints: readonly Hint[]): Promise<void> {
    const strangers = hints.flatMap(({ identities: own, channelId }) => {
      const [first] = own
      return first && !own.some(key => known.has(key)) ? [{ channelId, key: first }] : []
    })
    const fresh = await newContacts(strangers)
    const rows = new Map<string, string>()
    for (const { identities: own } of hints) {
      const missing = own.filter(key => !known.has(key))
      const first = own[0]
      if (missing.length === 0 || !first) continue
      const companions = own.map(key => known.get(key) ?? rows.get(key)).find(Boolean)
      const contactId = companions ?? fresh.get(first) ?? keys.contact(first)
      for (const key of missing) rows.set(key, contactId)
    }
    if (rows.size === 0) return
    await identities.add([...rows].map(([key, contactId]) => ({ key, contactId })))
    await load([...rows.keys()])
  }

  return {
    /** Conversation id per route. Creates contacts that are new; two at once still make one. */
    async conversationsOf(hints: readonly Hint[]): Promise<Map<string, string>> {
      const people = hints.filter(({ route }) => conversationOf(route) === null)
      await load([...new Set(people.flatMap(hint => hint.identities))].filter(key => !known.has(key)))
      await create(people)
      return new Map(
        hints.flatMap(({ route, channelId, identities: own }) => {
          const convId = conversationOf(route)
          if (convId !== null) return [[route, convId]]
          const contactId = own.map(key => known.get(key)).find(Boolean)
          return contactId ? [[route, `${channelId}:${contactId}`]] : []
        }),
      )
    },

    /** The person has a new identity: it leads to the contact they already are. */
    async lead(newKeys: readonly string[], contactId: string): Promise<void> {
      await identities.lead(newKeys, contactId)
      for (const key of newKeys) remember(key, contactId)
    },

    /** Nothing leads to this contact any more; who comes by the same identity is somebody new. */
    async forget(contactId: string): Promise<number> {
      const count = await identities.forget(contactId)
      for (const [key, of] of known) if (of === contactId) known.delete(key)
      return count
    },
  }
}
