import {
  type Flow,
  type FlowNode,
  type Language,
  type LocalizedText,
  type LocalizedWords,
  languageCodes,
  nodeTexts,
  nodeWords,
  textLength,
  withText,
  withWords,
} from '@pregoner/shared'
import { readingOrder } from '../editor/reading-order.ts'

/** A text of the flow, or a list of words, in all its languages. */
export interface Row {
  /** `step/field`, which is how files name it, too. */
  id: string
  node: string
  field: string
  /** Words are written one on each line. */
  kind: 'text' | 'words'
  values: { readonly [Code in Language]?: string }
  /** Null for words. */
  maxChars: number | null
  isRequired: boolean
  isPlain: boolean
  /** One language may stand in for the others. */
  isShared: boolean
  /** A longer one is not refused; the menu takes another form. */
  mayDegrade: boolean
}

const WORDS_BETWEEN = '\n'

const wordsAsText = (words: LocalizedWords): Row['values'] =>
  Object.fromEntries(languageCodes.flatMap(code => (words[code] ? [[code, words[code].join(WORDS_BETWEEN)]] : [])))

const wordsIn = (value: string): string[] =>
  value
    .split(WORDS_BETWEEN)
    .map(word => word.trim())
    .filter(Boolean)

const known = new WeakMap<FlowNode, readonly Row[]>()

/** The rows of one step, the same ones as long as the step stays the same. */
function rowsOfStep(node: FlowNode): readonly Row[] {
  const before = known.get(node)
  if (before) return before
  const texts = nodeTexts(node).map(({ field, text, maxChars, required, isPlain, isShared, mayDegrade }) => ({
    ...{ id: `${node.id}/${field}`, node: node.id, field, kind: 'text' as const, values: text, maxChars },
    ...{
      isRequired: required,
      isPlain: isPlain ?? false,
      isShared: isShared ?? false,
      mayDegrade: mayDegrade ?? false,
    },
  }))
  const words = nodeWords(node).map(({ field, words }) => ({
    ...{ id: `${node.id}/${field}`, node: node.id, field, kind: 'words' as const, values: wordsAsText(words) },
    ...{ maxChars: null, isRequired: false, isPlain: true, isShared: true, mayDegrade: false },
  }))
  const rows = [...texts, ...words]
  known.set(node, rows)
  return rows
}

/** All texts and words of a flow, as a person would read the drawing. */
export function rowsOf(flow: Flow): Row[] {
  const nodes = new Map(flow.nodes.map(node => [node.id, node]))
  return readingOrder(flow).flatMap(id => {
    const node = nodes.get(id)
    return node ? rowsOfStep(node) : []
  })
}

/** The flow with another wording of a row in one language; an empty one is taken away. */
export function withWording(
  flow: Flow,
  row: Pick<Row, 'node' | 'field' | 'kind'>,
  language: Language,
  value: string,
): Flow {
  const node = flow.nodes.find(({ id }) => id === row.node)
  if (!node) return flow
  if (row.kind === 'words') {
    const before = nodeWords(node).find(({ field }) => field === row.field)?.words
    const words = wordsIn(value)
    const { [language]: _, ...others } = before ?? {}
    return withWords(flow, row, words.length > 0 ? { ...before, [language]: words } : others)
  }
  const before: LocalizedText | undefined = nodeTexts(node).find(({ field }) => field === row.field)?.text
  const { [language]: _, ...others } = before ?? {}
  return withText(flow, row, value === '' ? others : { ...before, [language]: value })
}

export const isBlank = (value: string | undefined): boolean => value === undefined || value.trim() === ''

/** How a wording stands: not there though it should be, too long for what it is, or fine. */
export type WordingState = 'missing' | 'too_long' | 'degrades' | 'fine'

export function wordingState(row: Row, language: Language, townName: string): WordingState {
  const value = row.values[language]
  if (isBlank(value)) {
    const isElsewhere = Object.values(row.values).some(other => !isBlank(other))
    return row.isRequired || (isElsewhere && !row.isShared) ? 'missing' : 'fine'
  }
  if (row.maxChars === null) return 'fine'
  if (textLength(value ?? '', { isPlain: row.isPlain, townName }).most <= row.maxChars) return 'fine'
  return row.mayDegrade ? 'degrades' : 'too_long'
}
