import { incidentStatuses } from '@pregoner/shared'
import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import type { IncidentFilter } from '../api/incidents.ts'

const names = ['status', 'departmentId', 'category', 'text'] as const

/** The filter kept in the address, so that a link or a reload shows the same list. */
export function useFilter(): [IncidentFilter, (change: IncidentFilter) => void] {
  const [search, setSearch] = useSearchParams()
  const key = names.map(name => search.get(name) ?? '').join('\n')
  // The four values in `key` are all that is read, so the filter stays the same object.
  const filter = useMemo(() => readFilter(search), [key])
  const change = (changed: IncidentFilter) =>
    setSearch(
      before => {
        const next = new URLSearchParams(before)
        for (const name of names) {
          if (!(name in changed)) continue
          const value = changed[name]
          if (value) next.set(name, value)
          else next.delete(name)
        }
        return next
      },
      { replace: true },
    )
  return [filter, change]
}

function readFilter(search: URLSearchParams): IncidentFilter {
  const filter: IncidentFilter = {}
  const status = incidentStatuses.find(known => known === search.get('status'))
  if (status) filter.status = status
  for (const name of ['departmentId', 'category', 'text'] as const) {
    const value = search.get(name)
    if (value) filter[name] = value
  }
  return filter
}

export const countFilters = ({ status, departmentId, category }: IncidentFilter): number =>
  [status, departmentId, category].filter(Boolean).length
