import type { FlowNode } from '@pregoner/shared'
import type { Node, NodeProps } from '@xyflow/react'
import type { Position } from '../editor/edit-nodes.ts'
import { isDecoration } from '../editor/exits.ts'
import { estimatedSize, ownSize, type Size } from '../editor/placement.ts'
import { expectedHandles } from './expected-handles.ts'

/** A node of the flow as React Flow draws it. */
export type CanvasNode = Node<{ node: FlowNode }, 'step' | 'note' | 'area'>
export type StepCardProps = NodeProps<CanvasNode>

// Areas lie behind the lines, the lines behind the steps.
const BEHIND = -1
const NODE = 2
const IN_FRONT = 3

const kindOfDrawing = (node: FlowNode): NonNullable<CanvasNode['type']> => {
  if (ownSize(node)) return 'area'
  return isDecoration(node) ? 'note' : 'step'
}

export interface Drawn {
  node: FlowNode
  /** Where it is just now: its own place, or where it is being dragged. */
  position: Position
  measured: Size | undefined
  /** Whether only what is in view is drawn, so that most cards are never measured. */
  isCulled: boolean
  isResizing: boolean
  isSelected: boolean
  /** The canvas is one stop of the Tab key: only one of its nodes can be tabbed to. */
  isTabStop: boolean
  isReadOnly: boolean
  label: string
}

const toCanvasNode = (drawn: Drawn): CanvasNode => {
  const { node, position, measured, isCulled, isResizing, isSelected, isTabStop, isReadOnly, label } = drawn
  const type = kindOfDrawing(node)
  const own = ownSize(node)
  const size = own && isResizing && measured ? measured : own
  const estimated = estimatedSize(node)
  return {
    id: node.id,
    type,
    position,
    data: { node },
    selected: isSelected,
    draggable: !isReadOnly,
    connectable: !isReadOnly,
    ariaLabel: label,
    // The label tells the kind of step; React Flow would say "node" to everybody.
    domAttributes: { tabIndex: isTabStop ? 0 : -1, 'aria-roledescription': undefined },
    initialWidth: estimated.width,
    initialHeight: estimated.height,
    ...(measured ? { measured } : isCulled && { measured: estimated, handles: expectedHandles(node, estimated) }),
    zIndex: isSelected ? IN_FRONT : NODE,
    ...(size ? { ...size, zIndex: BEHIND, dragHandle: '.area-title', style: { pointerEvents: 'none' } } : {}),
  }
}

const isSame = (a: Drawn, b: Drawn) =>
  a.node === b.node &&
  a.position === b.position &&
  a.measured === b.measured &&
  a.isCulled === b.isCulled &&
  a.isResizing === b.isResizing &&
  a.isSelected === b.isSelected &&
  a.isTabStop === b.isTabStop &&
  a.isReadOnly === b.isReadOnly &&
  a.label === b.label

/** Makes canvas nodes and hands out the same object as before for whatever has not changed, so that it is not drawn again. */
export const createCanvasNodes = () => {
  let known = new Map<string, { drawn: Drawn; canvasNode: CanvasNode }>()
  return (all: readonly Drawn[]): CanvasNode[] => {
    const next: typeof known = new Map()
    for (const drawn of all) {
      const before = known.get(drawn.node.id)
      next.set(
        drawn.node.id,
        before && isSame(before.drawn, drawn) ? before : { drawn, canvasNode: toCanvasNode(drawn) },
      )
    }
    known = next
    return Array.from(next.values(), ({ canvasNode }) => canvasNode)
  }
}
