import {
  type AudienceQuestion,
  audience,
  type Broadcast,
  type BroadcastDraft,
  broadcast,
  broadcastProgress,
  type Language,
  type SendingPlan,
  testPhone,
} from '@pregoner/shared'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { call, command, queryString } from './client.ts'
import { useLiveEvent } from './live.ts'
import { queryClient } from './query-client.ts'
import { townQueryKey } from './town.ts'

const SETTLED_MS = 10_000 // a colleague approves it, or its time comes
const UNHEARD_MS = 30_000 // what another process hears from phones comes without a hint
const path = (town: string, id?: string) =>
  `/towns/${town}/broadcasts${id === undefined ? '' : `/${encodeURIComponent(id)}`}`
const key = (town: string) => [...townQueryKey(town), 'broadcasts'] as const
const refresh = (town: string) => queryClient.invalidateQueries({ queryKey: key(town) })

export const useBroadcasts = (town: string) =>
  useQuery({ queryKey: key(town), queryFn: ({ signal }) => call(broadcast.array(), path(town), { signal }) })

const followed = z.strictObject({ broadcast, progress: broadcastProgress })

/** A notice and how far it got, fetched again whenever the live feed says that it has come further. */
export function useBroadcast(town: string, id: string) {
  const query = useQuery({
    queryKey: [...key(town), id],
    queryFn: ({ signal }) => call(followed, path(town, id), { signal }),
    refetchInterval({ state: { data } }) {
      if (!data) return false
      const { state, approval } = data.broadcast
      if (state === 'draft') return approval?.state === 'asked' ? SETTLED_MS : false
      return state === 'scheduled' ? SETTLED_MS : UNHEARD_MS
    },
  })
  useLiveEvent('broadcast_progress', ({ broadcastId }) => {
    if (broadcastId === id) void query.refetch()
  })
  return query
}

/** Holds a notice that goes out, lets it go on, or ends it. */
export const useControlBroadcast = (town: string) =>
  useMutation({
    mutationFn: ({ id, action }: { id: string; action: 'pause' | 'resume' | 'stop' }) =>
      call(broadcast, `${path(town, id)}/${action}`, { method: 'POST' }),
    onSettled: () => refresh(town),
  })

/** What decides who gets a notice and at what price. */
export const questionOf = ({ segment, template }: Pick<BroadcastDraft, 'segment' | 'template'>): AudienceQuestion => ({
  segment,
  template: template?.category ?? null,
})

/** Who a notice reaches now; the last answer stays while the next is counted. */
export const useAudience = (town: string, question: AudienceQuestion) =>
  useQuery({
    queryKey: [...townQueryKey(town), 'audience', question],
    queryFn: ({ signal }) => call(audience, `/towns/${town}/audience`, { method: 'POST', body: question, signal }),
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  })

/** Looked at again while somebody is about to write the code. */
export const useTestPhone = (town: string) =>
  useQuery({
    queryKey: [...townQueryKey(town), 'test-phone'],
    queryFn: ({ signal }) => call(testPhone, `/towns/${town}/test-phone`, { signal }),
    refetchInterval: ({ state: { data } }) => (data?.phone === null ? 3_000 : false),
  })

export const useSaveBroadcast = (town: string) =>
  useMutation({
    mutationFn: ({ draft, was }: { draft: BroadcastDraft; was: Broadcast | null }) =>
      was
        ? call(broadcast, path(town, was.id), { method: 'PUT', body: { ...draft, rev: was.rev } })
        : call(broadcast, path(town), { method: 'POST', body: draft }),
    onSettled: () => refresh(town),
  })

export const useDeleteBroadcast = (town: string) =>
  useMutation({
    mutationFn: ({ id, rev }: Broadcast) => command(path(town, id) + queryString({ rev }), { method: 'DELETE' }),
    onSettled: () => refresh(town),
  })

export const useTryBroadcast = (town: string) =>
  useMutation({
    mutationFn: ({ of: { id, rev }, language }: { of: Broadcast; language: Language }) =>
      command(`${path(town, id)}/test`, { method: 'POST', body: { rev, language } }),
  })

/** Has it go out at a time. */
export const useSchedule = (town: string) =>
  useMutation({
    mutationFn: ({ of: { id, rev }, plan, word }: { of: Broadcast; plan: SendingPlan; word: string }) =>
      call(broadcast, `${path(town, id)}/schedule`, { method: 'POST', body: { rev, plan, word } }),
    onSettled: () => refresh(town),
  })

/** Makes a planned one a draft again. */
export const useUnschedule = (town: string) =>
  useMutation({
    mutationFn: ({ id, rev }: Broadcast) =>
      call(broadcast, `${path(town, id)}/schedule${queryString({ rev })}`, { method: 'DELETE' }),
    onSettled: () => refresh(town),
  })

export const useSendBroadcast = (town: string) =>
  useMutation({
    mutationFn: ({ of: { id, rev }, word }: { of: Broadcast; word: string }) =>
      call(broadcast, `${path(town, id)}/send`, { method: 'POST', body: { rev, word } }),
    onSettled: () => refresh(town),
  })
