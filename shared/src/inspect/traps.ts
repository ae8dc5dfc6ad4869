import { type Drawing, leadingTo } from './drawing.ts'
import { loopsWithoutWait } from './loops.ts'
import type { Finding } from './problem.ts'
import type { Rule } from './rule.ts'

/** Where a conversation may well end: an end, a menu, a person; or an exit without a way, which is told of elsewhere. */
function isGoal({ steps, ways }: Drawing, id: string): boolean {
  const step = steps.get(id)
  if (!step) return true
  const { definition, config, exits } = step
  if (definition.ends?.(config) || definition.isPlace || definition.reachesPeople) return true
  const leading = ways.get(id) ?? []
  return leading.length === 0 || exits.some(exit => !leading.some(way => way.exit === exit.id))
}

/** Steps from which no end, menu or person can be reached; a group of them is one problem. */
export const traps: Rule = ({ drawing, flows }) => {
  const safe = leadingTo(
    drawing,
    drawing.order.filter(id => isGoal(drawing, id)),
  )
  const looping = new Set(loopsWithoutWait(drawing, flows).flat())
  const seen = new Set<string>()
  return drawing.order.flatMap((node): Finding[] => {
    if (safe.has(node) || seen.has(node)) return []
    const open = [node]
    let isTold = false
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (seen.has(id)) continue
      seen.add(id)
      isTold ||= looping.has(id)
      open.push(...(drawing.ways.get(id) ?? []).map(({ to }) => to))
    }
    return isTold ? [] : [{ code: 'trap', severity: 'error', node }]
  })
}
