import {
  type Flow,
  flow,
  flowDraft,
  flowSummary,
  type Language,
  type Problem,
  problem,
  savedDraft,
  versionSummary,
} from '@pregoner/shared'
import { useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { call, command } from './client.ts'
import { townQueryKey } from './town.ts'

const path = (town: string, id?: string) => `/towns/${town}/flows${id === undefined ? '' : `/${id}`}`

export const flowsKey = (town: string) => [...townQueryKey(town), 'flows'] as const
export const versionsKey = (town: string, id: string) => [...townQueryKey(town), 'versions', id] as const

const storedVersion = z.strictObject({ version: versionSummary, flow, subflows: z.array(flow) })

export const useFlows = (town: string, enabled = true) =>
  useQuery({
    queryKey: flowsKey(town),
    queryFn: ({ signal }) => call(flowSummary.array(), path(town), { signal }),
    enabled,
  })

export const readDraft = (town: string, id: string, signal?: AbortSignal) => call(flowDraft, path(town, id), { signal })
export const createFlow = (town: string, name: string, languages: Language[]) =>
  call(flowDraft, path(town), { method: 'POST', body: { name, languages } })
/** Refused with code `stale` when somebody saved since `rev`; the error's `current` is their draft. */
export const saveDraft = (town: string, flow: Flow, rev: number) =>
  call(savedDraft, path(town, flow.id), { method: 'PUT', body: { flow, rev } })
/** Makes new flows from the text of a file. Refused with code `bad_file`; the error's `problems` list its faults. */
export const importFlow = (town: string, text: string) =>
  call(flowDraft, `${path(town)}/import`, { method: 'POST', body: new Blob([text], { type: 'application/json' }) })
export const deleteFlow = (town: string, id: string) => command(path(town, id), { method: 'DELETE' })

export const readProblems = (town: string, id: string): Promise<Problem[]> =>
  call(problem.array(), `${path(town, id)}/problems`)

export const useVersions = (town: string, id: string) =>
  useQuery({
    queryKey: versionsKey(town, id),
    queryFn: ({ signal }) => call(versionSummary.array(), `${path(town, id)}/versions`, { signal }),
  })
export const readVersion = (town: string, id: string, version: number) =>
  call(storedVersion, `${path(town, id)}/versions/${version}`)
