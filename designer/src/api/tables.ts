import { type Table, table, tableVersion } from '@pregoner/shared'
import { useMutation, useQuery } from '@tanstack/react-query'
import { call } from './client.ts'
import { queryClient } from './query-client.ts'
import { townQueryKey } from './town.ts'

const path = (town: string, id: string) => `/towns/${town}/tables/${encodeURIComponent(id)}`
const versionsKey = (town: string, id: string) => [...townQueryKey(town), 'table-versions', id] as const

/** Saves a whole table in place of revision `rev`; null for a new one. */
export const useSaveTable = (town: string) =>
  useMutation({
    mutationFn: (given: { table: Table; rev: number | null }) =>
      call(table, path(town, given.table.id), { method: 'PUT', body: given }),
    onSettled: (_saved, _error, given) =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: [...townQueryKey(town), 'overview'] }),
        queryClient.invalidateQueries({ queryKey: versionsKey(town, given.table.id) }),
      ]),
  })

/** What a table was before, newest first. */
export const useTableVersions = (town: string, id: string) =>
  useQuery({
    queryKey: versionsKey(town, id),
    queryFn: ({ signal }) => call(tableVersion.array(), `${path(town, id)}/versions`, { signal }),
    staleTime: 0,
  })

export const useTableVersion = (town: string) =>
  useMutation({
    mutationFn: ({ id, rev }: { id: string; rev: number }) => call(table, `${path(town, id)}/versions/${rev}`),
  })
