import { subscriberReport } from '@pregoner/shared'
import { useMutation } from '@tanstack/react-query'
import { call, queryString } from './client.ts'

/** Looks through a file of subscribers, or takes it in. */
export const useImportSubscribers = (town: string, topic: string) =>
  useMutation({
    mutationFn: ({ file, save }: { file: File; save: boolean }) =>
      call(subscriberReport, `/towns/${town}/subscribers/import${queryString({ topic, save: String(save) })}`, {
        method: 'POST',
        body: new Blob([file], { type: 'text/csv' }),
      }),
  })
