import type { BookableService } from '@pregoner/shared'
import type { AppDeps } from '../runtime/src/app.ts'
import type { Sample } from './sampled-api.ts'

const service = (town: string, id: string): BookableService => ({
  ...{ id, departmentId: 'roads', calendarId: `stays-${town}`, name: { ca: id }, place: {}, slotMinutes: 30 },
  ...{ capacity: 1, noticeHours: 0, daysAhead: 30, mostPerPerson: 2, question: {}, remindsAt: null },
})

export const bookableServices = (town: string): BookableService[] => [service(town, `desk-${town}`)]

export const appointmentId = (town: string) => `${town}:contact-1:2:0`
const ids = (town: string) => ({ id: appointmentId(town) })

/** One appointment of the roads department a week from now. */
export async function seedAppointments({ appointments, now }: Pick<AppDeps, 'appointments' | 'now'>, town: string) {
  const at = new Date(now().getTime() + 7 * 86_400_000)
  await appointments.book(
    {
      ...{ _id: appointmentId(town), town, convId: `${town}:contact-1`, departmentId: 'roads' },
      ...{ serviceId: `desk-${town}`, reference: `${town.toUpperCase()}-1`, name: 'Núria', note: '', language: 'ca' },
      ...{ madeBy: 'whatsapp', at, until: new Date(at.getTime() + 1_800_000), remindAt: null },
    },
    1,
  )
}

/** One line per route about appointments. */
export const appointmentSamples = (town: string): Record<string, Sample> => {
  const desk = service(town, `desk-${town}`)
  return {
    'put /towns/:town/bookable-services/:id': { ids: { id: desk.id }, body: { service: desk, was: desk } },
    'get /towns/:town/bookable-services/:id/uses': { ids: { id: desk.id } },
    'delete /towns/:town/bookable-services/:id': { ids: { id: desk.id }, status: 409 },
    'get /towns/:town/bookable-services/:id/free': { ids: { id: desk.id }, query: 'day=2026-12-01' },
    'get /towns/:town/appointments': { query: 'from=2026-12-01&to=2026-12-07' },
    'post /towns/:town/appointments': {
      body: { serviceId: desk.id, at: '2026-12-01T09:00:00.000Z', name: 'Anna', note: '' },
      status: 409,
    },
    'post /towns/:town/appointments/:id/cancel': { ids: ids(town), body: { rev: 99, message: null }, status: 409 },
    'put /towns/:town/appointments/:id/state': { ids: ids(town), body: { rev: 99, state: 'came' }, status: 409 },
    'get /towns/:town/appointment-feeds': {},
    'post /towns/:town/appointment-feeds': { body: { departmentId: 'roads', showsNames: false } },
    'delete /towns/:town/appointment-feeds/:feed': { ids: { feed: '0123456789ab' }, status: 404 },
  }
}
