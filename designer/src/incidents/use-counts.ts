import { useThrottledCallback } from '@mantine/hooks'
import type { IncidentCounts } from '@pregoner/shared'
import { incidentCountsKey, useIncidentCounts } from '../api/incidents.ts'
import { useLiveEvent } from '../api/live.ts'
import { queryClient } from '../api/query-client.ts'

const AGAIN_AFTER_MS = 5_000 // a storm of reports makes every open desk ask; the first change is counted at once

/** What waits for somebody, counted again whenever an incident changes; null until it is known. */
export function useCounts(town: string): IncidentCounts | null {
  const { data } = useIncidentCounts(town)
  const again = useThrottledCallback(
    () => void queryClient.invalidateQueries({ queryKey: incidentCountsKey(town) }),
    AGAIN_AFTER_MS,
  )
  useLiveEvent('incident', again)
  return data ?? null
}
