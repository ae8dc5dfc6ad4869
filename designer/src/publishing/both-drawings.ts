import { type Change, type Flow, stepOf } from '@pregoner/shared'

/** The later drawing with the steps that are gone where they stood, so that both can be seen on one canvas. */
export function bothDrawings(before: Flow, after: Flow, changes: readonly Change[]): Flow {
  const gone = new Set(changes.flatMap(change => (change.kind === 'step_removed' ? [stepOf(change)?.id] : [])))
  if (gone.size === 0) return after
  const there = new Set(after.nodes.map(({ id }) => id))
  const nodes = before.nodes.filter(({ id }) => gone.has(id))
  const known = new Set([...there, ...nodes.map(({ id }) => id)])
  const taken = new Set(after.edges.map(({ from, exit }) => `${from} ${exit}`))
  const ids = new Set(after.edges.map(({ id }) => id))
  const edges = before.edges.filter(
    ({ id, from, exit, to }) => gone.has(from) && known.has(to) && !ids.has(id) && !taken.has(`${from} ${exit}`),
  )
  return { ...after, nodes: [...after.nodes, ...nodes], edges: [...after.edges, ...edges] }
}
