import type { EdgeChange, NodeChange } from '@xyflow/react'
import { moveNodes, type Position } from '../editor/edit-nodes.ts'
import { carried } from '../editor/placement.ts'
import type { Editor } from '../editor/store.ts'
import type { CanvasEdge } from './canvas-edge.ts'
import type { CanvasNode } from './canvas-node.ts'

/** Follows a drag, and turns its end or a step of the arrow keys into one command. */
export const applyMoves = (editor: Editor, changes: NodeChange<CanvasNode>[]) => {
  const moved = new Map<string, Position>()
  let isDragging = false
  for (const change of changes) {
    if (change.type !== 'position' || !change.position) continue
    moved.set(change.id, change.position)
    isDragging ||= change.dragging === true
  }
  if (moved.size === 0) return
  const { flow, dragged, drag, run } = editor.getState()
  if (changes.some(change => change.type === 'dimensions' && change.resizing)) return drag(moved)
  const all = carried(flow, moved)
  if (isDragging) return drag(all)
  // Arrow keys never start a drag: their steps become one command by their key. The end of a drag is one by itself.
  const key = dragged.size > 0 ? undefined : `move:${[...moved.keys()].join()}`
  run('move', drawing => moveNodes(drawing, all), key)
}

const chosenAfter = (before: readonly string[], changes: (NodeChange<CanvasNode> | EdgeChange<CanvasEdge>)[]) => {
  const chosen = new Set(before)
  for (const change of changes) {
    if (change.type !== 'select') continue
    if (change.selected) chosen.add(change.id)
    else chosen.delete(change.id)
  }
  return chosen
}

/** Brings what React Flow selects into the editor's selection. */
export const applySelection = (
  editor: Editor,
  kind: 'nodes' | 'edges',
  changes: (NodeChange<CanvasNode> | EdgeChange<CanvasEdge>)[],
): void => {
  const { selection, select } = editor.getState()
  const chosen = chosenAfter(selection[kind], changes)
  const isSame = chosen.size === selection[kind].length && selection[kind].every(id => chosen.has(id))
  if (!isSame) select({ ...selection, [kind]: [...chosen] })
}
