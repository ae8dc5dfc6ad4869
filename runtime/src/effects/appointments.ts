import {
  type Answers,
  addDays,
  type BookableService,
  type Calendar,
  type EffectOf,
  endOf,
  freeDays,
  freeSlots,
  fromTownTime,
  ownLine,
  reminderTime,
  type TownData,
  townDate,
} from '@pregoner/shared'
import type { Receive } from '../pipeline/receive.ts'
import type { AppointmentRow } from '../stores/appointment-rows.ts'
import type { AppointmentSlots } from '../stores/appointment-slots.ts'
import type { AppointmentStore, NewTime } from '../stores/appointment-store.ts'
import type { Conversation } from '../stores/conversation-store.ts'
import type { DueOf, Run } from './effect.ts'

export interface AppointmentDeps {
  appointments: Pick<AppointmentStore, 'book' | 'move' | 'cancel' | 'own' | 'ownByReference'>
  appointmentSlots: Pick<AppointmentSlots, 'taken'>
  town: (townKey: string) => Promise<TownData | null>
  receive: Receive
  onAppointment: (townKey: string, departmentId: string) => void
  now: () => Date
}

/** A service with the hours it is given at. */
export interface Bookable {
  service: BookableService
  calendar: Calendar
}

/** A service of the town; null when it is gone, or its calendar is. */
export function bookableOf(town: TownData | null, serviceId: string): Bookable | null {
  const service = town?.bookableServices?.find(({ id }) => id === serviceId)
  const calendar = town?.calendars.find(({ id }) => id === service?.calendarId)
  return service && calendar ? { service, calendar } : null
}

/** When an appointment of a service would be, and when its reminder is due. */
export function timeOf({ service, calendar }: Bookable, at: Date, now: Date): NewTime {
  const { slotMinutes, remindsAt, capacity } = service
  const remindAt = reminderTime(at, remindsAt, calendar.timeZone, now)
  return { at, until: endOf(at, slotMinutes), remindAt, capacity }
}

/** Whether the rules allow an appointment at this moment, whoever else comes. */
export function isBookable({ service, calendar }: Bookable, at: string, now: Date): boolean {
  const day = townDate(new Date(at), calendar.timeZone)
  return freeSlots(service, calendar, day, { now, isFull: () => false }).includes(at)
}

/** Tells the conversation what the office says to an effect, once. */
const answer = (
  receive: Receive,
  { id, conversation }: { id: string; conversation: Conversation },
  turn: number,
  ok: boolean,
  values: Answers = {},
) =>
  receive.input(
    { convId: conversation._id, town: conversation.town, channelId: conversation.channelId },
    'service',
    id,
    { kind: 'effect_result', turn, ok, values },
  )

const linesOf = (rows: readonly AppointmentRow[]) =>
  rows.map(({ reference, serviceId, at }) => ownLine({ reference, serviceId, at: at.toISOString() }))

/** Says what is free: days, or the hours of one. */
export const findSlots =
  (deps: AppointmentDeps): Run<'find_slots'> =>
  async due => {
    for (const one of due) {
      const { effect, conversation } = one
      const bookable = bookableOf(await deps.town(conversation.town), effect.serviceId)
      const values = bookable && (await valuesOf(bookable, one, deps))
      await answer(deps.receive, one, effect.turn, values !== null, values ?? {})
    }
  }

async function valuesOf(
  { service, calendar }: Bookable,
  { effect, conversation: { town, _id } }: DueOf<'find_slots'>,
  { appointments, appointmentSlots, now }: AppointmentDeps,
): Promise<Answers> {
  const at = now()
  const first = effect.day ?? townDate(at, calendar.timeZone)
  const last = addDays(first, effect.day === null ? service.daysAhead + 1 : 1)
  const midnight = (day: string) => fromTownTime(day, '00:00', calendar.timeZone)
  const taken = await appointmentSlots.taken(town, service.id, midnight(first), midnight(last))
  const free = { now: at, isFull: (slot: string) => (taken.get(slot) ?? 0) >= service.capacity }
  const own = linesOf(await appointments.own(town, _id))
  if (effect.day === null) return { days: freeDays(service, calendar, free), own }
  return { hours: freeSlots(service, calendar, effect.day, free), own }
}

/** Says which appointments the contact has ahead of them. */
export const findAppointments =
  ({ appointments, receive }: AppointmentDeps): Run<'find_appointments'> =>
  async due => {
    for (const one of due) {
      const own = linesOf(await appointments.own(one.conversation.town, one.conversation._id))
      await answer(receive, one, one.effect.turn, true, { own })
    }
  }

/** Makes an appointment under the id of its effect, so that doing it again makes no other. */
export const bookAppointment =
  (deps: AppointmentDeps): Run<'book_appointment'> =>
  async due => {
    for (const one of due) {
      const { id, effect, conversation } = one
      const { town, _id: convId, channelKind } = conversation
      const bookable = bookableOf(await deps.town(town), effect.serviceId)
      const row = bookable && (await book(bookable, { id, effect, town, convId, channelKind }, deps))
      if (row) deps.onAppointment(town, row.departmentId)
      await answer(deps.receive, one, effect.turn, Boolean(row))
    }
  }

interface Booking {
  id: string
  effect: EffectOf<'book_appointment'>
  town: string
  convId: string
  channelKind: Conversation['channelKind']
}

function book(bookable: Bookable, { id, effect, town, convId, channelKind }: Booking, deps: AppointmentDeps) {
  const { service } = bookable
  const { capacity, ...time } = timeOf(bookable, new Date(effect.at), deps.now())
  const { reference, name, note, language } = effect
  const isAllowed = isBookable(bookable, effect.at, deps.now())
  return deps.appointments.book(
    {
      ...{ _id: id, town, convId, departmentId: service.departmentId, serviceId: service.id, madeBy: channelKind },
      ...{ reference, name, note, language, ...time },
    },
    isAllowed ? capacity : 0,
  )
}

/** Moves or cancels an appointment of the contact's own, once per effect. */
export const changeAppointment =
  (deps: AppointmentDeps): Run<'change_appointment'> =>
  async due => {
    for (const one of due) {
      const { id, effect, conversation } = one
      const { town, _id: convId } = conversation
      const row = await deps.appointments.ownByReference(town, convId, effect.reference)
      const outcome = row ? await changeOne(row, id, effect.at, deps) : 'gone'
      if (row && outcome === 'done') deps.onAppointment(town, row.departmentId)
      await answer(deps.receive, one, effect.turn, outcome === 'done', outcome === 'gone' ? { gone: true } : {})
    }
  }

async function changeOne(
  row: AppointmentRow,
  changeId: string,
  at: string | null,
  deps: AppointmentDeps,
): Promise<'done' | 'taken' | 'gone'> {
  if (at === null) return (await deps.appointments.cancel(row, changeId)) ? 'done' : 'gone'
  const bookable = bookableOf(await deps.town(row.town), row.serviceId)
  if (!bookable) return 'gone'
  const time = timeOf(bookable, new Date(at), deps.now())
  const capacity = isBookable(bookable, at, deps.now()) ? time.capacity : 0
  return (await deps.appointments.move(row, changeId, { ...time, capacity })).outcome
}
