import { dayLabel } from '../../appointments/moment-words.ts'
import type { Outcome, Scene } from '../../node.ts'
import { phrase } from '../../phrases.ts'
import { newReference } from '../../reference.ts'
import { formatDate } from '../../template/format.ts'
import type { AppointmentConfig } from './config.ts'
import { optionsOf } from './options.ts'
import { facts, type Memory, ownOf, say, serviceName, serviceOf } from './standing.ts'

const FINDING_MINUTES = 5 // our own database answers at once; this covers a restart

/** Waits for the office's answer. What was asked to be done is waited for until it is known. */
const waitForOffice = (memory: Memory, minutes: number | null): NonNullable<Outcome['wait']> => ({
  kind: 'effect',
  minutes,
  memory,
})

export function findDays(memory: Omit<Memory, 'stage'>, scene: Scene): Outcome {
  const { day: _day, offered: _offered, from: _from, ...kept } = memory
  return {
    effects: [{ kind: 'find_slots', turn: scene.turn, serviceId: memory.serviceId, day: null }],
    wait: waitForOffice({ ...kept, stage: 'days' }, FINDING_MINUTES),
  }
}

export function findHours(memory: Omit<Memory, 'stage'>, day: string, scene: Scene): Outcome {
  return {
    effects: [{ kind: 'find_slots', turn: scene.turn, serviceId: memory.serviceId, day }],
    wait: waitForOffice({ ...memory, stage: 'hours', day }, FINDING_MINUTES),
  }
}

export const findOwn = (scene: Scene): Outcome => ({
  effects: [{ kind: 'find_appointments', turn: scene.turn }],
  wait: waitForOffice({ stage: 'finding', serviceId: '' }, FINDING_MINUTES),
})

const MAX_NAME_CHARS = 120

/** Who comes: what they answered, else what their profile calls them. */
function nameOf({ nameFrom }: AppointmentConfig, scene: Scene): string | null {
  const said = nameFrom ? scene.value(nameFrom) : null
  const name = typeof said === 'string' && said.trim() !== '' ? said : scene.contact.name
  return name?.slice(0, MAX_NAME_CHARS) ?? null
}

/** Makes the appointment under a number of its own. */
export function book(config: AppointmentConfig, memory: Memory, at: string, note: string, scene: Scene): Outcome {
  const { serviceId } = memory
  const { language, turn } = scene
  const reference = newReference(scene.town.key, scene.chance)
  const name = nameOf(config, scene)
  return {
    effects: [{ kind: 'book_appointment', turn, serviceId, at, reference, name, note, language }],
    wait: waitForOffice({ ...memory, stage: 'booking', at, reference }, null),
  }
}

/** Moves the appointment; cancels it when `at` is null. */
export function change(memory: Memory, at: string | null, scene: Scene): Outcome {
  const { reference = '' } = memory
  const next: Memory = { ...memory, stage: 'changing', ...(at === null ? { isCancelling: true } : { at }) }
  return {
    effects: [{ kind: 'change_appointment', turn: scene.turn, reference, at }],
    wait: waitForOffice(next, null),
  }
}

function question(memory: Memory, scene: Scene): string {
  const { stage, serviceId, day = '' } = memory
  const own = ownOf(memory)
  if (stage === 'day') return say('appointment_day', scene, { service: serviceName(scene, serviceId) })
  if (stage === 'hour') {
    const options = { language: scene.language, timeZone: scene.town.timeZone }
    return say('appointment_hour', scene, { day: formatDate(day, options, 'weekday') ?? dayLabel(day, scene.language) })
  }
  if (stage === 'action' && own) return say('appointment_action', scene, facts(scene, own))
  return say('appointment_which', scene)
}

/** Asks what this stage is about, with its options. */
export function ask(config: AppointmentConfig, memory: Memory, scene: Scene, lead = '', again = false): Outcome {
  const text = [lead, memory.lead ? say(memory.lead, scene) : '', question(memory, scene)].filter(Boolean).join('\n\n')
  const choices = optionsOf(memory, scene).map(({ id, label, description }) => scene.choice(id, label, description))
  const listLabel = phrase('choose', scene.language, scene.defaultLanguage)
  const { lead: _said, ...kept } = memory
  return {
    messages: [scene.message(text, { choices, listLabel })],
    wait: {
      kind: 'reply',
      minutes: config.waitMinutes,
      memory: { ...kept, asked: (memory.asked ?? 0) + 1 },
      again,
    },
  }
}

/** Asks the service's own question before it is booked. */
export function askQuestion(config: AppointmentConfig, memory: Memory, at: string, scene: Scene): Outcome {
  const text = serviceOf(scene, memory.serviceId)?.question ?? {}
  return {
    messages: [scene.message(scene.label(text))],
    wait: { kind: 'reply', minutes: config.waitMinutes, memory: { ...memory, stage: 'question', at } },
  }
}
