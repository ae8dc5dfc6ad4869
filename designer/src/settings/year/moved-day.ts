import { addDays, weekdayOf } from '@pregoner/shared'

const DAY_KEYS = new Map([
  ['ArrowLeft', -1],
  ['ArrowRight', 1],
  ['ArrowUp', -7],
  ['ArrowDown', 7],
])
const LAST_WEEKDAY = 7

/** The same day of another month, or its last one when it is shorter. */
function inMonth(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  return addDays(first.toISOString().slice(0, 10), Math.min(day, last) - 1)
}

/**
 * Where a key takes the focus in a year of days, as WAI-ARIA has it for a date grid: arrows by day and week, Home and
 * End within the week, Page Up and Page Down by month, never out of the year; null for other keys.
 */
export function movedDay(date: string, key: string): string | null {
  const year = date.slice(0, 4)
  const days = DAY_KEYS.get(key)
  const to = () => {
    if (days !== undefined) return addDays(date, days)
    if (key === 'Home') return addDays(date, 1 - weekdayOf(date))
    if (key === 'End') return addDays(date, LAST_WEEKDAY - weekdayOf(date))
    if (key === 'PageUp') return inMonth(date, -1)
    return key === 'PageDown' ? inMonth(date, 1) : null
  }
  const moved = to()
  if (moved === null || moved.startsWith(year)) return moved
  return moved < date ? `${year}-01-01` : `${year}-12-31`
}
