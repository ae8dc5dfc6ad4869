import { addDays, townDateTime } from '@pregoner/shared'

const FROM = '02:00'
const TO = '06:00' // nobody has come to work yet

/**
 * The town's day whose nightly run is due now; null when there is none. A night that was missed, because nobody was
 * there to run it, is made up for at any hour; the first one of all waits for the night.
 */
export function nightDue(now: Date, timeZone: string, lastDay: string | null): string | null {
  const { date, time } = townDateTime(now, timeZone)
  if (lastDay !== null && lastDay >= date) return null
  const isNight = time >= FROM && time < TO
  const wasMissed = lastDay !== null && lastDay < addDays(date, -1)
  return isNight || wasMissed ? date : null
}
