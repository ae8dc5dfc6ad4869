import type { Language } from '../language.ts'
import { formatDate, formatTime } from '../template/format.ts'

const days = new Map<Language, Intl.DateTimeFormat>()

function dayFormat(language: Language): Intl.DateTimeFormat {
  const known = days.get(language)
  if (known) return known
  const dayFirst = language === 'en' ? 'en-GB' : language
  const format = new Intl.DateTimeFormat(dayFirst, { weekday: 'long', day: 'numeric', month: 'short', timeZone: 'UTC' })
  days.set(language, format)
  return format
}

/** `dijous, 26 de nov.`: short enough for a row of a list in the languages of the screens. */
export const dayLabel = (date: string, language: Language): string =>
  dayFormat(language).format(new Date(`${date}T12:00:00Z`))

/** `dijous, 26 de novembre, 09:30` in the town. */
export function momentWords(at: string, language: Language, timeZone: string): string {
  const options = { language, timeZone }
  return [formatDate(at, options, 'weekday'), formatTime(at, options)].filter(Boolean).join(', ')
}
