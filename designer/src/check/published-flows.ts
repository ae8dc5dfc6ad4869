import { type Flow, flow } from '@pregoner/shared'
import { useQuery } from '@tanstack/react-query'
import { call } from '../api/client.ts'
import { useLiveEvent } from '../api/live.ts'
import { queryClient } from '../api/query-client.ts'
import { townQueryKey } from '../api/town.ts'

const publishedKey = (town: string) => [...townQueryKey(town), 'published-flows'] as const
const none: readonly Flow[] = []

/** The drawings citizens of the town meet now; undefined until they are loaded. */
export function useLoadedFlows(town: string): readonly Flow[] | undefined {
  const { data } = useQuery({
    queryKey: publishedKey(town),
    queryFn: ({ signal }) => call(flow.array(), `/towns/${town}/published-flows`, { signal }),
  })
  useLiveEvent('flow_changed', () => void queryClient.invalidateQueries({ queryKey: publishedKey(town) }))
  return data
}

/** The same, and none until they are loaded. */
export const usePublishedFlows = (town: string): readonly Flow[] => useLoadedFlows(town) ?? none
