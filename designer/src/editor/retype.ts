import { type Edge, type Flow, type FlowNode, flowNode, nodeDefinition, nodeTexts, withField } from '@pregoner/shared'
import { canBeEntered, exitsOf } from './exits.ts'

/** A drawing in which a step has another type, and what of the step had no place there. */
export interface Retyped {
  flow: Flow
  /** Names of fields, as in the config. */
  lostFields: string[]
  /** Exits whose way on is gone. */
  lostExits: string[]
  /** How many ways led here that do so no more. */
  lostEntries: number
}

type Config = FlowNode['config']

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
const isEmpty = (value: unknown) =>
  value === null || value === '' || (typeof value === 'object' && Object.values(value).every(isEmpty))

/** What was set by hand: neither empty nor as it came from the palette. */
const writtenIn = (node: FlowNode): [field: string, value: unknown][] => {
  const blank: object = nodeDefinition(node.type)?.blank ?? {}
  const asItCame = new Map(Object.entries(blank))
  return Object.entries(node.config).filter(([field, value]) => !isEmpty(value) && !isSame(value, asItCame.get(field)))
}

/** Takes over every field of the same name whose value the new type accepts, and the first text under any name. */
const configFor = (node: FlowNode, type: string): { config: Config; lostFields: string[] } => {
  const definition = nodeDefinition(type)
  let config: Config = flowNode.shape.config.parse(structuredClone(definition?.blank ?? {}))
  const lost = new Set<string>()
  for (const [field, value] of writtenIn(node)) {
    const next = { ...config, [field]: value }
    if (Object.hasOwn(config, field) && definition?.config.safeParse(next).success) config = next
    else lost.add(field)
  }
  const [said] = nodeTexts(node)
  const [says] = nodeTexts({ ...node, type, config })
  if (said && says && lost.has(said.field) && isEmpty(says.text)) {
    const next = withField(config, says.field, said.text)
    if (definition?.config.safeParse(next).success) {
      config = next
      lost.delete(said.field)
    }
  }
  return { config, lostFields: [...lost] }
}

/** Which exit of the new type each joined exit of the old one becomes: the one of the same id, else the next in order. */
const exitsFor = (before: FlowNode, after: FlowNode, joined: ReadonlySet<string>): ReadonlyMap<string, string> => {
  const old = exitsOf(before).filter(({ id }) => joined.has(id))
  const ids = new Set(exitsOf(after).map(({ id }) => id))
  const kept = new Map(old.flatMap(({ id }) => (ids.has(id) ? [[id, id] as const] : [])))
  for (const isOptional of [undefined, true] as const) {
    const free = exitsOf(after).filter(exit => exit.isOptional === isOptional && !kept.has(exit.id))
    const open = old.filter(exit => exit.isOptional === isOptional && !kept.has(exit.id))
    for (const [index, { id }] of open.entries()) {
      const exit = free[index]
      if (exit) kept.set(id, exit.id)
    }
  }
  return kept
}

/** Gives a step another type; it stays the same step, with its place, its name and whatever fits. */
export const retype = (flow: Flow, id: string, type: string): Retyped => {
  const before = flow.nodes.find(node => node.id === id)
  if (!before || before.type === type || !nodeDefinition(type)) {
    return { flow, lostFields: [], lostExits: [], lostEntries: 0 }
  }
  const { config, lostFields } = configFor(before, type)
  const after: FlowNode = { ...before, type, config }
  const joined = new Set(flow.edges.filter(({ from }) => from === id).map(({ exit }) => exit))
  const exits = exitsFor(before, after, joined)
  const isEntered = canBeEntered(after)
  const edges = flow.edges.flatMap((edge): Edge[] => {
    if (edge.to === id && !isEntered) return []
    if (edge.from !== id) return [edge]
    const exit = exits.get(edge.exit)
    return exit ? [{ ...edge, exit }] : []
  })
  const isMenuLost = flow.settings.mainMenu === id && !nodeDefinition(type)?.isPlace
  return {
    flow: {
      ...flow,
      nodes: flow.nodes.map(node => (node === before ? after : node)),
      edges,
      settings: isMenuLost ? { ...flow.settings, mainMenu: null } : flow.settings,
    },
    lostFields,
    lostExits: [...joined].filter(exit => !exits.has(exit)),
    lostEntries: isEntered ? 0 : flow.edges.filter(({ to, from }) => to === id && from !== id).length,
  }
}
