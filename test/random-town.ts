import { textMessage } from '@pregoner/shared'
import type { Connection } from 'mongoose'
import type { StepEvent } from '../runtime/src/stores/event-store.ts'
import type { IncidentRow } from '../runtime/src/stores/incident-rows.ts'
import type { Send } from '../runtime/src/stores/send-store.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** Numbers from 0 up to 1 that are the same for the same seed. */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export interface RandomRows {
  events: StepEvent[]
  sends: Pick<Send, '_id' | 'town' | 'convId' | 'createdAt' | 'st' | 'to' | 'message'>[]
  incidents: Partial<IncidentRow>[]
  subscriptions: { _id: string; town: string; topicId: string; subscribed: boolean }[]
}

interface Wanted {
  seed: number
  town: string
  until: Date
  days: number
  events: number
}

/** The stored rows of a town in which all kinds of things have happened, some of them around midnight. */
export function randomRows({ seed, town, until, days, events: wanted }: Wanted): RandomRows {
  const random = randomFrom(seed)
  const whole = (below: number) => Math.floor(random() * below)
  const one = <Value>(...values: [Value, ...Value[]]): Value => values[whole(values.length)] ?? values[0]
  const maybe = <Value>(share: number, value: () => Value): Value[] => (random() < share ? [value()] : [])
  const moment = () => {
    const at = until.getTime() - whole(days * DAY_MS)
    if (random() < 0.7) return new Date(at)
    return new Date(at - (at % DAY_MS) + 22 * HOUR_MS + whole(3 * HOUR_MS)) // around the town's midnight
  }
  const people = Array.from({ length: Math.max(3, Math.round(wanted / 25)) }, (_, index) => `${town}:person-${index}`)
  const person = () => people[whole(people.length)] ?? ''
  const within = (at: Date) => (at > until ? until : at)

  const events = Array.from({ length: wanted }, (_, index): StepEvent => {
    const language = one<string | null>('ca', 'ca', 'ca', 'es', 'ar', null)
    return {
      ...{ _id: `${town}:e${index}`, town, at: within(moment()), convId: person(), channelKind: 'whatsapp', language },
      ...{ flowId: 'main', version: 1, started: random() < 0.2, messagesIn: one(1, 1, 1, 0), messagesOut: whole(3) },
      passages: [{ flowId: 'main', node: 'menu', exit: one('a', 'b') }],
      notUnderstood: [],
      subscriptions: maybe(0.05, () => ({ topicId: one('news', 'alerts'), subscribed: random() < 0.7 })),
      ratings: maybe(0.1, () => ({ flowId: 'main', node: 'rate', mark: 1 + whole(5), best: 5 })),
      ended:
        random() < 0.5
          ? {
              ...{ flowId: one('main', 'second'), node: one('menu', 'street', 'photo') },
              ...{ end: one('answered', 'answered', 'left', 'no_reply', 'elsewhere'), exit: null, rule: null },
              seconds: whole(100),
            }
          : null,
    }
  })

  const sends = events.flatMap(({ convId, at }, index) =>
    maybe(0.8, () => ({
      ...{ _id: `${town}:s${index}`, town, convId, createdAt: at, message: textMessage('Hola', 'ca') },
      st: one<Send['st']>('queued', 'accepted', 'delivered', 'delivered', 'read', 'failed'),
      to: one<Send['to']>(
        { type: 'phone', value: '34600000001' },
        { type: 'phone', value: '393386553630' },
        { type: 'bsuid', value: 'FR.123' },
        { type: 'visitor', value: 'x' },
      ),
    })),
  )

  const incidents = events.flatMap(({ convId, at }, index) =>
    maybe(0.1, (): Partial<IncidentRow> => {
      const status = one('new', 'assigned', 'in_progress', 'resolved', 'closed', 'duplicate', 'referred')
      const later = (below: number) => new Date(at.getTime() + whole(below))
      const ended = later(30 * DAY_MS).toISOString()
      const barri = one('', 'Centre', 'Eixample')
      return {
        ...{ _id: `${town}:i${index}`, town, convId, openedAt: at, status, language: one('ca', 'es') },
        ...{ rev: 1, toldReference: `R${index}`, place: null, outbox: [], changedAt: at },
        ...{ reference: `R${index}`, departmentId: one('roads', 'parks'), category: one('pothole', null) },
        answers: barri ? { barri } : {},
        answeredAt: random() < 0.6 ? later(3 * DAY_MS) : null,
        entries: [
          { at: at.toISOString(), status: 'new' },
          ...(status === 'new' ? [] : [{ at: ended, status }]),
        ] as IncidentRow['entries'],
      }
    }),
  )

  const subscriptions = Array.from({ length: 20 }, (_, index) => ({
    ...{ _id: `${town}:b${index}`, town, topicId: one('news', 'alerts'), subscribed: random() < 0.7 },
  }))
  return { events, sends, incidents, subscriptions }
}

/** Stores them as they are. */
export async function storeRows(connection: Connection, rows: RandomRows): Promise<void> {
  for (const [name, its] of Object.entries(rows)) {
    if (its.length > 0) await connection.collection<{ _id: string }>(name).insertMany(its)
  }
}
