import type { EffectOf } from '../../effect.ts'
import type { InputOf, Reply } from '../../input.ts'
import type { MediaFile } from '../../message.ts'
import type { Outcome, Scene } from '../../node.ts'
import { type Phrase, phrase } from '../../phrases.ts'
import { newReference } from '../../reference.ts'
import { type Sample, taps } from '../../sample.ts'
import { tappedOption } from '../../scene.ts'
import { parseYesNo } from '../../understand/yes-no.ts'
import { understand } from '../../understand.ts'
import type { RouteConfig } from './config.ts'
import { opening, placeOf, referenceAnswers } from './opening.ts'

/** The field of a contact that says whether they want to hear of their incidents; unset until they were asked. */
export const NEWS_FIELD = 'incident_news'

const LOOKING_MINUTES = 1 // our own database answers at once; this covers a restart
const ASKING_MINUTES = 60 // then it is opened all the same: no report is lost because nobody answered
const MAX_ASKED = 2

/** What it waits for: the search, an answer to "is this it?", or to "do you want news?". */
interface Memory {
  stage?: 'looking' | 'same' | 'news'
  found?: { reference: string; meters: number; days: number }
}

const memoryOf = ({ wait }: Scene): Memory => (wait?.memory ?? {}) as Memory
const say = (name: Phrase, { language, defaultLanguage }: Scene, values?: Record<string, string>) =>
  phrase(name, language, defaultLanguage, values)
const choices = (scene: Scene, yes: Phrase, no: Phrase) => [
  scene.choice('yes', say(yes, scene)),
  scene.choice('no', say(no, scene)),
]
const sameChoices = (scene: Scene) => choices(scene, 'same_yes', 'same_no')
const newsChoices = (scene: Scene) => choices(scene, 'yes', 'no')

/** Yes or no; null when it is neither. */
function decided(reply: Reply, scene: Scene): boolean | null {
  const isSame = memoryOf(scene).stage === 'same'
  const labelled = understand(
    [
      { id: 'yes', label: say(isSame ? 'same_yes' : 'yes', scene) },
      { id: 'no', label: say(isSame ? 'same_no' : 'no', scene) },
    ],
    { text: reply.text ?? undefined, choiceId: tappedOption(reply, scene) },
  )
  // What is not the same must never be taken for it: the two labels may be nearly alike.
  if (labelled && labelled.rule !== 'near') return labelled.choiceId === 'yes'
  return parseYesNo(reply.text ?? '')
}

const isUndecided = ({ contact }: Scene) => contact.fields[NEWS_FIELD] === undefined

/** Asks with the number said first when it was opened just now: some never answer, and shall have it all the same. */
function askNews(scene: Scene, before: Outcome, reference: string | null): Outcome {
  const opened = reference === null ? '' : `${say('opened_as', scene, { reference })} `
  const again = reference === null
  return {
    ...before,
    messages: [scene.message(opened + say('news_ask', scene), { choices: newsChoices(scene) })],
    wait: { kind: 'reply', minutes: ASKING_MINUTES, memory: { stage: 'news' }, again },
  }
}

/** Opens the incident; then asks about news, once in the life of a contact. */
export function open(config: RouteConfig, scene: Scene): Outcome {
  const reference = newReference(scene.town.key, scene.chance)
  const opened: Outcome = {
    effects: [opening(config, scene, reference)],
    answers: referenceAnswers(config, scene, reference),
  }
  return config.asksNews && isUndecided(scene) ? askNews(scene, opened, reference) : { ...opened, exit: 'opened' }
}

/** What to look for before it is opened; null when there is no rule, or no point on the map. */
function search(config: RouteConfig, scene: Scene): EffectOf<'find_duplicates'> | null {
  const category = scene.town.categories.find(({ id }) => id === config.category)
  const place = placeOf(config, scene)
  if (!config.asksDuplicates || !category?.duplicates || place?.latitude == null || place.longitude === null)
    return null
  return { kind: 'find_duplicates', turn: scene.turn, category: category.id, place, ...category.duplicates }
}

