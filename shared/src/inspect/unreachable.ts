import type { Drawing } from './drawing.ts'
import type { Finding } from './problem.ts'
import type { Rule } from './rule.ts'

/** Marks what can be reached from `root` within `left`, takes it out of `left` and tells how much it was. */
function take({ ways }: Drawing, left: Set<string>, root: string): number {
  left.delete(root)
  const open = [root]
  let taken = 0
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    taken++
    for (const { to } of ways.get(id) ?? []) if (left.delete(to)) open.push(to)
  }
  return taken
}

/** Steps nobody can come to. A branch that hangs together is one problem, told where it begins. */
export const unreachable: Rule = ({ drawing }) => {
  const { places, ways, reached } = drawing
  const left = new Set([...places.keys()].filter(id => !reached.has(id)))
  const followed = new Set([...left].flatMap(id => (ways.get(id) ?? []).flatMap(({ to }) => (to === id ? [] : [to]))))
  const heads = [...left].filter(id => !followed.has(id))
  const rings = [...left].filter(id => followed.has(id))
  return [...heads, ...rings].flatMap((node): Finding[] => {
    if (!left.has(node)) return []
    const count = take(drawing, left, node) - 1
    return count === 0
      ? [{ code: 'unreachable', severity: 'warning', node }]
      : [{ code: 'unreachable_branch', severity: 'warning', node, values: { count } }]
  })
}
