import { notice } from '@pregoner/shared'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from './client.ts'
import { useLiveEvent } from './live.ts'
import { townQueryKey } from './town.ts'

/** The newest notices to the staff, kept up to date while the component is there. */
export function useNotices(town: string) {
  const queryKey = [...townQueryKey(town), 'notices']
  const client = useQueryClient()
  useLiveEvent('notice', () => void client.invalidateQueries({ queryKey }))
  return useQuery({
    queryKey,
    queryFn: ({ signal }) => call(notice.array(), `/towns/${town}/notices`, { signal }),
  })
}
