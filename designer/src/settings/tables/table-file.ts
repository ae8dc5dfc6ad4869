import { guarded, type PasteProblem, parsePastedRows, type SheetRow, type Table } from '@pregoner/shared'
import type { Sheet } from './use-sheet.ts'

const MAX_FILE_BYTES = 10_000_000
const BOM = '\ufeff' // without it Excel takes the file for Windows-1252 and spoils the accents

type Columns = Sheet['columns']

const begins = (bytes: Uint8Array, ...signature: number[]) => signature.every((byte, at) => bytes[at] === byte)

/** Which UTF-16 it is, by its mark or by the empty bytes that Latin letters have in it. */
function utf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (begins(bytes, 0xff, 0xfe) || (bytes[0] !== 0 && bytes[1] === 0)) return 'utf-16le'
  return begins(bytes, 0xfe, 0xff) || (bytes[0] === 0 && bytes[1] !== 0) ? 'utf-16be' : null
}

/** The text of a file in the encodings that spreadsheets save in. */
export function decoded(bytes: Uint8Array): string {
  const wide = bytes.length > 1 ? utf16(bytes) : null
  if (wide) return new TextDecoder(wide).decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

export type FileProblem = PasteProblem | { line: number; code: 'spreadsheet' | 'not_text' }

/** The rows of a CSV file, or what is wrong with it; with any problem none of them. */
export async function readTableFile(
  file: Blob,
  table: Table,
  language: Parameters<typeof parsePastedRows>[2],
): Promise<{ rows: ReturnType<typeof parsePastedRows>['rows']; problems: FileProblem[] }> {
  const fail = (code: FileProblem['code']) => ({ rows: [], problems: [{ line: 1, code }] })
  if (file.size > MAX_FILE_BYTES) return fail('too_long')
  const bytes = new Uint8Array(await file.arrayBuffer())
  if (begins(bytes, 0x50, 0x4b)) return fail('spreadsheet')
  const text = decoded(bytes)
  return text.includes('\0') ? fail('not_text') : parsePastedRows(text, table, language)
}

/** The rows as CSV that Excel opens well: with titles that are understood when it comes back, formulas as texts. */
export function tableCsv(rows: readonly SheetRow[], columns: Columns, titles: { from: string; to: string }): string {
  const labels = columns.map(({ label }) => label)
  const title = ({ key, label, column, language }: Columns[number], at: number) => {
    if (!column) return key === 'from' ? titles.from : titles.to
    if (language) return `${label} (${language})`
    return labels.indexOf(label) === at ? label : column.id
  }
  const quoted = (text: string) => (text === '' ? '' : `"${guarded(text).replaceAll('"', '""')}"`)
  const lines = [columns.map(title), ...rows.map(({ texts }) => columns.map(({ key }) => texts[key] ?? ''))]
  return BOM + lines.map(cells => `${cells.map(quoted).join(';')}\r\n`).join('')
}
