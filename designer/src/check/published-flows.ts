import { type Flow, flow } from '@pregoner/shared'
import { useQuery } from '@tanstack/react-query'
import { call } from '../api/client.ts'
import { flowsKey, useFlows } from '../api/flows.ts'
import { useLiveEvent } from '../api/live.ts'
import { queryClient } from '../api/query-client.ts'
import { townQueryKey } from '../api/town.ts'

const publishedKey = (town: string) => [...townQueryKey(town), 'published-flows'] as const
const none: readonly Flow[] = []

/** Fetched anew when other versions answer, not whenever somebody saves a draft. */
function useFlowsQuery(town: string) {
  const { data: flows, isError } = useFlows(town)
  const answering = flows?.map(({ id, publishedVersion }) => `${id} ${publishedVersion}`).join()
  const query = useQuery({
    queryKey: [...publishedKey(town), answering],
    queryFn: ({ signal }) => call(flow.array(), `/towns/${town}/published-flows`, { signal }),
    enabled: answering !== undefined,
    placeholderData: (before, query) => (query?.queryKey[1] === town ? before : undefined),
  })
  useLiveEvent('flow_changed', () => void queryClient.invalidateQueries({ queryKey: flowsKey(town), exact: true }))
  return { data: query.data, isError: isError || query.isError }
}

/** The drawings citizens of the town meet now; undefined until they are loaded. */
export const useLoadedFlows = (town: string): readonly Flow[] | undefined => useFlowsQuery(town).data

/** What a drawing is checked against: undefined until it is loaded, none when it cannot be. */
export function useFlowsBeside(town: string): readonly Flow[] | undefined {
  const { data, isError } = useFlowsQuery(town)
  return data ?? (isError ? none : undefined)
}

/** The same, and none until they are loaded. */
export const usePublishedFlows = (town: string): readonly Flow[] => useLoadedFlows(town) ?? none
