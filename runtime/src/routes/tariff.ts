import { tariff } from '@pregoner/shared'
import { AppError } from '../errors.ts'
import type { AuditStore } from '../stores/audit-store.ts'
import type { TownStore } from '../stores/town-store.ts'
import type { Route } from './route.ts'
import { townRoute } from './route.ts'

interface TariffDeps {
  towns: TownStore
  audit: AuditStore
  now: () => Date
}

/** The town's prices of messages. They are read with the rest of the town. */
export const tariffRoutes = ({ towns, audit, now }: TariffDeps): Route[] => [
  townRoute({
    method: 'put',
    path: '/towns/:town/tariff',
    summary: 'Replaces the prices of delivered messages. A price of null is unknown, not zero.',
    roles: ['administrator'],
    body: tariff,
    answer: tariff,
    async run({ townKey, personId }, { body }) {
      if (!(await towns.setTariff(townKey, body))) throw new AppError('not_found')
      await audit.append({ town: townKey, personId, action: 'town.tariff', object: townKey, at: now() })
      return body
    },
  }),
]
