import { type Price, rateOf, type TalkFigures, type Tariff } from '@pregoner/shared'
import { dayOf, type SlotFacts } from './facts.ts'

const PRICE_DIGITS = 6 // of a sum; sums of rates must not show how computers keep fractions

/** People by the day of the town on which something was theirs. */
export type PeopleByDay = ReadonlyMap<string, ReadonlySet<string>>

/** Who wrote on each day, whatever hours they came in; one of them is a conversation. */
export function writersByDay(facts: readonly SlotFacts[]): PeopleByDay {
  const days = new Map<string, Set<string>>()
  for (const { at, talk } of facts) {
    const day = days.get(dayOf(at)) ?? new Set<string>()
    days.set(dayOf(at), day)
    for (const { people } of talk) for (const one of people) day.add(one)
  }
  return days
}

export const conversationsIn = (writers: PeopleByDay): number =>
  [...writers.values()].reduce((sum, { size }) => sum + size, 0)

/** How many conversations were among these others as well. */
function sharedBetween(writers: PeopleByDay, others: PeopleByDay): number {
  let count = 0
  for (const [day, people] of others) for (const one of people) if (writers.get(day)?.has(one)) count += 1
  return count
}

export function peopleIn(writers: PeopleByDay): Set<string> {
  const people = new Set<string>()
  for (const day of writers.values()) for (const one of day) people.add(one)
  return people
}

const total = <Row>(rows: readonly Row[], of: (row: Row) => number) => rows.reduce((sum, row) => sum + of(row), 0)

/** What some messages cost, by country, and how many of them the tariff says nothing of. */
export function costOf(
  sent: readonly { country: string | null; delivered: number }[],
  tariff: Tariff | undefined,
): { price: Price | null; unpriced: number } {
  let amount = 0
  let unpriced = 0
  for (const { country, delivered } of sent) {
    const rate = rateOf(tariff, country ?? '')
    if (rate) amount += rate.amount * delivered
    else unpriced += delivered
  }
  const isKnown = tariff !== undefined && (unpriced === 0 || amount > 0)
  return {
    unpriced,
    price: isKnown ? { amount: Number(amount.toFixed(PRICE_DIGITS)), currency: tariff.currency } : null,
  }
}

/** The figures of what people wrote; `opened` says who opened an incident on which day. */
export function talkFiguresOf(
  facts: readonly SlotFacts[],
  opened: PeopleByDay,
  tariff: Tariff | undefined,
): TalkFigures {
  const talk = facts.flatMap(slot => slot.talk)
  const sent = facts.flatMap(slot => slot.sent)
  const writers = writersByDay(facts)
  return {
    people: peopleIn(writers).size,
    conversations: conversationsIn(writers),
    handedOver: sharedBetween(writers, opened),
    messagesIn: total(talk, row => row.messagesIn),
    messagesOut: total(talk, row => row.messagesOut),
    delivered: total(sent, row => row.delivered),
    failed: total(sent, row => row.failed),
    ...costOf(sent, tariff),
  }
}
