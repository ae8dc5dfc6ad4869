import { type Drawing, exitValues, grouped, isOnCanvasOnly } from './drawing.ts'
import type { Finding } from './problem.ts'
import type { Rule } from './rule.ts'

function fromPlace(drawing: Drawing, canvas: ReadonlySet<string>, node: string): Finding[] {
  const { edges, places, steps, reached } = drawing
  const all = edges.get(node) ?? []
  const step = steps.get(node)
  const known = step && new Set(step.exits.map(({ id }) => id))
  const lost = all.filter(({ exit }) => known && !known.has(exit))
  const used = reached.has(node) ? all.filter(({ exit }) => known?.has(exit) ?? true) : []
  const broken = used.filter(({ to }) => !places.has(to))
  const doubled = [...grouped(used, ({ exit }) => exit).values()].filter(({ length }) => length > 1)
  const values = (exit: string) => exitValues(drawing, node, exit)
  return [
    ...lost.map(({ id: edge, exit }): Finding => {
      return { code: 'edge_exit_missing', severity: 'warning', node, edge, values: values(exit) }
    }),
    ...broken.map(({ id: edge, exit, to }): Finding => {
      const code = canvas.has(to) ? 'edge_to_canvas' : 'edge_end_missing'
      return { code, severity: 'error', node, edge, field: `exits.${exit}`, values: values(exit) }
    }),
    ...doubled.flatMap(([, second]): Finding[] => {
      if (!second) return []
      const { id: edge, exit } = second
      return [{ code: 'exit_doubled', severity: 'error', node, edge, field: `exits.${exit}`, values: values(exit) }]
    }),
  ]
}

/** Edges that hang in the air at one end, and exits with two of them. What is never taken is only warned of. */
export const edges: Rule = ({ flow, drawing }) => {
  const canvas = new Set(flow.nodes.filter(isOnCanvasOnly).map(({ id }) => id))
  const loose = flow.edges.filter(({ from }) => !drawing.places.has(from))
  return [
    ...[...drawing.places.keys()].flatMap(node => fromPlace(drawing, canvas, node)),
    ...loose.map(({ id: edge }): Finding => ({ code: 'edge_from_missing', severity: 'warning', edge })),
  ]
}
