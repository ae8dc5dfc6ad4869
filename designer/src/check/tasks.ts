import type { Edge, Flow, FlowNode } from '@pregoner/shared'
import type { Findings, Subject } from './check-flow.ts'

/** A drawing as what is new in it: a number stands for the step at that place of the drawing before. */
interface DrawingChange {
  readonly rest: Omit<Flow, 'nodes' | 'edges'>
  readonly nodes: readonly (number | FlowNode)[] | null
  readonly edges: readonly Edge[] | null
}

/** What goes to the checker: only what has changed since the last task, so that sending costs nothing to speak of. */
export interface Task {
  readonly count: number
  readonly flow: DrawingChange
  readonly town: Subject['town'] | null
  readonly others: Subject['others'] | null
}

export interface Answer {
  readonly count: number
  readonly findings: Findings
}

function changedNodes(before: readonly FlowNode[], now: readonly FlowNode[]): (number | FlowNode)[] {
  const places = new Map<FlowNode, number>()
  const placeOf = (node: FlowNode) => {
    if (places.size === 0) for (const [place, one] of before.entries()) places.set(one, place)
    return places.get(node)
  }
  return now.map((node, index) => (before[index] === node ? index : (placeOf(node) ?? node)))
}

/** The task that takes a checker from `before` to `now`; with `before` null it holds everything. */
export function taskFor(count: number, before: Subject | null, now: Subject): Task {
  const { nodes, edges, ...rest } = now.flow
  return {
    count,
    flow: {
      rest,
      nodes: before?.flow.nodes === nodes ? null : changedNodes(before?.flow.nodes ?? [], nodes),
      edges: before?.flow.edges === edges ? null : edges,
    },
    town: before?.town === now.town ? null : now.town,
    others: before?.others === now.others ? null : now.others,
  }
}

/** What is to be checked, once a task has come; throws when the first one did not hold everything. */
export function subjectAfter(before: Subject | null, { flow, town, others }: Task): Subject {
  const known = before?.flow.nodes
  const nodes = flow.nodes?.flatMap(node => (typeof node === 'number' ? (known?.[node] ?? []) : node)) ?? known
  const edges = flow.edges ?? before?.flow.edges
  const nowTown = town ?? before?.town
  const nowOthers = others ?? before?.others
  if (!nodes || !edges || !nowTown || !nowOthers) throw new Error('The first task must hold everything')
  return { flow: { ...flow.rest, nodes: [...nodes], edges: [...edges] }, town: nowTown, others: nowOthers }
}
