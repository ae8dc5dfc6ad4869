import { type Calendar, type Interval, townDate } from '@pregoner/shared'
import { useLanguage, useWords } from '../../i18n/index.ts'
import { shownDay } from './day-look.ts'
import { yearWords } from './words.ts'

export type DayText = (date: string) => string

export const hoursText = (intervals: readonly Interval[]): string =>
  intervals.map(({ from, to }) => `${from}–${to}`).join(', ')

/** A day in words: "Friday, 14 August 2026: holiday, Ferragosto". */
export function useDayText(calendar: Calendar, now: Date): DayText {
  const t = useWords(yearWords)
  const [language] = useLanguage()
  const day = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { dateStyle: 'full', timeZone: 'UTC' })
  const today = townDate(now, calendar.timeZone)
  const named = (date: string) => {
    const [initial = '', ...rest] = day.format(new Date(date))
    return initial.toLocaleUpperCase(language) + rest.join('')
  }
  return date => {
    const { look, intervals, name } = shownDay(calendar, date)
    const said = [t(look), hoursText(intervals), name].filter(Boolean).join(', ')
    const when = date === today ? `${named(date)} (${t('today')})` : named(date)
    return `${when}: ${said}`
  }
}
