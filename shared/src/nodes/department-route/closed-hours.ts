import { z } from 'zod'
import { openingAt } from '../../calendar.ts'
import type { OutboundMessage } from '../../message.ts'
import type { Scene } from '../../node.ts'
import { phrase } from '../../phrases.ts'
import { formatValue } from '../../template.ts'

/** When a citizen in a dialogue hears that nobody is there: never, only when they write, or at its beginning too. */
export const tellsHours = z.enum(['never', 'replies', 'always'])

/**
 * What is said while the department is closed, by its calendar; null while somebody is there, or when it has none.
 * `key` is the same until it opens again.
 */
export function closedHours(departmentId: string, scene: Scene): { key: string; message: OutboundMessage } | null {
  const { town, now, language, defaultLanguage } = scene
  const calendarId = town.departments.find(({ id }) => id === departmentId)?.calendarId
  const calendar = town.calendars.find(({ id }) => id === calendarId)
  if (!calendar) return null
  const { state, until } = openingAt(calendar, now)
  if (state === 'open') return null
  const when = until ? formatValue(until, { language, timeZone: town.timeZone }) : ''
  const words = phrase(until ? 'closed_until' : 'closed', language, defaultLanguage, { when })
  return { key: until?.toISOString() ?? 'closed', message: scene.message(words) }
}
