import type { AnswerValue } from '../../answer.ts'
import { townDate } from '../../calendar.ts'
import type { InputOf } from '../../input.ts'
import type { Scene } from '../../node.ts'
import { compilePattern } from '../../pattern.ts'
import { tappedOption } from '../../scene.ts'
import { parseDate, parseEmail, parseNumber, parsePhone, parseYesNo } from '../../understand.ts'

export const answerKinds = [
  'text',
  'number',
  'date',
  'email',
  'phone',
  'yes_no',
  'photo',
  'file',
  'location',
  'address',
  'rating',
  'pattern',
] as const
export type AnswerKind = (typeof answerKinds)[number]

const MAX_ANSWER_CHARS = 4_096 // what WhatsApp lets a person write

interface Rules {
  min: number | null
  max: number | null
  pattern: string
  best: number
}

const within = (size: number, { min, max }: Rules) => (min === null || size >= min) && (max === null || size <= max)

const VISIBLE = /[^\p{Cc}\p{Cf}\p{Z}\p{M}\u115f\u1160\u3164]/u // Hangul fillers show nothing either

const readText = (text: string, rules: Rules): string | null =>
  VISIBLE.test(text) && text.length <= MAX_ANSWER_CHARS && within(text.length, rules) ? text : null

function readMark(reply: InputOf<'reply'>, text: string, scene: Scene, best: number): number | null {
  const tapped = tappedOption(reply, scene)
  const said = tapped?.startsWith('mark-') ? tapped.slice('mark-'.length) : text
  const mark = parseNumber(said, scene.language)
  return mark !== null && Number.isInteger(mark) && mark >= 1 && mark <= best ? mark : null
}

const patterns = new WeakMap<Rules, ReturnType<typeof compilePattern>>()

/** Compiled once for each question. */
function patternOf(rules: Rules): ReturnType<typeof compilePattern> {
  const pattern = patterns.get(rules) ?? compilePattern(rules.pattern, { ignoreCase: true })
  patterns.set(rules, pattern)
  return pattern
}

/** How a reply is read for each kind of answer; null when it does not fit. */
const readers: {
  [Kind in AnswerKind]: (reply: InputOf<'reply'>, text: string, rules: Rules, scene: Scene) => AnswerValue
} = {
  text: (_reply, text, rules) => readText(text, rules),
  number(_reply, text, rules, scene) {
    const number = parseNumber(text, scene.language)
    return number !== null && within(number, rules) ? number : null
  },
  date: (_reply, text, _rules, scene) => parseDate(text, scene.language, townDate(scene.now, scene.town.timeZone)),
  email: (_reply, text) => parseEmail(text),
  phone: (_reply, text, _rules, scene) => parsePhone(text, scene.town.country),
  yes_no(reply, text, _rules, scene) {
    const tapped = tappedOption(reply, scene)
    return tapped === 'yes' || tapped === 'no' ? tapped === 'yes' : parseYesNo(text)
  },
  photo: reply => nonEmpty(reply.media.filter(({ kind }) => kind === 'image')),
  file: reply => nonEmpty(reply.media.filter(({ kind }) => kind !== 'sticker')),
  location: (reply, text, rules) => reply.place ?? addressOf(readText(text, rules)),
  address: (reply, text, rules) => reply.place ?? addressOf(readText(text, rules)),
  rating: (reply, text, rules, scene) => readMark(reply, text, scene, rules.best),
  pattern(_reply, text, rules) {
    const pattern = patternOf(rules)
    return pattern.ok && text.length <= MAX_ANSWER_CHARS && pattern.matches(text) ? text : null
  },
}

const nonEmpty = (files: InputOf<'reply'>['media']) => (files.length > 0 ? files : null)
const addressOf = (address: string | null) =>
  address === null ? null : { latitude: null, longitude: null, name: null, address: address.slice(0, 1_000) }

/** The answer in this reply, or null when it is not of the kind asked for. A location may be written as an address. */
export const readAnswer = (
  config: Rules & { answer: AnswerKind },
  reply: InputOf<'reply'>,
  scene: Scene,
): AnswerValue => readers[config.answer](reply, (reply.text ?? '').trim(), config, scene)
