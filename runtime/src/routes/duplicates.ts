import { incidentDetail, incidentSummary, roles } from '@pregoner/shared'
import { z } from 'zod'
import { type MergingDeps, merge, nearby } from '../incidents/merging.ts'
import { incidentId } from './incidents.ts'
import type { Route } from './route.ts'
import { townRoute } from './route.ts'

/** Reports of the same matter: which they may be, and making one of them. */
export const duplicateRoutes = (deps: MergingDeps): Route[] => [
  townRoute({
    method: 'get',
    path: '/towns/:town/incidents/:id/nearby',
    summary: 'Incidents of the same category near this one, in place and time; agents get their departments’.',
    roles,
    params: { id: incidentId },
    answer: z.array(z.strictObject({ incident: incidentSummary, meters: z.number() })),
    run: (scope, { params }) => nearby(deps, scope, params.id),
  }),
  townRoute({
    method: 'post',
    path: '/towns/:town/incidents/:id/merge',
    summary: 'Makes it a duplicate of another incident, which whoever reported or followed it follows from now on.',
    roles,
    params: { id: incidentId },
    body: z.strictObject({ rev: z.number().int(), into: incidentId }),
    answer: incidentDetail,
    run: (scope, { params, body }) => merge(deps, scope, params.id, body),
  }),
]
