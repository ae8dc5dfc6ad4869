import { useLanguage } from './index.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const DAY_CHARS = '2026-01-01'.length

/** A bare day is that day everywhere, so it is read at noon of the reader's clock. */
const toDate = (at: string | Date): Date => {
  if (typeof at !== 'string') return at
  return new Date(at.length === DAY_CHARS ? `${at}T12:00:00` : at)
}

/** Numbers and times as a reader of `locale` writes them. */
export function formatsIn(locale: string) {
  const number = new Intl.NumberFormat(locale)
  const decimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
  const date = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' })
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' })
  const month = new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric' })
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' })
  const exact = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' })
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' })
  const unit = (name: 'second' | 'minute' | 'hour' | 'day', value: number) =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'short' }).format(Math.round(value))
  return {
    number: (value: number) => number.format(value),
    decimal: (value: number) => decimal.format(value),
    date: (at: string | Date) => date.format(toDate(at)),
    range: (from: string | Date, to: string | Date) => date.formatRange(toDate(from), toDate(to)),
    day: (at: string | Date) => day.format(toDate(at)),
    /** A bare month, like 2026-11. */
    month: (at: string) => month.format(toDate(`${at}-15`)),
    time: (at: string | Date) => time.format(toDate(at)),
    exact: (at: string | Date) => exact.format(toDate(at)),
    /** "40 sec", "3 min": in the one unit a person would say. */
    duration(seconds: number) {
      const ms = seconds * 1_000
      if (ms < 1.5 * MINUTE) return unit('second', seconds)
      if (ms < 1.5 * HOUR) return unit('minute', ms / MINUTE)
      return ms < 1.5 * DAY ? unit('hour', ms / HOUR) : unit('day', ms / DAY)
    },
    /** "in 3 hr", "tomorrow": how far ahead a moment is; more than a month ahead it is the date. */
    ahead(at: string | Date, now: Date) {
      const left = toDate(at).getTime() - now.getTime()
      if (left < HOUR) return relative.format(Math.max(0, Math.ceil(left / MINUTE)), 'minute')
      if (left < DAY) return relative.format(Math.floor(left / HOUR), 'hour')
      if (left < 31 * DAY) return relative.format(Math.floor(left / DAY), 'day')
      return date.format(toDate(at))
    },
    /** "3 min ago", "yesterday"; older than a month it is the date. */
    relative(at: string | Date, now: Date) {
      const elapsed = now.getTime() - toDate(at).getTime()
      if (elapsed < MINUTE) return relative.format(0, 'minute')
      if (elapsed < HOUR) return relative.format(-Math.floor(elapsed / MINUTE), 'minute')
      if (elapsed < DAY) return relative.format(-Math.floor(elapsed / HOUR), 'hour')
      if (elapsed < 31 * DAY) return relative.format(-Math.floor(elapsed / DAY), 'day')
      return date.format(toDate(at))
    },
  }
}

const made = new Map<string, ReturnType<typeof formatsIn>>()

/** The formats of the reader's language; made once a language, because a list of a thousand lines asks a thousand times. */
export function useFormats(): ReturnType<typeof formatsIn> {
  const [language] = useLanguage()
  const locale = language === 'en' ? 'en-GB' : language
  const known = made.get(locale) ?? formatsIn(locale)
  made.set(locale, known)
  return known
}
