import { flow } from '@pregoner/shared'
import { z } from 'zod'
import type { FlowRouteDeps } from './flows.ts'
import { FLOW_ROLES } from './flows.ts'
import type { Route } from './route.ts'
import { townRoute } from './route.ts'

/** What a draft is checked against while it is drawn. */
export const publishedFlowRoutes = ({ flows }: Pick<FlowRouteDeps, 'flows'>): Route[] => [
  townRoute({
    method: 'get',
    path: '/towns/:town/published-flows',
    summary: 'The drawings citizens meet now, one of each published flow.',
    roles: FLOW_ROLES,
    answer: z.array(flow),
    run: async ({ townKey }) => (await flows.publishedFlows(townKey)).map(version => version.flow),
  }),
]
