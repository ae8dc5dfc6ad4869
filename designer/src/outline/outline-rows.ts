import type { Flow, FlowNode } from '@pregoner/shared'
import { exitsOf, isDecoration, mainExit } from '../editor/exits.ts'
import { entrances, type Walkable, walkable } from '../editor/reading-order.ts'

interface Place {
  /** The same for the same place in every drawing of it. */
  readonly key: string
  readonly level: number
  readonly position: number
  readonly siblings: number
}

/** One line of the outline. */
export type OutlineRow = Place &
  (
    | { readonly kind: 'step'; readonly node: FlowNode; readonly number: number; readonly hasInside: boolean }
    /** A way out whose steps stand below it, or `to` another place, or nowhere when `to` is null and nothing is inside. */
    | {
        readonly kind: 'exit'
        readonly node: FlowNode
        readonly exit: string
        readonly to: FlowNode | null
        readonly hasInside: boolean
      }
  )

interface Branch {
  exit: string
  to: FlowNode | null
  steps: Step[]
}
interface Step {
  node: FlowNode
  branches: Branch[]
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
    }
  })
}

const flatten = (forest: Step[][], collapsed: ReadonlySet<string>): OutlineRow[] => {
  const rows: OutlineRow[] = []
  let number = 0
  const walk = (steps: Step[], level: number, isShown: boolean) => {
    for (const [index, { node, branches }] of steps.entries()) {
      number++
      const key = node.id
      const place = { key, level, position: index + 1, siblings: steps.length }
      if (isShown) rows.push({ ...place, kind: 'step', node, number, hasInside: branches.length > 0 })
      const isOpen = isShown && !collapsed.has(key)
      for (const [at, { exit, to, steps: inside }] of branches.entries()) {
        const exitKey = `${node.id} ${exit}`
        const exitPlace = { key: exitKey, level: level + 1, position: at + 1, siblings: branches.length }
        if (isOpen) rows.push({ ...exitPlace, kind: 'exit', node, exit, to, hasInside: inside.length > 0 })
        walk(inside, level + 2, isOpen && !collapsed.has(exitKey))
      }
    }
  }
  walk(forest.flat(), 1, true)
  return rows
}

/**
 * The drawing as lines to read from top to bottom. A row of steps stays on one level, every other way out is a line of its
 * own with its steps below; what has its place already is named, not repeated.
 */
export const outlineRows = (flow: Flow, collapsed: ReadonlySet<string>): OutlineRow[] => {
  const placed = new Set<string>()
  const walk = walkable(flow)
  const forest = entrances(flow)
    .map(node => follow(node, walk, placed))
    .filter(steps => steps.length > 0)
  const decorations = flow.nodes.filter(isDecoration).map(node => [{ node, branches: [] }])
  return flatten([...forest, ...decorations], collapsed)
}
