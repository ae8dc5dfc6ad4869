import { createHash } from 'node:crypto'
import type { Connection, PipelineStage } from 'mongoose'
import type { Identity } from '../channels/channel.ts'
import { countryOf } from '../statistics/country-of.ts'
import { dayOf, noFacts, type SentFacts, type SlotFacts, type TalkFacts } from '../statistics/facts.ts'
import type { EndedStay } from './event-store.ts'

/** Of which moments, and how MongoDB's `$dateToString` names their slots. */
export interface FactSpan {
  townKey: string
  timeZone: string
  from: Date
  /** Not part of it. */
  to: Date
  slot: 'hour' | 'day'
}

type Language = string | null
interface Written {
  _id: { at: string; convId: string; language: Language }
  messagesIn: number
  messagesOut: number
  last: Date
}
interface SentRow {
  _id: { at: string; convId: string; st: 'delivered' | 'read' | 'failed' } & Identity
  count: number
}
interface EndRow {
  _id: { at: string; language: Language; flowId: string; node: string; end: EndedStay['end'] }
  count: number
}
interface MarkRow {
  _id: { at: string; language: Language; best: number; mark: number }
  count: number
}
interface TopicRow {
  _id: { at: string; language: Language; topicId: string; subscribed: boolean }
  count: number
}

const formats = { hour: '%Y-%m-%dT%H:00', day: '%Y-%m-%d' } as const
const PERSON_CHARS = 12 // 72 bits: two of a million people share them once in ten thousand years of days

/** Stands for a conversation in figures that are kept; nobody comes back from it to the conversation. */
export const personOf = (convId: string): string =>
  createHash('sha256').update(convId).digest('base64url').slice(0, PERSON_CHARS)

/** The language of each conversation on each day: the last one it was held in. */
function languagesOf(rows: readonly Written[]): (at: string, convId: string) => Language {
  const known = new Map<string, { language: Language; last: Date }>()
  for (const { _id, last } of rows) {
    const key = `${dayOf(_id.at)} ${_id.convId}`
    const before = known.get(key)
    if (_id.language !== null && (!before || before.last < last)) known.set(key, { language: _id.language, last })
  }
  return (at, convId) => known.get(`${dayOf(at)} ${convId}`)?.language ?? null
}

type Slots = ReturnType<typeof createSlots>

function createSlots() {
  const all = new Map<string, SlotFacts>()
  return {
    all,
    at(name: string): SlotFacts {
      const slot = all.get(name) ?? noFacts(name)
      all.set(name, slot)
      return slot
    },
  }
}

/** The row with this key, added when there was none. */
function among<Row extends object>(rows: Row[], key: Partial<Row>, fresh: Row): Row {
  const found = rows.find(row => Object.entries(key).every(([name, value]) => Reflect.get(row, name) === value))
  if (!found) rows.push(fresh)
  return found ?? fresh
}

function addWritten(slots: Slots, rows: readonly Written[], languageOf: ReturnType<typeof languagesOf>): void {
  const wrote = new Set<string>()
  for (const { _id, messagesIn, messagesOut } of rows) {
    const language = languageOf(_id.at, _id.convId)
    const blank: TalkFacts = { language, messagesIn: 0, messagesOut: 0, people: [] }
    const talk = among(slots.at(_id.at).talk, { language }, blank)
    talk.messagesIn += messagesIn
    talk.messagesOut += messagesOut
    const who = `${_id.at} ${_id.convId}`
    if (messagesIn > 0 && !wrote.has(who)) talk.people.push(personOf(_id.convId))
    if (messagesIn > 0) wrote.add(who)
  }
}

function addSent(slots: Slots, rows: readonly SentRow[], languageOf: ReturnType<typeof languagesOf>): void {
  for (const { _id, count } of rows) {
    const key = { language: languageOf(_id.at, _id.convId), country: countryOf(_id) }
    const blank: SentFacts = { ...key, delivered: 0, failed: 0 }
    const sent = among(slots.at(_id.at).sent, key, blank)
    if (_id.st === 'failed') sent.failed += count
    else sent.delivered += count
  }
}

