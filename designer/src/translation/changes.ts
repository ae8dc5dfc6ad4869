import { type Flow, type Language, parseTemplate, textLength } from '@pregoner/shared'
import type { Wording } from './exchange.ts'
import { isBlank, type Row, rowsOf, withWording } from './rows.ts'

const MAX_TEXT_CHARS = 20_000 // as `localizedText` of the flow language
const MAX_WORD_CHARS = 200 // as `localizedWords`
const MAX_WORDS = 100

export type Warning =
  | { code: 'too_long' | 'degrades'; chars: number; max: number }
  | { code: 'lost' | 'invented'; name: string }
  | { code: 'broken'; piece: string }
  | { code: 'original_changed' }

/** A wording that a file would change, with what is odd about it. */
export interface Change {
  row: Row
  language: Language
  before: string
  after: string
  kind: 'added' | 'changed'
  warnings: Warning[]
}

/** What a file would do to a flow. */
export interface Comparison {
  changes: Change[]
  same: number
  /** Left empty in the file; what the flow has stays. */
  empty: number
  /** Ids of texts the flow has not got. */
  unknown: string[]
  /** Ids of those that no flow could hold. */
  impossible: string[]
}

const valuesIn = (text: string) => new Set(parseTemplate(text).variables)

function warningsOf(row: Row, original: string, wording: Wording, townName: string, isMoved: boolean): Warning[] {
  const { value } = wording
  const length = textLength(value, { isPlain: row.isPlain, townName }).most
  const [wanted, given] = [valuesIn(original), valuesIn(value)]
  const values = row.isPlain || isBlank(original)
  return [
    ...(row.maxChars !== null && length > row.maxChars
      ? [{ code: row.mayDegrade ? ('degrades' as const) : ('too_long' as const), chars: length, max: row.maxChars }]
      : []),
    ...(values ? [] : [...wanted].filter(name => !given.has(name)).map(name => ({ code: 'lost' as const, name }))),
    ...(values ? [] : [...given].filter(name => !wanted.has(name)).map(name => ({ code: 'invented' as const, name }))),
    ...(row.isPlain ? [] : parseTemplate(value).problems.map(({ text }) => ({ code: 'broken' as const, piece: text }))),
    ...(isMoved ? [{ code: 'original_changed' as const }] : []),
  ]
}

const isPossible = ({ kind }: Row, value: string) => {
  if (kind === 'text') return value.length <= MAX_TEXT_CHARS
  const words = value.split('\n')
  return words.length <= MAX_WORDS && words.every(word => word.length <= MAX_WORD_CHARS)
}

const asKept = ({ kind }: Row, value: string) =>
  kind === 'text'
    ? value
    : value
        .split('\n')
        .map(word => word.trim())
        .filter(Boolean)
        .join('\n')

/** What a file's wordings would change, without changing it. Of two for the same text and language the last counts. */
export function compareWordings(flow: Flow, wordings: readonly Wording[], townName: string): Comparison {
  const rows = new Map(rowsOf(flow).map(row => [row.id, row]))
  const last = new Map(wordings.map(wording => [`${wording.id} ${wording.language}`, wording]))
  const found: Comparison = { changes: [], same: 0, empty: 0, unknown: [], impossible: [] }
  const unknown = new Set<string>()
  const impossible = new Set<string>()
  for (const wording of last.values()) {
    const { id, language } = wording
    const row = rows.get(id)
    const after = row ? asKept(row, wording.value) : wording.value
    const before = row?.values[language] ?? ''
    if (isBlank(after)) found.empty += 1
    else if (!row) unknown.add(id)
    else if (!isPossible(row, after)) impossible.add(id)
    else if (after === before) found.same += 1
    else {
      const origin = wording.source?.language ?? flow.defaultLanguage
      const written = last.get(`${id} ${origin}`)?.value
      const now = row.values[origin] ?? ''
      const original = origin === language ? before : isBlank(written) ? now : (written ?? now)
      const isMoved = wording.source !== null && wording.source.text !== now
      const warnings = warningsOf(row, original, { ...wording, value: after }, townName, isMoved)
      found.changes.push({ row, language, before, after, kind: isBlank(before) ? 'added' : 'changed', warnings })
    }
  }
  return { ...found, unknown: [...unknown], impossible: [...impossible] }
}

/** The flow with these changes made. */
export const withChanges = (flow: Flow, changes: readonly Change[]): Flow =>
  changes.reduce((drawing, { row, language, after }) => withWording(drawing, row, language, after), flow)
