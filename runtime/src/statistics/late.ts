import { type Deadlines, due, type Pause, type TownData } from '@pregoner/shared'

/** What decides whether an incident was late. */
export interface Timed {
  departmentId: string
  openedAt: Date
  answeredAt: Date | null
  resolvedAt: Date | null
  /** What its category promised; null when nothing was. */
  deadlines: Deadlines | null
  pauses: readonly Pause[]
}

/**
 * Tells whether the first answer or the end of an incident came later than promised, or is overdue now, in the working
 * hours of its department as they are now.
 */
export function lateness({ departments, calendars }: Pick<TownData, 'departments' | 'calendars'>, now: Date) {
  const calendarOf = new Map(
    departments.map(({ id, calendarId }) => [id, calendars.find(calendar => calendar.id === calendarId) ?? null]),
  )
  return ({ departmentId, openedAt, answeredAt, resolvedAt, deadlines, pauses }: Timed): boolean => {
    if (!deadlines) return false
    const calendar = calendarOf.get(departmentId) ?? null
    const isMissed = (hours: number, at: Date | null) => {
      const end = at ?? now
      if (end.getTime() - openedAt.getTime() <= hours * 3_600_000) return false // working hours are never longer
      const promised = due(openedAt, calendar, hours, pauses)
      return promised !== null && end > promised
    }
    return isMissed(deadlines.answerHours, answeredAt ?? resolvedAt) || isMissed(deadlines.resolveHours, resolvedAt)
  }
}
