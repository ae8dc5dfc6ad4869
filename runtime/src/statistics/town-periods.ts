import type { Period } from '@pregoner/shared'
import { addDays, fromTownTime, townDate } from '@pregoner/shared'

/** A period as a town counts it. */
export interface TownPeriod {
  from: Date
  to: Date
  /** How MongoDB's `$dateToString` names the slots, and the slots that have begun, in the town's own time. */
  format: string
  slots: string[]
}

const days: { readonly [Each in Period]: number } = { today: 1, '7d': 7, '30d': 30 }
const twoDigits = (value: number) => String(value).padStart(2, '0')

/** Today by the hour, or the last 7 or 30 town days with today among them, up to now. */
export function townPeriod(period: Period, timeZone: string, now: Date): TownPeriod {
  const today = townDate(now, timeZone)
  const firstDay = addDays(today, 1 - days[period])
  const from = fromTownTime(firstDay, '00:00', timeZone)
  const slots = Array.from({ length: days[period] }, (_, index) => addDays(firstDay, index))
  if (period !== 'today') return { from, to: now, format: '%Y-%m-%d', slots }
  const begun = Array.from({ length: 24 }, (_, hour) => `${twoDigits(hour)}:00`).filter(
    time => fromTownTime(today, time, timeZone) <= now,
  )
  return { from, to: now, format: '%Y-%m-%dT%H:00', slots: begun.map(time => `${today}T${time}`) }
}
