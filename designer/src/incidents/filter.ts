import { incidentStatuses, urgencies } from '@pregoner/shared'
import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import type { IncidentFilter } from '../api/incidents.ts'

export const dueChoices = [...urgencies, 'waiting'] as const
const names = ['status', 'departmentId', 'category', 'districtId', 'text', 'due', 'assignee', 'mentions'] as const

/** The filter kept in the address, so that a link or a reload shows the same list. */
export function useFilter(): [IncidentFilter, (change: IncidentFilter) => void] {
  const [search, setSearch] = useSearchParams()
  const key = names.map(name => search.get(name) ?? '').join('\n')
  // The values in `key` are all that is read, so the filter stays the same object.
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
  const due = dueChoices.find(known => known === search.get('due'))
  if (due) filter.due = due
  if (search.get('mentions') === 'me') filter.mentions = 'me'
  for (const name of ['departmentId', 'category', 'districtId', 'text', 'assignee'] as const) {
    const value = search.get(name)
    if (value) filter[name] = value
  }
  return filter
}

/** How many of the choices behind the button narrow the list. */
export const countFilters = ({ status, departmentId, category, districtId, due, assignee }: IncidentFilter): number =>
  [status, departmentId, category, districtId, due, assignee].filter(Boolean).length

/** With nothing chosen, not even a text. */
export const clearedFilter: IncidentFilter = Object.fromEntries(names.map(name => [name, undefined]))

/** Whether two filters show the same list. */
export const isSameFilter = (one: IncidentFilter, other: IncidentFilter): boolean =>
  names.every(name => (one[name] ?? '') === (other[name] ?? ''))

/** Whether the list shows less than everything. */
export const isFiltered = (filter: IncidentFilter): boolean => Object.values(filter).some(Boolean)
