import { MAX_BUTTON_BODY_CHARS } from './channel-limits.ts'
import type { Effect } from './effect.ts'
import type { Advance } from './engine.ts'
import type { Reply } from './input.ts'
import { type OutboundMessage, textMessage } from './message.ts'
import { type Phrase, phrase } from './phrases.ts'
import { platformWord } from './platform-words.ts'
import { fits } from './rendering.ts'
import type { AskedSolved, Session } from './session.ts'
import { send, townLanguage } from './town-says.ts'
import { sureTrigger } from './triggers.ts'
import { nothing, type Turn } from './turn.ts'
import { parseYesNo } from './understand/yes-no.ts'

const MAX_ASKED = 10
const TAP = 'solved~'
const NO_AND_WORDS = /^\s*no\s*[,.;:!–-]*\s+(?=\S)/i

const say = (turn: Turn, name: Phrase): OutboundMessage => {
  const language = townLanguage(turn)
  return textMessage(phrase(name, language, turn.flows.town.defaultLanguage), language)
}

/** The question whether a matter was solved, behind the answer that closes it: in one message where they fit. */
export function askSolved(turn: Turn, reference: string, answer: readonly OutboundMessage[]): OutboundMessage[] {
  const question = say(turn, 'solved_question')
  const label = (name: 'yes' | 'no') => phrase(name, question.language, turn.flows.town.defaultLanguage)
  const choices = (['yes', 'no'] as const).map(name => ({
    id: `${TAP}${reference}~${name}`,
    label: label(name),
    description: null,
  }))
  const [only] = answer
  const together = only && `${only.text}\n\n${question.text}`
  const isOne = answer.length === 1 && only && !only.media && together && fits(together, MAX_BUTTON_BODY_CHARS)
  if (isOne) return [{ ...only, text: together, choices }]
  return [...answer, { ...question, choices }]
}

/** The session that has been asked about this matter, as its newest question. */
export const hasAsked = (session: Session, reference: string): Session => ({
  ...session,
  asked: [
    ...(session.asked ?? []).filter(one => one.reference !== reference),
    { reference, turn: session.turn, isTelling: false },
  ].slice(-MAX_ASKED),
})

interface Verdict {
  about: AskedSolved
  solved: boolean
  /** What was said besides "no". */
  words: string
}

function settled(turn: Turn, { about, solved, words }: Verdict): Advance {
  const { session } = turn
  const rest = (session.asked ?? []).filter(({ reference }) => reference !== about.reference)
  const isTelling = !solved && words === ''
  const next = session.turn + 1
  const asked = isTelling ? [...rest, { ...about, isTelling, turn: next }] : rest
  const answer = solved ? 'solved_thanks' : isTelling ? 'solved_why' : 'solved_noted'
  return {
    session: { ...session, turn: next, asked },
    effects: [send(say(turn, answer)), { kind: 'settle_incident', reference: about.reference, solved, text: words }],
    trace: [],
  }
}

/** What is missing, told after a "no". */
function told(turn: Turn, { reference }: AskedSolved, { text, media, place }: Reply): Advance {
  const { session } = turn
  const asked = (session.asked ?? []).filter(one => one.reference !== reference)
  const added: Effect = { kind: 'add_to_incident', reference, text: text ?? '', media, place }
  return {
    session: { ...session, turn: session.turn + 1, asked },
    effects: [send(say(turn, 'solved_noted')), added],
    trace: [],
  }
}

/**
 * Takes a reply to "was this solved?": a tap on its buttons whenever it comes, once; words while nothing else has been
 * said since. Null when the reply is about something else.
 */
export function takeVerdict(turn: Turn, reply: Reply): Advance | null {
  const { session, flows } = turn
  const asked = session.asked ?? []
  if (reply.choiceId?.startsWith(TAP)) {
    const [, reference, verdict] = reply.choiceId.split('~')
    const about = asked.find(one => one.reference === reference && !one.isTelling)
    return about ? settled(turn, { about, solved: verdict === 'yes', words: '' }) : nothing(session)
  }
  const about = asked.at(-1)
  const text = reply.text ?? ''
  if (!about || about.turn !== session.turn || reply.choiceId !== null) return null
  if (platformWord(flows.town, text) || sureTrigger(flows.published, reply)) return null
  if (about.isTelling) return told(turn, about, reply)
  if (reply.media.length > 0 || reply.place) return null
  const solved = parseYesNo(text)
  if (solved !== null) return settled(turn, { about, solved, words: '' })
  return NO_AND_WORDS.test(text) ? settled(turn, { about, solved: false, words: text }) : null
}
