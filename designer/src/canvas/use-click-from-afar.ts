import { useReactFlow } from '@xyflow/react'
import { type MouseEvent, useCallback, useEffect, useRef } from 'react'
import { useEditor } from '../editor/context.tsx'
import type { CanvasEdge } from './canvas-edge.ts'
import type { CanvasNode } from './canvas-node.ts'
import { detailAt } from './detail.ts'
import { farWays, wayAt } from './far-ways.ts'

const REACH = 8 // pixels on the screen beside a line

/** Selects the way under a click beside the steps while only boxes are drawn; up close the lines do so themselves. */
export function useClickFromAfar(nodes: readonly CanvasNode[], edges: readonly CanvasEdge[]) {
  const editor = useEditor()
  const { getZoom, screenToFlowPosition } = useReactFlow()
  const drawn = useRef({ nodes, edges })
  useEffect(() => {
    drawn.current = { nodes, edges }
  }, [nodes, edges])

  return useCallback(
    ({ clientX: x, clientY: y, shiftKey, ctrlKey, metaKey }: MouseEvent) => {
      const zoom = getZoom()
      if (detailAt(zoom) !== 'boxes') return
      const ways = farWays(drawn.current.nodes, drawn.current.edges)
      const way = wayAt(ways, screenToFlowPosition({ x, y }), REACH / zoom)
      const { select, selection } = editor.getState()
      const kept = shiftKey || ctrlKey || metaKey ? selection.edges.filter(id => id !== way) : []
      select({ nodes: [], edges: way ? [...kept, way] : kept })
    },
    [editor, getZoom, screenToFlowPosition],
  )
}
