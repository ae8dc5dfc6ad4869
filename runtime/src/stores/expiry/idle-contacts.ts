import type { Connection } from 'mongoose'
import type { Conversation } from '../conversation-store.ts'
import type { Send } from '../send-store.ts'
import type { SubscriptionRow } from '../subscription-store.ts'
import { type ExpiringPart, oldest } from './part.ts'
import { type Forget, placeOf } from './people.ts'
import { followersAmong, reportersAmong } from './under-way.ts'

type Idle = Conversation & { lastInAt: Date }

/** Nothing is on its way, nobody waits for them, and nobody has decided anything about them. */
const isAtRest = ({ outbox, parked, blocked, erasing, dueAt }: Idle): boolean =>
  outbox.length === 0 && !parked?.words.length && !blocked && !erasing && dueAt === null

/** People who have not written for long. Subscribers stay, and so does whoever waits to hear of an incident. */
export function idleContacts(
  connection: Connection,
  kind: Conversation['channelKind'],
  { forget, before: idleBefore }: { forget: Forget; before: Date },
): ExpiringPart {
  async function subscribersAmong(town: string, rows: readonly Idle[]): Promise<Set<string>> {
    const subscriptions = connection.collection<SubscriptionRow>('subscriptions')
    const [own, byAddress] = await Promise.all([
      subscriptions
        .find({ contactId: { $in: rows.map(({ contactId }) => contactId) }, town, subscribed: true })
        .toArray(),
      subscriptions
        .find({
          town,
          address: { $in: rows.flatMap(({ contactId, phone }) => [contactId, ...(phone ? [`+${phone}`] : [])]) },
          subscribed: true,
        })
        .toArray(),
    ])
    const names = new Set([...own, ...byAddress].flatMap(({ contactId, address }) => [contactId, address]))
    return new Set(
      rows
        .filter(({ contactId, phone }) => names.has(contactId) || (phone !== null && names.has(`+${phone}`)))
        .map(({ _id }) => _id),
    )
  }

  async function awaitedAmong(convIds: string[]): Promise<Set<string>> {
    const sends = await connection
      .collection<Send>('sends')
      .find({ convId: { $in: convIds }, st: { $in: ['queued', 'sending'] } }, { projection: { convId: 1 } })
      .toArray()
    return new Set(sends.map(({ convId }) => convId))
  }

  return {
    async *pages(town, before, pageSize) {
      const projection = {
        ...({ contactId: 1, channelKind: 1, phone: 1, blocked: 1, erasing: 1, dueAt: 1 } as const),
        ...({ 'parked.words.id': 1, 'outbox.id': 1 } as const),
      }
      const walk = { collection: 'conversations', town, field: 'lastInAt', before, projection, pageSize } as const
      for await (const page of oldest<Idle>(connection, walk)) {
        const resting = page.filter(row => row.channelKind === kind && isAtRest(row))
        const ids = resting.map(({ _id }) => _id)
        const kept = await Promise.all([
          reportersAmong(connection, town, ids),
          followersAmong(connection, town, ids),
          subscribersAmong(town, resting),
          awaitedAmong(ids),
        ])
        yield resting
          .filter(({ _id }) => !kept.some(ones => ones.has(_id)))
          .map(({ _id, lastInAt }) => ({ id: _id, at: lastInAt }))
      }
    },
    async clear(town, ids) {
      for (const convId of ids) await forget(placeOf(town, convId), idleBefore)
      return { count: ids.length, incidents: [] }
    },
  }
}
