import {
  type Flow,
  type FlowNode,
  flowNode,
  type InterfaceLanguage,
  type Language,
  type TownData,
} from '@pregoner/shared'
import { withOwnNames } from './answer-names.ts'
import { chosenFor } from './chosen-for.ts'
import type { Template } from './template.ts'
import { writtenFor } from './written-for.ts'

interface Circumstances {
  town: TownData
  /** The languages of the flow that begins with the template or takes it in. */
  languages: readonly Language[]
  /** The officer's, for the names of the steps. */
  screenLanguage: InterfaceLanguage
}

export type Drawn = Pick<Flow, 'nodes' | 'edges'> & { mainMenu: string | null }

/** A template as this town would begin with it: its languages, its name, and all it has only one of chosen already. */
export function drawnFor({ nodes, edges, mainMenu, fits }: Template, circumstances: Circumstances): Drawn {
  const { town, languages, screenLanguage } = circumstances
  const drawn = nodes.map(({ name, config, ...node }): FlowNode => {
    const written = flowNode.shape.config.parse(withOwnNames(writtenFor(config, languages, town), screenLanguage))
    const step: FlowNode = { ...node, config: written, ...(name[screenLanguage] ? { name: name[screenLanguage] } : {}) }
    return { ...step, config: chosenFor(step, town, fits[node.id] ?? []) }
  })
  return { nodes: drawn, edges, mainMenu }
}

/** An empty flow with a template drawn into it. */
export const withTemplate = (flow: Flow, { nodes, edges, mainMenu }: Drawn): Flow => ({
  ...flow,
  nodes,
  edges,
  settings: { ...flow.settings, mainMenu },
})
