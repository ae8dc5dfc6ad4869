import type { IdentityStore } from '../stores/identity-store.ts'
import type { Keys } from './keys.ts'
import { conversationOf, type Hint } from './receive.ts'

const MAX_KNOWN = 50_000 // identities never change, so the cache only needs a bound

export type Contacts = ReturnType<typeof createContacts>

/** Finds the conversation something belongs to, whatever identity the person was seen by. */
export function createContacts(identities: IdentityStore, keys: Keys) {
  const known = new Map<string, string>()

  const remember = (key: string, contactId: string) => {
    if (known.size >= MAX_KNOWN) known.delete(known.keys().next().value ?? '')
    known.set(key, contactId)
  }

  async function load(unknown: readonly string[]): Promise<void> {
    if (unknown.length === 0) return
    for (const [key, contactId] of await identities.contactsOf(unknown)) remember(key, contactId)
  }

  /** Gives identities without a contact the contact of their companions, or a new one. */
  async function create(hints: readonly Hint[]): Promise<void> {
    const rows = new Map<string, string>()
    for (const { identities: own } of hints) {
      const missing = own.filter(key => !known.has(key))
      const first = own[0]
      if (missing.length === 0 || !first) continue
      const contactId = own.map(key => known.get(key) ?? rows.get(key)).find(Boolean) ?? keys.contact(first)
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
  }
}
