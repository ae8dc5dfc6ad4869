import { broadcast } from '@pregoner/shared'
import { useMutation, useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { call } from './client.ts'
import { queryClient } from './query-client.ts'
import { townQueryKey } from './town.ts'

const running = z.array(z.strictObject({ id: z.string(), name: z.string(), until: z.string() }))
const LOOK_MS = 30_000 // one ends by itself, or a colleague takes it away

/** Emergencies that are said before every answer now. */
export const useFrontNotices = (town: string) =>
  useQuery({
    queryKey: [...townQueryKey(town), 'broadcasts', 'fronts'],
    queryFn: ({ signal }) => call(running, `/towns/${town}/front-notices`, { signal }),
    refetchInterval: LOOK_MS,
  })

/** Takes one away before its time. */
export const useWithdrawFront = (town: string) =>
  useMutation({
    mutationFn: (id: string) =>
      call(broadcast, `/towns/${town}/front-notices/${encodeURIComponent(id)}`, { method: 'DELETE' }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: [...townQueryKey(town), 'broadcasts'] }),
  })
