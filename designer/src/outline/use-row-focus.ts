import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import type { OutlineRow } from './outline-rows.ts'

const FRAMES_TO_WAIT = 10 // a line far away is drawn before it can take the focus

/** The one line the Tab key stops at, and how the focus gets to another one. */
export function useRowFocus(tree: RefObject<HTMLElement | null>, rows: readonly OutlineRow[]) {
  const [current, setCurrent] = useState<string | null>(null)
  const lastIndex = useRef(0)
  const hadFocus = useRef(false)
  const index = rows.findIndex(({ key }) => key === current)
  // Where a line has gone, the one that took its place is next.
  const stop = rows[index < 0 ? Math.min(lastIndex.current, rows.length - 1) : index]?.key ?? null

  const focusRow = useCallback(
    (key: string) => {
      setCurrent(key)
      const attempt = (framesLeft: number) => {
        const line = tree.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)
        if (line) line.focus()
        else if (framesLeft > 0) requestAnimationFrame(() => attempt(framesLeft - 1))
      }
      attempt(FRAMES_TO_WAIT)
    },
    [tree],
  )

  useEffect(() => {
    if (index >= 0) lastIndex.current = index
    // Undoing, or another person, may take away the line that has the focus.
    else if (current !== null && stop !== null && hadFocus.current && document.activeElement === document.body)
      focusRow(stop)
  }, [index, current, stop, focusRow])
  useEffect(() => {
    const remember = ({ target }: FocusEvent) => {
      hadFocus.current = target instanceof Node && (tree.current?.contains(target) ?? false)
    }
    document.addEventListener('focusin', remember)
    return () => document.removeEventListener('focusin', remember)
  }, [tree])

  return { stop, setCurrent, focusRow }
}
