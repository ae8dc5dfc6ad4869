import type { Flow, InterfaceLanguage, Language } from '@pregoner/shared'
import { countFacts } from '../counts/count-facts.ts'
import type { CountsIndex } from '../counts/counts-index.ts'
import { translate } from '../i18n/index.ts'
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

/** What is to be known about every step, in words: its exits, what is wrong with it, who is there. */
export const nodeFacts = (flow: Flow, { problems, counts }: Omit<Known, 'language'>): ReadonlyMap<string, string> => {
  const joined = new Set(flow.edges.map(({ from, exit }) => `${from} ${exit}`))
  return new Map(
    flow.nodes.map(node => {
      const exits = exitsOf(node)
      const open = exits.filter(({ id }) => !joined.has(`${node.id} ${id}`)).length
      const { errors, warnings } = problems.at(node.id)
      const here = counts.here(node.id)
      const parts = [
        say('nodeExits', { exits: exits.length }),
        open > 0 && say('nodeOpen', { open }),
        errors > 0 && say('nodeErrors', { errors }),
        warnings > 0 && say('nodeWarnings', { warnings }),
        here > 0 && say('nodeHere', { here }),
        ...countFacts(counts, node.id),
      ]
      return [node.id, parts.filter(Boolean).join(' ')]
    }),
  )
}

/** How every step is read aloud: its kind, its title, and what is to be known about it. */
export const nodeLabels = (flow: Flow, known: Known): ReadonlyMap<string, string> => {
  const facts = nodeFacts(flow, known)
  return new Map(
    flow.nodes.map(node => {
      const label = say('nodeLabel', { kind: kindOf(node.type), title: titleOf(node, known.language) })
      return [node.id, `${label} ${facts.get(node.id) ?? ''}`]
    }),
  )
}
