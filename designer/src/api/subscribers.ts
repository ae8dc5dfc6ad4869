import { type SubscriberImport, subscriberImport } from '@pregoner/shared'
import { useMutation, useQuery } from '@tanstack/react-query'
import { currentLanguage } from '../i18n/index.ts'
import { call, queryString } from './client.ts'

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
