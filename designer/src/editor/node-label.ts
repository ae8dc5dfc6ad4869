import type { Flow, FlowNode, InterfaceLanguage, Language } from '@pregoner/shared'
import { countFacts } from '../counts/count-facts.ts'
import type { CountsIndex } from '../counts/counts-index.ts'
import { translate } from '../i18n/index.ts'
import { edgeOf } from './edit-edges.ts'
import { exitsOf } from './exits.ts'
import type { ProblemsIndex } from './facts.ts'
import { kindOf, titleOf } from './labels.ts'
import { editorWords } from './words.ts'

interface Known {
  /** The language of the cards. */
  language: Language
  screenLanguage: InterfaceLanguage
  problems: ProblemsIndex
  counts: CountsIndex
}

type Word = keyof typeof editorWords.catalogues.ca
const say = (key: Word, values: Record<string, string | number>) => translate(editorWords, key, values)

interface StepFacts {
  exits: number
  open: number
  errors: number
  warnings: number
  here: number
}

const inWords = ({ exits, open, errors, warnings, here }: StepFacts): string =>
  [
    say('nodeExits', { exits }),
    open > 0 && say('nodeOpen', { open }),
    errors > 0 && say('nodeErrors', { errors }),
    warnings > 0 && say('nodeWarnings', { warnings }),
    here > 0 && say('nodeHere', { here }),
  ]
    .filter(Boolean)
    .join(' ')

type Said = Map<string, string> // most steps of a large drawing have the same facts

const factsOf = (flow: Flow, node: FlowNode, { problems, counts }: Omit<Known, 'language'>, said: Said): string => {
  const exits = exitsOf(node)
  const open = exits.filter(({ id }) => !edgeOf(flow, node.id, id)).length
  const facts = { exits: exits.length, open, ...problems.at(node.id), here: counts.here(node.id) }
  const key = Object.values(facts).join()
  const words = said.get(key) ?? inWords(facts)
  said.set(key, words)
  return [words, ...countFacts(counts, node.id)].filter(Boolean).join(' ')
}

/** What is to be known about every step, in words: its exits, what is wrong with it, who is there. */
export const nodeFacts = (flow: Flow, known: Omit<Known, 'language'>): ReadonlyMap<string, string> => {
  const said: Said = new Map()
  return new Map(flow.nodes.map(node => [node.id, factsOf(flow, node, known, said)]))
}

/** How every step is read aloud: its kind, its title, and what is to be known about it. What stays is not said anew. */
export const createNodeLabels = () => {
  let names = new WeakMap<FlowNode, string>()
  let labels = new WeakMap<FlowNode, string>()
  let namedIn: readonly unknown[] = []
  let saidOf: readonly unknown[] = []
  const isOther = (before: readonly unknown[], now: readonly unknown[]) => now.some((one, at) => one !== before[at])
  return (flow: Flow, known: Known): ReadonlyMap<string, string> => {
    const languages = [known.screenLanguage, known.language]
    const facts = [...languages, flow.edges, known.problems, known.counts]
    if (isOther(namedIn, languages)) names = new WeakMap()
    if (isOther(saidOf, facts)) labels = new WeakMap()
    namedIn = languages
    saidOf = facts
    const said: Said = new Map()
    const labelOf = (node: FlowNode): string => {
      const name =
        names.get(node) ?? say('nodeLabel', { kind: kindOf(node.type), title: titleOf(node, known.language) })
      names.set(node, name)
      const label = labels.get(node) ?? `${name} ${factsOf(flow, node, known, said)}`
      labels.set(node, label)
      return label
    }
    return new Map(flow.nodes.map(node => [node.id, labelOf(node)]))
  }
}
