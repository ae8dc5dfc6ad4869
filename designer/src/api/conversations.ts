import { conversationDetail, conversationMessages, conversationPage } from '@pregoner/shared'
import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query'
import { call, queryString } from './client.ts'
import { queryClient } from './query-client.ts'
import { townQueryKey } from './town.ts'

const AGAIN_MS = 10_000 // nobody tells the screens of the town hall of every message

const path = (town: string, id?: string) =>
  `/towns/${town}/conversations${id === undefined ? '' : `/${encodeURIComponent(id)}`}`
const key = (town: string, ...more: unknown[]) => [...townQueryKey(town), 'conversations', ...more]

export interface ConversationFilter {
  text: string
  only?: 'blocked' | undefined
}

/** The list, page by page, the one written in last first. */
export const useConversations = (town: string, { text, only }: ConversationFilter) =>
  useInfiniteQuery({
    queryKey: key(town, 'list', text, only),
    queryFn: ({ pageParam, signal }) =>
      call(conversationPage, path(town) + queryString({ text, only, before: pageParam }), { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.next ?? undefined,
    refetchInterval: AGAIN_MS,
    placeholderData: before => before,
  })

export const useConversation = (town: string, id: string) =>
  useQuery({
    queryKey: key(town, 'one', id),
    queryFn: ({ signal }) => call(conversationDetail, path(town, id), { signal }),
    refetchInterval: AGAIN_MS,
  })

/** Messages, the newest page first; each page is oldest first. */
export const useMessages = (town: string, id: string) =>
  useInfiniteQuery({
    queryKey: key(town, 'messages', id),
    queryFn: ({ pageParam, signal }) =>
      call(conversationMessages, `${path(town, id)}/messages${queryString({ before: pageParam })}`, { signal }),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: page => page.before ?? undefined,
    refetchInterval: AGAIN_MS,
  })

/** Blocks the sender for a reason, or with null lets them in again. */
export const useBlock = (town: string, id: string) =>
  useMutation({
    mutationFn: (reason: string | null) =>
      call(
        conversationDetail,
        `${path(town, id)}/block`,
        reason === null ? { method: 'DELETE' } : { method: 'PUT', body: { reason } },
      ),
    onSuccess(changed) {
      queryClient.setQueryData(key(town, 'one', id), changed)
      void queryClient.invalidateQueries({ queryKey: key(town, 'list') })
    },
  })
