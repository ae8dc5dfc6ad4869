import {
  answerIncident,
  changeIncident,
  incidentChoice,
  incidentDetail,
  incidentPage,
  incidentQuery,
  incidentSpots,
  noteIncident,
  roles,
} from '@pregoner/shared'
import { z } from 'zod'
import { AppError } from '../errors.ts'
import { answer, incidentOr404 } from '../incidents/answering.ts'
import type { ChangingDeps } from '../incidents/changing.ts'
import { change } from '../incidents/changing.ts'
import { note } from '../incidents/notes.ts'
import { createAccessLog } from '../privacy/access-log.ts'
import type { Route } from './route.ts'
import { townRoute } from './route.ts'

export const incidentId = z
  .string()
  .max(400)
  .regex(/^[\w:.+@=~-]+$/)

export const incidentRoutes = (deps: ChangingDeps, access = createAccessLog(deps)): Route[] => [
  townRoute({
    method: 'get',
    path: '/towns/:town/incidents',
    summary: 'The incident feed, newest first; with `since`, what has changed. Agents see their departments.',
    roles,
    query: incidentQuery,
    answer: incidentPage,
    async run(scope, { query }) {
      const page = await deps.incidents.page(scope, query)
      if (!page) throw new AppError('bad_request', 'a cursor that is none of ours')
      return page
    },
  }),
  townRoute({
    method: 'get',
    path: '/towns/:town/incident-spots',
    summary: 'Where all incidents under the feed’s filters are, for a map. Agents see their departments.',
    roles,
    query: incidentChoice,
    answer: incidentSpots,
    run: (scope, { query }) => deps.incidents.spots(scope, query),
  }),
  townRoute({
    method: 'get',
    path: '/towns/:town/incidents/:id',
    summary: 'One incident with its story.',
    roles,
    params: { id: incidentId },
    answer: incidentDetail,
    async run(scope, { params }) {
      const incident = await incidentOr404(deps, scope, params.id)
      await access.note(scope, 'incident.open', params.id)
      return incident
    },
  }),
  townRoute({
    method: 'post',
    path: '/towns/:town/incidents/:id/answers',
    summary: 'Answers the citizen. The same `answerId` again is the same answer.',
    roles,
    params: { id: incidentId },
    body: answerIncident,
    answer: incidentDetail,
    run: (scope, { params, body }) => answer(deps, scope, params.id, body),
  }),
  townRoute({
    method: 'patch',
    path: '/towns/:town/incidents/:id',
    summary: 'Changes status, department, colleague, priority or whose turn it is; a new status may tell the citizen.',
    roles,
    params: { id: incidentId },
    body: changeIncident,
    answer: incidentDetail,
    run: (scope, { params, body }) => change(deps, scope, params.id, body),
  }),
  townRoute({
    method: 'post',
    path: '/towns/:town/incidents/:id/notes',
    summary: 'Writes a note that only the town hall sees; `@` and a name asks a colleague.',
    roles,
    params: { id: incidentId },
    body: noteIncident,
    answer: incidentDetail,
    run: (scope, { params, body }) => note(deps, scope, params.id, body),
  }),
]