/** Counts again from events and sends; slots in which nothing happened are not there. */
export async function readSlotFacts(connection: Connection, span: FactSpan): Promise<Map<string, SlotFacts>> {
  const { townKey, timeZone, from, to } = span
  const rows = <Row extends object>(collection: string, stages: PipelineStage[]): Promise<Row[]> =>
    connection.collection(collection).aggregate<Row>(stages).toArray()
  const slotOf = (field: string) => ({
    $dateToString: { date: `$${field}`, format: formats[span.slot], timezone: timeZone },
  })
  const inSpan = { town: townKey, at: { $gte: from, $lt: to } }
  const its = { at: slotOf('at'), language: '$language' }
  const count = { $sum: 1 }

  const [written, sent, ends, marks, topics] = await Promise.all([
    rows<Written>('events', [
      { $match: inSpan },
      {
        $group: {
          _id: { at: slotOf('at'), convId: '$convId', language: { $ifNull: ['$language', null] } },
          messagesIn: { $sum: '$messagesIn' },
          messagesOut: { $sum: '$messagesOut' },
          last: { $max: '$at' },
        },
      },
    ]),
    rows<SentRow>('sends', [
      {
        $match: {
          ...{ town: townKey, createdAt: { $gte: from, $lt: to } },
          ...{ st: { $in: ['delivered', 'read', 'failed'] }, 'to.type': { $ne: 'visitor' } },
        },
      },
      {
        // a conversation's address may change on the day, and its price with it
        $group: {
          _id: { at: slotOf('createdAt'), convId: '$convId', st: '$st', type: '$to.type', value: '$to.value' },
          count,
        },
      },
    ]),
    rows<EndRow>('events', [
      { $match: { ...inSpan, 'ended.flowId': { $gt: '' } } },
      { $group: { _id: { ...its, flowId: '$ended.flowId', node: '$ended.node', end: '$ended.end' }, count } },
    ]),
    rows<MarkRow>('events', [
      { $match: { ...inSpan, 'ratings.mark': { $exists: true } } },
      { $project: { at: 1, language: 1, ratings: 1 } },
      { $unwind: '$ratings' },
      { $group: { _id: { ...its, best: '$ratings.best', mark: '$ratings.mark' }, count } },
    ]),
    rows<TopicRow>('events', [
      { $match: { ...inSpan, 'subscriptions.topicId': { $gt: '' } } },
      { $project: { at: 1, language: 1, subscriptions: 1 } },
      { $unwind: '$subscriptions' },
      {
        $group: {
          _id: { ...its, topicId: '$subscriptions.topicId', subscribed: '$subscriptions.subscribed' },
          count,
        },
      },
    ]),
  ])

  const slots = createSlots()
  const languageOf = languagesOf(written)
  addWritten(slots, written, languageOf)
  addSent(slots, sent, languageOf)
  for (const { _id, count: times } of ends) {
    const key = { language: _id.language ?? null, flowId: _id.flowId, node: _id.node }
    const step = among(slots.at(_id.at).steps, key, { ...key, answered: 0, left: 0, other: 0 })
    if (_id.end === 'answered') step.answered += times
    else if (_id.end === 'left') step.left += times
    else step.other += times
  }
  for (const { _id, count: times } of marks) {
    const { at, best, mark, language } = _id
    slots.at(at).ratings.push({ language: language ?? null, best, mark, count: times })
  }
  for (const { _id, count: times } of topics) {
    const key = { language: _id.language ?? null, topicId: _id.topicId }
    const topic = among(slots.at(_id.at).topics, key, { ...key, joined: 0, left: 0 })
    if (_id.subscribed) topic.joined += times
    else topic.left += times
  }
  return slots.all
}
