import type { Calendar } from './calendar.ts'
import { addDays } from './town-time.ts'

type Exception = Calendar['exceptions'][number]

/** The exceptions without the days from one to another; a longer one goes on before and after them. */
const without = (exceptions: readonly Exception[], from: string, to: string): Exception[] =>
  exceptions.flatMap(each => {
    if (each.to < from || to < each.from) return [each]
    return [
      ...(each.from < from ? [{ ...each, to: addDays(from, -1) }] : []),
      ...(to < each.to ? [{ ...each, from: addDays(to, 1) }] : []),
    ]
  })

const inOrder = (exceptions: readonly Exception[]) =>
  exceptions.toSorted((one, other) => one.from.localeCompare(other.from) || one.to.localeCompare(other.to))

/** The calendar with other hours on these days, in place of any exception they had. */
export const withException = (calendar: Calendar, exception: Exception): Calendar => ({
  ...calendar,
  exceptions: inOrder([...without(calendar.exceptions, exception.from, exception.to), exception]),
})

/** The calendar with its usual hours on these days. */
export const asUsual = (calendar: Calendar, from: string, to: string): Calendar => ({
  ...calendar,
  exceptions: without(calendar.exceptions, from, to),
})

/** The same day a year later; 29 February is 28. */
const yearLater = (date: string): string => {
  const day = date.slice(4)
  return `${Number(date.slice(0, 4)) + 1}${day === '-02-29' ? '-02-28' : day}`
}

/**
 * The exceptions and the holidays of one year again in the next, by their dates; `added` says how many. Days that have
 * something of their own there already stay as they are.
 */
export function copiedToNextYear(calendar: Calendar, year: number): { calendar: Calendar; added: number } {
  const isOfYear = (date: string) => date.startsWith(`${year}-`)
  const exceptions = calendar.exceptions
    .filter(({ from }) => isOfYear(from))
    .map(each => ({ ...each, from: yearLater(each.from), to: yearLater(each.to) }))
    .filter(copy => calendar.exceptions.every(each => each.to < copy.from || copy.to < each.from))
  const ownHolidays = calendar.ownHolidays
    .filter(({ date }) => isOfYear(date))
    .map(each => ({ ...each, date: yearLater(each.date) }))
    .filter(copy => calendar.ownHolidays.every(({ date }) => date !== copy.date))
  return {
    added: exceptions.length + ownHolidays.length,
    calendar: {
      ...calendar,
      exceptions: inOrder([...calendar.exceptions, ...exceptions]),
      ownHolidays: [...calendar.ownHolidays, ...ownHolidays],
    },
  }
}
