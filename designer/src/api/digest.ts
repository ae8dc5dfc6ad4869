import {
  type ChangeOwnDigest,
  type DigestSettings,
  digestSettings,
  type OwnDigests,
  ownDigests,
} from '@pregoner/shared'
import { useMutation, useQuery } from '@tanstack/react-query'
import { call } from './client.ts'
import { queryClient } from './query-client.ts'
import { townQueryKey } from './town.ts'

const digestKey = (town: string) => [...townQueryKey(town), 'digest'] as const

/** The weekly letters to departments. */
export const useDigest = (town: string) =>
  useQuery({
    queryKey: digestKey(town),
    queryFn: ({ signal }) => call(digestSettings, `/towns/${town}/digest`, { signal }),
  })

export const useTurnDigest = (town: string) =>
  useMutation({
    mutationFn: (isOn: boolean) => call(digestSettings, `/towns/${town}/digest`, { method: 'PUT', body: { isOn } }),
    onSuccess: (settings: DigestSettings) => queryClient.setQueryData(digestKey(town), settings),
  })

/** Sends a department its letter again that its reader has stopped. */
export const useResumeDigest = (town: string) =>
  useMutation({
    mutationFn: (department: string) =>
      call(digestSettings, `/towns/${town}/digest/departments/${encodeURIComponent(department)}`, { method: 'PUT' }),
    onSuccess: (settings: DigestSettings) => queryClient.setQueryData(digestKey(town), settings),
  })

const ownKey = ['account', 'digests'] as const

/** Which towns’ weekly letters one gets oneself. */
export const useOwnDigests = () =>
  useQuery({ queryKey: ownKey, queryFn: ({ signal }) => call(ownDigests, '/account/digests', { signal }) })

export const useChooseDigest = () =>
  useMutation({
    mutationFn: (body: ChangeOwnDigest) => call(ownDigests, '/account/digests', { method: 'PUT', body }),
    onSuccess: (own: OwnDigests) => queryClient.setQueryData(ownKey, own),
  })
