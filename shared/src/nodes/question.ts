import { MAX_BUTTON_BODY_CHARS, MAX_TEXT_CHARS } from '../channel-limits.ts'
import type { InputOf } from '../input.ts'
import { defineNode, type NodeFault, type Outcome, type Scene } from '../node.ts'
import { compilePattern } from '../pattern.ts'
import { phrase } from '../phrases.ts'
import { taps } from '../sample.ts'
import { readWireId, tappedOption } from '../scene.ts'
import { formatValue } from '../template.ts'
import { parseYesNo, understand } from '../understand.ts'
import { type QuestionConfig, questionConfig } from './question/config.ts'
import { type AnswerKind, readAnswer } from './question/read-answer.ts'
import { sampleAnswers } from './question/samples.ts'

const MAX_FILES = 10

/** Asked with buttons, or with the button that sends a place. */
const hasOwnForm = new Set<AnswerKind>(['yes_no', 'rating', 'location'])

interface Memory {
  files: InputOf<'reply'>['media']
  pending: unknown
}
const memoryOf = (scene: Scene): Memory => {
  const kept = (scene.wait?.memory ?? {}) as Partial<Memory>
  return { files: kept.files ?? [], pending: kept.pending }
}

const say = (name: Parameters<typeof phrase>[0], scene: Scene, values?: Record<string, string>) =>
  phrase(name, scene.language, scene.defaultLanguage, values)

/** The choices under a question: marks, yes and no, "Done", "Skip". */
function choicesOf(config: QuestionConfig, scene: Scene, files: number) {
  const marks = config.answer === 'rating' ? Array.from({ length: config.best }, (_, i) => String(i + 1)) : []
  return [
    ...marks.map(mark => scene.choice(`mark-${mark}`, mark)),
    ...(config.answer === 'yes_no'
      ? [scene.choice('yes', say('yes', scene)), scene.choice('no', say('no', scene))]
      : []),
    ...(files > 0 ? [scene.choice('done', say('done', scene))] : []),
    ...(config.optional && files === 0
      ? [scene.choice('skip', scene.label(config.skipLabel) || say('skip', scene))]
      : []),
  ]
}

function ask(config: QuestionConfig, scene: Scene, intro: string, again: boolean): Outcome {
  const text = [intro, scene.text(config.text)].filter(Boolean).join('\n\n')
  const choices = choicesOf(config, scene, 0)
  const asksPlace = config.answer === 'location' && choices.length === 0
  return {
    messages: [scene.message(text, { choices, asksPlace, listLabel: say('choose', scene) })],
    wait: { kind: 'reply', minutes: config.waitMinutes, again },
  }
}

/** The built-in choice a reply means: "yes", "done", "skip" by tap, number or word. */
function chosen(config: QuestionConfig, reply: InputOf<'reply'>, scene: Scene, files: number): string | null {
  const tapped = tappedOption(reply, scene)
  if (tapped !== undefined) return tapped
  const options = choicesOf(config, scene, files).map(({ id, label }) => ({ id: readWireId(id)?.option ?? id, label }))
  const fixed = options
    .filter(({ id }) => id === 'done' || id === 'skip')
    .map(option => ({ ...option, synonyms: [say(option.id === 'skip' ? 'skip' : 'done', scene)] }))
  const meant = understand(fixed, { text: reply.text ?? undefined })
  if (meant && meant.rule !== 'number') return meant.choiceId
  // "No" to "Have you a photo?" is no answer to keep; to a question in words it may be one.
  const mayBeWords = config.answer === 'text' || config.answer === 'pattern' || config.answer === 'yes_no'
  return !mayBeWords && fixed[0] && parseYesNo(reply.text ?? '') === false ? fixed[0].id : null
}

function accept(config: QuestionConfig, value: QuestionValue, scene: Scene): Outcome {
  if (!config.confirm) return { exit: 'answered', answers: { [config.saveAs]: value } }
  const shown = formatValue(value, { language: scene.language, timeZone: scene.town.timeZone })
  return {
    messages: [
      scene.message(say('confirm', scene, { value: shown }), {
        choices: [scene.choice('yes', say('yes', scene)), scene.choice('no', say('no', scene))],
      }),
    ],
    wait: { kind: 'reply', minutes: config.waitMinutes, memory: { pending: value }, again: false },
  }
}

function retry(config: QuestionConfig, scene: Scene, text: string | null): Outcome {
  const effects = text
    ? [{ kind: 'not_understood' as const, flowId: scene.flowId, node: scene.node, text: text.slice(0, 500) }]
    : []
  if ((scene.wait?.attempts ?? 0) + 1 >= config.maxAttempts) return { exit: 'invalid', effects }
  const words = scene.text(config.retryText) || say('answer_again', scene)
  return { ...ask(config, scene, words, true), effects }
}

function collect(config: QuestionConfig, files: Memory['files'], scene: Scene): Outcome {
  if (!config.several || files.length >= MAX_FILES) {
    return { exit: 'answered', answers: { [config.saveAs]: files.slice(0, MAX_FILES) } }
  }
  return {
    messages: [scene.message(say('one_more', scene), { choices: choicesOf(config, scene, files.length) })],
    wait: { kind: 'reply', minutes: config.waitMinutes, memory: { files } },
  }
}

/** A reply that is no file, after some files came: they are kept, and the contact may still finish. */
function retryWithFiles(config: QuestionConfig, files: Memory['files'], scene: Scene): Outcome {
  if ((scene.wait?.attempts ?? 0) + 1 >= config.maxAttempts) {
    return { exit: 'answered', answers: { [config.saveAs]: files } }
  }
  const words = scene.text(config.retryText) || say('answer_again', scene)
  return {
    messages: [scene.message(words, { choices: choicesOf(config, scene, files.length) })],
    wait: { kind: 'reply', minutes: config.waitMinutes, memory: { files }, again: true },
  }
}

