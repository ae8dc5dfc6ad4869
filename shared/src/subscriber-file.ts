import { z } from 'zod'
import { readCsv } from './table/csv.ts'
import type { TownData } from './town.ts'
import { parsePhone } from './understand/contact-data.ts'
import { normalize } from './understand/words.ts'

/** One line of a file of subscribers: who, when they agreed, and what shows it. */
export interface SubscriberLine {
  line: number
  /** In E.164. */
  address: string
  /** The day they agreed, like `2026-03-01`. */
  agreedOn: string
  proof: string
}

/** What is wrong with a file of subscribers, or with one of its lines. */
export const subscriberFaults = [
  ...(['not_text', 'no_lines', 'no_columns', 'unclosed_quote', 'too_many'] as const),
  ...(['bad_number', 'repeated', 'bad_day', 'future_day', 'no_proof', 'left_since'] as const),
] as const
export const subscriberFault = z.strictObject({
  line: z.number().int(),
  code: z.enum(subscriberFaults),
  /** What stands there. */
  value: z.string(),
})
export type SubscriberFault = z.infer<typeof subscriberFault>

/** What became of a file. With any fault nothing was taken in. */
export const subscriberReport = z.strictObject({
  lines: z.number().int(),
  /** New subscriptions; those of the people who had theirs already are not counted twice. */
  added: z.number().int(),
  already: z.number().int(),
  faultCount: z.number().int(),
  /** The first of them. */
  faults: z.array(subscriberFault),
  isDone: z.boolean(),
})
export type SubscriberReport = z.infer<typeof subscriberReport>

const MAX_LINES = 50_000
const MAX_PROOF_CHARS = 500
const MAX_SHOWN_CHARS = 80

/** What the columns may be called, in the languages of the screens. */
const columnNames = {
  phone: ['telefon', 'telefono', 'phone', 'mobil', 'movil', 'cellulare', 'numero'],
  agreedOn: ['data', 'fecha', 'date', 'data del consentiment', 'fecha del consentimiento', 'data del consenso'],
  proof: ['prova', 'prueba', 'proof', 'consentiment', 'consentimiento', 'consenso', 'consent'],
} as const

/** A day written `2026-03-01`, `1/3/2026` or `01.03.2026`; null when there is no such day. */
function dayOf(text: string): string | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text)
  const written = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text)
  const [year, month, day] = iso ? [iso[1], iso[2], iso[3]] : [written?.[3], written?.[2], written?.[1]]
  if (!year || !month || !day) return null
  const named = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const date = new Date(`${named}T00:00:00Z`)
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== named ? null : named
}

/**
 * Reads a file of subscribers: a line each with a number, the day they agreed and what proves it. Every line that is no
 * good is named; `today` is a day like `2026-03-01`.
 */
export function readSubscribers(
  text: string,
  { country }: Pick<TownData, 'country'>,
  today: string,
): { lines: SubscriberLine[]; faults: SubscriberFault[] } {
  const { records, unclosedAt } = readCsv(text)
  const whole = (code: SubscriberFault['code'], line = 1, value = '') => ({
    lines: [],
    faults: [{ line, code, value }],
  })
  if (unclosedAt !== null) return whole('unclosed_quote', unclosedAt)
  const [head, ...rows] = records
  if (!head || rows.length === 0) return whole('no_lines')
  if (rows.length > MAX_LINES) return whole('too_many', 1, String(rows.length))
  const place = (names: readonly string[]) => head.cells.findIndex(cell => names.includes(normalize(cell)))
  const [phone, agreedOn, proof] = [columnNames.phone, columnNames.agreedOn, columnNames.proof].map(place)
  if (phone === undefined || agreedOn === undefined || proof === undefined || Math.min(phone, agreedOn, proof) < 0)
    return whole('no_columns', head.line, head.cells.join(' · ').slice(0, MAX_SHOWN_CHARS))

  const lines: SubscriberLine[] = []
  const faults: SubscriberFault[] = []
  const seen = new Set<string>()
  for (const { line, cells } of rows) {
    const cell = (at: number) => cells[at] ?? ''
    const fault = (code: SubscriberFault['code'], value: string) =>
      faults.push({ line, code, value: value.slice(0, MAX_SHOWN_CHARS) })
    const address = parsePhone(cell(phone), country)
    const day = dayOf(cell(agreedOn))
    if (!address) fault('bad_number', cell(phone))
    else if (seen.has(address)) fault('repeated', address)
    if (!day) fault('bad_day', cell(agreedOn))
    else if (day > today) fault('future_day', day)
    if (cell(proof) === '') fault('no_proof', cell(phone))
    if (!address || !day || cell(proof) === '') continue
    seen.add(address)
    lines.push({ line, address, agreedOn: day, proof: cell(proof).slice(0, MAX_PROOF_CHARS) })
  }
  return { lines, faults }
}
