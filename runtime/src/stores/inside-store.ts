import { type InsideStep, rootNode, type Session } from '@pregoner/shared'
import type { Connection } from 'mongoose'
import type { Conversation } from './conversation-store.ts'

const WINDOW_MS = 24 * 3_600_000 // WhatsApp: free answers up to 24 hours after the contact's last message
const QUEUE_MS = 10 * 60_000 // what many are told at once may wait so long to be sent

/** Somebody who waits in a flow. */
export interface Insider {
  convId: string
  channelId: string
  version: number
  /** The step of the flow itself, also while they are in a sub-flow. */
  node: string
  /** Whether a message would reach them. */
  isReachable: boolean
}

type Place = Pick<Session, 'frames' | 'wait' | 'flowVersion'>

/** A place in a flow and its sub-flows, as a session that stands there. */
const nodeAt = ({ frames, wait }: Place): string | null => (wait ? (frames[1]?.node ?? wait.node) : null)

export type InsideStore = ReturnType<typeof createInsideStore>

/** Who is in a flow just now, by the flow they began; those in one of its sub-flows are in it, too. */
export function createInsideStore(connection: Connection, now: () => Date) {
  const conversations = connection.collection<Conversation>('conversations')
  const closedBefore = () => new Date(now().getTime() - WINDOW_MS + QUEUE_MS)

  /** `at` is indexed and null for whoever waits nowhere; it names the sub-flow they are in. */
  const inside = (town: string, flowId: string, subflows: readonly string[]) => ({
    town,
    'at.flowId': { $in: [flowId, ...subflows] },
    'session.flowId': flowId,
  })

  async function counted(match: object): Promise<{ version: number; node: string; people: number }[]> {
    const place = {
      flowVersion: '$session.flowVersion',
      wait: { node: '$session.wait.node' },
      frames: '$session.frames',
    }
    const rows = await conversations
      .aggregate<{ _id: Place; people: number }>([{ $match: match }, { $group: { _id: place, people: { $sum: 1 } } }])
      .toArray()
    return rows.flatMap(({ _id, people }) => {
      const node = nodeAt(_id)
      return node === null || _id.flowVersion === null ? [] : [{ version: _id.flowVersion, node, people }]
    })
  }

  return {
    /** How many wait at which step of which version. */
    async count(town: string, flowId: string, subflows: readonly string[]): Promise<InsideStep[]> {
      const match = inside(town, flowId, subflows)
      const closed = { channelKind: 'whatsapp', lastInAt: { $lt: closedBefore() } }
      const [all, unreachable] = await Promise.all([counted(match), counted({ ...match, ...closed })])
      const steps = new Map<string, InsideStep>()
      const add = (rows: typeof all, field: 'people' | 'unreachable') => {
        for (const { version, node, people } of rows) {
          const key = `${version} ${node}`
          const step = steps.get(key) ?? { version, node, people: 0, unreachable: 0 }
          steps.set(key, { ...step, [field]: step[field] + people })
        }
      }
      add(all, 'people')
      add(unreachable, 'unreachable')
      return [...steps.values()]
    },

    /** The next of them after a conversation, in an order that stays. */
    async page(
      town: string,
      flowId: string,
      subflows: readonly string[],
      after: string | null,
      limit: number,
    ): Promise<Insider[]> {
      const rows = await conversations
        .find(
          { ...inside(town, flowId, subflows), ...(after === null ? {} : { _id: { $gt: after } }) },
          { projection: { channelId: 1, channelKind: 1, lastInAt: 1, session: 1 } },
        )
        .sort({ _id: 1 })
        .limit(limit)
        .toArray()
      return rows.flatMap(({ _id, channelId, channelKind, lastInAt, session }) => {
        const node = rootNode(session)
        const isReachable = channelKind !== 'whatsapp' || (lastInAt !== null && lastInAt >= closedBefore())
        if (node === null || session.flowVersion === null) return []
        return [{ convId: _id, channelId, version: session.flowVersion, node, isReachable }]
      })
    },
  }
}
