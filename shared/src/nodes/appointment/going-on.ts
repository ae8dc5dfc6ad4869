import { readOwn, readTexts } from '../../appointments/own-appointment.ts'
import type { InputOf, NodeInput, Reply } from '../../input.ts'
import type { OutboundMessage } from '../../message.ts'
import type { Outcome, Scene } from '../../node.ts'
import { ask, askQuestion, book, change, findDays, findHours, findOwn } from './asking.ts'
import { type AppointmentConfig, savedNames } from './config.ts'
import { meant, pageSize } from './options.ts'
import { facts, type Memory, memoryOf, ownOf, say, serviceName, serviceOf, whenWords } from './standing.ts'

const MAX_MISSES = 3
/** Whoever turns pages for so long does not want an appointment. */
export const MAX_ASKED = 20
const MAX_NOTE_CHARS = 500

export const begin = (config: AppointmentConfig, scene: Scene): Outcome =>
  config.action === 'book' ? findDays({ serviceId: config.serviceId }, scene) : findOwn(scene)

/** The free days, unless the contact has as many appointments for this as anybody may. */
function takeDays(
  config: AppointmentConfig,
  memory: Memory,
  values: InputOf<'effect_result'>['values'],
  scene: Scene,
): Outcome {
  const service = serviceOf(scene, memory.serviceId)
  const own = readOwn(values.own).filter(({ serviceId }) => serviceId === memory.serviceId)
  const [first] = own
  if (memory.reference === undefined && service && first && own.length >= service.mostPerPerson)
    return { exit: 'left', messages: [scene.message(say('appointment_most', scene, facts(scene, first)))] }
  const days = readTexts(values.days)
  if (days.length === 0) return noneFree(memory, scene)
  const isFirst = memory.asked === undefined
  return ask(
    config,
    { ...memory, stage: 'day', offered: days, from: 0 },
    scene,
    isFirst ? scene.text(config.intro) : '',
  )
}

/** Nothing to be had: the appointment that was to be moved stays what it is. */
const noneFree = ({ reference }: Memory, scene: Scene): Outcome =>
  reference === undefined
    ? { exit: 'none_free' }
    : { exit: 'left', messages: [scene.message(say('appointment_day_full', scene))] }

function takeOwn(config: AppointmentConfig, memory: Memory, own: string[], scene: Scene): Outcome {
  const list = readOwn(own)
  const [only] = list
  const intro = scene.text(config.intro)
  if (!only) return { exit: 'none', messages: [scene.message(say('appointment_none', scene))] }
  if (list.length > 1) return ask(config, { ...memory, stage: 'own', own }, scene, intro)
  const { reference, serviceId } = only
  return ask(config, { ...memory, stage: 'action', own, reference, serviceId }, scene, intro)
}

const saved = (config: AppointmentConfig, reference: string, at: string) => {
  const [name = '', when = ''] = savedNames(config)
  return { [name]: reference, [when]: at }
}

function summary(scene: Scene, { serviceId, reference = '', at = '' }: Memory): string {
  const place = serviceOf(scene, serviceId)?.place
  const where = place ? scene.label(place) : ''
  const values = { reference, service: serviceName(scene, serviceId), when: whenWords(scene, at) }
  return [say('appointment_booked', scene, values), where && say('appointment_place', scene, { place: where })]
    .filter(Boolean)
    .join('\n')
}

/** Somebody was quicker: others of the same day are offered, or other days. */
const again = (memory: Memory, scene: Scene): Outcome =>
  findHours({ ...memory, lead: 'appointment_taken' }, memory.day ?? '', scene)

function takeChange(
  config: AppointmentConfig,
  memory: Memory,
  { ok, values }: InputOf<'effect_result'>,
  scene: Scene,
): Outcome {
  const own = ownOf(memory)
  if (!own || values.gone === true) return { exit: 'left', messages: [scene.message(say('appointment_gone', scene))] }
  if (!ok) return memory.isCancelling ? { exit: 'left' } : again(memory, scene)
  const at = memory.isCancelling ? own.at : (memory.at ?? own.at)
  const words = say(
    memory.isCancelling ? 'appointment_cancelled' : 'appointment_moved',
    scene,
    facts(scene, { ...own, at }),
  )
  const answers = saved(config, own.reference, at)
  return { exit: memory.isCancelling ? 'cancelled' : 'moved', messages: [scene.message(words)], answers }
}

