import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { readVersion, versionsKey } from '../api/flows.ts'
import { type Row, rowsOf } from './rows.ts'

/** The texts of the published version, by row; null without one, or while it is fetched. */
export function usePublishedTexts(townKey: string, flowId: string, version: number | null) {
  const { data } = useQuery({
    queryKey: [...versionsKey(townKey, flowId), 'drawing', version],
    queryFn: () => readVersion(townKey, flowId, version ?? 0),
    enabled: version !== null,
    staleTime: Number.POSITIVE_INFINITY, // a published version never changes
  })
  return useMemo(
    () => data && new Map<string, Row['values']>(rowsOf(data.flow).map(({ id, values }) => [id, values])),
    [data],
  )
}
