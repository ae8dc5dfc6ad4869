import { open311Settings } from '@pregoner/shared'
import { AppError } from '../errors.ts'
import type { AuditStore } from '../stores/audit-store.ts'
import type { TownStore } from '../stores/town-store.ts'
import type { Route } from './route.ts'
import { townRoute } from './route.ts'

interface Open311SettingsDeps {
  towns: Pick<TownStore, 'change'>
  audit: AuditStore
  now: () => Date
}

/** What everybody may read over Open311. It is read with the rest of the town. */
export const open311SettingsRoutes = ({ towns, audit, now }: Open311SettingsDeps): Route[] => [
  townRoute({
    method: 'put',
    path: '/towns/:town/open311',
    summary: 'Whether words, exact place and picture of what programs send in are shown to everybody over Open311.',
    roles: ['administrator'],
    body: open311Settings,
    answer: open311Settings,
    async run({ townKey, personId }, { body }) {
      if (!(await towns.change(townKey, () => ({ open311: body })))) throw new AppError('not_found')
      await audit.append({ town: townKey, personId, action: 'town.open311', object: townKey, at: now() })
      return body
    },
  }),
]
