import { useReactFlow, useStore } from '@xyflow/react'
import { type RefObject, useCallback, useEffect } from 'react'
import { useEditor, useEditorState } from '../editor/context.tsx'
import { estimatedSize } from '../editor/placement.ts'

const FRAMES_TO_WAIT = 20 // a culled node needs a few frames to be drawn before it can take the focus

const DOUBLE_CLICK_MS = 300 // the second click of two must find the step where the first one found it
const READABLE = 0.5
const MARGIN = 36

/** How far to move so that what lies from `start` to `end` lies between `low` and `high`; its beginning comes first. */
const offset = (start: number, end: number, low: number, high: number): number => {
  if (start >= low && end <= high) return 0
  const up = low + MARGIN - start
  const down = high - MARGIN - end
  return start < low || end - start > high - low - 2 * MARGIN ? up : down
}

const hasReducedMotion = () => window.matchMedia('(prefers-reduced-motion: reduce)').matches

/** Brings a step into view and gives it the focus, whenever the editor wants to go to one. */
export function useGoingTo(frame: RefObject<HTMLElement | null>): (id: string) => void {
  const editor = useEditor()
  const goingTo = useEditorState(state => state.goingTo)
  const { setCenter, getViewport, setViewport, flowToScreenPosition } = useReactFlow()

  const reveal = useCallback(
    (id: string): void => {
      const node = editor.getState().flow.nodes.find(step => step.id === id)
      const box = frame.current?.getBoundingClientRect()
      if (!node || !box) return
      const { width, height } = estimatedSize(node)
      const start = flowToScreenPosition(node.position)
      const end = flowToScreenPosition({ x: node.position.x + width, y: node.position.y + height })
      const dx = offset(start.x, end.x, box.left, box.right)
      const dy = offset(start.y, end.y, box.top, box.bottom)
      if (dx === 0 && dy === 0) return
      const { x, y, zoom } = getViewport()
      const duration = hasReducedMotion() ? 0 : 180
      if (zoom >= READABLE) void setViewport({ x: x + dx, y: y + dy, zoom }, { duration })
      else void setCenter(node.position.x + width / 2, node.position.y + height / 2, { zoom: READABLE, duration })
    },
    [editor, frame, flowToScreenPosition, getViewport, setViewport, setCenter],
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

  // The inspector opens beside the canvas and takes room from it: what it is about must stay in view.
  const width = useStore(state => state.width)
  useEffect(() => {
    const timer = setTimeout(() => {
      const [only, ...others] = editor.getState().selection.nodes
      if (only && others.length === 0) reveal(only)
    }, DOUBLE_CLICK_MS)
    return () => clearTimeout(timer)
  }, [width])

  const standing = useEditorState(state => state.litPath.at(-1)?.node)
  useEffect(() => {
    if (standing) reveal(standing)
  }, [standing, reveal])

  return focusStep
}
