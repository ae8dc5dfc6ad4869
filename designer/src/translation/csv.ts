import { type Flow, type Language, languageCodes, looksLikeFormula, readCsv } from '@pregoner/shared'
import type { FileProblem, Wording } from './exchange.ts'
import type { Row } from './rows.ts'

const BOM = '\ufeff' // without it Excel takes the file for Windows-1252 and spoils the accents

/** What a spreadsheet would take for a formula; an apostrophe before it makes it a text. */
const isFormula = (text: string) => looksLikeFormula(text.replace(/^'+/, ''))
const guarded = (text: string) => (isFormula(text) ? `'${text}` : text)
const unguarded = (text: string) => (text.startsWith("'") && isFormula(text) ? text.slice(1) : text)

const quoted = (text: string) => (text === '' ? '' : `"${guarded(text).replaceAll('"', '""')}"`)

interface CsvOptions {
  languages: readonly Language[]
  /** Titles of the columns for people: where a text stands, how long it may be. */
  titles: { where: string; max: string }
  /** Where a row stands, in words. */
  whereOf(row: Row): string
  /** What the spreadsheets of the reader's country put between cells. */
  delimiter: ',' | ';'
}

/** All rows as a table for a spreadsheet: `id`, where, how long, and a column for each language. */
export function writeCsv(rows: readonly Row[], { languages, titles, whereOf, delimiter }: CsvOptions): string {
  const header = ['id', quoted(titles.where), quoted(titles.max), ...languages]
  const lines = rows.map(row => [
    quoted(row.id),
    quoted(whereOf(row)),
    row.maxChars === null ? '' : String(row.maxChars),
    ...languages.map(language => quoted(row.values[language] ?? '')),
  ])
  return BOM + [header, ...lines].map(cells => `${cells.join(delimiter)}\r\n`).join('')
}

const codeIn = (title: string): Language | undefined => languageCodes.find(code => code === title.trim().toLowerCase())

/** The wordings of such a table, however a spreadsheet has rewritten it, or what is wrong with it. */
export function readWordingsCsv(text: string, flow: Flow): { wordings: Wording[]; problems: FileProblem[] } {
  const fail = (...problems: FileProblem[]) => ({ wordings: [], problems })
  const { records, unclosedAt } = readCsv(text, { isExact: true })
  if (unclosedAt !== null) return fail({ code: 'unclosed_quote', line: unclosedAt })
  const [header, ...lines] = records
  if (!header) return fail({ code: 'empty' })
  const titles = header.cells.map(cell => cell.trim())
  const idAt = titles.findIndex(title => title.toLowerCase() === 'id')
  const columns = titles.flatMap((title, at) => {
    const language = at === idAt ? undefined : codeIn(title)
    return language ? [{ at, language }] : []
  })
  const repeated = columns.find(({ language }, index) => columns.findIndex(one => one.language === language) !== index)
  if (idAt === -1) return fail({ code: 'no_id' })
  if (repeated) return fail({ code: 'repeated_language', language: repeated.language })
  const spoken = columns.filter(({ language }) => flow.languages.includes(language))
  if (spoken.length === 0) return fail({ code: 'no_language' })
  const strange = columns.filter(({ language }) => !flow.languages.includes(language))
  return {
    wordings: lines.flatMap(({ cells }) =>
      spoken.map(({ at, language }) => ({
        id: unguarded(cells[idAt] ?? '').trim(),
        language,
        value: unguarded(cells[at] ?? ''),
        source: null,
      })),
    ),
    problems: strange.map(({ language }) => ({ code: 'other_language', language })),
  }
}
