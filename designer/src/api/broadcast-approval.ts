import { type Broadcast, broadcast } from '@pregoner/shared'
import { useMutation } from '@tanstack/react-query'
import { call } from './client.ts'
import { queryClient } from './query-client.ts'
import { townQueryKey } from './town.ts'

function useSayOf(town: string, what: 'approval' | 'approval-request') {
  return useMutation({
    mutationFn: ({ id, rev }: Pick<Broadcast, 'id' | 'rev'>) =>
      call(broadcast, `/towns/${town}/broadcasts/${encodeURIComponent(id)}/${what}`, { method: 'POST', body: { rev } }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: [...townQueryKey(town), 'broadcasts'] }),
  })
}

/** Agrees with a notice as it stands. */
export const useApprove = (town: string) => useSayOf(town, 'approval')

/** Asks colleagues to read it. */
export const useAskApproval = (town: string) => useSayOf(town, 'approval-request')
