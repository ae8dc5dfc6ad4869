import type { Edge, FlowCounts } from '@pregoner/shared'

/** How use is shown on the drawing besides the numbers, which are always there. */
export const looks = ['numbers', 'width', 'heat'] as const
export type Look = (typeof looks)[number]

/** Counts looked up by place; `most` is the largest, which width and colour of the lines are measured against. */
export interface CountsIndex {
  /** Whether counts are shown at all. */
  readonly isShown: boolean
  readonly look: Look
  readonly most: number
  exit(node: string, exit: string): number
  /** How often a step was left by any exit. */
  passed(node: string): number
  here(node: string): number
  /** Since when the first of those here waits. */
  hereSince(node: string): string | null
  answered(node: string): number
  /** How many waited here for the last time and said nothing any more. */
  left(node: string): number
  /** Median seconds until the answer; null when nobody knows. */
  seconds(node: string): number | null
  notUnderstood(node: string): number
}

export const noCounts: CountsIndex = {
  ...{ isShown: false, look: 'numbers', most: 0 },
  ...{ exit: () => 0, passed: () => 0, here: () => 0, hereSince: () => null },
  ...{ answered: () => 0, left: () => 0, seconds: () => null, notUnderstood: () => 0 },
}

/** People who wait at a step are shown always, everything else when `isShown`. */
export const indexCounts = (counts: FlowCounts, isShown: boolean, look: Look): CountsIndex => {
  const exits = new Map(counts.exits.map(({ node, exit, count }) => [`${node} ${exit}`, count]))
  const here = new Map(counts.here.map(row => [row.node, row]))
  const waits = new Map(counts.waits.map(row => [row.node, row]))
  const lost = new Map(counts.notUnderstood.map(({ node, count }) => [node, count]))
  const passed = new Map<string, number>()
  for (const { node, count } of counts.exits) passed.set(node, (passed.get(node) ?? 0) + count)
  return {
    isShown,
    look,
    most: Math.max(0, ...exits.values()),
    exit: (node, exit) => exits.get(`${node} ${exit}`) ?? 0,
    passed: node => passed.get(node) ?? 0,
    here: node => here.get(node)?.count ?? 0,
    hereSince: node => here.get(node)?.since ?? null,
    answered: node => waits.get(node)?.answered ?? 0,
    left: node => waits.get(node)?.left ?? 0,
    seconds: node => waits.get(node)?.seconds ?? null,
    notUnderstood: node => lost.get(node) ?? 0,
  }
}

export const HEAT_LEVELS = 4

/** 0 where nobody went, then 1 to 4 by how much of the most frequented way this one is. */
export function heatOf(count: number, most: number): number {
  if (count <= 0 || most <= 0) return 0
  return Math.min(HEAT_LEVELS, 1 + Math.floor(Math.sqrt(count / most) * HEAT_LEVELS))
}

const comings = new WeakMap<readonly Edge[], { counts: CountsIndex; byNode: ReadonlyMap<string, number> }>()

/** How often people came to or went from a step, whichever is more; steps without exits are only come to. */
export function frequencyOf(node: string, counts: CountsIndex, edges: readonly Edge[]): number {
  let known = comings.get(edges)
  if (known?.counts !== counts) {
    const byNode = new Map<string, number>()
    for (const { from, exit, to } of edges) byNode.set(to, (byNode.get(to) ?? 0) + counts.exit(from, exit))
    known = { counts, byNode }
    comings.set(edges, known)
  }
  return Math.max(counts.passed(node), known.byNode.get(node) ?? 0)
}
