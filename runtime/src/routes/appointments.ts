import { randomInt, randomUUID } from 'node:crypto'
import {
  addDays,
  appointmentStates,
  appointmentView,
  freeSlots,
  fromTownTime,
  newAppointment,
  newReference,
  roles,
  type TownData,
  townDate,
} from '@pregoner/shared'
import { z } from 'zod'
import { departmentsOf, type Scope } from '../accounts/scope.ts'
import { type TellDeps, tell, words } from '../appointments/tell.ts'
import { type Bookable, bookableOf, timeOf } from '../effects/appointments.ts'
import { AppError } from '../errors.ts'
import type { Live } from '../sockets/live.ts'
import { type AppointmentRow, toAppointment } from '../stores/appointment-rows.ts'
import type { AppointmentSlots } from '../stores/appointment-slots.ts'
import type { AppointmentStore } from '../stores/appointment-store.ts'
import type { AuditStore } from '../stores/audit-store.ts'
import type { TownStore } from '../stores/town-store.ts'
import { incidentId as appointmentId } from './incidents.ts'
import type { Route } from './route.ts'
import { townRoute } from './route.ts'

export interface AppointmentRouteDeps extends Omit<TellDeps, 'windowTemplateOf'> {
  appointments: AppointmentStore
  appointmentSlots: AppointmentSlots
  towns: TownStore
  channels: { byKey(key: string): Promise<{ windowTemplate?: unknown } | null> }
  audit: AuditStore
  live: Pick<Live, 'appointmentsChanged'>
}

const MAX_DAYS = 62
const CHANCES = 1_000_000
const MAX_MESSAGE_CHARS = 1_000

const span = z
  .strictObject({ from: z.iso.date(), to: z.iso.date() })
  .refine(({ from, to }) => from <= to && to <= addDays(from, MAX_DAYS), 'too long')
const cancelling = z.strictObject({
  rev: z.number().int(),
  /** Said to the citizen behind the news; null tells them nothing at all. */
  message: z.string().trim().max(MAX_MESSAGE_CHARS).nullable(),
})
const settable = appointmentStates.filter(state => state !== 'cancelled')

