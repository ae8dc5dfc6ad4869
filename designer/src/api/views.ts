import { type IncidentView, incidentViews } from '@pregoner/shared'
import { useMutation, useQuery } from '@tanstack/react-query'
import { call } from './client.ts'
import { queryClient } from './query-client.ts'
import { townQueryKey } from './town.ts'

const path = (town: string) => `/towns/${town}/views`
const viewsKey = (town: string) => [...townQueryKey(town), 'views'] as const

/** The filters of the incident list that this person keeps. */
export const useViews = (town: string) =>
  useQuery({ queryKey: viewsKey(town), queryFn: ({ signal }) => call(incidentViews, path(town), { signal }) })

export const useSaveViews = (town: string) =>
  useMutation({
    mutationFn: (views: IncidentView[]) => call(incidentViews, path(town), { method: 'PUT', body: views }),
    onSuccess: saved => queryClient.setQueryData(viewsKey(town), saved),
  })
