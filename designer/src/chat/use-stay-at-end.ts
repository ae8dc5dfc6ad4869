import { type RefObject, useEffect, useRef } from 'react'

/** Keeps the newest line in sight when `content` changes or the room shrinks, as when a keyboard opens. */
export function useStayAtEnd(log: RefObject<HTMLDivElement | null>, content: string): void {
  const isFirst = useRef(true)
  useEffect(() => {
    const area = log.current
    if (!area || content === '') return
    area.scrollTo({ top: area.scrollHeight, behavior: isFirst.current ? 'auto' : 'smooth' })
    isFirst.current = false
    const watching = new ResizeObserver(() => area.scrollTo({ top: area.scrollHeight }))
    watching.observe(area)
    return () => watching.disconnect()
  }, [log, content])
}
