import {
  interfaceLanguages,
  roles,
  type StatisticsQuery,
  statisticsQuery,
  statisticsTable,
  type TownStatistics,
  townStatistics,
} from '@pregoner/shared'
import { z } from 'zod'
import type { Scope } from '../accounts/scope.ts'
import { AppError } from '../errors.ts'
import { csvHeaders, csvOf } from '../exports/csv.ts'
import { createPaced } from '../statistics/paced.ts'
import { namedSteps } from '../statistics/step-names.ts'
import { statisticsRows } from '../statistics/tables.ts'
import { statisticsWords } from '../statistics/words.ts'
import type { FlowStore } from '../stores/flow-store.ts'
import type { CountedStatistics, StatisticsStore } from '../stores/statistics-store.ts'
import type { TownStore } from '../stores/town-store.ts'
import type { Route } from './route.ts'
import { townRoute } from './route.ts'

export interface StatisticsDeps {
  statistics: StatisticsStore
  flows: Pick<FlowStore, 'draft'>
  towns: TownStore
  now: () => Date
}

const PACE = { rest: 2, maxRestMs: 1_500 } // somebody who opens the page waits for it

/** Figures that everybody of a town, or of the same departments, asks for alike are counted once for them all. */
const sameFor = ({ townKey, role, departments }: Scope, query: StatisticsQuery): string =>
  JSON.stringify([townKey, role === 'agent' ? departments.toSorted() : null, query])

export function statisticsRoutes({ statistics, flows, towns, now }: StatisticsDeps): Route[] {
  const paced = createPaced<CountedStatistics>(PACE)

  async function figures(scope: Scope, query: StatisticsQuery): Promise<TownStatistics> {
    const counted = await paced(sameFor(scope, query), () => statistics.townStatistics(scope, query, now()))
    if (!counted.talk) return { ...counted, talk: null }
    const steps = await namedSteps(counted.talk.steps, flowId => flows.draft(scope.townKey, flowId))
    return { ...counted, talk: { ...counted.talk, steps } }
  }

  return [
    townRoute({
      method: 'get',
      path: '/towns/:town/statistics',
      summary: 'The figures of a period, counted from what is stored. Agents get those of their departments.',
      roles,
      query: statisticsQuery,
      answer: townStatistics,
      run: (scope, { query }) => figures(scope, query),
    }),
    townRoute({
      method: 'get',
      path: '/towns/:town/statistics/file',
      summary: 'One table of the same figures as a CSV file, its headings in the language `in`.',
      roles,
      query: statisticsQuery.safeExtend({ table: statisticsTable, in: z.enum(interfaceLanguages) }),
      async run(scope, { query: { table, in: language, ...query }, response }) {
        const town = await towns.get(scope.townKey)
        if (!town) throw new AppError('not_found')
        const counted = await figures(scope, query)
        const { from, to } = counted.days
        const name = `${town.key}-${statisticsWords[language].file}-${table}-${from}-${to}.csv`
        response.set(csvHeaders(name)).send(csvOf(statisticsRows(table, counted, town, language)))
      },
    }),
  ]
}
