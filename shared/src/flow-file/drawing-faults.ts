import type { Flow, FlowNode } from '../flow.ts'
import { drawingOf } from '../inspect/drawing.ts'
import { flowsOf } from '../inspect/flows.ts'
import { loopsWithoutWait } from '../inspect/loops.ts'
import { nodeDefinition } from '../nodes/index.ts'
import { type FlowFault, fault, HIDDEN, MAX_FAULTS, shown } from './fault.ts'
import { placeIn, schemaFaults } from './schema-faults.ts'

const FAR = 1_000_000 // pixels from the middle of the drawing; sums of places are no numbers any more beyond it
const MAX_NAMES = 6

const repeated = (values: readonly string[]): string[] => [
  ...new Set(values.filter((value, index) => values.indexOf(value) !== index)),
]

function repeatedIds(flow: Flow): FlowFault[] {
  const seen = new Set<string>()
  return flow.nodes.flatMap(({ id }, index) => {
    const isRepeated = seen.has(id)
    seen.add(id)
    return isRepeated ? [fault('id_repeated', { ...placeIn(flow, ['nodes', index]), values: { id: shown(id) } })] : []
  })
}

function lineFaults({ nodes, edges }: Flow): FlowFault[] {
  const places = new Set(nodes.map(({ id }) => id))
  const ids = new Set<string>()
  return edges.flatMap(({ id, from, to }) => {
    const isRepeated = ids.has(id)
    ids.add(id)
    return [
      ...(isRepeated ? [fault('line_repeated', { values: { id: shown(id) } })] : []),
      ...(places.has(from) ? [] : [fault('line_from_nowhere', { values: { id: shown(id), step: shown(from) } })]),
      ...(places.has(to) ? [] : [fault('line_to_nowhere', { values: { id: shown(id), step: shown(to) } })]),
    ]
  })
}

function languageFaults({ languages, defaultLanguage }: Flow): FlowFault[] {
  const isMissing = !languages.includes(defaultLanguage)
  return [
    ...repeated(languages).map(language => fault('language_repeated', { values: { language } })),
    ...(isMissing ? [fault('default_language', { values: { language: defaultLanguage } })] : []),
  ]
}

function stepFaults(flow: Flow, node: FlowNode, index: number, places: ReadonlySet<string>): FlowFault[] {
  const at = placeIn(flow, ['nodes', index])
  const isFar = Math.max(Math.abs(node.position.x), Math.abs(node.position.y)) > FAR
  const isHidden = node.name !== undefined && HIDDEN.test(node.name)
  const own = [
    ...(isFar ? [fault('far_away', at)] : []),
    ...(isHidden ? [fault('hidden_name', { ...at, values: { name: shown(node.name) } })] : []),
  ]
  const definition = nodeDefinition(node.type)
  if (!definition) return [...own, fault('unknown_type', { ...at, values: { type: shown(node.type) } })]
  const parsed = definition.config.safeParse(node.config)
  if (!parsed.success) {
    return [...own, ...schemaFaults(parsed.error.issues, node.config, flow, ['nodes', index, 'config'])]
  }
  const lost = (definition.refers?.(parsed.data) ?? []).filter(
    ({ kind, id }) => kind === 'node' && id !== '' && !places.has(id),
  )
  return [...own, ...lost.map(({ id, field }) => fault('step_nowhere', { ...at, field, values: { id: shown(id) } }))]
}

function loopFaults(flow: Flow): FlowFault[] {
  const drawing = drawingOf(flow)
  return loopsWithoutWait(drawing, flowsOf([])).map(ring => {
    const names = ring.slice(0, MAX_NAMES).map(id => drawing.places.get(id)?.name || drawing.places.get(id)?.type || id)
    const path = [...names, ...(ring.length > MAX_NAMES ? ['…'] : []), names[0] ?? ''].map(shown).join(' → ')
    return fault('loop', { values: { path } })
  })
}

/** What no drawing of the editor ever holds, though each part of it has the right form. */
export function drawingFaults(flow: Flow): FlowFault[] {
  const faults = [...languageFaults(flow), ...repeatedIds(flow), ...lineFaults(flow)]
  if (HIDDEN.test(flow.name)) faults.unshift(fault('hidden_name', { values: { name: shown(flow.name) } }))
  const places = new Set(flow.nodes.map(({ id }) => id))
  const { mainMenu } = flow.settings
  if (mainMenu !== null && !places.has(mainMenu)) {
    faults.push(fault('step_nowhere', { field: 'settings.mainMenu', values: { id: shown(mainMenu) } }))
  }
  for (const [index, node] of flow.nodes.entries()) {
    if (faults.length > MAX_FAULTS) break // each may have a thousand; nobody reads them
    faults.push(...stepFaults(flow, node, index, places))
  }
  return faults.length > 0 ? faults : loopFaults(flow)
}
