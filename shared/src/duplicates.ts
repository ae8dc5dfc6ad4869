import { z } from 'zod'
import type { Place } from './message.ts'

const EARTH_METERS = 6_371_008.8 // mean radius, IUGG
const DAY_MS = 86_400_000

/** How near and how old another report of the same category may be to be the same matter. */
export const duplicateRule = z.strictObject({
  meters: z.number().int().min(5).max(2_000),
  days: z.number().int().min(1).max(365),
})
export type DuplicateRule = z.infer<typeof duplicateRule>

/** What the desk goes by where a category has no rule of its own; citizens are asked only where it has. */
export const USUAL_RULE: DuplicateRule = { meters: 100, days: 30 }

export interface Reported {
  category: string | null
  place: Place | null
  /** ISO time. */
  openedAt: string
}

const radians = (degrees: number) => (degrees * Math.PI) / 180

/** Along the surface of the earth; null when one of them is not on the map. */
export function metersBetween(one: Place | null, other: Place | null): number | null {
  if (one?.latitude == null || one.longitude === null || other?.latitude == null || other.longitude === null)
    return null
  const [from, to] = [radians(one.latitude), radians(other.latitude)]
  const across = Math.sin((to - from) / 2) ** 2
  const along = Math.sin(radians(other.longitude - one.longitude) / 2) ** 2
  return 2 * EARTH_METERS * Math.asin(Math.sqrt(across + Math.cos(from) * Math.cos(to) * along))
}

/** Which of the reports may be the same matter by this rule: the nearest first, of equally near ones the newest. */
export function nearbyReports<Report extends Reported>(
  about: Reported,
  reports: readonly Report[],
  { meters, days }: DuplicateRule,
): { report: Report; meters: number }[] {
  const at = Date.parse(about.openedAt)
  return reports
    .flatMap(report => {
      const away = metersBetween(about.place, report.place)
      const isAlike = report.category !== null && report.category === about.category
      const isRecent = Math.abs(at - Date.parse(report.openedAt)) <= days * DAY_MS
      return isAlike && isRecent && away !== null && away <= meters ? [{ report, meters: Math.round(away) }] : []
    })
    .sort(
      (one, other) => one.meters - other.meters || Date.parse(other.report.openedAt) - Date.parse(one.report.openedAt),
    )
}

/** The corners of a square that holds all that is so near, for a search that only compares numbers. */
export function around({ latitude, longitude }: { latitude: number; longitude: number }, meters: number) {
  const up = meters / ((Math.PI / 180) * EARTH_METERS)
  const wide = up / Math.max(0.01, Math.cos(radians(latitude)))
  return { south: latitude - up, north: latitude + up, west: longitude - wide, east: longitude + wide }
}
