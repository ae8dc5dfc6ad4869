import { addDays, townDate } from '../../calendar.ts'
import { type Reply, replyOf } from '../../input.ts'
import type { Choice } from '../../message.ts'
import type { Scene } from '../../node.ts'
import { exampleOf } from '../../pattern/example.ts'
import { NOT_UNDERSTOOD, type Sample, sampleWords, says, sends, shows, taps, type Wishes } from '../../sample.ts'
import { readWireId } from '../../scene.ts'
import { type AnswerKind, readAnswer } from './read-answer.ts'

type Rules = Parameters<typeof readAnswer>[0] & { saveAs: string }

const DAYS_AHEAD = 7 // an appointment one would ask for

const place = { latitude: 41.3874, longitude: 2.1686, name: null, address: null }

/** A text of the right length. */
function sampleText({ min, max }: Rules, language: Wishes['language']): string {
  const text = sampleWords('text', language)
  const long = min !== null && min > text.length ? text.padEnd(min, ' ok').trimEnd().padEnd(min, '.') : text
  return max !== null && long.length > max ? long.slice(0, Math.max(1, max)).trim() : long
}

const inDays = (scene: Scene) => {
  const [year, month, day] = addDays(townDate(scene.now, scene.town.timeZone), DAYS_AHEAD).split('-')
  return `${Number(day)}/${Number(month)}/${year}`
}

/** Texts that may well be an answer of each kind; the first one that is read is taken. */
const texts: { [Kind in AnswerKind]: (rules: Rules, scene: Scene, wishes: Wishes) => (string | null)[] } = {
  text: (rules, _scene, { language }) => [sampleText(rules, language)],
  number: ({ min, max }) => [String(Math.ceil(min ?? Math.min(1, max ?? 1))), String(Math.floor(max ?? 10))],
  date: (_rules, scene) => [inDays(scene)],
  email: () => ['nom@example.org'],
  phone: () => ['600 123 123', '333 123 4567', '+34600123123'],
  yes_no: () => [],
  photo: () => [],
  file: () => [],
  location: () => [],
  address: (_rules, _scene, { language }) => [sampleWords('address', language)],
  rating: () => [],
  pattern: ({ pattern }) => [exampleOf(pattern), '08240', '12345678Z', '1234 ABC'],
}

const replyTo = ({ act }: Sample): Reply => replyOf({ messageId: 'sample', ...(act.kind === 'say' ? act.said : {}) })

/** The options under the question that lead on: "Done" alone once files have come, else the best mark and the worst. */
function tapsOn(offered: readonly Choice[], best: number): { right: Sample[]; skip: Sample[]; done: Sample[] } {
  const tap = (exit: string, ids: readonly string[]) =>
    offered.filter(({ id }) => ids.includes(readWireId(id)?.option ?? '')).map(choice => taps(exit, choice))
  const right = [...tap('answered', ['yes', 'no', `mark-${best}`]), ...tap('answered', ['mark-1'])]
  return { right, skip: tap('skipped', ['skip']), done: tap('answered', ['done']) }
}

/** A good answer first, then those that decide something further on, then none, and last one that does not fit. */
export function sampleAnswers(
  config: Rules & { answer: AnswerKind },
  scene: Scene,
  wishes: Wishes,
  offered: readonly Choice[],
): Sample[] {
  const tapped = tapsOn(offered, config.best)
  if (tapped.done.length > 0) return tapped.done
  const isRead = (sample: Sample) => readAnswer(config, replyTo(sample), scene) !== null
  const own = texts[config.answer](config, scene, wishes).filter(text => text !== null)
  const files = config.answer === 'photo' || config.answer === 'file' ? [sends('answered', 'image')] : []
  const places = config.answer === 'location' ? [shows('answered', place)] : []
  const [usual, ...others] = [...files, ...places, ...own.map(text => says('answered', text))].filter(isRead)
  const wished = wishes.valuesOf(config.saveAs).map(text => says('answered', text))
  const wrong = [says('invalid', NOT_UNDERSTOOD), sends('invalid', 'sticker')].find(sample => !isRead(sample))
  const right = usual ? [usual, ...(config.answer === 'number' ? others : [])] : []
  return [...tapped.right, ...right, ...wished.filter(isRead), ...tapped.skip, ...(wrong ? [wrong] : [])]
}
