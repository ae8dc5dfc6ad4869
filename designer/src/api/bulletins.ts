import { type Bulletin, type BulletinDraft, bulletin } from '@pregoner/shared'
import { useMutation, useQuery } from '@tanstack/react-query'
import { call, command, queryString } from './client.ts'
import { queryClient } from './query-client.ts'
import { townQueryKey } from './town.ts'

const path = (town: string, id?: string) =>
  `/towns/${town}/bulletins${id === undefined ? '' : `/${encodeURIComponent(id)}`}`
const key = (town: string) => [...townQueryKey(town), 'bulletins'] as const
const refresh = (town: string) => queryClient.invalidateQueries({ queryKey: key(town) })

export const useBulletins = (town: string) =>
  useQuery({ queryKey: key(town), queryFn: ({ signal }) => call(bulletin.array(), path(town), { signal }) })

export const useSaveBulletin = (town: string) =>
  useMutation({
    mutationFn: ({ draft, was }: { draft: BulletinDraft; was: Bulletin | null }) =>
      was
        ? call(bulletin, path(town, was.id), { method: 'PUT', body: { ...draft, rev: was.rev } })
        : call(bulletin, path(town), { method: 'POST', body: draft }),
    onSettled: () => refresh(town),
  })

export const useDeleteBulletin = (town: string) =>
  useMutation({
    mutationFn: ({ id, rev }: Bulletin) => command(path(town, id) + queryString({ rev }), { method: 'DELETE' }),
    onSettled: () => refresh(town),
  })
