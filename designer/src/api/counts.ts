import {
  type CountPeriod,
  type FlowNode,
  flowCounts,
  type Language,
  notUnderstood,
  understandingChanges,
} from '@pregoner/shared'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { call, command } from './client.ts'
import { townQueryKey } from './town.ts'

const path = (town: string, id: string, what: string) => `/towns/${town}/flows/${id}/${what}`

export const countsKey = (town: string, id: string) => [...townQueryKey(town), 'counts', id] as const
export const notUnderstoodKey = (town: string, id: string) => [...townQueryKey(town), 'not-understood', id] as const

/** While another period is fetched the former counts stay, so that the drawing does not blink. */
export const useFlowCounts = (town: string, id: string, period: CountPeriod) =>
  useQuery({
    queryKey: [...countsKey(town, id), period],
    queryFn: ({ signal }) => call(flowCounts, path(town, id, `counts?period=${period}`), { signal }),
    placeholderData: keepPreviousData,
  })

export const useNotUnderstood = (town: string, id: string, period: CountPeriod) =>
  useQuery({
    queryKey: [...notUnderstoodKey(town, id), period],
    queryFn: ({ signal }) => call(notUnderstood, path(town, id, `not-understood?period=${period}`), { signal }),
  })

export const ignoreText = (town: string, id: string, text: string, isIgnored: boolean) =>
  command(path(town, id, `not-understood/${text}`), { method: 'PUT', body: { isIgnored } })

/** A step as it is drawn, and the languages of its flow. */
export interface DrawnStep {
  node: Pick<FlowNode, 'id' | 'type' | 'config'>
  languages: readonly Language[]
  defaultLanguage: Language
}

/** What a step drawn this way would have changed in the stored conversations; null asks for nothing. */
export const useUnderstanding = (town: string, id: string, period: CountPeriod, step: DrawnStep | null) =>
  useQuery({
    queryKey: [...townQueryKey(town), 'understanding', id, period, step],
    queryFn: ({ signal }) =>
      call(understandingChanges, path(town, id, `understanding?period=${period}`), {
        method: 'POST',
        body: step,
        signal,
      }),
    enabled: step !== null,
  })
