import { useMemo } from 'react'
import { useLanguage } from '../i18n/index.ts'

export interface TownTimes {
  /** "14:05", for a bubble. */
  hour(at: string | Date): string
  /** "Mon 23 Nov, 14:05". */
  short(at: string | Date): string
  exact(at: string | Date): string
}

const date = (at: string | Date) => (typeof at === 'string' ? new Date(at) : at)

/** Times on the town's clock, written in the language of the screens. */
export function useTownTimes(timeZone: string): TownTimes {
  const [language] = useLanguage()
  return useMemo(() => {
    const locale = language === 'en' ? 'en-GB' : language
    const hour = new Intl.DateTimeFormat(locale, { timeZone, hour: '2-digit', minute: '2-digit' })
    const day = new Intl.DateTimeFormat(locale, { timeZone, weekday: 'short', day: 'numeric', month: 'short' })
    const exact = new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'full', timeStyle: 'short' })
    return {
      hour: at => hour.format(date(at)),
      short: at => `${day.format(date(at))}, ${hour.format(date(at))}`,
      exact: at => exact.format(date(at)),
    }
  }, [language, timeZone])
}
