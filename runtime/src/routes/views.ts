import { incidentViews, roles } from '@pregoner/shared'
import type { ViewStore } from '../stores/view-store.ts'
import type { Route } from './route.ts'
import { townRoute } from './route.ts'

export interface ViewRouteDeps {
  views: ViewStore
}

/** The filters of the incident list that whoever asks keeps under names. */
export const viewRoutes = ({ views }: ViewRouteDeps): Route[] => [
  townRoute({
    method: 'get',
    path: '/towns/:town/views',
    summary: 'One’s own views of the incident list.',
    roles,
    answer: incidentViews,
    run: scope => views.get(scope),
  }),
  townRoute({
    method: 'put',
    path: '/towns/:town/views',
    summary: 'Replaces one’s own views of the incident list.',
    roles,
    body: incidentViews,
    answer: incidentViews,
    async run(scope, { body }) {
      await views.save(scope, body)
      return body
    },
  }),
]
