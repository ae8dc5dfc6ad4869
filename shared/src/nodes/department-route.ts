import { z } from 'zod'
import type { AnswerValue } from '../answer.ts'
import { MAX_TEXT_CHARS } from '../channel-limits.ts'
import { priorities } from '../effect.ts'
import type { Reply } from '../input.ts'
import { localizedText } from '../language.ts'
import type { MediaFile, Place } from '../message.ts'
import { answerName } from '../names.ts'
import { defineNode, type Outcome, type Scene } from '../node.ts'
import { attends, sampleWords } from '../sample.ts'
import { onlyOnce } from '../sends.ts'
import { closedHours, tellsHours } from './department-route/closed-hours.ts'

const REFERENCE_LETTERS = '23456789BCDFGHJKLMNPQRSTVWXZ' // no vowels, no look-alikes: never a word, never misread
const REFERENCE_CHARS = 7
const DAY_MINUTES = 1_440

const config = z.strictObject({
  departmentId: z.string().max(60),
  personId: z.string().max(60).nullable(),
  category: z.string().max(60).nullable(),
  mode: z.enum(['one_answer', 'dialogue']),
  priority: z.enum(priorities),
  /** One line for the feed; may use `{{variables}}`. */
  summary: localizedText(),
  /** Answers that make up the matter, by name: what happened, photos, where. */
  textFrom: z.string().max(60).nullable(),
  photosFrom: z.string().max(60).nullable(),
  placeFrom: z.string().max(60).nullable(),
  saveReferenceAs: answerName,
  /** Dialogue: how long people have before the flow goes on alone. */
  waitMinutes: z.number().positive().max(43_200),
  /** One answer: whether the citizen is asked, once it is closed, if that solved it. Older flows do not ask. */
  asksSolved: z.boolean().optional(),
  /** Dialogue: whether the citizen is told when somebody is there next. Older flows say nothing. */
  tellsHours: tellsHours.optional(),
})
type Config = z.infer<typeof config>

const referenceOf = (scene: Scene) => {
  let reference = ''
  while (reference.length < REFERENCE_CHARS) {
    reference += REFERENCE_LETTERS[Math.floor(scene.chance() * REFERENCE_LETTERS.length)]
  }
  return `${scene.town.key.slice(0, 3).toUpperCase()}-${reference}`
}

const isFile = (item: string | MediaFile): item is MediaFile => typeof item !== 'string'
const filesIn = (value: AnswerValue | undefined) => (Array.isArray(value) ? value.filter(isFile) : [])
const placeIn = (value: AnswerValue | undefined): Place | null => {
  if (typeof value === 'string' && value) return { latitude: null, longitude: null, name: null, address: value }
  return value && typeof value === 'object' && !Array.isArray(value) ? value : null
}
const valueIn = (scene: Scene, name: string | null) => (name ? scene.value(name) : undefined)

function openedBy(config: Config, scene: Scene, reference: string) {
  const text = valueIn(scene, config.textFrom)
  return {
    kind: 'open_incident' as const,
    departmentId: config.departmentId,
    personId: config.personId,
    category: config.category,
    mode: config.mode,
    priority: config.priority,
    reference,
    summary: scene.text(config.summary),
    text: typeof text === 'string' ? text : '',
    media: filesIn(valueIn(scene, config.photosFrom)),
    place: placeIn(valueIn(scene, config.placeFrom)),
    answers: scene.session.answers,
    language: scene.language,
    flowId: scene.flowId,
    node: scene.node,
    ...(config.asksSolved && config.mode === 'one_answer' && { asksSolved: true as const }),
  }
}

interface Memory {
  reference: string
  /** The end of the closed hours that the citizen knows of. */
  told: string | null
}

function memoryOf(scene: Scene): Memory {
  const { reference = '', told = null } = (scene.wait?.memory ?? {}) as Partial<Memory>
  return { reference, told }
}

