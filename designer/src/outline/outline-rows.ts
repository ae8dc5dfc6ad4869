import type { FlowNode } from '@pregoner/shared'
import type { Step } from './outline-tree.ts'

interface Place {
  /** The same for the same place in every drawing of it. */
  readonly key: string
  readonly level: number
  readonly position: number
  readonly siblings: number
  readonly hasInside: boolean
}

/** One line of the outline. */
export type OutlineRow = Place &
  (
    | { readonly kind: 'step'; readonly node: FlowNode }
    /** A way out whose steps stand below it, or `to` another place, or nowhere when `to` is null and nothing is inside. */
    | { readonly kind: 'exit'; readonly node: FlowNode; readonly exit: string; readonly to: FlowNode | null }
    /** A step that lies inside the area `node`. */
    | { readonly kind: 'member'; readonly node: FlowNode; readonly to: FlowNode }
  )

/** The step a line is about: for what lies inside an area, that step. */
export const stepOf = (row: OutlineRow): FlowNode => (row.kind === 'member' ? row.to : row.node)

/** The exit a line is about; null when it is about a whole step. */
export const exitOf = (row: OutlineRow): string | null => (row.kind === 'exit' ? row.exit : null)

/** The lines to draw, without what is folded away. */
export const outlineRows = (tree: readonly Step[], collapsed: ReadonlySet<string>): OutlineRow[] => {
  const rows: OutlineRow[] = []
  const walk = (steps: readonly Step[], level: number) => {
    for (const [index, { node, branches, members }] of steps.entries()) {
      const below = branches.length + members.length
      const place = { key: node.id, level, position: index + 1, siblings: steps.length }
      rows.push({ ...place, kind: 'step', node, hasInside: below > 0 })
      if (collapsed.has(node.id)) continue
      for (const [at, { exit, to, steps: inside }] of branches.entries()) {
        const key = `${node.id} ${exit}`
        const exitPlace = { key, level: level + 1, position: at + 1, siblings: below }
        rows.push({ ...exitPlace, kind: 'exit', node, exit, to, hasInside: inside.length > 0 })
        if (!collapsed.has(key)) walk(inside, level + 2)
      }
      for (const [at, to] of members.entries()) {
        const memberPlace = { key: `${node.id} > ${to.id}`, level: level + 1, position: at + 1, siblings: below }
        rows.push({ ...memberPlace, kind: 'member', node, to, hasInside: false })
      }
    }
  }
  walk(tree, 1)
  return rows
}
