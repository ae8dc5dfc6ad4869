import {
  type RetentionPolicy,
  type RetentionRun,
  type RetentionView,
  retentionRun,
  retentionTrial,
  retentionView,
} from '@pregoner/shared'
import { useMutation, useQuery } from '@tanstack/react-query'
import { call } from './client.ts'
import { queryClient } from './query-client.ts'
import { townQueryKey } from './town.ts'

const WATCH_MS = 1_500 // while something is under way

const key = (town: string) => [...townQueryKey(town), 'retention'] as const
const runsKey = (town: string) => [...key(town), 'runs'] as const

/** How long the town keeps what. */
export const useRetention = (town: string) =>
  useQuery({
    queryKey: [...key(town), 'periods'],
    queryFn: ({ signal }) => call(retentionView, `/towns/${town}/retention`, { signal }),
  })

export const useSaveRetention = (town: string) =>
  useMutation({
    mutationFn: (changed: { policy: RetentionPolicy; rev: number }) =>
      call(retentionView, `/towns/${town}/retention`, { method: 'PUT', body: changed }),
    onSuccess: (saved: RetentionView) => queryClient.setQueryData([...key(town), 'periods'], saved),
  })

/** What would go today under these periods. */
export const useTryRetention = (town: string) =>
  useMutation({
    mutationFn: (policy: RetentionPolicy) =>
      call(retentionTrial, `/towns/${town}/retention/trial`, { method: 'POST', body: { policy } }),
  })

/** The reports; fetched again while a run is under way. */
export const useRetentionRuns = (town: string) =>
  useQuery({
    queryKey: runsKey(town),
    queryFn: ({ signal }) => call(retentionRun.array(), `/towns/${town}/retention/runs`, { signal }),
    refetchInterval: ({ state }) => (state.data?.some(({ finishedAt }) => finishedAt === null) ? WATCH_MS : false),
  })

export const useRunRetention = (town: string) =>
  useMutation({
    mutationFn: () => call(retentionRun.array(), `/towns/${town}/retention/runs`, { method: 'POST', body: {} }),
    onSuccess: (runs: RetentionRun[]) => queryClient.setQueryData(runsKey(town), runs),
  })

export const retentionFile = (town: string) => `/api/towns/${town}/retention/runs/export`
