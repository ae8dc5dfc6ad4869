import { addDays, fromTownTime, type StatisticsQuery, townDate, townDateTime } from '@pregoner/shared'

/** Town days and the moments they begin and end; the end itself is not part of it. */
export interface Stretch {
  firstDay: string
  lastDay: string
  from: Date
  to: Date
}

export type SlotKind = 'hour' | 'day' | 'month'

/** A period and the one before it, as a town counts them. */
export interface Span {
  timeZone: string
  now: Stretch
  before: Stretch
  slot: SlotKind
  /** The slots that have begun, in the town's own time. */
  slots: string[]
}

const MAX_DAY_SLOTS = 92 // a quarter; more bars than that are no longer read one by one
const DAY_MS = 86_400_000

const running = { today: 1, '7d': 7, '30d': 30, '90d': 90 } as const

export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY_MS

const yearBefore = (day: string): string => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(Date.UTC(year - 1, month - 1, date)).toISOString().slice(0, 10)
}

function daysOf({ period, from, to }: StatisticsQuery, today: string): { firstDay: string; lastDay: string } {
  if (period === '12m') return { firstDay: addDays(yearBefore(today), 1), lastDay: today }
  if (period !== 'own') return { firstDay: addDays(today, 1 - running[period]), lastDay: today }
  return { firstDay: from ?? today, lastDay: to ?? today }
}

const twoDigits = (value: number) => String(value).padStart(2, '0')

function slotsOf({ firstDay, lastDay }: Stretch, slot: SlotKind, timeZone: string, now: Date): string[] {
  const today = townDate(now, timeZone)
  const days = Array.from({ length: daysBetween(firstDay, lastDay) + 1 }, (_, index) => addDays(firstDay, index))
  const begun = days.filter(day => day <= today)
  if (slot === 'day') return begun
  if (slot === 'month') return [...new Set(begun.map(day => day.slice(0, 7)))]
  return Array.from({ length: 24 }, (_, hour) => `${twoDigits(hour)}:00`)
    .filter(time => fromTownTime(firstDay, time, timeZone) <= now)
    .map(time => `${firstDay}T${time}`)
}

/**
 * The days asked for and as many before them. A period that is still running is compared with the same part of the one
 * before, up to the same minute of its last day.
 */
export function spanOf(query: StatisticsQuery, timeZone: string, now: Date): Span {
  const { date: today, time } = townDateTime(now, timeZone)
  const { firstDay, lastDay } = daysOf(query, today)
  const days = daysBetween(firstDay, lastDay) + 1
  const start = (day: string) => fromTownTime(day, '00:00', timeZone)
  const isRunning = firstDay <= today && lastDay >= today
  const before = { firstDay: addDays(firstDay, -days), lastDay: addDays(firstDay, -1) }
  const shifted = fromTownTime(addDays(today, -days), time, timeZone)
  const present: Stretch = {
    ...{ firstDay, lastDay },
    ...{ from: start(firstDay), to: isRunning ? new Date(now.getTime() + 1) : start(addDays(lastDay, 1)) },
  }
  const longSlot = days > MAX_DAY_SLOTS ? 'month' : 'day'
  const slot = days === 1 ? 'hour' : longSlot
  return {
    ...{ timeZone, now: present, slot, slots: slotsOf(present, slot, timeZone, now) },
    before: { ...before, from: start(before.firstDay), to: isRunning ? shifted : present.from },
  }
}
