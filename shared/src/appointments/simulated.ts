import type { Answers } from '../answer.ts'
import type { Effect } from '../effect.ts'
import type { Act, Line } from '../simulation/acts.ts'
import type { TownData } from '../town.ts'
import { type OwnAppointment, ownLine } from './own-appointment.ts'
import { freeDays, freeSlots } from './slots.ts'

type Asked = Extract<Effect, { kind: 'find_slots' | 'find_appointments' | 'book_appointment' | 'change_appointment' }>
type Answer = { ok: boolean; values: Answers }

const isAsked = (effect: Effect): effect is Asked =>
  effect.kind === 'find_slots' ||
  effect.kind === 'find_appointments' ||
  effect.kind === 'book_appointment' ||
  effect.kind === 'change_appointment'

/** The office that knows of nobody but this contact: what it answers, and what they have afterwards. */
function answerOf(effect: Asked, own: readonly OwnAppointment[], town: TownData, now: Date): Answer {
  const ahead = own
    .filter(({ at }) => Date.parse(at) > now.getTime())
    .toSorted((one, other) => one.at.localeCompare(other.at))
    .map(ownLine)
  if (effect.kind === 'find_appointments') return { ok: true, values: { own: ahead } }
  if (effect.kind !== 'find_slots') return { ok: true, values: {} }
  const service = town.bookableServices?.find(({ id }) => id === effect.serviceId)
  const calendar = town.calendars.find(({ id }) => id === service?.calendarId)
  if (!service || !calendar) return { ok: false, values: {} }
  const taken = own.filter(({ serviceId }) => serviceId === service.id).map(({ at }) => at)
  const isFull = (at: string) => taken.filter(one => one === at).length >= service.capacity
  const free = { now, isFull }
  if (effect.day === null) return { ok: true, values: { days: freeDays(service, calendar, free), own: ahead } }
  return { ok: true, values: { hours: freeSlots(service, calendar, effect.day, free), own: ahead } }
}

function afterwards(effect: Asked, own: readonly OwnAppointment[]): readonly OwnAppointment[] {
  if (effect.kind === 'book_appointment') {
    const { reference, serviceId, at } = effect
    return [...own, { reference, serviceId, at }]
  }
  if (effect.kind !== 'change_appointment') return own
  const { at } = effect
  const others = own.filter(({ reference }) => reference !== effect.reference)
  const changed = own.find(({ reference }) => reference === effect.reference)
  return at !== null && changed ? [...others, { ...changed, at }] : others
}

/** What the office answers next in a simulation, by the same rules as the real one; null when nothing is asked of it. */
export function simulatedOffice(
  lines: readonly Line[],
  town: TownData,
  now: Date,
): Extract<Act, { kind: 'service' }> | null {
  let own: readonly OwnAppointment[] = []
  let asked: Asked | null = null
  for (const line of lines) {
    if (line.kind === 'effect') asked = isAsked(line.effect) ? line.effect : asked
    if (line.kind !== 'service' || !asked) continue
    if (line.ok) own = afterwards(asked, own)
    asked = null
  }
  return asked && { kind: 'service', ...answerOf(asked, own, town, now) }
}
