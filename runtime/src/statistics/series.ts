import { type SeriesRow, townDateTime } from '@pregoner/shared'
import type { IncidentFact } from '../stores/incident-facts.ts'
import type { SlotFacts } from './facts.ts'
import { grouped } from './grouped.ts'
import type { SlotKind, Span } from './spans.ts'
import { conversationsIn, writersByDay } from './talk-figures.ts'

const slotChars: { readonly [Kind in SlotKind]: number } = {
  hour: '2026-11-21T09:00'.length,
  day: '2026-11-21'.length,
  month: '2026-11'.length,
}

function slotOf(at: Date, { slot, timeZone }: Span): string {
  const { date, time } = townDateTime(at, timeZone)
  return slot === 'hour' ? `${date}T${time.slice(0, 2)}:00` : date.slice(0, slotChars[slot])
}

/** One row per slot that has begun, empty ones too. */
export function seriesOf(span: Span, facts: readonly SlotFacts[], incidents: readonly IncidentFact[]): SeriesRow[] {
  const bySlot = grouped(facts, ({ at }) => at.slice(0, slotChars[span.slot]))
  const opened = grouped(incidents, ({ openedAt }) => slotOf(openedAt, span))
  return span.slots.map(at => {
    const its = bySlot.get(at) ?? []
    const talk = its.flatMap(slot => slot.talk)
    const topics = its.flatMap(slot => slot.topics)
    return {
      at,
      conversations: conversationsIn(writersByDay(its)),
      messagesIn: talk.reduce((sum, row) => sum + row.messagesIn, 0),
      messagesOut: talk.reduce((sum, row) => sum + row.messagesOut, 0),
      incidents: opened.get(at)?.length ?? 0,
      subscriptions: topics.reduce((sum, row) => sum + row.joined, 0),
      unsubscriptions: topics.reduce((sum, row) => sum + row.left, 0),
    }
  })
}
