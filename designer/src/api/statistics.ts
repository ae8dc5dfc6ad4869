import { type Period, townStatistics } from '@pregoner/shared'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { call } from './client.ts'
import { townQueryKey } from './town.ts'

export const statisticsKey = (town: string) => [...townQueryKey(town), 'statistics'] as const

export const useStatistics = (town: string, period: Period) =>
  useQuery({
    queryKey: [...statisticsKey(town), period],
    queryFn: ({ signal }) => call(townStatistics, `/towns/${town}/statistics?period=${period}`, { signal }),
    placeholderData: keepPreviousData,
  })
