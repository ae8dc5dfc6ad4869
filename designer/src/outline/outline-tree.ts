import type { Flow, FlowNode } from '@pregoner/shared'
import { exitsOf, isDecoration, mainExit } from '../editor/exits.ts'
import { inside } from '../editor/placement.ts'
import { entrances, type Walkable, walkable } from '../editor/reading-order.ts'

/** A way out of a step: with the steps below it, or `to` a step that has its place elsewhere. */
export interface Branch {
  readonly exit: string
  readonly to: FlowNode | null
  readonly steps: readonly Step[]
}

export interface Step {
  readonly node: FlowNode
  readonly branches: readonly Branch[]
  /** What lies inside an area; it has its own place as well. */
  readonly members: readonly FlowNode[]
}

/** Follows the usual way from a step; stops before what already has its place. */
const follow = (start: FlowNode, { nodes, target }: Walkable, placed: Set<string>): Step[] => {
  const row: FlowNode[] = []
  for (let node: FlowNode | undefined = start; node && !placed.has(node.id); ) {
    placed.add(node.id)
    row.push(node)
    const exit = mainExit(node)
    node = exit ? nodes.get(target(node.id, exit.id) ?? '') : undefined
  }
  const inRow = new Map(row.map((node, index) => [node.id, index]))
  return row.map((node, index) => {
    const main = mainExit(node)
    const branches = exitsOf(node).flatMap((exit): Branch[] => {
      const to = nodes.get(target(node.id, exit.id) ?? '') ?? null
      if (exit.id === main?.id && to && inRow.get(to.id) === index + 1) return []
      const isNew = to !== null && !placed.has(to.id)
      return [{ exit: exit.id, to: isNew ? null : to, steps: isNew ? follow(to, { nodes, target }, placed) : [] }]
    })
    // What the usual way leads to is read last, right before the row goes on.
    return {
      node,
      branches: [
        ...branches.filter(({ exit }) => exit !== main?.id),
        ...branches.filter(({ exit }) => exit === main?.id),
      ],
      members: [],
    }
  })
}

/**
 * The drawing as a story to read from top to bottom. A row of steps stays on one level, every other way out has its
 * steps below; what has its place already is named, not repeated. Notes and areas come last.
 */
export const outlineTree = (flow: Flow): readonly Step[] => {
  const placed = new Set<string>()
  const walk = walkable(flow)
  const story = entrances(flow).flatMap(node => follow(node, walk, placed))
  const decorations = flow.nodes.filter(isDecoration)
  return [...story, ...decorations.map(node => ({ node, branches: [], members: inside(flow, node) }))]
}

/** In the order of the story, counted from 1. */
export const stepNumbers = (tree: readonly Step[]): ReadonlyMap<string, number> => {
  const numbers = new Map<string, number>()
  const walk = (steps: readonly Step[]) => {
    for (const { node, branches } of steps) {
      numbers.set(node.id, numbers.size + 1)
      for (const { steps: below } of branches) walk(below)
    }
  }
  walk(tree)
  return numbers
}
