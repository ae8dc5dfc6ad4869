import { type FlowTest, storedTest } from '@pregoner/shared'
import { useQuery } from '@tanstack/react-query'
import { call, command } from './client.ts'
import { townQueryKey } from './town.ts'

const path = (town: string, flow: string, test?: string) =>
  `/towns/${town}/flows/${flow}/tests${test === undefined ? '' : `/${test}`}`

export const testsKey = (town: string, flow: string) => [...townQueryKey(town), 'tests', flow] as const

export const useStoredTests = (town: string, flow: string) =>
  useQuery({
    queryKey: testsKey(town, flow),
    queryFn: ({ signal }) => call(storedTest.array(), path(town, flow), { signal }),
  })

export const saveTest = (town: string, flow: string, test: FlowTest) =>
  call(storedTest, path(town, flow, test.id), { method: 'PUT', body: test })
export const deleteTest = (town: string, flow: string, test: string) =>
  command(path(town, flow, test), { method: 'DELETE' })