/** A reply during the dialogue: it goes to the incident, and out of hours the citizen hears, once, when somebody is there. */
function add(config: Config, { text, media, place }: Reply, scene: Scene): Outcome {
  const memory = memoryOf(scene)
  const { reference } = memory
  const added = { effects: [{ kind: 'add_to_incident' as const, reference, text: text ?? '', media, place }] }
  const closed = (config.tellsHours ?? 'never') === 'never' ? null : closedHours(config.departmentId, scene)
  if (!closed || closed.key === memory.told) return { ...added, stay: true }
  const dueAt = scene.wait?.dueAt
  return {
    ...added,
    messages: [closed.message],
    wait: {
      kind: 'people',
      minutes: null,
      ...(dueAt && { until: new Date(dueAt) }),
      memory: { reference, told: closed.key },
    },
  }
}

/** Opens an incident for a department or a person. One answer goes on at once; a dialogue waits until people close it. */
export const departmentRoute = defineNode({
  type: 'department_route',
  family: 'hands_on',
  config,
  blank: {
    departmentId: '',
    personId: null,
    category: null,
    mode: 'one_answer',
    priority: 'normal',
    summary: {},
    textFrom: null,
    photosFrom: null,
    placeFrom: null,
    saveReferenceAs: 'reference',
    waitMinutes: 10_080,
    tellsHours: 'always',
  },
  exits: ({ mode }) => (mode === 'dialogue' ? [{ id: 'closed' }, { id: 'nobody_answered' }] : [{ id: 'opened' }]),

  enter(config, scene) {
    const reference = referenceOf(scene)
    const opened = {
      effects: [openedBy(config, scene, reference)],
      answers: { [config.saveReferenceAs]: reference },
    }
    if (config.mode === 'one_answer') return { ...opened, exit: 'opened' }
    const tells = config.tellsHours ?? 'never'
    // Whoever is told by the flow itself knows of these hours already.
    const closed = tells === 'never' ? null : closedHours(config.departmentId, scene)
    return {
      ...opened,
      messages: closed && tells === 'always' ? [closed.message] : [],
      wait: { kind: 'people', minutes: config.waitMinutes, memory: { reference, ...(closed && { told: closed.key }) } },
    }
  },

  resume(config, input, scene) {
    if (input.kind === 'timeout') return { exit: 'nobody_answered' }
    if (input.kind === 'reply') return add(config, input, scene)
    if (input.kind !== 'people' || input.reference !== memoryOf(scene).reference) return { stay: true }
    if (input.event === 'unattended') return { exit: 'nobody_answered' }
    return input.event === 'closed' ? { exit: 'closed' } : { stay: true }
  },

  samples: (_config, _scene, { language }) => [
    attends('closed', 'closed', sampleWords('closing', language)),
    attends('nobody_answered', 'unattended', ''),
  ],

  sends: ({ mode, tellsHours, waitMinutes }) => ({
    first: [],
    later:
      mode === 'dialogue' && tellsHours && tellsHours !== 'never'
        ? { usual: 0, most: Math.ceil(waitMinutes / DAY_MINUTES) + 1 } // closed hours come once a day
        : onlyOnce,
  }),
  texts: ({ summary }) => [{ field: 'summary', text: summary, maxChars: MAX_TEXT_CHARS, required: true }],
  waits: ({ mode }) => mode === 'dialogue',
  timeouts: ({ waitMinutes }) => [{ exit: 'nobody_answered', minutes: waitMinutes }],
  reachesPeople: true,
  takesAnswers: true,
  reads: ({ textFrom, photosFrom, placeFrom }) =>
    Object.entries({ textFrom, photosFrom, placeFrom }).flatMap(([field, name]) => (name ? [{ name, field }] : [])),
  sets: ({ saveReferenceAs }) => [{ exit: null, names: [saveReferenceAs] }],
  refers: ({ departmentId, personId, category }) => [
    { kind: 'department', id: departmentId, field: 'departmentId' },
    ...(personId ? [{ kind: 'person' as const, id: personId, field: 'personId' }] : []),
    ...(category ? [{ kind: 'category' as const, id: category, field: 'category' }] : []),
  ],
})
