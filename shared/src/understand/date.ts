import type { Language } from '../language.ts'
import { cardinalOf } from './number-words.ts'
import { normalize, withoutFillers } from './words.ts'

const MAX_CHARS = 80
const DAY_MS = 86_400_000
const alwaysKnown: readonly Language[] = ['ca', 'es', 'it', 'en']

interface Names {
  /** Whole month names, normalized, by month from 1. */
  months: readonly (readonly [name: string, month: number])[]
  /** Weekday by name, Sunday is 0. */
  weekdays: ReadonlyMap<string, number>
}

const namesByLanguage = new Map<Language, Names>()

/** Month and weekday names of the four interface languages and one more. */
function namesIn(language: Language): Names {
  const known = namesByLanguage.get(language)
  if (known) return known
  const languages = [...new Set([...alwaysKnown, language])]
  const name = (code: Language, format: Intl.DateTimeFormatOptions, day: number) =>
    normalize(new Intl.DateTimeFormat(code, { ...format, timeZone: 'UTC' }).format(new Date(day)))
  const months = languages.flatMap(code =>
    Array.from({ length: 12 }, (_, at) => [name(code, { month: 'long' }, Date.UTC(2023, at, 15)), at + 1] as const),
  )
  const weekdays = languages.flatMap(code =>
    Array.from({ length: 7 }, (_, at) => [name(code, { weekday: 'long' }, Date.UTC(2023, 0, at + 1)), at] as const),
  )
  const names = { months, weekdays: new Map(weekdays) } // 1 January 2023 was a Sunday
  namesByLanguage.set(language, names)
  return names
}

/** Days from today, by normalized phrase. */
const nearDays = new Map<string, number>(
  Object.entries({
    '0': 'avui, hui, avui mateix, hoy, hoy mismo, oggi, today',
    '1': 'dema, manana, domani, tomorrow',
    '2': 'dema passat, passat dema, despus dema, despusdema, pasado manana, dopodomani, day after tomorrow',
    '-1': 'ahir, ayer, ieri, yesterday',
    '-2': 'abans d ahir, abans dahir, despus ahir, anteayer, antes de ayer, l altro ieri, altro ieri, avantieri, day before yesterday',
  }).flatMap(([days, phrases]) => phrases.split(', ').map((phrase): [string, number] => [phrase, Number(days)])),
)

const NEXT =
  /^(?:aquest |este |questo |this |next |proper |proxim |proximo |prossimo )|(?: vinent| que ve| que viene| proxim| proximo| prossimo)$/
const LAST = /^(?:last )|(?: passat| pasado| scorso)$/
const IN_DAYS = /^(?:d aqui a|d aqui|dentro de|en|tra|fra|in) (\w+) (?:dies|dias|giorni|days?|dia|giorno)$/

/**
 * The day a message names, as YYYY-MM-DD: `24/12/2026`, `24-12`, `24 de desembre`, `demà`, `lunedì`. Day before
 * month. A date without a year is the next one from today on, a weekday the next one after today.
 */
export function parseDate(text: string, language: Language, today: string): string | null {
  const now = Date.parse(`${today}T00:00:00Z`)
  if (text.length > MAX_CHARS || Number.isNaN(now)) return null
  const named = namedDay(normalize(text), language, now)
  if (named !== null) return isoDay(named)
  return parseNumeric(text, language, now) ?? parseWritten(normalize(text), language, now)
}

function namedDay(phrase: string, language: Language, now: number): number | null {
  const said = withoutFillers(phrase.split(' ')).join(' ')
  const days = nearDays.get(phrase) ?? nearDays.get(said)
  if (days !== undefined) return now + days * DAY_MS
  const [, count = ''] = IN_DAYS.exec(phrase) ?? []
  const ahead = /^\d{1,3}$/.test(count) ? Number(count) : cardinalOf(count)
  if (count !== '' && ahead !== undefined) return now + ahead * DAY_MS
  const weekday = namesIn(language).weekdays.get(said.replace(NEXT, '').replace(LAST, ''))
  if (weekday === undefined) return null
  const gap = (weekday - new Date(now).getUTCDay() + 7) % 7 || 7
  return now + (LAST.test(said) ? gap - 7 || -7 : gap) * DAY_MS
}

const ISO = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/
const NUMERIC = /^(\d{1,2})\s?[-/.]\s?(\d{1,2})(?:\s?[-/.]\s?(\d{4}|\d{2}))?\.?$/

function parseNumeric(text: string, language: Language, now: number): string | null {
  const plain = text.normalize('NFKC').trim()
  const [, isoYear, isoMonth, iso] = ISO.exec(plain) ?? []
  if (isoYear) return validDay(Number(isoYear), Number(isoMonth), Number(iso))
  const [, one, other, year] = NUMERIC.exec(plain) ?? []
  if (one === undefined) return null
  const [day, month] = [Number(one), Number(other)]
  const isMonthFirst = language === 'en' && month > 12 && day <= 12
  return isMonthFirst ? withYear(month, day, year, now) : withYear(day, month, year, now)
}

const WRITTEN_DAY = /^(\d{1,2})(?:r|n|t|e|o|a|er|st|nd|rd|th)?$/
const linkWords = new Set(['de', 'del', 'd', 'di', 'of', 'the', 'l', 'el', 'il', 'dia', 'giorno', 'on'])

/** `dijous 24 de desembre de 2026`, `December 24th`, `primo maggio`. */
function parseWritten(phrase: string, language: Language, now: number): string | null {
  const names = namesIn(language)
  const words = withoutFillers(phrase.split(' ')).filter(word => !linkWords.has(word) && !names.weekdays.has(word))
  const [first = '', second = '', year, ...more] = words
  if (more.length > 0 || (year !== undefined && !/^(\d{4}|\d{2})$/.test(year))) return null
  const [dayWord, monthWord] = monthOf(second, names) === null ? [second, first] : [first, second]
  const month = monthOf(monthWord, names)
  const day = /^(primer|primero|primo|first)$/.test(dayWord) ? 1 : Number(WRITTEN_DAY.exec(dayWord)?.[1] ?? 0)
  return month === null ? null : withYear(day, month, year, now)
}

/** A month by its name or the first three letters or more of it. */
function monthOf(word: string, { months }: Names): number | null {
  if (word.length < 3) return months.find(([name]) => name === word)?.[1] ?? null
  const found = new Set(months.filter(([name]) => name.startsWith(word)).map(([, month]) => month))
  const [month] = found
  return found.size === 1 && month !== undefined ? month : null
}

function withYear(day: number, month: number, year: string | undefined, now: number): string | null {
  const thisYear = new Date(now).getUTCFullYear()
  if (year !== undefined)
    return validDay(year.length === 4 ? Number(year) : fullYear(Number(year), thisYear), month, day)
  for (let ahead = 0; ahead <= 8; ahead++) {
    const date = validDay(thisYear + ahead, month, day) // 29 February may be years away
    if (date !== null && Date.parse(`${date}T00:00:00Z`) >= now) return date
  }
  return null
}

/** `58` is a birth year; years up to ten from now are of this century. */
const fullYear = (year: number, thisYear: number): number => {
  const century = Math.floor(thisYear / 100) * 100
  return century + year <= thisYear + 10 ? century + year : century - 100 + year
}

function validDay(year: number, month: number, day: number): string | null {
  if (year < 1900 || year > 2100) return null
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? isoDay(date.getTime()) : null
}

const isoDay = (at: number): string => new Date(at).toISOString().slice(0, 10)
