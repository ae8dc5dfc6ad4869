import type { Connection } from 'mongoose'
import { insertIfAbsent } from './connect.ts'

interface IdentityRow {
  /** `channelId|type|value` */
  _id: string
  contactId: string
}

export const identityIndexes = [{ key: { contactId: 1 } }] as const

export type IdentityStore = ReturnType<typeof createIdentityStore>

/** Which contact a phone number, a business-scoped id or a web-chat visitor is. Written once, changed by nobody. */
export function createIdentityStore(connection: Connection) {
  const identities = connection.collection<IdentityRow>('identities')
  return {
    async contactsOf(keys: readonly string[]): Promise<Map<string, string>> {
      const rows = await identities.find({ _id: { $in: [...keys] } }).toArray()
      return new Map(rows.map(({ _id, contactId }) => [_id, contactId]))
    },
    /** Insert-if-absent; whoever was first stays. */
    add: (rows: readonly { key: string; contactId: string }[]): Promise<void> =>
      insertIfAbsent(() =>
        identities.insertMany(
          rows.map(({ key, contactId }) => ({ _id: key, contactId })),
          { ordered: false },
        ),
      ),
    async keysOf(contactId: string): Promise<string[]> {
      return (await identities.find({ contactId }).toArray()).map(({ _id }) => _id)
    },
    /** Nothing leads to this contact any more. */
    async forget(contactId: string): Promise<number> {
      return (await identities.deleteMany({ contactId })).deletedCount
    },
    /** After a change of number: the new key leads to the contact of the old one, even if it was known otherwise. */
    async lead(keys: readonly string[], contactId: string): Promise<void> {
      await identities.bulkWrite(
        keys.map(key => ({ updateOne: { filter: { _id: key }, update: { $set: { contactId } }, upsert: true } })),
        { ordered: false },
      )
    },
  }
}
