import { MAX_BUTTON_BODY_CHARS } from '../channel-limits.ts'
import { defineNode, type NodeFault } from '../node.ts'
import { appointmentConfig, savedNames } from './appointment/config.ts'
import { begin, goOn, MAX_ASKED, repeatQuestion } from './appointment/going-on.ts'
import { meant } from './appointment/options.ts'
import { sampleSteps } from './appointment/samples.ts'
import { type Memory, memoryOf } from './appointment/standing.ts'

const MAX_INTRO_CHARS = MAX_BUTTON_BODY_CHARS - 300 // the built-in question stands below it

/** Makes an appointment with a department at a free hour, or shows the contact's own to move or cancel. */
export const appointment = defineNode({
  type: 'appointment',
  family: 'hands_on',
  config: appointmentConfig,
  blank: { action: 'book', serviceId: '', intro: {}, nameFrom: null, saveAs: 'appointment', waitMinutes: 60 },

  exits: ({ action }) =>
    action === 'book'
      ? [{ id: 'booked' }, { id: 'none_free' }, { id: 'left' }, { id: 'no_reply', isOptional: true }]
      : [{ id: 'moved' }, { id: 'cancelled' }, { id: 'none' }, { id: 'left' }, { id: 'no_reply', isOptional: true }],

  enter: begin,
  resume: goOn,
  repeats: repeatQuestion,
  samples: sampleSteps,

  claims(_config, reply, scene) {
    const { stage, serviceId, ...rest } = memoryOf(scene)
    if (stage === undefined || serviceId === undefined || scene.wait?.kind !== 'reply') return undefined
    const memory: Memory = { ...rest, stage, serviceId }
    const found = stage === 'question' ? null : meant(memory, reply, scene)
    return found === null || found === 'unfree' || found.rule === 'near' ? undefined : true
  },

  waits: (_config, exit) => exit === 'booked' || exit === 'moved' || exit === 'cancelled' || exit === 'no_reply',
  timeouts: ({ waitMinutes }) => [{ exit: 'no_reply', minutes: waitMinutes }],
  texts: ({ intro }) => [{ field: 'intro', text: intro, maxChars: MAX_INTRO_CHARS, required: false }],
  sends: ({ action }) => ({
    first: [],
    later: { usual: action === 'book' ? 3 : 2, most: MAX_ASKED + 2 },
    silentExits: ['none_free'],
  }),
  sets: config =>
    (config.action === 'book' ? ['booked'] : ['moved', 'cancelled']).map(exit => ({ exit, names: savedNames(config) })),
  reads: ({ action, nameFrom }) => (action === 'book' && nameFrom ? [{ name: nameFrom, field: 'nameFrom' }] : []),
  refers: ({ action, serviceId }) =>
    action === 'book' ? [{ kind: 'bookable_service', id: serviceId, field: 'serviceId' }] : [],
  asksPersonalData: ({ action }) => action === 'book',

  faults({ action, serviceId }, town): NodeFault[] {
    const service = town.bookableServices?.find(({ id }) => id === serviceId)
    if (action !== 'book' || !service || town.calendars.some(({ id }) => id === service.calendarId)) return []
    return [{ code: 'service_without_calendar', severity: 'error', field: 'serviceId' }]
  },
})
