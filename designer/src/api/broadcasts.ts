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
import { queryClient } from './query-client.ts'
import { townQueryKey } from './town.ts'

const MOVING_MS = 1_000
const SETTLED_MS = 10_000 // phones report for days that something was read
const path = (town: string, id?: string) =>
  `/towns/${town}/broadcasts${id === undefined ? '' : `/${encodeURIComponent(id)}`}`
const key = (town: string) => [...townQueryKey(town), 'broadcasts'] as const
const refresh = (town: string) => queryClient.invalidateQueries({ queryKey: key(town) })

export const useBroadcasts = (town: string) =>
  useQuery({ queryKey: key(town), queryFn: ({ signal }) => call(broadcast.array(), path(town), { signal }) })

const followed = z.strictObject({ broadcast, progress: broadcastProgress })

/** A notice and how far it got, looked at every second while it goes out. */
export const useBroadcast = (town: string, id: string) =>
  useQuery({
    queryKey: [...key(town), id],
    queryFn: ({ signal }) => call(followed, path(town, id), { signal }),
    refetchInterval({ state: { data } }) {
      if (!data) return false
      const { state, approval } = data.broadcast
      if (state === 'draft') return approval?.state === 'asked' ? SETTLED_MS : false
      if (state === 'scheduled') return SETTLED_MS
      return state !== 'sent' || data.progress.waiting > 0 ? MOVING_MS : SETTLED_MS
    },
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
