import { type Geography, geography } from '@pregoner/shared'
import { useMutation, useQuery } from '@tanstack/react-query'
import { call } from './client.ts'
import { queryClient } from './query-client.ts'
import { townQueryKey } from './town.ts'

const path = (town: string) => `/towns/${town}/geography`
const geographyKey = (town: string) => [...townQueryKey(town), 'geography'] as const

/** Districts and streets of a town. */
export const useGeography = (town: string) =>
  useQuery({
    queryKey: geographyKey(town),
    queryFn: ({ signal }) => call(geography, path(town), { signal }),
    staleTime: 10 * 60_000,
  })

export const useSaveGeography = (town: string) =>
  useMutation({
    mutationFn: (changed: Geography) => call(geography, path(town), { method: 'PUT', body: changed }),
    onSuccess: saved => queryClient.setQueryData(geographyKey(town), saved),
  })
