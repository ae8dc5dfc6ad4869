import { type RefObject, useEffect, useRef } from 'react'

/** Keeps the newest line in sight when something is added or the room shrinks, as when a keyboard opens. */
export function useStayAtEnd(log: RefObject<HTMLDivElement | null>, lines: number): void {
  const isFirst = useRef(true)
  useEffect(() => {
    const area = log.current
    if (!area || lines === 0) return
    area.scrollTo({ top: area.scrollHeight, behavior: isFirst.current ? 'auto' : 'smooth' })
    isFirst.current = false
    const watching = new ResizeObserver(() => area.scrollTo({ top: area.scrollHeight }))
    watching.observe(area)
    return () => watching.disconnect()
  }, [log, lines])
}
