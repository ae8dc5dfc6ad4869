import type { Connection } from 'mongoose'
import type { Conversation } from '../conversation-store.ts'
import type { SubscriptionRow } from '../subscription-store.ts'
import { type ExpiringPart, oldest, removeAll } from './part.ts'

/**
 * Numbers that came in with a file and have never written: nobody has heard of them since they signed. Who has written
 * is a contact, and kept as one. The proof that they agreed stays.
 */
export const importedNumbers = (connection: Connection): ExpiringPart => ({
  async *pages(town, before, pageSize) {
    const projection = { address: 1, source: 1, contactId: 1 } as const
    const walk = { collection: 'subscriptions', town, field: 'at', before, projection, pageSize } as const
    for await (const page of oldest<SubscriptionRow>(connection, walk)) {
      const silent = page.filter(({ source, contactId }) => source === 'import' && contactId === '')
      const phones = silent.map(({ address }) => address.replace('+', ''))
      const known = await connection
        .collection<Conversation>('conversations')
        .find({ town, phone: { $in: phones } }, { projection: { phone: 1 } })
        .toArray()
      const written = new Set(known.map(({ phone }) => `+${phone}`))
      yield silent.filter(({ address }) => !written.has(address)).map(({ _id, at }) => ({ id: _id, at }))
    }
  },
  clear: (town, ids) => removeAll(connection, 'subscriptions', town, ids),
})
