import { channelCheck, channelState, channelTemplates } from '@pregoner/shared'
import { useMutation, useQuery } from '@tanstack/react-query'
import { call } from './client.ts'
import { queryClient } from './query-client.ts'
import { townQueryKey } from './town.ts'

const path = (town: string, key: string) => `/towns/${town}/channels/${encodeURIComponent(key)}`
const checkKey = (town: string, key: string) => [...townQueryKey(town), 'channel-check', key]

/** How a number stands with the platform, asked anew whenever the page is opened, and as long as it is. */
export const useChannelCheck = (town: string, key: string, enabled: boolean) =>
  useQuery({
    queryKey: checkKey(town, key),
    queryFn: ({ signal }) => call(channelCheck, `${path(town, key)}/check`, { method: 'POST', signal }),
    enabled,
    staleTime: 0,
    refetchInterval: 15_000, // a webhook may arrive while somebody waits for it
  })

/** Has the platform send its webhooks here. */
export const useSubscribe = (town: string, key: string) =>
  useMutation({
    mutationFn: () => call(channelCheck.shape.subscription, `${path(town, key)}/subscription`, { method: 'POST' }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: checkKey(town, key) }),
  })

export const useTemplates = (town: string, key: string) =>
  useQuery({
    queryKey: [...townQueryKey(town), 'templates', key],
    queryFn: ({ signal }) => call(channelTemplates, `${path(town, key)}/templates`, { signal }),
  })

export const useAddChannel = (town: string) =>
  useMutation({
    mutationFn: (kind: 'whatsapp' | 'webchat') =>
      call(channelState, `/towns/${town}/channels`, { method: 'POST', body: { kind } }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: [...townQueryKey(town), 'overview'] }),
  })

export const refreshCheck = (town: string, key: string) =>
  queryClient.invalidateQueries({ queryKey: checkKey(town, key) })
