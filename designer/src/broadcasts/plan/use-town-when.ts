import { useTown } from '../../api/town.ts'
import { useLanguage } from '../../i18n/index.ts'

/** A moment by the town's clock, whatever the reader's: "Monday, 7 December, 09:00", with its year when it is another one. */
export function useTownWhen(): (at: string | Date, now?: Date) => string {
  const { timeZone } = useTown()
  const [language] = useLanguage()
  const locale = language === 'en' ? 'en-GB' : language
  return (at, now = new Date()) => {
    const moment = new Date(at)
    const isOtherYear = moment.getFullYear() !== now.getFullYear()
    return new Intl.DateTimeFormat(locale, {
      ...{ weekday: 'long', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit', timeZone },
      ...(isOtherYear && { year: 'numeric' }),
    }).format(moment)
  }
}
