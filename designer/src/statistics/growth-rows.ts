import { type SubscriptionGrowth, type SubscriptionSource, subscriptionSources } from '@pregoner/shared'

const DAY_MS = 86_400_000
/** More bars than this are no longer told apart on a phone. */
const MOST_BARS = 62

/** One bar: a day like `2026-03-01`, or a month like `2026-03` when there would be too many. */
export interface GrowthRow {
  at: string
  joined: { [Source in SubscriptionSource]: number }
  left: number
}

const nobody = (): GrowthRow['joined'] => ({ keyword: 0, flow: 0, form: 0, import: 0, platform: 0, new_number: 0 })

function daysBetween(from: string, to: string): string[] {
  const days: string[] = []
  for (let at = Date.parse(from); at <= Date.parse(to); at += DAY_MS) days.push(new Date(at).toISOString().slice(0, 10))
  return days
}

/**
 * Who joined, by source, and who left, a row for every day of the period, with or without anybody. Somebody who took
 * their topics to another number has neither joined nor left.
 */
export function growthRows(growth: readonly SubscriptionGrowth[], from: string, to: string): GrowthRow[] {
  const days = daysBetween(from, to)
  const slotOf = days.length > MOST_BARS ? (day: string) => day.slice(0, 7) : (day: string) => day
  const rows = new Map([...new Set(days.map(slotOf))].map(at => [at, { at, joined: nobody(), left: 0 }]))
  for (const { day, source, joined, left } of growth) {
    const row = rows.get(slotOf(day))
    if (!row || source === 'new_number') continue
    row.joined[source] += joined
    row.left += left
  }
  return [...rows.values()]
}

/** The sources by which anybody joined, in a fixed order. */
export const sourcesIn = (rows: readonly GrowthRow[]): SubscriptionSource[] =>
  subscriptionSources.filter(source => rows.some(({ joined }) => joined[source] > 0))
