import type { Language } from '../language.ts'

export interface RenderOptions {
  language: Language
  /** IANA name of the town's time zone. */
  timeZone: string
}

const MAX_LIST_ITEMS = 100
const FORBIDDEN = /[\p{Cc}\u202a-\u202e\u2066-\u2069\ufeff\p{Cs}]/gu
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/
const TOWN_MOMENT = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::\d{2})?$/
const TIME = /^([01]\d|2[0-4]):([0-5]\d)(?::\d{2})?$/
const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})$/

/** Making an Intl formatter costs far more than using it, and there are few kinds. */
function remembered<Options, Format>(make: (language: string, options: Options) => Format) {
  const known = new Map<string, Format>()
  return (language: string, options: Options): Format => {
    const key = `${language} ${JSON.stringify(options)}`
    const format = known.get(key) ?? make(language, options)
    known.set(key, format)
    return format
  }
}

const numberFormat = remembered(
  (language, options: Intl.NumberFormatOptions) =>
    new Intl.NumberFormat(language, { maximumFractionDigits: 6, ...options }),
)
const dateFormat = remembered(
  (language, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(language, options),
)

const yesNo: { [Code in Language]: readonly [yes: string, no: string] } = {
  ca: ['sí', 'no'],
  es: ['sí', 'no'],
  it: ['sì', 'no'],
  en: ['yes', 'no'],
  fr: ['oui', 'non'],
  de: ['ja', 'nein'],
  pt: ['sim', 'não'],
  ro: ['da', 'nu'],
  ar: ['نعم', 'لا'],
  uk: ['так', 'ні'],
  gl: ['si', 'non'],
  eu: ['bai', 'ez'],
  zh: ['是', '否'],
}

/** Text without control characters (line breaks stay), direction overrides and broken surrogates. */
export function cleanText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(FORBIDDEN, found => (found === '\n' || found === '\t' ? found : ''))
}

/** Any value as a citizen may read it, a date in ISO form too; what cannot be read, such as an unknown object, is an empty string. */
export function formatValue(value: unknown, options: RenderOptions): string {
  return Array.isArray(value) ? formatItems(value, options).join(', ') : formatOne(value, options)
}

/** Each readable item of a list; a single value is a list of one. */
export function formatItems(value: unknown, options: RenderOptions): string[] {
  const items = Array.isArray(value) ? value.slice(0, MAX_LIST_ITEMS) : [value]
  return items.map(item => formatOne(item, options)).filter(item => item !== '')
}

function formatOne(value: unknown, options: RenderOptions): string {
  if (typeof value === 'string') return formatDateTime(value, options) ?? cleanText(value)
  if (typeof value === 'number') return formatNumber(value, options.language, { useGrouping: false })
  if (typeof value === 'boolean') return yesNo[options.language][value ? 0 : 1]
  if (value instanceof Date) return formatDateTime(value, options) ?? ''
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return formatPlace(value)
  return ''
}

function formatPlace(value: object): string {
  const own = (name: string): unknown => Object.getOwnPropertyDescriptor(value, name)?.value
  const words = [own('name'), own('address')].filter(part => typeof part === 'string' && part !== '')
  if (words.length > 0) return cleanText(words.join(', '))
  const [latitude, longitude] = [own('latitude'), own('longitude')]
  if (typeof latitude !== 'number' || typeof longitude !== 'number') return ''
  return `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`
}

export function formatNumber(value: number, language: Language, format: Intl.NumberFormatOptions): string {
  if (!Number.isFinite(value)) return ''
  return numberFormat(language, format).format(value)
}

/** A moment ready for formatting: a day or hour of the town's wall clock is formatted as UTC, an instant in its zone. */
function momentOf(value: unknown, timeZone: string): { at: Date; timeZone: string; hasTime: boolean } | null {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : { at: value, timeZone, hasTime: true }
  if (typeof value !== 'string') return null
  const day = DAY.exec(value)
  if (day) return { at: utc(day), timeZone: 'UTC', hasTime: false }
  const moment = TOWN_MOMENT.exec(value)
  if (moment) return { at: utc(moment), timeZone: 'UTC', hasTime: true }
  if (!INSTANT.test(value)) return null
  const at = new Date(value)
  return Number.isNaN(at.getTime()) ? null : { at, timeZone, hasTime: true }
}

const utc = ([, year, month, day, hour = '12', minute = '00']: readonly string[]): Date =>
  new Date(Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute)))

const dateStyles: Record<string, Intl.DateTimeFormatOptions> = {
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  short: { day: '2-digit', month: '2-digit', year: 'numeric' },
  weekday: { weekday: 'long', day: 'numeric', month: 'long' },
}

/** `24 de desembre del 2026`; null when the value is no date. Styles: long, short, weekday. */
export function formatDate(value: unknown, { language, timeZone }: RenderOptions, style = 'long'): string | null {
  const moment = momentOf(value, timeZone)
  if (!moment) return null
  const format = Object.hasOwn(dateStyles, style) ? dateStyles[style] : dateStyles.long
  const dayFirst = language === 'en' ? 'en-GB' : language
  return dateFormat(dayFirst, { ...format, timeZone: moment.timeZone }).format(moment.at)
}

/** `09:30`, by the 24-hour clock; null when the value has no time. */
export function formatTime(value: unknown, { language, timeZone }: RenderOptions): string | null {
  const time = typeof value === 'string' ? TIME.exec(value) : null
  if (time) return `${time[1]}:${time[2]}`
  const moment = momentOf(value, timeZone)
  if (!moment?.hasTime) return null
  const clock: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }
  return dateFormat(language, { ...clock, timeZone: moment.timeZone }).format(moment.at)
}

/** Date and time, or the date alone when the value has no time; null when it is no date. */
export function formatDateTime(value: unknown, options: RenderOptions, style?: string): string | null {
  const date = formatDate(value, options, style)
  if (date === null) return null
  const time = formatTime(value, options)
  return time === null ? date : `${date}, ${time}`
}