type QuestionValue = NonNullable<ReturnType<typeof readAnswer>>

/** Asks one thing, checks the answer and keeps it. */
export const question = defineNode({
  type: 'question',
  family: 'asks',
  config: questionConfig,
  blank: {
    text: {},
    answer: 'text',
    saveAs: 'answer',
    optional: false,
    skipLabel: {},
    retryText: {},
    maxAttempts: 3,
    waitMinutes: 1_440,
    confirm: false,
    min: null,
    max: null,
    pattern: '',
    best: 5,
    several: false,
    isPersonal: false,
  },
  waits: () => true,
  timeouts: ({ waitMinutes }) => [{ exit: 'no_reply', minutes: waitMinutes }],
  exits: ({ optional }) => [
    { id: 'answered' },
    ...(optional ? [{ id: 'skipped' }] : []),
    { id: 'invalid', isGivingUp: true },
    { id: 'no_reply', isOptional: true },
  ],

  enter: (config, scene) => ask(config, scene, '', false),

  claims(config, reply, scene) {
    const memory = memoryOf(scene)
    if (chosen(config, reply, scene, memory.files.length) !== null) return true
    if (readAnswer(config, reply, scene) === null) return false
    return config.answer === 'number' || config.answer === 'rating' ? true : undefined
  },

  resume(config, input, scene) {
    const memory = memoryOf(scene)
    if (input.kind !== 'reply') {
      return memory.files.length > 0
        ? { exit: 'answered', answers: { [config.saveAs]: memory.files } }
        : { exit: 'no_reply' }
    }
    const pick = chosen(config, input, scene, memory.files.length)
    if (memory.pending !== undefined) return confirmed(config, input, pick, memory.pending as QuestionValue, scene)
    if (pick === 'skip' && config.optional) return { exit: 'skipped', answers: { [config.saveAs]: null } }
    if (pick === 'done' && memory.files.length > 0) {
      return { exit: 'answered', answers: { [config.saveAs]: memory.files } }
    }
    const value = readAnswer(config, input, scene)
    if (value === null && memory.files.length > 0) return retryWithFiles(config, memory.files, scene)
    if (value === null) return retry(config, scene, input.text)
    if (config.answer === 'photo' || config.answer === 'file') {
      return collect(config, [...memory.files, ...(value as Memory['files'])], scene)
    }
    return accept(config, value, scene)
  },

  samples(config, scene, wishes) {
    const { files, pending } = memoryOf(scene)
    if (pending !== undefined) return [taps('answered', scene.choice('yes', say('yes', scene)))]
    return sampleAnswers(config, scene, wishes, choicesOf(config, scene, files.length))
  },

  texts: ({ text, retryText, skipLabel, optional, answer }) => [
    {
      field: 'text',
      text,
      maxChars: optional || hasOwnForm.has(answer) ? MAX_BUTTON_BODY_CHARS : MAX_TEXT_CHARS,
      required: true,
    },
    { field: 'retryText', text: retryText, maxChars: MAX_BUTTON_BODY_CHARS, required: false },
    { field: 'skipLabel', text: skipLabel, maxChars: 20, required: false, isPlain: true },
  ],
  sends({ text, optional, answer, maxAttempts, confirm, several }) {
    const hasFiles = (answer === 'photo' || answer === 'file') && several
    const room = optional || hasOwnForm.has(answer) ? MAX_BUTTON_BODY_CHARS : MAX_TEXT_CHARS
    const most = hasFiles ? MAX_FILES * maxAttempts - 1 : maxAttempts - 1 // each file may come after some that are none
    return {
      first: [{ texts: [text], room, isOpen: !optional && !hasOwnForm.has(answer) }],
      // Whoever says that it is not right is asked anew, as often as they like.
      later: { usual: Number(hasFiles || confirm), most: confirm ? null : most },
    }
  },
  sets: ({ saveAs, optional }) => [
    { exit: 'answered', names: [saveAs] },
    ...(optional ? [{ exit: 'skipped', names: [saveAs] }] : []),
  ],
  empties: ({ saveAs, optional }) => (optional ? [{ exit: 'skipped', names: [saveAs] }] : []),
  asksPersonalData: ({ isPersonal, answer }) => isPersonal || answer === 'email' || answer === 'phone',

  faults({ answer, pattern, min, max }): NodeFault[] {
    const compiled = answer === 'pattern' ? compilePattern(pattern) : null
    return [
      ...(compiled && (!compiled.ok || pattern === '')
        ? [{ code: 'pattern_broken' as const, severity: 'error' as const, field: 'pattern', values: { pattern } }]
        : []),
      ...(min !== null && max !== null && min > max
        ? [{ code: 'limits_crossed' as const, severity: 'error' as const, field: 'min', values: { min, max } }]
        : []),
    ]
  },
})

function confirmed(
  config: QuestionConfig,
  input: InputOf<'reply'>,
  pick: string | null,
  pending: QuestionValue,
  scene: Scene,
): Outcome {
  const isRight = pick === 'yes' || pick === 'no' ? pick === 'yes' : parseYesNo(input.text ?? '')
  if (isRight === true) return { exit: 'answered', answers: { [config.saveAs]: pending } }
  if (isRight === false) return ask(config, scene, '', true)
  const corrected = readAnswer(config, input, scene)
  return corrected === null ? retry(config, scene, input.text) : accept(config, corrected, scene)
}
