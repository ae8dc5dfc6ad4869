import { type NoticeRules, noticeRules } from '@pregoner/shared'
import { useMutation } from '@tanstack/react-query'
import { call } from './client.ts'
import { queryClient } from './query-client.ts'
import { townQueryKey } from './town.ts'

export const useSaveNoticeRules = (town: string) =>
  useMutation({
    mutationFn: (rules: NoticeRules) =>
      call(noticeRules, `/towns/${town}/notice-rules`, { method: 'PUT', body: rules }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: [...townQueryKey(town), 'overview'] }),
  })
