export interface CsvRecord {
  /** Line of the text where the record begins, from 1. */
  line: number
  cells: string[]
}

/**
 * Records of a text with quotes as RFC 4180 has them; `unclosedAt` is the line of a quote that never ends. Spaces around
 * a cell are nobody's, unless it `isExact`.
 */
export function readCsv(
  text: string,
  { isExact = false, delimitedBy }: { isExact?: boolean; delimitedBy?: string } = {},
): { records: CsvRecord[]; unclosedAt: number | null } {
  const source = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  const delimiter = delimitedBy ?? delimiterOf(source)
  const records: CsvRecord[] = []
  let record: CsvRecord = { line: 1, cells: [] }
  let line = 1
  let at = 0
  while (at <= source.length) {
    const isQuoted = source[at] === '"'
    const end = isQuoted ? closingQuote(source, at + 1) : plainEnd(source, at, delimiter)
    if (end === -1) return { records, unclosedAt: line }
    const raw = isQuoted ? source.slice(at + 1, end).replaceAll('""', '"') : source.slice(at, end)
    record.cells.push(isExact ? raw : raw.trim())
    line += isQuoted ? raw.split('\n').length - 1 : 0
    at = isQuoted ? plainEnd(source, end + 1, delimiter) : end
    if (source[at] !== delimiter) {
      if (record.cells.some(cell => cell !== '')) records.push(record)
      line += 1
      record = { line, cells: [] }
    }
    at += 1
  }
  return { records, unclosedAt: null }
}

/** Where the cell that begins at `from` ends: at a delimiter, a line end, or behind the text. */
export function plainEnd(source: string, from: number, delimiter: string): number {
  let at = from
  while (at < source.length && source[at] !== delimiter && source[at] !== '\n') at += 1
  return at
}

/** Where the quote that ends the cell stands; doubled quotes are part of it. -1 when it never ends. */
export function closingQuote(source: string, from: number): number {
  let at = source.indexOf('"', from)
  while (at !== -1 && source[at + 1] === '"') at = source.indexOf('"', at + 2)
  return at
}

/** A tab, semicolon or comma, whichever the first line has most of outside quotes. */
export function delimiterOf(source: string): string {
  const [first = ''] = source
    .trimStart()
    .replace(/"(?:[^"]|"")*"/g, '')
    .split('\n', 1)
  const count = (sign: string) => first.split(sign).length
  return ['\t', ';', ','].reduce((best, sign) => (count(sign) > count(best) ? sign : best))
}
