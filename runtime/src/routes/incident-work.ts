import { changedIncidents, changeIncidents, colleague, incidentCounts, incidentDetail, roles } from '@pregoner/shared'
import { z } from 'zod'
import { colleaguesOf } from '../accounts/colleagues.ts'
import type { ChangingDeps } from '../incidents/changing.ts'
import { changeMany } from '../incidents/changing-many.ts'
import { seen } from '../incidents/notes.ts'
import { incidentId } from './incidents.ts'
import type { Route } from './route.ts'
import { townRoute } from './route.ts'

/** Who works on what: counts, colleagues, and changes of several incidents at once. */
export const incidentWorkRoutes = (deps: ChangingDeps): Route[] => [
  townRoute({
    method: 'get',
    path: '/towns/:town/incident-counts',
    summary: 'How many incidents are late, nearly late or waiting, and how many ask for whoever calls.',
    roles,
    answer: incidentCounts,
    run: scope => deps.incidents.counts(scope),
  }),
  townRoute({
    method: 'get',
    path: '/towns/:town/colleagues',
    summary: 'Who can be given incidents. Agents learn of their own departments only.',
    roles,
    answer: z.array(colleague),
    run: scope => colleaguesOf(deps.people, scope),
  }),
  townRoute({
    method: 'post',
    path: '/towns/:town/incident-changes',
    summary: 'Changes several incidents alike, each on its own `rev`, and says of each what became of it.',
    roles,
    body: changeIncidents,
    answer: changedIncidents,
    run: (scope, { body }) => changeMany(deps, scope, body),
  }),
  townRoute({
    method: 'post',
    path: '/towns/:town/incidents/:id/seen',
    summary: 'Says that one has seen the note that asked for one.',
    roles,
    params: { id: incidentId },
    body: z.strictObject({}),
    answer: incidentDetail,
    run: (scope, { params }) => seen(deps, scope, params.id),
  }),
]
