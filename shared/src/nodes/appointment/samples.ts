import type { Answers } from '../../answer.ts'
import { ownLine } from '../../appointments/own-appointment.ts'
import { daysAhead, freeSlots } from '../../appointments/slots.ts'
import type { Scene } from '../../node.ts'
import { newReference } from '../../reference.ts'
import { type Sample, sampleWords, says, taps } from '../../sample.ts'
import type { AppointmentConfig } from './config.ts'
import { optionsOf } from './options.ts'
import { type Memory, memoryOf, serviceOf } from './standing.ts'

const answered = (exit: string | null, ok: boolean, values: Answers = {}): Sample => ({
  exit,
  act: { kind: 'service', ok, values },
})

const EXAMPLE_HOUR = 'T09:00:00.000Z'

/** A day ahead with something free by the rules, and its hours; an example where the town has no such calendar yet. */
function example(serviceId: string, scene: Scene): { day: string; hours: string[] } {
  const service = serviceOf(scene, serviceId) ?? scene.town.bookableServices?.[0]
  const calendar = scene.town.calendars.find(({ id }) => id === service?.calendarId)
  const free = { now: scene.now, isFull: () => false }
  for (const day of service && calendar ? daysAhead(service, calendar, scene.now) : []) {
    const hours = service && calendar ? freeSlots(service, calendar, day, free) : []
    if (hours.length > 0) return { day, hours: hours.slice(0, 2) }
  }
  const day = new Date(scene.now.getTime() + 86_400_000).toISOString().slice(0, 10)
  return { day, hours: [`${day}${EXAMPLE_HOUR}`] }
}

function ofOffice(memory: Memory, scene: Scene): Sample[] {
  const isMoving = memory.reference !== undefined
  const { day, hours } = example(memory.serviceId, scene)
  switch (memory.stage) {
    case 'days':
      return [answered(null, true, { days: [day], own: [] }), answered(isMoving ? 'left' : 'none_free', false)]
    case 'hours':
      return [answered(null, true, { hours, own: [] })]
    case 'booking':
      return [answered('booked', true)]
    case 'changing':
      return [answered(memory.isCancelling ? 'cancelled' : 'moved', true), answered('left', false, { gone: true })]
    default: {
      const serviceId = memory.serviceId || (scene.town.bookableServices?.[0]?.id ?? 'service')
      const own = ownLine({ reference: newReference(scene.town.key, () => 0), serviceId, at: hours[0] ?? '' })
      return [answered(null, true, { own: [own] }), answered('none', true, { own: [] })]
    }
  }
}

/** What may be done at each stage: what usually happens first, and each way out once. */
export function sampleSteps(_config: AppointmentConfig, scene: Scene): Sample[] {
  const { stage, serviceId, ...rest } = memoryOf(scene)
  if (stage === undefined || serviceId === undefined) return []
  const memory: Memory = { ...rest, stage, serviceId }
  if (scene.wait?.kind === 'effect') return ofOffice(memory, scene)
  if (stage === 'question') return [says(null, sampleWords('text', scene.language))]
  const options = optionsOf(memory, scene)
  const tap = (id: string, exit: string | null) => {
    const option = options.find(one => one.id === id)
    return option ? [taps(exit, scene.choice(option.id, option.label))] : []
  }
  const [first] = options
  if (stage === 'action') return [...tap('move', null), ...tap('cancel', null), ...tap('leave', 'left')]
  return [...(first ? tap(first.id, null) : []), ...tap('leave', 'left')]
}
