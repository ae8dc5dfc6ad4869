import { type NodeMouseHandler, type OnConnect, type OnConnectEnd, type OnInit, useReactFlow } from '@xyflow/react'
import { type DragEvent, type MouseEvent, type RefObject, useMemo } from 'react'
import { addStep, addStepBehind, connectTo } from '../editor/actions.ts'
import { useEditor } from '../editor/context.tsx'
import { CARD_WIDTH } from '../editor/placement.ts'
import { readingOrder } from '../editor/reading-order.ts'
import { shapeOf } from '../editor/shape.ts'
import { useOpenedFlow } from '../flows/opened-flow.tsx'
import type { CanvasEdge } from './canvas-edge.ts'
import type { CanvasNode } from './canvas-node.ts'
import type { DrawingMenuPlace } from './drawing-menu.tsx'
import { STEP_DRAG } from './palette.tsx'
import { showBeginning } from './show-beginning.ts'

interface Options {
  frame: RefObject<HTMLDivElement | null>
  opensOnClick: boolean
  openDrawingMenu(place: DrawingMenuPlace): void
}

/** What the canvas does when something is done to it; always the same functions, or React Flow draws every card anew. */
export function useCanvasHandlers({ frame, opensOnClick, openDrawingMenu }: Options) {
  const editor = useEditor()
  const { screenToFlowPosition } = useReactFlow()
  const { openFlowOf } = useOpenedFlow()

  return useMemo(() => {
    const nodeIn = (id: string | null | undefined) => editor.getState().flow.nodes.find(node => node.id === id)

    const lookAround = () => {
      const box = frame.current?.getBoundingClientRect()
      if (!box) return
      editor.getState().lookAt(screenToFlowPosition({ x: box.x + box.width / 2, y: box.y + box.height / 2 }))
    }

    const onConnect: OnConnect = ({ source, sourceHandle, target }) => {
      const from = nodeIn(source)
      if (from && sourceHandle) connectTo(editor, from, sourceHandle, target)
    }

    const onConnectEnd: OnConnectEnd = (event, { isValid, fromNode, fromHandle, toNode }) => {
      if (isValid || toNode || !fromNode || fromHandle?.type !== 'source' || !fromHandle.id) return
      const { clientX, clientY } =
        'changedTouches' in event ? (event.changedTouches[0] ?? { clientX: 0, clientY: 0 }) : event
      const at = screenToFlowPosition({ x: clientX, y: clientY })
      editor.getState().choose({ node: fromNode.id, exit: fromHandle.id, mode: 'add', at: { x: at.x, y: at.y - 22 } })
    }

    const onNodeClick: NodeMouseHandler<CanvasNode> = (_event, { id }) => {
      if (opensOnClick) editor.getState().goTo(id, '')
    }

    const onNodeDoubleClick: NodeMouseHandler<CanvasNode> = (_event, { id }) => {
      const node = nodeIn(id)
      if (node) openFlowOf(node)
    }

    const onPaneContextMenu = (event: globalThis.MouseEvent | MouseEvent) => {
      event.preventDefault()
      if (editor.getState().isReadOnly) return
      const { clientX: x, clientY: y } = event
      openDrawingMenu({ x, y, from: frame.current, at: screenToFlowPosition({ x, y }) })
    }

    const onInit: OnInit<CanvasNode, CanvasEdge> = instance => {
      const { flow, goingTo } = editor.getState()
      showBeginning(instance, frame.current, goingTo?.node ?? readingOrder(shapeOf(flow))[0])
      lookAround()
    }

    const onDragOver = (event: DragEvent) => {
      if (!editor.getState().isReadOnly && event.dataTransfer.types.includes(STEP_DRAG)) event.preventDefault()
    }

    const onDrop = (event: DragEvent) => {
      const type = event.dataTransfer.getData(STEP_DRAG)
      if (!type) return
      event.preventDefault()
      const { x, y } = screenToFlowPosition({ x: event.clientX, y: event.clientY })
      const at = { x: x - CARD_WIDTH / 2, y: y - 22 }
      const under = event.target instanceof Element ? event.target.closest('.react-flow__edge') : null
      const edge = editor.getState().flow.edges.find(({ id }) => id === under?.getAttribute('data-id'))
      const from = nodeIn(edge?.from)
      if (edge && from) addStepBehind(editor, from, edge.exit, type, at)
      else addStep(editor, type, at)
    }

    return {
      frame: { onDragOver, onDrop },
      flow: {
        onConnect,
        onConnectEnd,
        onNodeClick,
        onNodeDoubleClick,
        onPaneContextMenu,
        onInit,
        onMoveEnd: lookAround,
      },
    }
  }, [editor, frame, opensOnClick, openDrawingMenu, openFlowOf, screenToFlowPosition])
}
