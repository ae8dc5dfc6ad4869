import type { ReactFlowInstance } from '@xyflow/react'
import type { CanvasEdge } from './canvas-edge.ts'
import type { CanvasNode } from './canvas-node.ts'

export const fitOptions = { padding: 0.12, maxZoom: 1 }

const READABLE = 0.5 // below this zoom the whole is seen but nothing can be read
const READING_ZOOM = 0.8
const MARGIN = 60

/** Shows the whole drawing when it can be read then, else where it begins; the small map shows the rest. */
export const showBeginning = (
  { getNodes, getNodesBounds, fitView, setViewport }: ReactFlowInstance<CanvasNode, CanvasEdge>,
  frame: HTMLElement | null,
  first: string | undefined,
): void => {
  const nodes = getNodes()
  const begin = nodes.find(({ id }) => id === first)
  if (!frame || !begin) return
  const bounds = getNodesBounds(nodes)
  const { clientWidth, clientHeight } = frame
  const zoom = Math.min(clientWidth / bounds.width, clientHeight / bounds.height)
  if (zoom >= READABLE) {
    void fitView(fitOptions)
    return
  }
  const height = begin.measured?.height ?? begin.initialHeight ?? 0
  void setViewport({
    zoom: READING_ZOOM,
    x: MARGIN - begin.position.x * READING_ZOOM,
    y: clientHeight / 2 - (begin.position.y + height / 2) * READING_ZOOM,
  })
}
