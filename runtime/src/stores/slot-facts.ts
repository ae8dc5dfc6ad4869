import { createHash } from 'node:crypto'
import { townDateTime } from '@pregoner/shared'
import type { Connection } from 'mongoose'
import type { SlotFacts } from '../statistics/facts.ts'
import { type CountedEvent, type CountedSend, createSlotCounter } from '../statistics/slot-counter.ts'
import { inTimeOrder } from './in-time-order.ts'

/** Of which moments, and in which slots of the town's own time. */
export interface FactSpan {
  townKey: string
  timeZone: string
  from: Date
  /** Not part of it. */
  to: Date
  slot: 'hour' | 'day'
}

const PERSON_CHARS = 12 // 72 bits: two of a million people share them once in ten thousand years of days
const MAX_REMEMBERED = 50_000
const persons = new Map<string, string>()

/** Stands for a conversation in figures that are kept; nobody comes back from it to the conversation. */
export function personOf(convId: string): string {
  const known = persons.get(convId)
  if (known) return known
  const person = createHash('sha256').update(convId).digest('base64url').slice(0, PERSON_CHARS)
  if (persons.size >= MAX_REMEMBERED) persons.clear()
  persons.set(convId, person)
  return person
}

function slotNamer({ timeZone, slot }: FactSpan): (at: Date) => string {
  return at => {
    const { date, time } = townDateTime(at, timeZone)
    return slot === 'day' ? date : `${date}T${time.slice(0, 2)}:00`
  }
}

const ofEvents = {
  ...{ _id: 0, at: 1, convId: 1, language: 1, messagesIn: 1, messagesOut: 1 },
  ...{ 'ended.flowId': 1, 'ended.node': 1, 'ended.end': 1, 'ratings.best': 1, 'ratings.mark': 1 },
  ...{ 'subscriptions.topicId': 1, 'subscriptions.subscribed': 1 },
} as const
const ofSends = { _id: 0, createdAt: 1, convId: 1, st: 1, 'to.type': 1, 'to.value': 1 } as const

/** Counts again from events and sends; slots in which nothing happened are not there. */
export async function readSlotFacts(connection: Connection, span: FactSpan): Promise<Map<string, SlotFacts>> {
  const { townKey, from, to } = span
  const counter = createSlotCounter(slotNamer(span), personOf)
  const events = inTimeOrder<CountedEvent>(connection, {
    ...{ collection: 'events', field: 'at', townKey, from, to, projection: ofEvents },
  })
  for await (const page of events) for (const event of page) counter.addEvent(event)
  counter.endEvents()
  const sends = inTimeOrder<CountedSend>(connection, {
    ...{ collection: 'sends', field: 'createdAt', townKey, from, to, projection: ofSends },
    more: { st: { $in: ['delivered', 'read', 'failed'] }, 'to.type': { $ne: 'visitor' } },
  })
  for await (const page of sends) for (const send of page) counter.addSend(send)
  return counter.slots
}
