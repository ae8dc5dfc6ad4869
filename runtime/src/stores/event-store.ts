import type { Connection } from 'mongoose'
import { insertIfAbsent } from './connect.ts'
import type { DayFactsStore } from './day-facts-store.ts'

/** How a contact's stay at a step that waits for words came to its end. */
export interface EndedStay {
  flowId: string
  node: string
  /**
   * `answered`: their reply led on. `left`: the time ran out and nothing was asked any more, or they said stop.
   * `no_reply`: the time ran out, but something else was asked. `elsewhere`: a word of the whole channel, an older
   * message's button or a person led them away.
   */
  end: 'answered' | 'left' | 'no_reply' | 'elsewhere'
  exit: string | null
  /** How the answer was recognised. */
  rule: string | null
  /** From coming there to going, to two digits; null when nobody knows. */
  seconds: number | null
}

/** What one committed step adds to the statistics. No person can be told from it but by the conversation's id. */
export interface StepEvent {
  /** `convId:rev`, so that a step is counted once whatever is repeated. */
  _id: string
  town: string
  at: Date
  convId: string
  channelKind: 'whatsapp' | 'webchat'
  language: string | null
  flowId: string | null
  version: number | null
  /** Whether a flow was started in this step. */
  started: boolean
  messagesIn: number
  messagesOut: number
  passages: { flowId: string; node: string; exit: string | null }[]
  notUnderstood: { flowId: string; node: string; text: string }[]
  subscriptions: { topicId: string; subscribed: boolean }[]
  ratings: { flowId: string; node: string; mark: number; best: number }[]
  /** Null when nobody left a step that asked something; older events do not tell. */
  ended?: EndedStay | null
  /** The stored message that brought this step about; older events do not tell. */
  messageId?: string | null
}

export const eventIndexes = [
  { key: { town: 1, at: 1 } },
  { key: { town: 1, 'passages.flowId': 1, at: 1 } },
  { key: { convId: 1, at: 1 } },
] as const

export type EventStore = ReturnType<typeof createEventStore>

export function createEventStore(connection: Connection, dayFacts: Pick<DayFactsStore, 'forget'>) {
  const events = connection.collection<StepEvent>('events')
  return {
    /** Each event once. A day that was counted before is counted anew: what waited long may belong to an old one. */
    async insert(records: readonly StepEvent[]): Promise<void> {
      await dayFacts.forget(records)
      await insertIfAbsent(() => events.insertMany([...records], { ordered: false }))
      await dayFacts.forget(records)
    },
  }
}
