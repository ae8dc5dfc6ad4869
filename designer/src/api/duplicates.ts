import { incidentDetail, incidentSummary } from '@pregoner/shared'
import { useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { call } from './client.ts'
import { townQueryKey } from './town.ts'

const path = (town: string, id: string) => `/towns/${town}/incidents/${encodeURIComponent(id)}`
const suggested = z.array(z.strictObject({ incident: incidentSummary, meters: z.number() }))
export type Suggested = z.infer<typeof suggested>[number]

/** Incidents that may be the same matter; nothing is asked for while `isAsked` is false. */
export const useNearby = (town: string, id: string, isAsked: boolean) =>
  useQuery({
    queryKey: [...townQueryKey(town), 'nearby', id],
    queryFn: ({ signal }) => call(suggested, `${path(town, id)}/nearby`, { signal }),
    enabled: isAsked,
  })

export const mergeIncident = (town: string, id: string, into: { rev: number; into: string }) =>
  call(incidentDetail, `${path(town, id)}/merge`, { method: 'POST', body: into })
