import { z } from 'zod'
import type { CsvRecord } from './table/csv.ts'
import { createCsvReader } from './table/csv-reader.ts'
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

/** How a file stands: looked through, being taken in, taken in. One with faults goes no further. */
export const subscriberImportStates = ['checked', 'faulty', 'taking', 'done'] as const

/** A file of subscribers and what became of it. With any fault nobody in it is subscribed. */
export const subscriberImport = z.strictObject({
  id: z.string(),
  fileName: z.string(),
  topicId: z.string(),
  state: z.enum(subscriberImportStates),
  lines: z.number().int(),
  /** New subscriptions; those of the people who had theirs already are not counted twice. */
  added: z.number().int(),
  already: z.number().int(),
  /** How many lines have been gone through while it is taken in. */
  taken: z.number().int(),
  faultCount: z.number().int(),
  /** The first of them; the report has more. */
  faults: z.array(subscriberFault),
})
export type SubscriberImport = z.infer<typeof subscriberImport>

/** So many lines of a file are taken in at once; more than any town has people with a phone. */
export const MAX_SUBSCRIBER_LINES = 1_000_000
const MAX_LINES = MAX_SUBSCRIBER_LINES
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

/** What one line comes to: somebody to subscribe, or what is wrong with it. */
export interface ReadLine {
  subscriber: SubscriberLine | null
  faults: SubscriberFault[]
}

export interface SubscriberReading extends Pick<TownData, 'country'> {
  /** A day like `2026-03-01`; nobody agrees later than today. */
  today: string
  /** Remembers a number; false when it has come before. */
  isNew: (address: string) => boolean
}

/**
 * Reads a file of subscribers piece by piece, so that however long it is, little of it is in memory: the next pieces of
 * the text go in, what their lines come to goes out. Every line that is no good is named.
 */
export function createSubscriberReader({ country, today, isNew }: SubscriberReading) {
  const csv = createCsvReader()
  let columns: { phone: number; agreedOn: number; proof: number } | null = null
  let rows = 0
  let isOver = false

  const whole = (code: SubscriberFault['code'], line: number, value = ''): ReadLine => {
    isOver = true // what follows could not be read right
    return { subscriber: null, faults: [{ line, code, value: value.slice(0, MAX_SHOWN_CHARS) }] }
  }

  function readHead({ line, cells }: CsvRecord): ReadLine[] {
    const place = (names: readonly string[]) => cells.findIndex(cell => names.includes(normalize(cell)))
    const { phone, agreedOn, proof } = columnNames
    columns = { phone: place(phone), agreedOn: place(agreedOn), proof: place(proof) }
    return Math.min(...Object.values(columns)) < 0 ? [whole('no_columns', line, cells.join(' · '))] : []
  }

  function readRow({ line, cells }: CsvRecord, places: NonNullable<typeof columns>): ReadLine {
    const [phone = '', agreed = '', proof = ''] = [places.phone, places.agreedOn, places.proof].map(at => cells[at])
    const faults: SubscriberFault[] = []
    const fault = (code: SubscriberFault['code'], value: string) =>
      faults.push({ line, code, value: value.slice(0, MAX_SHOWN_CHARS) })
    const address = parsePhone(phone, country)
    const agreedOn = dayOf(agreed)
    if (!address) fault('bad_number', phone)
    else if (!isNew(address)) fault('repeated', address)
    if (!agreedOn) fault('bad_day', agreed)
    else if (agreedOn > today) fault('future_day', agreedOn)
    if (proof === '') fault('no_proof', address ?? phone)
    if (faults.length > 0 || !address || !agreedOn) return { subscriber: null, faults }
    return { subscriber: { line, address, agreedOn, proof: proof.slice(0, MAX_PROOF_CHARS) }, faults }
  }

  function readRecord(record: CsvRecord): ReadLine[] {
    if (isOver) return []
    if (!columns) return readHead(record)
    rows += 1
    return [rows > MAX_LINES ? whole('too_many', record.line, String(MAX_LINES)) : readRow(record, columns)]
  }

  return {
    /** Takes the next piece; `isLast` says that the text ends with it. */
    read(piece: string, isLast: boolean): ReadLine[] {
      if (isOver) return []
      const lines = csv.read(piece, isLast).flatMap(readRecord)
      const unclosedAt = csv.unclosedAt()
      if (unclosedAt !== null && !isOver) lines.push(whole('unclosed_quote', unclosedAt))
      if (isLast && !isOver && rows === 0) lines.push(whole('no_lines', 1))
      return lines
    },
    /** Whether nothing more of it is looked at. */
    isOver: () => isOver,
    lineCount: () => rows,
  }
}
