import { addDays, type Cell, type TableRow, townDate, weekdayOf } from '@pregoner/shared'

const WEEKS = 8
const DAY_MS = 86_400_000

const dayNumber = (date: string) => Math.floor(Date.parse(date) / DAY_MS)

/**
 * Eight weeks of duty from the Monday of this week on, one row a turn from `changesAt` to `changesAt`. Whose turn it is
 * depends on the date alone, so that a later start goes on with the same rota.
 */
export function dutyRota(
  now: Date,
  timeZone: string,
  who: readonly Record<string, Cell>[],
  { changesAt, daysEach = 1 }: { changesAt: string; daysEach?: number },
): TableRow[] {
  const today = townDate(now, timeZone)
  const monday = addDays(today, 1 - weekdayOf(today))
  const turns = (WEEKS * 7) / daysEach
  return Array.from({ length: turns }, (_, index) => {
    const date = addDays(monday, index * daysEach)
    const values = who[Math.floor(dayNumber(date) / daysEach) % who.length] ?? {}
    const to = addDays(date, daysEach)
    return { id: `duty-${date}`, from: `${date}T${changesAt}`, to: `${to}T${changesAt}`, values }
  })
}
