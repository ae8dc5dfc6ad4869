import { type RefObject, useEffect } from 'react'

/** Shows the newest line: when one is added, when a picture has loaded, when the log gets smaller. */
export function useKeptAtFoot(log: RefObject<HTMLElement | null>, lines: number): void {
  useEffect(() => {
    const element = log.current
    if (!element || lines === 0) return
    const toFoot = () => element.scrollTo({ top: element.scrollHeight })
    toFoot()
    const resized = new ResizeObserver(toFoot)
    resized.observe(element)
    element.addEventListener('load', toFoot, true)
    return () => {
      resized.disconnect()
      element.removeEventListener('load', toFoot, true)
    }
  }, [log, lines])
}
