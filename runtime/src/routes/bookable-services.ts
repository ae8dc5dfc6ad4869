import { isDeepStrictEqual } from 'node:util'
import { bookableService, id as entryId, MAX_SERVICES, roles, type TownData, townUse } from '@pregoner/shared'
import { z } from 'zod'
import { AppError } from '../errors.ts'
import type { AppointmentStore } from '../stores/appointment-store.ts'
import type { AuditStore } from '../stores/audit-store.ts'
import type { TownStore } from '../stores/town-store.ts'
import { type UsesDeps, usesOf } from '../towns/uses.ts'
import type { Route } from './route.ts'
import { townRoute } from './route.ts'

export interface BookableServiceDeps extends UsesDeps {
  towns: TownStore
  appointments: Pick<AppointmentStore, 'ahead'>
  audit: AuditStore
  now: () => Date
}

const EDITORS = roles.filter(role => role !== 'agent')
const saved = z.strictObject({ service: bookableService, was: bookableService.nullable() })
type Saved = z.infer<typeof saved>

/** The town's services with one in place of what it was, or added. Throws when somebody else has changed it. */
function withService(town: TownData, { service, was }: Saved): Partial<TownData> {
  const services = town.bookableServices ?? []
  const stored = services.find(({ id }) => id === service.id) ?? null
  if (!stored && was !== null) throw new AppError('not_found')
  if (!isDeepStrictEqual(stored, was)) throw new AppError('stale', 'the service is another one', { current: stored })
  const isKnown = (list: readonly { id: string }[], id: string) => list.some(one => one.id === id)
  if (!isKnown(town.departments, service.departmentId) || !isKnown(town.calendars, service.calendarId))
    throw new AppError('unknown_entry')
  if (!stored && services.length >= MAX_SERVICES) throw new AppError('too_large')
  const replaced = services.map(one => (one.id === service.id ? service : one))
  return { bookableServices: stored ? replaced : [...services, service] }
}

/** What appointments are given for. They are read with the rest of the town. */
export function bookableServiceRoutes(deps: BookableServiceDeps): Route[] {
  const { towns, appointments, audit, now } = deps

  async function uses(townKey: string, id: string) {
    const ahead = await appointments.ahead(townKey, id)
    const named = await usesOf(deps, townKey, 'bookable_service', id)
    return [...named, ...(ahead > 0 ? [{ by: 'appointments' as const, id: '', name: '', count: ahead }] : [])]
  }

  return [
    townRoute({
      method: 'put',
      path: '/towns/:town/bookable-services/:id',
      summary: 'Saves what appointments are given for. `was` is what it replaces, null for a new one; else 409.',
      roles: EDITORS,
      params: { id: entryId },
      body: saved,
      answer: bookableService,
      async run({ townKey, personId }, { params, body }) {
        if (body.service.id !== params.id) throw new AppError('not_found')
        await towns.change(townKey, town => withService(town, body))
        await audit.append({ town: townKey, personId, action: 'bookable_service.save', object: params.id, at: now() })
        return body.service
      },
    }),
    townRoute({
      method: 'get',
      path: '/towns/:town/bookable-services/:id/uses',
      summary: 'What needs a bookable service: flows, and appointments still to come.',
      roles: EDITORS,
      params: { id: entryId },
      answer: z.array(townUse),
      async run({ townKey }, { params }) {
        const town = await towns.get(townKey)
        if (!town?.bookableServices?.some(({ id }) => id === params.id)) throw new AppError('not_found')
        return uses(townKey, params.id)
      },
    }),
    townRoute({
      method: 'delete',
      path: '/towns/:town/bookable-services/:id',
      summary: 'Removes a bookable service. While something needs it the answer is 409 and says what.',
      roles: EDITORS,
      params: { id: entryId },
      answer: z.strictObject({ ok: z.literal(true) }),
      async run({ townKey, personId }, { params }) {
        const needed = await uses(townKey, params.id)
        if (needed.length > 0) throw new AppError('in_use', 'bookable service is needed', { current: needed })
        await towns.change(townKey, ({ bookableServices = [] }) => {
          if (!bookableServices.some(({ id }) => id === params.id)) throw new AppError('not_found')
          return { bookableServices: bookableServices.filter(({ id }) => id !== params.id) }
        })
        await audit.append({ town: townKey, personId, action: 'bookable_service.remove', object: params.id, at: now() })
        return { ok: true as const }
      },
    }),
  ]
}
