import { type SubscriberImport, subscriberImport, subscriptionGrowth } from '@pregoner/shared'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { currentLanguage } from '../i18n/index.ts'
import { call, queryString } from './client.ts'
import { statisticsKey } from './statistics.ts'

const LOOK_EVERY_MS = 700
const UPLOAD_MS = 15 * 60_000 // fifty megabytes over a slow line

const pathOf = (town: string, id: string) => `/towns/${town}/subscriber-imports/${id}`

/** Has a file of subscribers looked through; nobody is subscribed by that. */
export const useLookThrough = (town: string, topic: string) =>
  useMutation({
    mutationFn: (file: File) =>
      call(subscriberImport, `/towns/${town}/subscriber-imports${queryString({ topic, name: file.name })}`, {
        method: 'POST',
        body: new Blob([file], { type: 'text/csv' }),
        timeoutMs: UPLOAD_MS,
      }),
  })

/** Takes a good file in. */
export const useTakeIn = (town: string) =>
  useMutation({
    mutationFn: (id: string) => call(subscriberImport, `${pathOf(town, id)}/take`, { method: 'POST' }),
  })

/** How far a file that is being taken in has got, looked up until it is in. */
export const useTaking = (town: string, taking: SubscriberImport | undefined) =>
  useQuery({
    queryKey: ['subscriber-import', town, taking?.id],
    queryFn: ({ signal }) => call(subscriberImport, pathOf(town, taking?.id ?? ''), { signal }),
    enabled: taking !== undefined,
    refetchInterval: ({ state }) => (state.data?.state === 'done' ? false : LOOK_EVERY_MS),
  })

/** Where the report of a file that was refused is found, in the reader's language. */
export const reportAddress = (town: string, id: string): string =>
  `/api${pathOf(town, id)}/report${queryString({ in: currentLanguage() })}`

/** Who joined and left by day and source; asked for anew together with the other figures. */
export const useGrowth = (town: string, from: string, to: string) =>
  useQuery({
    queryKey: [...statisticsKey(town), 'growth', from, to],
    queryFn: ({ signal }) =>
      call(z.array(subscriptionGrowth), `/towns/${town}/subscribers/growth${queryString({ from, to })}`, { signal }),
    placeholderData: keepPreviousData,
  })

export const growthFile = (town: string, from: string, to: string): string =>
  `/api/towns/${town}/subscribers/growth.csv${queryString({ from, to, in: currentLanguage() })}`
