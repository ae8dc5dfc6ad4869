import { mediaFile, type TownData, type TownOverview, townOverview } from '@pregoner/shared'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { call } from './client.ts'

/** The town in the address. */
export function useTownKey(): string {
  const { town } = useParams()
  return town ?? ''
}

/** Everything of a town begins with this key, so that a reconnection can refresh it all. */
export const townQueryKey = (townKey: string) => ['town', townKey] as const

export const townOverviewQuery = (townKey: string) =>
  queryOptions({
    queryKey: [...townQueryKey(townKey), 'overview'],
    queryFn: ({ signal }): Promise<TownOverview> => call(townOverview, `/towns/${townKey}`, { signal }),
    staleTime: 60_000,
  })

export function useTownOverview() {
  const townKey = useTownKey()
  return useQuery({
    ...townOverviewQuery(townKey),
    enabled: townKey !== '',
    refetchInterval: 60_000, // a channel may stop by itself
    refetchIntervalInBackground: true, // and a feed behind other windows stays signed in
  })
}

/** The town's data. Pages of a town are drawn once it is there, so inside them it is never missing. */
export function useTown(): TownData {
  const { data } = useTownOverview()
  if (!data) throw new Error('useTown outside a loaded town')
  return data.town
}

export const sendMedia = (townKey: string, file: Blob) =>
  call(mediaFile, `/towns/${townKey}/media`, { method: 'POST', body: file })

export const mediaUrl = (townKey: string, mediaId: string, size?: 'thumb') =>
  `/api/towns/${townKey}/media/${encodeURIComponent(mediaId)}${size ? `?size=${size}` : ''}`
