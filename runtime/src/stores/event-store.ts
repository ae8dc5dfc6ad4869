import type { Connection } from 'mongoose'
import { insertIfAbsent } from './connect.ts'

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
}

export const eventIndexes = [{ key: { town: 1, at: 1 } }, { key: { town: 1, 'passages.flowId': 1, at: 1 } }] as const

export type EventStore = ReturnType<typeof createEventStore>

export function createEventStore(connection: Connection) {
  const events = connection.collection<StepEvent>('events')
  return {
    insert: (records: readonly StepEvent[]): Promise<void> =>
      insertIfAbsent(() => events.insertMany([...records], { ordered: false })),
  }
}
