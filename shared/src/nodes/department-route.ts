import { z } from 'zod'
import type { AnswerValue } from '../answer.ts'
import { MAX_TEXT_CHARS } from '../channel-limits.ts'
import { priorities } from '../effect.ts'
import { localizedText } from '../language.ts'
import type { MediaFile, Place } from '../message.ts'
import { answerName } from '../names.ts'
import { defineNode, type Scene } from '../node.ts'
import { attends, sampleWords } from '../sample.ts'

const REFERENCE_LETTERS = '23456789BCDFGHJKLMNPQRSTVWXZ' // no vowels, no look-alikes: never a word, never misread
const REFERENCE_CHARS = 7

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
  }
}

const memoryReference = (scene: Scene) => {
  const { reference } = (scene.wait?.memory ?? {}) as { reference?: string }
  return reference ?? ''
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
  },
  exits: ({ mode }) => (mode === 'dialogue' ? [{ id: 'closed' }, { id: 'nobody_answered' }] : [{ id: 'opened' }]),

  enter(config, scene) {
    const reference = referenceOf(scene)
    const opened = {
      effects: [openedBy(config, scene, reference)],
      answers: { [config.saveReferenceAs]: reference },
    }
    if (config.mode === 'one_answer') return { ...opened, exit: 'opened' }
    return { ...opened, wait: { kind: 'people', minutes: config.waitMinutes, memory: { reference } } }
  },

  resume(_config, input, scene) {
    if (input.kind === 'timeout') return { exit: 'nobody_answered' }
    if (input.kind === 'reply') {
      const { text, media, place } = input
      return {
        stay: true,
        effects: [{ kind: 'add_to_incident', reference: memoryReference(scene), text: text ?? '', media, place }],
      }
    }
    if (input.kind !== 'people' || input.reference !== memoryReference(scene)) return { stay: true }
    if (input.event === 'unattended') return { exit: 'nobody_answered' }
    return input.event === 'closed' ? { exit: 'closed' } : { stay: true }
  },

  samples: (_config, _scene, { language }) => [
    attends('closed', 'closed', sampleWords('closing', language)),
    attends('nobody_answered', 'unattended', ''),
  ],

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