/** Appointments as departments see and change them; agents their own departments'. */
export function appointmentRoutes(deps: AppointmentRouteDeps): Route[] {
  const { appointments, appointmentSlots, towns, audit, live, now } = deps
  const telling: TellDeps = {
    ...deps,
    windowTemplateOf: async key => (await deps.channels.byKey(key))?.windowTemplate ?? null,
  }
  const townOf = async ({ townKey }: Scope): Promise<TownData> => {
    const town = await towns.get(townKey)
    if (!town) throw new AppError('not_found')
    return town
  }
  /** A service of a department this person works for. */
  function serviceFor(scope: Scope, town: TownData, serviceId: string): Bookable {
    const bookable = bookableOf(town, serviceId)
    const departments = departmentsOf(scope)
    const isTheirs = bookable && (departments?.includes(bookable.service.departmentId) ?? true)
    if (!bookable || !isTheirs) throw new AppError('not_found')
    return bookable
  }
  async function changed({ townKey, personId }: Scope, row: AppointmentRow, action: string) {
    await audit.append({ town: townKey, personId, action: `appointment.${action}`, object: row.reference, at: now() })
    live.appointmentsChanged(townKey, row.departmentId)
    return toAppointment(row)
  }
  async function stale(scope: Scope, id: string): Promise<never> {
    const row = await appointments.get(scope, id)
    if (!row) throw new AppError('not_found')
    throw new AppError('stale', 'appointment', { current: toAppointment(row) })
  }

  return [
    townRoute({
      method: 'get',
      path: '/towns/:town/appointments',
      summary: 'Appointments from one day to another, both included, in order; an agent’s own departments only.',
      roles,
      query: span,
      answer: z.array(appointmentView),
      async run(scope, { query }) {
        const { timeZone } = await townOf(scope)
        const midnight = (day: string) => fromTownTime(day, '00:00', timeZone)
        return appointments.list(scope, { from: midnight(query.from), to: midnight(addDays(query.to, 1)) })
      },
    }),
    townRoute({
      method: 'get',
      path: '/towns/:town/bookable-services/:id/free',
      summary: 'The free hours of a day for a service. At the desk no notice is needed.',
      roles,
      params: { id: z.string().max(60) },
      query: z.strictObject({ day: z.iso.date() }),
      answer: z.strictObject({ hours: z.array(z.iso.datetime()) }),
      async run(scope, { params, query: { day } }) {
        const { service, calendar } = serviceFor(scope, await townOf(scope), params.id)
        const midnight = (date: string) => fromTownTime(date, '00:00', calendar.timeZone)
        const range = [midnight(day), midnight(addDays(day, 1))] as const
        const taken = await appointmentSlots.taken(scope.townKey, service.id, ...range)
        const isFull = (at: string) => (taken.get(at) ?? 0) >= service.capacity
        return { hours: freeSlots({ ...service, noticeHours: 0 }, calendar, day, { now: now(), isFull }) }
      },
    }),
    townRoute({
      method: 'post',
      path: '/towns/:town/appointments',
      summary: 'Makes an appointment by hand, at a free hour; 409 when it is taken.',
      roles,
      body: newAppointment,
      answer: appointmentView,
      async run(scope, { body: { serviceId, at, name, note } }) {
        const town = await townOf(scope)
        const bookable = serviceFor(scope, town, serviceId)
        const { service, calendar } = bookable
        const { capacity, remindAt: _nobody, ...time } = timeOf(bookable, new Date(at), now())
        const day = new Date(at)
        const isAllowed = freeSlots({ ...service, noticeHours: 0 }, calendar, townDate(day, calendar.timeZone), {
          now: now(),
          isFull: () => false,
        }).includes(day.toISOString())
        const reference = newReference(scope.townKey, () => randomInt(CHANCES) / CHANCES)
        const row = await appointments.book(
          {
            ...{ _id: `desk:${randomUUID()}`, town: scope.townKey, convId: null, departmentId: service.departmentId },
            ...{ serviceId, reference, name, note, language: town.defaultLanguage, madeBy: 'desk', remindAt: null },
            ...time,
          },
          isAllowed ? capacity : 0,
        )
        if (!row) throw new AppError('taken', 'no place at that hour')
        return changed(scope, row, 'book')
      },
    }),
    townRoute({
      method: 'post',
      path: '/towns/:town/appointments/:id/cancel',
      summary: 'Cancels an appointment at revision `rev`, and tells the citizen unless `message` is null.',
      roles,
      params: { id: appointmentId },
      body: cancelling,
      answer: appointmentView,
      async run(scope, { params, body: { rev, message } }) {
        const row = await appointments.get(scope, params.id)
        if (!row) throw new AppError('not_found')
        const cancelled = row.rev === rev ? await appointments.cancel(row, `desk:${row._id}:${rev}`) : null
        if (!cancelled) return stale(scope, params.id)
        if (message !== null) {
          const text = [words('appointment_called_off', cancelled, await townOf(scope)), message].filter(Boolean)
          await tell(cancelled, `cancelled:${cancelled._id}:${cancelled.sequence}`, text.join('\n'), telling)
        }
        return changed(scope, cancelled, 'cancel')
      },
    }),
    townRoute({
      method: 'put',
      path: '/towns/:town/appointments/:id/state',
      summary: 'Says of revision `rev` of an appointment whether the person came.',
      roles,
      params: { id: appointmentId },
      body: z.strictObject({ rev: z.number().int(), state: z.enum(settable) }),
      answer: appointmentView,
      async run(scope, { params, body: { rev, state } }) {
        const row = await appointments.setState(scope, params.id, rev, state)
        return row ? changed(scope, row, state) : stale(scope, params.id)
      },
    }),
  ]
}
