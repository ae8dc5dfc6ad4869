import { geography, roles } from '@pregoner/shared'
import type { AuditStore } from '../stores/audit-store.ts'
import type { GeographyStore } from '../stores/geography-store.ts'
import type { Route } from './route.ts'
import { townRoute } from './route.ts'

const MAX_GEOGRAPHY_BYTES = 8 * 1024 * 1024

export interface GeographyRouteDeps {
  geographies: Pick<GeographyStore, 'get' | 'save'>
  audit: AuditStore
  now: () => Date
}

/** Districts and streets, by which places are found. */
export const geographyRoutes = ({ geographies, audit, now }: GeographyRouteDeps): Route[] => [
  townRoute({
    method: 'get',
    path: '/towns/:town/geography',
    summary: 'The districts of a town and its streets.',
    roles,
    answer: geography,
    run: ({ townKey }) => geographies.get(townKey),
  }),
  townRoute({
    method: 'put',
    path: '/towns/:town/geography',
    summary: 'Replaces districts and streets. Incidents opened before stay where they were found.',
    roles: ['administrator'],
    maxJsonBytes: MAX_GEOGRAPHY_BYTES,
    body: geography,
    answer: geography,
    async run({ townKey, personId }, { body }) {
      await geographies.save(townKey, body)
      await audit.append({ town: townKey, personId, action: 'town.geography', object: townKey, at: now() })
      return body
    },
  }),
]
