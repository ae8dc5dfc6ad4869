import type { Connection } from 'mongoose'
import { insertIfAbsent } from './connect.ts'
import { keptFigures } from './kept-recipients.ts'
import type { Recipient } from './recipient-store.ts'
import type { Send, SendState } from './send-store.ts'

/** Some hundred people of a broadcast, next to each other in the order of their conversations. */
export interface BroadcastPart {
  /** `broadcastId:number`. */
  _id: string
  broadcastId: string
  town: string
  /** Counted from 0. */
  place: number
  /** Ids of its conversations, and of all that begins with those, are from here on… */
  from: string
  /** …and before this one. */
  to: string
  /** There is nobody in it, and nobody behind it: the list is complete. */
  isLast: boolean
}

export const broadcastPartIndexes = [{ key: { broadcastId: 1, place: 1 } }] as const

/** How far one part is. */
export interface PartCount {
  people: { [St in Recipient['st']]: number }
  sends: { [St in SendState]: number }
  /** Of those that failed, by the platform's words. */
  reasons: Map<string, number>
}

export type BroadcastPartStore = ReturnType<typeof createBroadcastPartStore>

/** A broadcast in parts, each listed and counted by itself: what a million people cost is spread over all of them. */
export function createBroadcastPartStore(connection: Connection) {
  const parts = connection.collection<BroadcastPart>('broadcast_parts')
  const recipients = connection.collection<Recipient>('broadcast_recipients')
  const sends = connection.collection<Send>('sends')

  return {
    /** The list has come so far; the same part again changes nothing. */
    add: (part: BroadcastPart): Promise<void> => insertIfAbsent(() => parts.insertMany([part])),

    /** How far the list has come. */
    last: (broadcastId: string): Promise<BroadcastPart | null> =>
      parts.find({ broadcastId }).sort({ place: -1 }).limit(1).next(),

    /** From a place on, in order. */
    from: (broadcastId: string, place: number): Promise<BroadcastPart[]> =>
      parts
        .find({ broadcastId, place: { $gte: place } })
        .sort({ place: 1 })
        .toArray(),

    /** What is left of a list that was let go; null while there is one. */
    kept: (broadcastId: string) => keptFigures(connection, broadcastId),

    /** Counts one part anew; without conversations the whole broadcast. */
    async count(broadcastId: string, within: Pick<BroadcastPart, 'from' | 'to'> | null): Promise<PartCount> {
      const of = (prefix: string) => (within ? { _id: { $gte: prefix + within.from, $lt: prefix + within.to } } : {})
      const [people, states] = await Promise.all([
        recipients
          .aggregate<{ _id: Recipient['st']; count: number }>([
            { $match: { broadcastId, ...of(`${broadcastId}:`) } },
            { $group: { _id: '$st', count: { $sum: 1 } } },
          ])
          .toArray(),
        sends
          .aggregate<{ _id: { st: SendState; error: string | null }; count: number }>([
            { $match: { broadcastId, ...of('') } },
            { $group: { _id: { st: '$st', error: '$error' }, count: { $sum: 1 } } },
          ])
          .toArray(),
      ])
      const counted: PartCount = {
        people: { due: 0, handed: 0, left: 0 },
        sends: { queued: 0, sending: 0, accepted: 0, delivered: 0, read: 0, failed: 0 },
        reasons: new Map(),
      }
      for (const { _id, count } of people) counted.people[_id] += count
      for (const { _id, count } of states) {
        counted.sends[_id.st] += count
        if (_id.st !== 'failed') continue
        const reason = _id.error ?? ''
        counted.reasons.set(reason, (counted.reasons.get(reason) ?? 0) + count)
      }
      return counted
    },
  }
}
