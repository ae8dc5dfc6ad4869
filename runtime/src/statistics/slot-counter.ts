import type { Identity } from '../channels/channel.ts'
import type { EndedStay } from '../stores/event-store.ts'
import { countryOf } from './country-of.ts'
import { dayOf, noFacts, type SentFacts, type SlotFacts, type StepFacts, type TopicFacts } from './facts.ts'

/** What is read of a committed step. */
export interface CountedEvent {
  at: Date
  convId: string
  language?: string | null
  messagesIn: number
  messagesOut: number
  ended?: Pick<EndedStay, 'flowId' | 'node' | 'end'> | null
  ratings?: { best: number; mark: number }[]
  subscriptions?: { topicId: string; subscribed: boolean }[]
}

/** What is read of a message that the platform has told the fate of. */
export interface CountedSend {
  createdAt: Date
  convId: string
  st: 'delivered' | 'read' | 'failed'
  to: Identity
}

interface Writing {
  messagesIn: number
  messagesOut: number
  /** The slot it is in. */
  at: string
  convId: string
}

/** Rows of one kind by what they are of, in the order they came up. */
function createRows<Row>() {
  const rows = new Map<string, Row>()
  return (key: string, fresh: () => Row): Row => {
    const known = rows.get(key)
    if (known) return known
    const row = fresh()
    rows.set(key, row)
    return row
  }
}

/**
 * Counts rows into slots, one by one: all events of a span first, the oldest first, then `endEvents`, then its sends. A
 * conversation speaks the language on a day that it was held in last.
 */
export function createSlotCounter(slotOf: (at: Date) => string, personOf: (convId: string) => string) {
  const slots = new Map<string, SlotFacts>()
  const writings = new Map<string, Writing>()
  const languages = new Map<string, { language: string; last: number }>()
  const countries = new Map<string, string | null>()
  const steps = createRows<StepFacts>()
  const marks = createRows<SlotFacts['ratings'][number]>()
  const topics = createRows<TopicFacts>()
  const sent = createRows<SentFacts>()

  function factsAt(at: string): SlotFacts {
    const slot = slots.get(at) ?? noFacts(at)
    slots.set(at, slot)
    return slot
  }
  const added = <Row>(rows: Row[], row: Row): Row => {
    rows.push(row)
    return row
  }
  const languageOf = (at: string, convId: string) => languages.get(`${dayOf(at)} ${convId}`)?.language ?? null

  function countryFor(to: Identity): string | null {
    const key = `${to.type} ${to.value}`
    const known = countries.get(key)
    if (known !== undefined) return known
    const country = countryOf(to)
    countries.set(key, country)
    return country
  }

  function addEnd(at: string, language: string | null, { flowId, node, end }: NonNullable<CountedEvent['ended']>) {
    const key = { language, flowId, node }
    const step = steps(`${at} ${language} ${flowId} ${node}`, () =>
      added(factsAt(at).steps, { ...key, answered: 0, left: 0, other: 0 }),
    )
    if (end === 'answered') step.answered += 1
    else if (end === 'left') step.left += 1
    else step.other += 1
  }

  return {
    addEvent(event: CountedEvent): void {
      const at = slotOf(event.at)
      const language = event.language ?? null
      const { convId } = event
      const key = `${at} ${convId}`
      const writing = writings.get(key)
      if (writing) {
        writing.messagesIn += event.messagesIn
        writing.messagesOut += event.messagesOut
      } else writings.set(key, { at, convId, messagesIn: event.messagesIn, messagesOut: event.messagesOut })
      if (language !== null) {
        const day = `${dayOf(at)} ${convId}`
        const last = event.at.getTime()
        const before = languages.get(day)
        if (!before || before.last < last) languages.set(day, { language, last })
      }
      if (event.ended?.flowId) addEnd(at, language, event.ended)
      for (const { best, mark } of event.ratings ?? []) {
        const fresh = () => added(factsAt(at).ratings, { language, best, mark, count: 0 })
        marks(`${at} ${language} ${best} ${mark}`, fresh).count += 1
      }
      for (const { topicId, subscribed } of event.subscriptions ?? []) {
        const topic = topics(`${at} ${language} ${topicId}`, () =>
          added(factsAt(at).topics, { language, topicId, joined: 0, left: 0 }),
        )
        if (subscribed) topic.joined += 1
        else topic.left += 1
      }
    },

    /** Now every conversation's language is known. */
    endEvents(): void {
      for (const { at, convId, messagesIn, messagesOut } of writings.values()) {
        const language = languageOf(at, convId)
        const { talk } = factsAt(at)
        const row =
          talk.find(one => one.language === language) ??
          added(talk, { language, messagesIn: 0, messagesOut: 0, people: [] })
        row.messagesIn += messagesIn
        row.messagesOut += messagesOut
        if (messagesIn > 0) row.people.push(personOf(convId))
      }
      writings.clear()
    },

    addSend({ createdAt, convId, st, to }: CountedSend): void {
      const at = slotOf(createdAt)
      const key = { language: languageOf(at, convId), country: countryFor(to) }
      const row = sent(`${at} ${key.language} ${key.country}`, () =>
        added(factsAt(at).sent, { ...key, delivered: 0, failed: 0 }),
      )
      if (st === 'failed') row.failed += 1
      else row.delivered += 1
    },

    slots,
  }
}
