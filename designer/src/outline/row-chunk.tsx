import { type ReactNode, type RefObject, useLayoutEffect, useRef, useState } from 'react'

/** About how high a line is before it has been drawn, in pixels. */
const LINE_HEIGHT = 42
const AHEAD = '600px 0px' // drawn before they come into view

interface RowChunkProps {
  scroller: RefObject<HTMLElement | null>
  /** Drawn wherever it lies: it holds the line that has the focus. */
  isNeeded: boolean
  lines: number
  children(): ReactNode
}

/** A few dozen lines that are drawn only near the view, so that a thousand steps cost no more than a hundred. */
export function RowChunk({ scroller, isNeeded, lines, children }: RowChunkProps) {
  const place = useRef<HTMLDivElement>(null)
  const height = useRef<number | null>(null)
  const [isNear, setNear] = useState(false)
  const isDrawn = isNeeded || isNear

  useLayoutEffect(() => {
    const element = place.current
    if (!element) return
    const observer = new IntersectionObserver(
      entries => {
        const isNow = entries.at(-1)?.isIntersecting ?? false
        if (!isNow) height.current = element.offsetHeight
        setNear(isNow)
      },
      { root: scroller.current, rootMargin: AHEAD },
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [scroller])

  return (
    <div ref={place} style={isDrawn ? undefined : { height: height.current ?? lines * LINE_HEIGHT }}>
      {isDrawn && children()}
    </div>
  )
}