/** Looks for the same matter first when it is asked to, else opens. */
export function begin(config: RouteConfig, scene: Scene): Outcome {
  const effect = search(config, scene)
  if (!effect) return open(config, scene)
  return { effects: [effect], wait: { kind: 'effect', minutes: LOOKING_MINUTES, memory: { stage: 'looking' } } }
}

const whenOf = (days: number, scene: Scene) => {
  if (days <= 0) return say('when_today', scene)
  return days === 1 ? say('when_yesterday', scene) : say('when_days', scene, { days: String(days) })
}

function askSame(found: NonNullable<Memory['found']>, photo: MediaFile | null, scene: Scene, again = false): Outcome {
  const { reference, meters, days } = found
  const words = say('same_ask', scene, { reference, meters: String(meters), when: whenOf(days, scene) })
  const picture = photo && {
    kind: 'image' as const,
    mediaId: photo.mediaId,
    url: null,
    fileName: null,
  }
  return {
    messages: [
      ...(picture ? [scene.message('', { media: picture })] : []),
      scene.message(words, { choices: sameChoices(scene) }),
    ],
    wait: { kind: 'reply', minutes: ASKING_MINUTES, memory: { stage: 'same', found }, again },
  }
}

function takeSearch(config: RouteConfig, { ok, values }: InputOf<'effect_result'>, scene: Scene): Outcome {
  const { reference, meters, days, photo } = values
  if (!ok || typeof reference !== 'string' || typeof meters !== 'number' || typeof days !== 'number')
    return open(config, scene)
  const [picture] = Array.isArray(photo) ? photo : []
  return askSame({ reference, meters, days }, typeof picture === 'object' ? picture : null, scene)
}

function follow(config: RouteConfig, reference: string, scene: Scene): Outcome {
  return {
    exit: 'followed',
    messages: [scene.message(say('following', scene, { reference }))],
    effects: [{ kind: 'follow_incident', reference }],
    answers: referenceAnswers(config, scene, reference),
  }
}

/** What comes of an answer, of the search, or of nobody answering. */
export function goOn(
  config: RouteConfig,
  input: Reply | InputOf<'effect_result'> | InputOf<'timeout'>,
  scene: Scene,
): Outcome {
  const { stage, found } = memoryOf(scene)
  const isAskedOut = (scene.wait?.attempts ?? 0) + 1 >= MAX_ASKED
  if (stage === 'news') {
    const wants = input.kind === 'reply' ? decided(input, scene) : null
    if (wants !== null) return { exit: 'opened', contact: { fields: { ...scene.contact.fields, [NEWS_FIELD]: wants } } }
    return input.kind === 'reply' && !isAskedOut ? askNews(scene, {}, null) : { exit: 'opened' }
  }
  if (input.kind === 'effect_result') return takeSearch(config, input, scene)
  if (input.kind === 'timeout' || stage !== 'same' || !found)
    return input.kind === 'timeout' ? open(config, scene) : { stay: true }
  const isSame = decided(input, scene)
  if (isSame === true) return follow(config, found.reference, scene)
  return isSame === false || isAskedOut ? open(config, scene) : askSame(found, null, scene, true)
}

/** Whether a reply surely answers what is asked here; anything else may be a word of the town's. */
export const claimsAnswer = (reply: Reply, scene: Scene): true | undefined =>
  memoryOf(scene).stage !== undefined && decided(reply, scene) !== null ? true : undefined

/** What may be done at each stage. */
export function sampleReplies(config: RouteConfig, scene: Scene): Sample[] {
  const { stage } = memoryOf(scene)
  const afterOpening = config.asksNews && isUndecided(scene) ? null : 'opened'
  if (stage === 'looking') {
    const values = { reference: newReference(scene.town.key, () => 0), meters: 40, days: 2 }
    return [
      { exit: null, act: { kind: 'service', ok: true, values } },
      { exit: afterOpening, act: { kind: 'service', ok: false, values: {} } },
    ]
  }
  const [yes, no] = stage === 'same' ? sameChoices(scene) : newsChoices(scene)
  if (!yes || !no) return []
  return stage === 'same' ? [taps(afterOpening, no), taps('followed', yes)] : [taps('opened', yes), taps('opened', no)]
}
