import { z } from 'zod'
import { type Language, type LocalizedText, localizedText, textIn } from '../language.ts'
import { type Place, place } from '../message.ts'
import { formatNumber, formatValue } from '../template/format.ts'
import { isVariableName } from '../template.ts'
import { normalize } from '../understand.ts'

const MAX_COLUMNS = 40
const MAX_CHOICES = 200
export const MAX_ROWS = 5000
export const MAX_CELL_CHARS = 5000

const words = z.string().max(MAX_CELL_CHARS)

/** What a cell of each kind holds. */
export const cells = {
  text: words,
  localized: localizedText({ maxChars: MAX_CELL_CHARS }),
  number: z.number(),
  date: z.iso.date(),
  time: z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/),
  phone: words.regex(/\d.*\d/),
  url: z.url({ protocol: /^https?$/ }).max(MAX_CELL_CHARS),
  email: z.email(),
  place,
  image: words.min(1),
  choice: words.min(1),
} as const

export const columnKinds = [
  'text',
  'localized',
  'number',
  'date',
  'time',
  'phone',
  'url',
  'email',
  'place',
  'image',
  'choice',
] as const satisfies readonly (keyof typeof cells)[]
export type ColumnKind = (typeof columnKinds)[number]

const columnId = z
  .string()
  .max(60)
  .refine(id => isVariableName(id) && !id.includes('.'), 'invalid_column_id')

const tableColumn = z.strictObject({
  /** The name used in templates: `{{row.address}}`. */
  id: columnId,
  label: z.string().max(200),
  kind: z.enum(columnKinds),
  required: z.boolean(),
  /** No two rows may say the same here. */
  unique: z.boolean().optional(),
  /** What a cell of the kind `choice` may say. */
  choices: z.array(z.string().trim().min(1).max(200)).max(MAX_CHOICES).optional(),
})
export type TableColumn = z.infer<typeof tableColumn>

const cell = z.union([words, z.number(), place, localizedText()]).nullable()
export type Cell = z.infer<typeof cell>

/** A day, or a minute of the town's clock. */
const validity = z
  .union(
    [z.iso.date(), z.iso.datetime({ local: true, precision: -1 }).length('2026-01-01T00:00'.length)],
    'invalid_date',
  )
  .nullable()

const tableRow = z
  .strictObject({
    id: z.string().min(1).max(100),
    /** First day or minute the row is valid; null for always. */
    from: validity,
    /** Last day, included, or the minute the row stops being valid; null for no end. */
    to: validity,
    values: z.record(z.string().max(60), cell),
  })
  .refine(row => span(row).from < span(row).to, { message: 'ends_before_it_begins', path: ['to'] })
export type TableRow = z.infer<typeof tableRow>

/** Content kept up to date by its department, row by row, without touching a flow. */
export const table = z
  .strictObject({
    id: z.string().min(1).max(100),
    key: z.string().max(100).optional(),
    name: z.string().max(200),
    columns: z.array(tableColumn).max(MAX_COLUMNS),
    rows: z.array(tableRow).max(MAX_ROWS),
    departmentId: z.string().max(100).nullable(),
    /** Raised by every change that is saved; a table nobody has changed yet has none. */
    rev: z.number().int().positive().optional(),
  })
  .superRefine(({ columns, rows }, context) => {
    const report = (message: string, path: (string | number)[]) => context.addIssue({ code: 'custom', message, path })
    for (const at of repeated(columns)) report('duplicate_column', ['columns', at, 'id'])
    for (const at of repeated(rows)) report('duplicate_row', ['rows', at, 'id'])
    const known = new Set(columns.map(column => column.id))
    for (const [at, { values }] of rows.entries()) {
      for (const id of Object.keys(values)) {
        if (!known.has(id)) report('unknown_column', ['rows', at, 'values', id])
      }
      for (const column of columns) {
        const message = cellProblem(column, cellOf(values, column.id))
        if (message) report(message, ['rows', at, 'values', column.id])
      }
    }
    for (const column of columns.filter(({ unique }) => unique)) {
      for (const at of repeatedCells(rows, column.id)) report('duplicate_value', ['rows', at, 'values', column.id])
    }
  })
export type Table = z.infer<typeof table>

function repeated(items: readonly { id: string }[]): number[] {
  const first = new Map<string, number>()
  for (const [at, { id }] of items.entries()) if (!first.has(id)) first.set(id, at)
  return [...items.keys()].filter(at => first.get(items[at]?.id ?? '') !== at)
}

/** Places of the rows that say in a column what an earlier one says, whatever its case and accents. */
export function repeatedCells(rows: readonly { values: TableRow['values'] }[], columnId: string): number[] {
  const seen = new Set<string>()
  return [...rows.keys()].filter(at => {
    const value = cellOf(rows[at]?.values ?? {}, columnId)
    if (isBlank(value)) return false
    const said = typeof value === 'string' ? normalize(value) : JSON.stringify(value)
    if (seen.has(said)) return true
    seen.add(said)
    return false
  })
}

/** What is wrong with a value in this column; null when nothing is. */
export function cellProblem(
  { kind, required, choices = [] }: TableColumn,
  value: Cell,
): 'missing_value' | 'wrong_kind' | null {
  if (isBlank(value)) return required ? 'missing_value' : null
  if (kind === 'choice' && !choices.some(choice => choice === value)) return 'wrong_kind'
  return cells[kind].safeParse(value).success ? null : 'wrong_kind'
}

/** The value under a column id; null when there is none of the row's own. */
export const cellOf = (values: TableRow['values'], columnId: string): Cell =>
  Object.hasOwn(values, columnId) ? (values[columnId] ?? null) : null

export function isBlank(value: Cell): boolean {
  if (value === null || value === '') return true
  if (isPlace(value)) return value.latitude === null && !value.name && !value.address
  return typeof value === 'object' && Object.values(value).every(text => !text)
}

export const isPlace = (value: Cell): value is Place =>
  typeof value === 'object' && value !== null && 'latitude' in value

export const isLocalized = (value: Cell): value is LocalizedText =>
  typeof value === 'object' && value !== null && !isPlace(value)

const WAY_BACK = '0000-01-01T00:00'
const FAR_AHEAD = '9999-12-31T24:00'

/** When a row is valid, from one minute of the town's clock up to and without another; both compare as text. */
export function span({ from, to }: { from: string | null; to: string | null }): { from: string; to: string } {
  const minute = (text: string, clock: string) => (text.includes('T') ? text : `${text}T${clock}`)
  return {
    from: from === null ? WAY_BACK : minute(from, '00:00'),
    to: to === null ? FAR_AHEAD : minute(to, '24:00'),
  }
}

/** A cell as text in the citizen's language, else in `fallback`; days and times stay in ISO form for the filters. */
export function rowValue(row: TableRow, columnId: string, language: Language, fallback: Language): string {
  const value = cellOf(row.values, columnId)
  if (value === null) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'number') return formatNumber(value, language, { useGrouping: false })
  if (isLocalized(value)) return textIn(value, language, fallback)
  return formatValue(value, { language, timeZone: 'UTC' }) // a place has no time
}
