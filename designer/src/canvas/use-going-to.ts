import { useReactFlow } from '@xyflow/react'
import { type RefObject, useCallback, useEffect } from 'react'
import { useEditor, useEditorState } from '../editor/context.tsx'
import { estimatedSize } from '../editor/placement.ts'

const FRAMES_TO_WAIT = 20 // a culled node needs a few frames to be drawn before it can take the focus

const hasReducedMotion = () => window.matchMedia('(prefers-reduced-motion: reduce)').matches

/** Brings a step into view and gives it the focus, whenever the editor wants to go to one. */
export function useGoingTo(frame: RefObject<HTMLElement | null>): (id: string) => void {
  const editor = useEditor()
  const goingTo = useEditorState(state => state.goingTo)
  const { setCenter, getZoom, flowToScreenPosition } = useReactFlow()

  const reveal = useCallback(
    (id: string): void => {
      const node = editor.getState().flow.nodes.find(step => step.id === id)
      const box = frame.current?.getBoundingClientRect()
      if (!node || !box) return
      const { width, height } = estimatedSize(node)
      const start = flowToScreenPosition(node.position)
      const end = flowToScreenPosition({ x: node.position.x + width, y: node.position.y + height })
      const isInside = start.x >= box.left && start.y >= box.top && end.x <= box.right && end.y <= box.bottom
      if (isInside) return
      const zoom = Math.max(getZoom(), 0.5)
      const duration = hasReducedMotion() ? 0 : 180
      void setCenter(node.position.x + width / 2, node.position.y + height / 2, { zoom, duration })
    },
    [editor, frame, flowToScreenPosition, getZoom, setCenter],
  )

  const focusStep = useCallback(
    (id: string): void => {
      reveal(id)
      const attempt = (framesLeft: number) => {
        const element = frame.current?.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(id)}"]`)
        if (element) element.focus({ preventScroll: true })
        else if (framesLeft > 0) requestAnimationFrame(() => attempt(framesLeft - 1))
      }
      attempt(FRAMES_TO_WAIT)
    },
    [frame, reveal],
  )

  useEffect(() => {
    if (!goingTo) return
    if (goingTo.field === null) focusStep(goingTo.node)
    else reveal(goingTo.node)
  }, [goingTo, focusStep, reveal])

  return focusStep
}
