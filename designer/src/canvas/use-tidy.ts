import { useReactFlow } from '@xyflow/react'
import { useEditor } from '../editor/context.tsx'
import type { Position } from '../editor/edit-nodes.ts'
import type { Size } from '../editor/placement.ts'
import { readsDownwards } from '../editor/reading-direction.ts'
import { keepTidied } from './keep-tidied.ts'
import { fitOptions } from './show-beginning.ts'
import { type TidyDirection, tidy } from './tidy.ts'

const TIDY_MS = 260

const between = (from: Position, to: Position, share: number): Position => ({
  x: from.x + (to.x - from.x) * share,
  y: from.y + (to.y - from.y) * share,
})

const eased = (share: number) => 1 - (1 - share) ** 3

/** Lets the steps glide to their places, then keeps them there as one command; without a direction, in the drawing's own. */
export function useTidy(sizes: ReadonlyMap<string, Size>): (direction?: TidyDirection) => Promise<void> {
  const editor = useEditor()
  const { fitView } = useReactFlow()

  return async direction => {
    const before = editor.getState().flow
    const tidied = await tidy(before, sizes, direction ?? (readsDownwards(before) ? 'down' : 'right'))
    const settle = () => {
      if (keepTidied(editor, before, tidied)) requestAnimationFrame(() => void fitView(fitOptions))
    }
    if (window.matchMedia('(prefers-reduced-motion: reduce)').matches) return settle()
    const start = performance.now()
    const glide = (now: number) => {
      const share = Math.min(1, (now - start) / TIDY_MS)
      if (share === 1 || editor.getState().flow !== before) return settle()
      const places = before.nodes.flatMap(({ id, position }): [string, Position][] => {
        const to = tidied.positions.get(id)
        return to ? [[id, between(position, to, eased(share))]] : []
      })
      editor.getState().drag(new Map(places))
      requestAnimationFrame(glide)
    }
    requestAnimationFrame(glide)
  }
}
