import { type Price, rateOf, type TalkFigures, type Tariff } from '@pregoner/shared'
import { dayOf, type SlotFacts } from './facts.ts'

const PRICE_DIGITS = 6 // of a sum; sums of rates must not show how computers keep fractions

/** A person's messages of one day, whatever hours they came in. */
export const conversationKey = (at: string, person: string): string => `${dayOf(at)} ${person}`

export const conversationsIn = (facts: readonly SlotFacts[]): Set<string> =>
  new Set(facts.flatMap(({ at, talk }) => talk.flatMap(({ people }) => people.map(one => conversationKey(at, one)))))

export const peopleIn = (facts: readonly SlotFacts[]): Set<string> =>
  new Set(facts.flatMap(({ talk }) => talk.flatMap(({ people }) => people)))

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

/** The figures of what people wrote; `opened` are the conversations in which an incident was opened. */
export function talkFiguresOf(
  facts: readonly SlotFacts[],
  opened: ReadonlySet<string>,
  tariff: Tariff | undefined,
): TalkFigures {
  const talk = facts.flatMap(slot => slot.talk)
  const sent = facts.flatMap(slot => slot.sent)
  const conversations = conversationsIn(facts)
  return {
    people: peopleIn(facts).size,
    conversations: conversations.size,
    handedOver: [...conversations].filter(one => opened.has(one)).length,
    messagesIn: total(talk, row => row.messagesIn),
    messagesOut: total(talk, row => row.messagesOut),
    delivered: total(sent, row => row.delivered),
    failed: total(sent, row => row.failed),
    ...costOf(sent, tariff),
  }
}
