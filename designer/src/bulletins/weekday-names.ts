const A_SUNDAY = Date.UTC(2026, 0, 4)
const DAY_MS = 86_400_000

/** Monday is 1, Sunday is 7. */
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const

/** The name of a weekday in a language. */
export const weekdayName = (weekday: number, language: string, style: 'long' | 'short' = 'long'): string =>
  new Intl.DateTimeFormat(language, { weekday: style, timeZone: 'UTC' }).format(A_SUNDAY + weekday * DAY_MS)

/** "Monday and Friday". */
export const weekdayNames = (weekdays: readonly number[], language: string): string =>
  new Intl.ListFormat(language, { type: 'conjunction' }).format(
    weekdays.toSorted().map(weekday => weekdayName(weekday, language)),
  )
