import type { Virtualizer } from '@tanstack/react-virtual'
import { useLayoutEffect, useRef } from 'react'

const READING_FROM_PX = 24 // scrolled further than this, somebody is reading

/** Whether somebody reads further down, so that nothing may move under their eyes. */
export const isReadingIn = (scroller: HTMLElement | null): boolean => (scroller?.scrollTop ?? 0) > READING_FROM_PX

/** Keeps the row that is read where it is when rows above it come or go. */
export function useKeptPlace(rows: Virtualizer<HTMLDivElement, HTMLLIElement>, listed: readonly { id: string }[]) {
  const seen = useRef<{ id: string; start: number }[]>([])
  const known = useRef(listed)
  useLayoutEffect(() => {
    const scroller = rows.scrollElement
    if (scroller && known.current !== listed && isReadingIn(scroller)) {
      const starts = new Map(rows.measurementsCache.map(({ key, start }) => [key, start]))
      const anchor = seen.current.find(({ id }) => starts.has(id))
      const moved = anchor ? (starts.get(anchor.id) ?? 0) - anchor.start : 0
      if (moved !== 0) scroller.scrollTop += moved
    }
    known.current = listed
    const top = rows.scrollOffset ?? 0
    const inView = rows.getVirtualItems().filter(({ end }) => end > top)
    seen.current = inView.map(({ key, start }) => ({ id: String(key), start }))
  })
  return {
    /** The next change may move what is read: whoever reads asked for it. */
    letGo() {
      seen.current = []
    },
  }
}
