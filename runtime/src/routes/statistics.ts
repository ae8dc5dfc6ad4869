import { period, townStatistics } from '@pregoner/shared'
import { z } from 'zod'
import type { StatisticsStore } from '../stores/statistics-store.ts'
import { FLOW_ROLES } from './flows.ts'
import type { Route } from './route.ts'
import { townRoute } from './route.ts'

export const statisticsRoutes = ({ statistics, now }: { statistics: StatisticsStore; now: () => Date }): Route[] => [
  townRoute({
    method: 'get',
    path: '/towns/:town/statistics',
    summary: 'The town’s figures, counted from what is stored. Slots of the series are in the town’s own time.',
    roles: FLOW_ROLES,
    query: z.strictObject({ period }),
    answer: townStatistics,
    run: ({ townKey }, { query }) => statistics.townStatistics(townKey, query.period, now()),
  }),
]
