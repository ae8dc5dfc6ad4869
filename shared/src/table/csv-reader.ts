import { type CsvRecord, closingQuote, delimiterOf, plainEnd } from './csv.ts'

const MAX_RECORD_CHARS = 65_536 // a quote that never ends must not gather the rest of a file

/** Reads the records of a text that comes in pieces, as `readCsv` reads a whole one. */
export function createCsvReader() {
  let rest = ''
  let line = 1
  let delimiter: string | null = null
  let unclosedAt: number | null = null

  /** The record at `from`, and where the next one begins; null while its end is not there. */
  function recordAt(from: number, sign: string, isLast: boolean): { cells: string[]; next: number } | null {
    const cells: string[] = []
    for (let at = from; ; ) {
      const isQuoted = rest[at] === '"'
      const end = isQuoted ? closingQuote(rest, at + 1) : plainEnd(rest, at, sign)
      // A quote that ends the piece may be the first of two.
      if (end === -1 || (!isLast && end >= rest.length - 1)) return null
      cells.push((isQuoted ? rest.slice(at + 1, end).replaceAll('""', '"') : rest.slice(at, end)).trim())
      at = isQuoted ? plainEnd(rest, end + 1, sign) : end
      if (!isLast && at >= rest.length) return null
      if (rest[at] !== sign) return { cells, next: at + 1 }
      at += 1
    }
  }

  return {
    /** The records that end in this piece or before it; `isLast` says that the text ends with it. */
    read(piece: string, isLast: boolean): CsvRecord[] {
      if (unclosedAt !== null) return []
      const text = rest + piece
      const isTorn = !isLast && text.endsWith('\r') // its line feed comes with the next piece
      rest = (isTorn ? text.slice(0, -1) : text).replace(/\r\n?/g, '\n')
      const torn = isTorn ? '\r' : ''
      if (delimiter === null && !isLast && !rest.includes('\n') && rest.length < MAX_RECORD_CHARS) {
        rest += torn
        return []
      }
      if (delimiter === null) rest = rest.replace(/^\ufeff/, '')
      delimiter ??= delimiterOf(rest)
      const records: CsvRecord[] = []
      let from = 0
      while (from < rest.length) {
        const found = recordAt(from, delimiter, isLast)
        if (!found) break
        if (found.cells.some(cell => cell !== '')) records.push({ line, cells: found.cells })
        line += rest.slice(from, found.next).split('\n').length - 1
        from = found.next
      }
      rest = rest.slice(from) + torn
      if (rest.length > MAX_RECORD_CHARS || (isLast && rest !== '')) unclosedAt = line
      return records
    },
    /** The line of a quote that never ends, once that is sure. */
    unclosedAt: () => unclosedAt,
  }
}