function takeResult(config: AppointmentConfig, memory: Memory, input: InputOf<'effect_result'>, scene: Scene): Outcome {
  const { ok, values } = input
  switch (memory.stage) {
    case 'days':
      return ok ? takeDays(config, memory, values, scene) : noneFree(memory, scene)
    case 'hours': {
      const hours = readTexts(values.hours)
      if (hours.length > 0) return ask(config, { ...memory, stage: 'hour', offered: hours, from: 0 }, scene)
      return findDays({ ...memory, lead: memory.lead ?? 'appointment_day_full' }, scene)
    }
    case 'finding':
      return takeOwn(config, memory, ok ? readTexts(values.own) : [], scene)
    case 'booking': {
      const { reference: made = '', ...free } = memory
      if (!ok) return again(free, scene)
      const answers = saved(config, made, memory.at ?? '')
      return { exit: 'booked', messages: [scene.message(summary(scene, memory))], answers }
    }
    case 'changing':
      return takeChange(config, memory, input, scene)
    default:
      return { stay: true }
  }
}

function choose(config: AppointmentConfig, memory: Memory, id: string, scene: Scene): Outcome {
  const { stage, from = 0 } = memory
  if (id === 'leave') return { exit: 'left' }
  if (id === 'more') return ask(config, { ...memory, from: from + pageSize(memory) }, scene)
  if (id === 'first') return ask(config, { ...memory, from: 0 }, scene)
  if (id === 'other_day') return findDays(memory, scene)
  if (id === 'cancel') return change(memory, null, scene)
  if (id === 'move') return findDays(memory, scene)
  if (stage === 'day') return findHours(memory, id, scene)
  if (stage === 'own') {
    const chosen = readOwn(memory.own).find(({ reference }) => reference === id)
    return ask(config, { ...memory, stage: 'action', reference: id, serviceId: chosen?.serviceId ?? '' }, scene)
  }
  if (memory.reference !== undefined) return change(memory, id, scene)
  const asks = Object.values(serviceOf(scene, memory.serviceId)?.question ?? {}).some(Boolean)
  return asks ? askQuestion(config, memory, id, scene) : book(config, memory, id, '', scene)
}

function takeReply(config: AppointmentConfig, memory: Memory, reply: Reply, scene: Scene): Outcome {
  if (memory.stage === 'question') {
    const note = (reply.text ?? '').trim().slice(0, MAX_NOTE_CHARS)
    if (note !== '') return book(config, memory, memory.at ?? '', note, scene)
  }
  const found = memory.stage === 'question' ? null : meant(memory, reply, scene)
  if (found !== null && found !== 'unfree' && (memory.asked ?? 0) < MAX_ASKED)
    return { ...choose(config, memory, found.id, scene), ...(found.rule && { rule: found.rule }) }
  const isLast = (scene.wait?.attempts ?? 0) + 1 >= MAX_MISSES || (memory.asked ?? 0) >= MAX_ASKED
  if (isLast) return { exit: 'left' }
  if (memory.stage === 'question') return { ...askQuestion(config, memory, memory.at ?? '', scene) }
  const lead = say(found === 'unfree' ? unfreeWords(memory) : 'choose_one', scene)
  return ask(config, memory, scene, lead, true)
}

const unfreeWords = ({ stage }: Memory) => (stage === 'day' ? 'appointment_day_full' : 'choose_one')

/** The question it waits for an answer to. */
export function repeatQuestion(config: AppointmentConfig, scene: Scene): OutboundMessage[] {
  const { stage, serviceId, ...rest } = memoryOf(scene)
  if (stage === undefined || serviceId === undefined || scene.wait?.kind !== 'reply') return []
  const memory: Memory = { ...rest, stage, serviceId }
  const asked = stage === 'question' ? askQuestion(config, memory, memory.at ?? '', scene) : ask(config, memory, scene)
  return asked.messages ?? []
}

/** What comes of a reply, of the office's answer, or of nobody answering. */
export function goOn(config: AppointmentConfig, input: NodeInput, scene: Scene): Outcome {
  const { stage, serviceId, ...rest } = memoryOf(scene)
  if (stage === undefined || serviceId === undefined) return { exit: 'left' }
  const memory: Memory = { ...rest, stage, serviceId }
  const isOfficeAsked = scene.wait?.kind === 'effect'
  if (input.kind === 'people') return { stay: true }
  if (input.kind === 'timeout') return { exit: 'no_reply' }
  if (input.kind === 'effect_result') return isOfficeAsked ? takeResult(config, memory, input, scene) : { stay: true }
  return isOfficeAsked ? { stay: true } : takeReply(config, memory, input, scene)
}
