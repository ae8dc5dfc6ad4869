import { z } from 'zod'
import { openingAt } from './calendar.ts'
import { id } from './names.ts'
import { approvalNeeds } from './notice-approval.ts'
import type { TownData } from './town.ts'

/** What a town keeps to when it sends notices. */
export const noticeRules = z.strictObject({
  /** They go out while this calendar is open, and wait otherwise; null for at any time. */
  calendarId: id.nullable(),
  approval: z.enum(approvalNeeds),
})
export type NoticeRules = z.infer<typeof noticeRules>

/** What holds where a town has said nothing. */
export const freeNoticeRules: NoticeRules = { calendarId: null, approval: 'none' }

/**
 * Until when a notice that is no emergency waits at this moment because of the town's hours; null when it may go out. `until` is null while
 * no opening is in sight.
 */
export function quietAt(
  { calendars, notices }: Pick<TownData, 'calendars' | 'notices'>,
  at: Date,
  { emergency }: { emergency?: object | null | undefined } = {},
): { until: Date | null } | null {
  if (emergency) return null
  const calendar = calendars.find(({ id: known }) => known === notices?.calendarId)
  if (!calendar) return null
  const { state, until } = openingAt(calendar, at)
  return state === 'open' ? null : { until }
}
