import { type Drawing, grouped, type Way } from './drawing.ts'
import type { Flows } from './flows.ts'
import type { Finding } from './problem.ts'
import type { Rule } from './rule.ts'

/** Whether a contact has always waited who goes this way. */
export function waitsOn({ steps }: Drawing, flows: Flows, { from, exit }: Way): boolean {
  const step = steps.get(from)
  if (!step) return true
  const runs = step.references.filter(({ kind }) => kind === 'flow')
  return step.definition.waits?.(step.config, exit) === true || runs.some(({ id }) => flows.passing(id)?.waits ?? true)
}

/** Takes ways away that end where nothing begins, until none is left. */
function trimmed(ways: readonly Way[]): Way[] {
  const leaving = grouped(ways, ({ from }) => from)
  const arriving = grouped(ways, ({ to }) => to)
  const counts = new Map([...arriving.keys()].map(id => [id, leaving.get(id)?.length ?? 0]))
  const open = [...counts].filter(([, count]) => count === 0).map(([id]) => id)
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const { from } of arriving.get(id) ?? []) {
      const count = (counts.get(from) ?? 0) - 1
      counts.set(from, count)
      if (count === 0) open.push(from)
    }
  }
  return ways.filter(({ to }) => (counts.get(to) ?? 0) > 0)
}

/** Rings of steps that are passed without any wait, one for each place where such rings hang together. */
export function loopsWithoutWait(drawing: Drawing, flows: Flows): string[][] {
  const passing = drawing.order.flatMap(id => drawing.ways.get(id) ?? []).filter(way => !waitsOn(drawing, flows, way))
  const next = new Map(trimmed(passing).map(({ from, to }) => [from, to]))
  const seen = new Set<string>()
  const loops: string[][] = []
  for (const first of drawing.order) {
    const walked: string[] = []
    let id: string | undefined = first
    for (; id !== undefined && next.has(id) && !seen.has(id); id = next.get(id)) {
      seen.add(id)
      walked.push(id)
    }
    const at = id === undefined ? -1 : walked.indexOf(id)
    if (at >= 0) loops.push(walked.slice(at))
  }
  return loops
}

const MAX_NAMES = 6

/** Rings of steps that nobody ever waits in: the engine gives up on them. */
export const loops: Rule = ({ drawing, flows }) =>
  loopsWithoutWait(drawing, flows).map((ring): Finding => {
    const name = (id: string) => drawing.places.get(id)?.name || drawing.places.get(id)?.type || id
    const shown = ring.length > MAX_NAMES ? [...ring.slice(0, MAX_NAMES), '…'] : ring
    const path = [...shown, ring[0] ?? ''].map(name).join(' → ')
    return { code: 'loop_without_wait', severity: 'error', node: ring[0] ?? '', values: { path } }
  })
