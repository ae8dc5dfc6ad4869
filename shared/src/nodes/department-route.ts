import { MAX_TEXT_CHARS } from '../channel-limits.ts'
import { defineNode } from '../node.ts'
import { attends, sampleWords } from '../sample.ts'
import { begin, claimsAnswer, goOn, sampleReplies } from './department-route/asking.ts'
import { routeConfig } from './department-route/config.ts'
import { beginDialogue, goOnWithDialogue } from './department-route/dialogue.ts'
import { referenceNames } from './department-route/opening.ts'

const MOST_ABOUT_THE_SAME = 4 // its photo, the question twice, and that it is followed
const MOST_ABOUT_NEWS = 2
const ASKING_MINUTES = 60
const DAY_MINUTES = 1_440

/**
 * Opens an incident for a department or a person. One answer goes on at once, unless the contact is asked whether it is
 * the same as one nearby, or whether they want news of it; a dialogue waits until people close it.
 */
export const departmentRoute = defineNode({
  type: 'department_route',
  family: 'hands_on',
  config: routeConfig,
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
  exits: ({ mode, asksDuplicates }) =>
    mode === 'dialogue'
      ? [{ id: 'closed' }, { id: 'nobody_answered' }]
      : [{ id: 'opened' }, ...(asksDuplicates ? [{ id: 'followed', isOptional: true as const }] : [])],

  enter: (config, scene) => (config.mode === 'dialogue' ? beginDialogue(config, scene) : begin(config, scene)),

  resume(config, input, scene) {
    if (config.mode === 'dialogue') return goOnWithDialogue(config, input, scene)
    return input.kind === 'people' ? { stay: true } : goOn(config, input, scene)
  },

  claims: ({ mode }, reply, scene) => (mode === 'one_answer' ? claimsAnswer(reply, scene) : undefined),

  samples: (config, scene, { language }) =>
    config.mode === 'one_answer'
      ? sampleReplies(config, scene)
      : [attends('closed', 'closed', sampleWords('closing', language)), attends('nobody_answered', 'unattended', '')],

  texts: ({ summary }) => [{ field: 'summary', text: summary, maxChars: MAX_TEXT_CHARS, required: true }],
  sends: ({ mode, tellsHours, waitMinutes, asksDuplicates, asksNews }) => {
    const tells = (tellsHours ?? 'never') !== 'never' ? Math.ceil(waitMinutes / DAY_MINUTES) + 1 : 0 // closed hours come once a day
    const asked = (asksDuplicates ? MOST_ABOUT_THE_SAME : 0) + (asksNews ? MOST_ABOUT_NEWS : 0)
    return {
      first: [],
      later: mode === 'dialogue' ? { usual: 0, most: tells } : { usual: Number(asksNews ?? false), most: asked },
    }
  },
  weighs: ({ asksNews }) => (asksNews ? [{ name: 'contact.incident_news', values: [] }] : []),
  waits: ({ mode }, exit) => mode === 'dialogue' || exit === 'followed',
  timeouts: ({ mode, waitMinutes, asksDuplicates, asksNews }) => {
    if (mode === 'dialogue') return [{ exit: 'nobody_answered', minutes: waitMinutes }]
    return asksDuplicates || asksNews ? [{ exit: 'opened', minutes: ASKING_MINUTES }] : []
  },
  reachesPeople: true,
  takesAnswers: true,
  reads: ({ textFrom, photosFrom, placeFrom }) =>
    Object.entries({ textFrom, photosFrom, placeFrom }).flatMap(([field, name]) => (name ? [{ name, field }] : [])),
  sets: config => [{ exit: null, names: referenceNames(config) }],
  refers: ({ departmentId, personId, category }) => [
    { kind: 'department', id: departmentId, field: 'departmentId' },
    ...(personId ? [{ kind: 'person' as const, id: personId, field: 'personId' }] : []),
    ...(category ? [{ kind: 'category' as const, id: category, field: 'category' }] : []),
  ],
})
