import {
  changedIncidents,
  colleague,
  type IncidentChange,
  type IncidentStatus,
  type InterfaceLanguage,
  incidentCounts,
  incidentDetail,
  incidentPage,
  incidentSpots,
  mediaFile,
  type Urgency,
} from '@pregoner/shared'
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
  districtId?: string | undefined
  text?: string | undefined
  due?: Urgency | 'waiting' | undefined
  /** Id of a colleague, `me` or `nobody`. */
  assignee?: string | undefined
  mentions?: 'me' | undefined
}

export const readIncidents = (
  town: string,
  query: IncidentFilter & { since?: string; before?: string; limit?: number },
  signal?: AbortSignal,
) => call(incidentPage, path(town) + queryString(query), { signal })

/** Where everything under this filter is. */
export const readIncidentSpots = (town: string, filter: IncidentFilter, signal?: AbortSignal) =>
  call(incidentSpots, `/towns/${town}/incident-spots${queryString(filter)}`, { signal })

/** Where the browser finds the incidents under this filter as a file for a spreadsheet. */
export const incidentsFileUrl = (town: string, filter: IncidentFilter, language: InterfaceLanguage) =>
  `/api${path(town)}.csv${queryString({ ...filter, language, style: language === 'en' ? 'comma' : 'semicolon' })}`

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
  mediaIds: string[]
  close: boolean
}
export interface Change extends IncidentChange {
  rev: number
  tell?: string
  waiting?: boolean
}

export const answerIncident = (town: string, id: string, answer: Answer) =>
  call(incidentDetail, `${path(town, id)}/answers`, { method: 'POST', body: answer })
export const changeIncident = (town: string, id: string, change: Change) =>
  call(incidentDetail, path(town, id), { method: 'PATCH', body: change })
export const noteIncident = (town: string, id: string, note: { rev: number; text: string }) =>
  call(incidentDetail, `${path(town, id)}/notes`, { method: 'POST', body: note })
/** Says that one has seen the note that mentions one. */
export const seeIncident = (town: string, id: string) =>
  call(incidentDetail, `${path(town, id)}/seen`, { method: 'POST', body: {} })
/** The same change of several, each on the `rev` it is shown with. */
export const changeIncidents = (town: string, incidents: { id: string; rev: number }[], change: IncidentChange) =>
  call(changedIncidents, `/towns/${town}/incident-changes`, { method: 'POST', body: { incidents, change } })

export const incidentCountsKey = (town: string) => [...townQueryKey(town), 'incident-counts'] as const

const COUNT_EVERY_MS = 60_000 // what is due becomes late without anybody doing anything

/** How many are late, nearly so, or ask for whoever looks. */
export const useIncidentCounts = (town: string) =>
  useQuery({
    queryKey: incidentCountsKey(town),
    queryFn: ({ signal }) => call(incidentCounts, `/towns/${town}/incident-counts`, { signal }),
    refetchInterval: COUNT_EVERY_MS,
  })

/** Who incidents can be given to. */
export const useColleagues = (town: string) =>
  useQuery({
    queryKey: [...townQueryKey(town), 'colleagues'],
    queryFn: ({ signal }) => call(colleague.array(), `/towns/${town}/colleagues`, { signal }),
    staleTime: 5 * 60_000,
  })

/** Keeps a file that goes along with an answer to this incident. */
export const sendAnswerFile = (town: string, id: string, file: File) =>
  call(mediaFile, `${path(town, id)}/media${queryString({ name: file.name.slice(-300) })}`, {
    method: 'POST',
    body: file,
  })
export const sendAnswerAgain = (town: string, id: string, entryId: string, again: { rev: number; answerId: string }) =>
  call(incidentDetail, `${path(town, id)}/entries/${encodeURIComponent(entryId)}/again`, {
    method: 'POST',
    body: again,
  })
