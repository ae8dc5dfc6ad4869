import { type StatisticsQuery, type StatisticsTable, townStatistics } from '@pregoner/shared'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { currentLanguage } from '../i18n/index.ts'
import { call, queryString } from './client.ts'
import { townQueryKey } from './town.ts'

export const statisticsKey = (town: string) => [...townQueryKey(town), 'statistics'] as const

export const useStatistics = (town: string, query: StatisticsQuery, isEnabled = true) =>
  useQuery({
    queryKey: [...statisticsKey(town), query],
    queryFn: ({ signal }) => call(townStatistics, `/towns/${town}/statistics${queryString(query)}`, { signal }),
    placeholderData: keepPreviousData,
    enabled: isEnabled,
  })

/** Where a table of the figures is to be had as a file, in the language of the screens. */
export const statisticsFile = (town: string, table: StatisticsTable, query: StatisticsQuery): string =>
  `/api/towns/${town}/statistics/file${queryString({ ...query, table, in: currentLanguage() })}`
