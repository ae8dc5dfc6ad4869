import { newTown } from '@pregoner/shared'
import { z } from 'zod'
import { withPublicHolidays } from '../calendars/public-holidays.ts'
import { AppError } from '../errors.ts'
import type { AuditStore } from '../stores/audit-store.ts'
import type { ChannelStore } from '../stores/channel-store.ts'
import type { TownStore } from '../stores/town-store.ts'
import { blankTown } from '../towns/blank-town.ts'
import type { Route } from './route.ts'
import { signedInRoute } from './route.ts'

interface NewTownDeps {
  towns: TownStore
  channels: ChannelStore
  audit: AuditStore
  now: () => Date
}

/** Another town of the same installation, for whoever runs it. */
export const newTownRoutes = ({ towns, channels, audit, now }: NewTownDeps): Route[] => [
  signedInRoute({
    method: 'post',
    path: '/towns',
    summary: 'Creates a town with one department and a web chat. Only for administrators of the installation.',
    body: newTown,
    answer: z.strictObject({ key: z.string() }),
    async run({ person }, { body }) {
      if (!person.allTowns) throw new AppError('not_allowed', 'a town may be created by the installation’s people only')
      const { key } = body
      if (!(await towns.create(await withPublicHolidays(blankTown(body), now())))) throw new AppError('already_there')
      const chat = { key: `${key}-web`, kind: 'webchat' as const, townKey: key, phoneNumberId: null }
      await channels.create({ ...chat, displayNumber: null, state: 'live', pausedReason: null })
      await audit.append({ town: key, personId: person.id, action: 'town.create', object: key, at: now() })
      return { key }
    },
  }),
]
