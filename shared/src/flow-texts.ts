import { askNode } from './ask-node.ts'
import type { Flow, FlowNode } from './flow.ts'
import type { LocalizedText, LocalizedWords } from './language.ts'
import type { TextUse, WordsUse } from './node.ts'
import { withField } from './with-field.ts'

/** Where something is written: a step and the field of its config, like `options.2.label`. */
export interface WrittenAt {
  node: string
  field: string
}

/** A text of a flow that a citizen reads, where it stands and what it must keep to. */
export interface FlowText extends TextUse, WrittenAt {}

/** Words of a flow that a citizen may write. */
export interface FlowWords extends WordsUse, WrittenAt {}

const textsOf = new WeakMap<FlowNode['config'], readonly TextUse[]>()
const wordsOf = new WeakMap<FlowNode['config'], readonly WordsUse[]>()

/** Configs are never changed in place, so each is asked once. */
function asked<Use>(known: WeakMap<object, readonly Use[]>, node: FlowNode, ask: () => readonly Use[]) {
  const before = known.get(node.config)
  if (before) return before
  const uses = ask()
  known.set(node.config, uses)
  return uses
}

/** The texts of one step. */
export const nodeTexts = (node: FlowNode): readonly TextUse[] =>
  asked(textsOf, node, () => askNode(node, (definition, config) => definition.texts?.(config)))

/** The words of one step. */
export const nodeWords = (node: FlowNode): readonly WordsUse[] =>
  asked(wordsOf, node, () => askNode(node, (definition, config) => definition.words?.(config)))

/** All texts of a flow that a citizen reads, step after step in the order of the document. */
export const flowTexts = (flow: Flow): FlowText[] =>
  flow.nodes.flatMap(node => nodeTexts(node).map(use => ({ node: node.id, ...use })))

/** All words of a flow that a citizen may write: keywords and synonyms. */
export const flowWords = (flow: Flow): FlowWords[] =>
  flow.nodes.flatMap(node => nodeWords(node).map(use => ({ node: node.id, ...use })))

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

function written(flow: Flow, at: WrittenAt, before: unknown, value: LocalizedText | LocalizedWords): Flow {
  if (before === undefined || isSame(before, value)) return flow
  const nodes = flow.nodes.map(node =>
    node.id === at.node ? { ...node, config: withField(node.config, at.field, value) } : node,
  )
  return { ...flow, nodes }
}

const usedAt = <Use extends { field: string }>(flow: Flow, at: WrittenAt, uses: (node: FlowNode) => readonly Use[]) => {
  const node = flow.nodes.find(({ id }) => id === at.node)
  return node && uses(node).find(({ field }) => field === at.field)
}

/** The flow with another text there. Where no text stands, and with the text it has, it stays the very same flow. */
export const withText = (flow: Flow, at: WrittenAt, text: LocalizedText): Flow =>
  written(flow, at, usedAt(flow, at, nodeTexts)?.text, text)

/** The flow with other words there, see `withText`. */
export const withWords = (flow: Flow, at: WrittenAt, words: LocalizedWords): Flow =>
  written(flow, at, usedAt(flow, at, nodeWords)?.words, words)
