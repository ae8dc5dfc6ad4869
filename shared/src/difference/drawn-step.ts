import type { Flow, FlowNode } from '../flow.ts'
import type { LocalizedText } from '../language.ts'
import type { Exit, NodeDefinition, Offer, Reference } from '../node.ts'
import { nodeDefinition } from '../nodes/index.ts'
import type { ExitName, OptionName, StepName } from './change.ts'

/** What a definition tells of a step; of an unknown type, or a config that does not fit, there is little. */
interface Told {
  name: StepName
  config: Record<string, unknown>
  exits: readonly Exit[]
  offers: readonly Offer[]
  references: readonly Reference[]
  /** Fields that hold what citizens read. */
  read: ReadonlySet<string>
}

/** A step of a drawing. Its insides are read when they are asked for: of most steps nothing has changed. */
export interface DrawnStep extends Readonly<Told> {
  node: FlowNode
  definition: NodeDefinition | undefined
  /** Exit → id of the step it leads to. */
  targets: ReadonlyMap<string, string>
}

function told(node: FlowNode, definition: NodeDefinition | undefined): Told {
  const parsed = definition?.config.safeParse(node.config)
  const known = parsed?.success ? definition : undefined
  const config = parsed?.success ? parsed.data : node.config
  const texts = known?.texts?.(config) ?? []
  const references = known?.refers?.(config) ?? []
  return {
    name: {
      id: node.id,
      type: node.type,
      name: node.name?.trim() ?? '',
      text: texts[0]?.text ?? {},
      department: references.find(({ kind, id }) => kind === 'department' && id !== '')?.id ?? null,
    },
    config: typeof config === 'object' && config !== null ? { ...config } : {},
    exits: known?.exits(config) ?? [],
    offers: known?.offers?.(config) ?? [],
    references,
    read: new Set(texts.map(({ field }) => field)),
  }
}

function drawnStep(node: FlowNode, targets: ReadonlyMap<string, string>): DrawnStep {
  const definition = nodeDefinition(node.type)
  let known: Told | undefined
  const inside = () => {
    known ??= told(node, definition)
    return known
  }
  return {
    node,
    definition,
    targets,
    get name() {
      return inside().name
    },
    get config() {
      return inside().config
    },
    get exits() {
      return inside().exits
    },
    get offers() {
      return inside().offers
    },
    get references() {
      return inside().references
    },
    get read() {
      return inside().read
    },
  }
}

const noTargets: ReadonlyMap<string, string> = new Map()

/** Every step by its id. Of two with the same id the first; of two ways out of one exit the last, as when it runs. */
export function drawnSteps({ nodes, edges }: Flow): ReadonlyMap<string, DrawnStep> {
  const targets = new Map<string, Map<string, string>>()
  for (const { from, exit, to } of edges)
    targets.set(from, (targets.get(from) ?? new Map<string, string>()).set(exit, to))
  const steps = new Map<string, DrawnStep>()
  for (const node of nodes)
    if (!steps.has(node.id)) steps.set(node.id, drawnStep(node, targets.get(node.id) ?? noTargets))
  return steps
}

const numberIn = (field: string): number => Number(field.split('.').findLast(part => /^\d+$/.test(part)) ?? 0) + 1

/** The option whose part this field is. */
export function optionAt({ offers }: DrawnStep, field: string): OptionName | null {
  const offer = offers.find(one => field === one.field || field.startsWith(`${one.field}.`))
  return offer ? { number: numberIn(offer.field), label: offer.label } : null
}

const noLabel: LocalizedText = {}

export function exitName({ exits, offers }: DrawnStep, exit: string): ExitName {
  const offer = offers.find(({ id }) => id === exit)
  return {
    id: exit,
    label: exits.find(({ id }) => id === exit)?.label ?? noLabel,
    number: offer ? numberIn(offer.field) : null,
  }
}
