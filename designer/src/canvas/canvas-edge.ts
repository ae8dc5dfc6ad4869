import type { Edge as FlowEdge } from '@pregoner/shared'
import type { Edge } from '@xyflow/react'

export interface EdgeFacts extends Record<string, unknown> {
  exit: string
  /** How many took it; null when counts are not shown. */
  count: number | null
  /** Line width in pixels. */
  width: number
  /** 0 to 4, for its colour; null while colours are not shown. */
  heat: number | null
  isLit: boolean
  isReadOnly: boolean
}

/** An edge of the flow as React Flow draws it. */
export type CanvasEdge = Edge<EdgeFacts, 'way'>

export const ENTRY = 'in'

interface Drawn extends EdgeFacts {
  edge: FlowEdge
  isSelected: boolean
}

/** Lines are for the eyes: every step tells its exits, and React Flow would read the ends of a line aloud in English. */
const unheard = { 'aria-hidden': true, 'aria-label': undefined, 'aria-roledescription': undefined, role: undefined }

const isSame = (a: Drawn, b: Drawn) =>
  a.edge === b.edge &&
  a.isSelected === b.isSelected &&
  a.count === b.count &&
  a.width === b.width &&
  a.heat === b.heat &&
  a.isLit === b.isLit &&
  a.isReadOnly === b.isReadOnly

const toCanvasEdge = ({ edge, isSelected, ...data }: Drawn): CanvasEdge => ({
  id: edge.id,
  type: 'way',
  source: edge.from,
  sourceHandle: edge.exit,
  target: edge.to,
  targetHandle: ENTRY,
  selected: isSelected,
  zIndex: data.isLit || isSelected ? 1 : 0,
  domAttributes: unheard,
  data,
})

/** Makes canvas edges and hands out the same object as before for whatever has not changed. */
export const createCanvasEdges = () => {
  let known = new Map<string, { drawn: Drawn; canvasEdge: CanvasEdge }>()
  return (all: readonly Drawn[]): CanvasEdge[] => {
    const next: typeof known = new Map()
    for (const drawn of all) {
      const before = known.get(drawn.edge.id)
      const isKnown = before && isSame(before.drawn, drawn)
      next.set(drawn.edge.id, isKnown ? before : { drawn, canvasEdge: toCanvasEdge(drawn) })
    }
    known = next
    return Array.from(next.values(), ({ canvasEdge }) => canvasEdge)
  }
}
