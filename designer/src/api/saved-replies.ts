import { type NewSavedReply, type SavedReply, savedReply } from '@pregoner/shared'
import { useMutation, useQuery } from '@tanstack/react-query'
import { call, command, queryString } from './client.ts'
import { queryClient } from './query-client.ts'
import { townQueryKey } from './town.ts'

const path = (town: string, id?: string) =>
  `/towns/${town}/saved-replies${id === undefined ? '' : `/${encodeURIComponent(id)}`}`
const key = (town: string) => [...townQueryKey(town), 'saved-replies'] as const
const refresh = (town: string) => queryClient.invalidateQueries({ queryKey: key(town) })

/** What one may insert: the whole town's and one's departments'. */
export const useSavedReplies = (town: string, enabled = true) =>
  useQuery({
    queryKey: key(town),
    queryFn: ({ signal }) => call(savedReply.array(), path(town), { signal }),
    staleTime: 60_000,
    enabled,
  })

/** Saves a new one, or changes the one that was opened. */
export const useSaveReply = (town: string) =>
  useMutation({
    mutationFn: ({ reply, was }: { reply: NewSavedReply; was: SavedReply | null }) =>
      was
        ? call(savedReply, path(town, was.id), { method: 'PUT', body: { rev: was.rev, ...reply } })
        : call(savedReply, path(town), { method: 'POST', body: reply }),
    onSettled: () => refresh(town),
  })

export const useDeleteReply = (town: string) =>
  useMutation({
    mutationFn: ({ id, rev }: SavedReply) => command(path(town, id) + queryString({ rev }), { method: 'DELETE' }),
    onSettled: () => refresh(town),
  })
