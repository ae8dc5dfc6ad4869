import { type IncidentStatus, incidentDetail, incidentPage } from '@pregoner/shared'
import { useQuery } from '@tanstack/react-query'
import { call, queryString } from './client.ts'
import { townQueryKey } from './town.ts'

const path = (town: string, id?: string) =>
  `/towns/${town}/incidents${id === undefined ? '' : `/${encodeURIComponent(id)}`}`

export const incidentKey = (town: string, id: string) => [...townQueryKey(town), 'incident', id] as const

export type IncidentFilter = {
  status?: IncidentStatus | undefined
  departmentId?: string | undefined
  category?: string | undefined
  text?: string | undefined
}

export const readIncidents = (
  town: string,
  query: IncidentFilter & { since?: string; before?: string; limit?: number },
  signal?: AbortSignal,
) => call(incidentPage, path(town) + queryString(query), { signal })

export const useIncident = (town: string, id: string) =>
  useQuery({
    queryKey: incidentKey(town, id),
    queryFn: ({ signal }) => call(incidentDetail, path(town, id), { signal }),
    enabled: id !== '',
  })

export interface Answer {
  rev: number
  answerId: string
  text: string
  close: boolean
}
export interface Change {
  rev: number
  status?: IncidentStatus
  departmentId?: string
  assignee?: string | null
  tell?: string
  reason?: string
}

export const answerIncident = (town: string, id: string, answer: Answer) =>
  call(incidentDetail, `${path(town, id)}/answers`, { method: 'POST', body: answer })
export const changeIncident = (town: string, id: string, change: Change) =>
  call(incidentDetail, path(town, id), { method: 'PATCH', body: change })
export const noteIncident = (town: string, id: string, note: { rev: number; text: string }) =>
  call(incidentDetail, `${path(town, id)}/notes`, { method: 'POST', body: note })
