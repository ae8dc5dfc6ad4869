import {
  type ConversationPage,
  conversationDetail,
  conversationMessages,
  conversationPage,
  foundConversations,
} from '@pregoner/shared'
import { type InfiniteData, useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query'
import { call, queryString } from './client.ts'
import { queryClient } from './query-client.ts'
import { townQueryKey } from './town.ts'

const path = (town: string, id?: string) =>
  `/towns/${town}/conversations${id === undefined ? '' : `/${encodeURIComponent(id)}`}`
const key = (town: string, ...more: unknown[]) => [...townQueryKey(town), 'conversations', ...more]
const listKey = (town: string, only: ConversationFilter['only']) => key(town, 'list', only)

export interface ConversationFilter {
  text: string
  only?: 'blocked' | undefined
}

/** One page of the list, the first one without `before`. */
export const readConversations = (
  town: string,
  only: ConversationFilter['only'],
  before?: string,
  signal?: AbortSignal,
): Promise<ConversationPage> => call(conversationPage, path(town) + queryString({ only, before }), { signal })

/** The list, page by page, the one written in last first. */
export const useConversations = (town: string, only: ConversationFilter['only']) =>
  useInfiniteQuery({
    queryKey: listKey(town, only),
    queryFn: ({ pageParam, signal }) => readConversations(town, only, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.next ?? undefined,
    placeholderData: before => before,
  })

/** Where words were found, each page further back. A search is not repeated by itself: every one is written down. */
export const useFoundConversations = (town: string, { text, only }: ConversationFilter) =>
  useInfiniteQuery({
    queryKey: key(town, 'found', text, only),
    queryFn: ({ pageParam, signal }) =>
      call(foundConversations, `/towns/${town}/conversation-search${queryString({ text, only, before: pageParam })}`, {
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.next ?? undefined,
    enabled: text !== '',
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    staleTime: Number.POSITIVE_INFINITY,
  })

/** Puts other pages into a list that is shown. */
export const putNewest = (
  town: string,
  only: ConversationFilter['only'],
  change: (pages: readonly ConversationPage[]) => ConversationPage[],
) =>
  queryClient.setQueryData<InfiniteData<ConversationPage, string | undefined>>(listKey(town, only), shown => {
    if (!shown) return shown
    const pages = change(shown.pages)
    return { pages, pageParams: shown.pageParams.slice(0, pages.length) }
  })

/** Fetches again what is shown of one conversation. */
export function refreshConversation(town: string, id: string): void {
  void queryClient.invalidateQueries({ queryKey: key(town, 'one', id) })
  void queryClient.invalidateQueries({ queryKey: key(town, 'messages', id) })
}

export const useConversation = (town: string, id: string) =>
  useQuery({
    queryKey: key(town, 'one', id),
    queryFn: ({ signal }) => call(conversationDetail, path(town, id), { signal }),
  })

/** Messages, the newest page first; each page is oldest first. */
export const useMessages = (town: string, id: string) =>
  useInfiniteQuery({
    queryKey: key(town, 'messages', id),
    queryFn: ({ pageParam, signal }) =>
      call(conversationMessages, `${path(town, id)}/messages${queryString({ before: pageParam })}`, { signal }),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: page => page.before ?? undefined,
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
