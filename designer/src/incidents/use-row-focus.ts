import type { IncidentSummary } from '@pregoner/shared'
import { type FocusEvent, type KeyboardEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react'

/** In pick mode a row has two things that take the focus. */
type Part = 'link' | 'pick'
const partOf = (element: Element): Part => (element instanceof HTMLInputElement ? 'pick' : 'link')
const selectors = { link: 'a[data-status]', pick: 'input' }

const steps: { [key: string]: (at: number, last: number) => number } = {
  ArrowDown: at => at + 1,
  ArrowUp: at => at - 1,
  Home: () => 0,
  End: (_at, last) => last,
}

/**
 * One row of the list has the tab stop; arrows, Home and End move it. It stays in the page however far one scrolls,
 * and when it leaves the list its neighbour takes the focus, so that nobody ends up nowhere.
 */
export function useRowFocus(shown: readonly IncidentSummary[], list: RefObject<HTMLUListElement | null>) {
  const [active, setActive] = useState({ id: '', index: 0 })
  const focused = useRef<Part | null>(null)
  const wanted = useRef<Part | null>(null)
  const found = shown[active.index]?.id === active.id ? active.index : shown.findIndex(({ id }) => id === active.id)
  const index = found >= 0 ? found : Math.min(active.index, shown.length - 1)
  const id = shown[index]?.id

  useLayoutEffect(() => {
    const isLost = focused.current !== null && document.activeElement === document.body
    const part = wanted.current ?? (isLost ? focused.current : null)
    wanted.current = null
    if (!part || id === undefined) return
    const row = list.current?.querySelector(`[data-index="${index}"]`)
    row?.querySelector<HTMLElement>(selectors[part])?.focus({ preventScroll: true })
    if (!isLost) row?.scrollIntoView({ block: 'nearest' })
  })

  return {
    /** Of the row with the tab stop; -1 in an empty list. */
    index,
    move(to: number, part: Part = 'link') {
      const next = shown[to]
      if (!next) return
      wanted.current = part
      setActive({ id: next.id, index: to })
    },
    onFocus({ target }: FocusEvent<HTMLElement>) {
      const at = Number(target.closest<HTMLElement>('[data-index]')?.dataset.index)
      const row = shown[at]
      focused.current = partOf(target)
      if (row) setActive({ id: row.id, index: at })
    },
    /** A row that leaves the page takes the focus with it, to nowhere; that is not for good. */
    onBlur({ target, relatedTarget }: FocusEvent<HTMLElement>) {
      setTimeout(() => {
        const isElsewhere = relatedTarget !== null || (target.isConnected && document.activeElement !== target)
        if (isElsewhere && !list.current?.contains(document.activeElement)) focused.current = null
      })
    },
    /** Where a key leads from the row with the focus; null when it leads nowhere. */
    leadsTo({ key, target }: KeyboardEvent<HTMLElement>): { to: number; part: Part } | null {
      const to = steps[key]?.(index, shown.length - 1)
      if (to === undefined || !(target instanceof Element)) return null
      return to === index || !shown[to] ? null : { to, part: partOf(target) }
    },
  }
}
