import { apiKey, madeApiKey } from '@pregoner/shared'
import { useMutation, useQuery } from '@tanstack/react-query'
import { call } from './client.ts'
import { queryClient } from './query-client.ts'
import { townQueryKey } from './town.ts'

const path = (town: string) => `/towns/${town}/api-keys`
const queryKey = (town: string) => [...townQueryKey(town), 'api-keys']
const refresh = (town: string) => queryClient.invalidateQueries({ queryKey: queryKey(town) })

export const useApiKeys = (town: string) =>
  useQuery({ queryKey: queryKey(town), queryFn: ({ signal }) => call(apiKey.array(), path(town), { signal }) })

/** The answer is the only place where the key itself is told. */
export const useMakeApiKey = (town: string) =>
  useMutation({
    mutationFn: (name: string) => call(madeApiKey, path(town), { method: 'POST', body: { name } }),
    onSuccess: () => refresh(town),
  })

export const useRevokeApiKey = (town: string) =>
  useMutation({
    mutationFn: (key: string) => call(apiKey, `${path(town)}/${key}`, { method: 'DELETE' }),
    onSuccess: () => refresh(town),
  })
