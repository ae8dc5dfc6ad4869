import { type IncidentSummary, MAX_CHANGED_AT_ONCE } from '@pregoner/shared'
import { useRef, useState } from 'react'

export type Picking = ReturnType<typeof usePicking>

/** Which incidents of the list are picked, to be changed together. What leaves the list is picked no more. */
export function usePicking(shown: readonly IncidentSummary[]) {
  const [ids, setIds] = useState<ReadonlySet<string> | null>(null)
  const last = useRef<string | null>(null)
  const picked = ids === null ? [] : shown.filter(({ id }) => ids.has(id))

  const set = (chosen: readonly string[]) => setIds(new Set(chosen.slice(0, MAX_CHANGED_AT_ONCE)))

  return {
    isOn: ids !== null,
    picked,
    has: (id: string) => ids?.has(id) ?? false,
    begin: () => set([]),
    end: () => setIds(null),
    /** Picks exactly these. */
    set,
    /** Picks or leaves one; with `isRange` all from the one before do the same. */
    toggle(id: string, isRange: boolean) {
      const isPicked = ids?.has(id) ?? false
      const order = shown.map(incident => incident.id)
      const [from, to] = [order.indexOf(last.current ?? ''), order.indexOf(id)].sort((one, other) => one - other)
      const isKnown = isRange && from !== undefined && from >= 0 && to !== undefined
      const these = isKnown ? order.slice(from, to + 1) : [id]
      last.current = id
      const others = [...(ids ?? [])].filter(one => !these.includes(one))
      set(isPicked ? others : [...others, ...these])
    },
  }
}
