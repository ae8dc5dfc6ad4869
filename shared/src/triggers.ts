import type { CompiledFlow } from './compile.ts'
import type { Reply } from './input.ts'
import type { Trigger } from './nodes/start.ts'
import type { Session } from './session.ts'
import { comparable, normalize } from './understand/words.ts'

/** A start node that a message sets off, and what it keeps of the message. */
export interface TriggerHit {
  flow: CompiledFlow
  node: string
  saves: { name: string; text: string } | null
  /** Under which name the contact remembers that this start has answered; null when it never rests. */
  restKey: string | null
}

interface Starting {
  flow: CompiledFlow
  node: string
  trigger: Trigger
  /** Keywords as they are compared. */
  words: readonly Word[]
}

interface Word {
  source: string
  comparable: string
  /** Made of signs or emoji only, which need no spaces around them. */
  isSign: boolean
}

const wordOf = (source: string): Word => ({
  source,
  comparable: comparable(source),
  isSign: normalize(source) === '',
})

const wordsOf = (trigger: Trigger): Word[] =>
  trigger.kind === 'keyword' ? Object.values(trigger.words).flat().map(wordOf) : []

const prepared = new WeakMap<CompiledFlow, readonly Starting[]>()

/** What starts this flow, made ready for comparing once. */
function startingsOf(flow: CompiledFlow): readonly Starting[] {
  const known = prepared.get(flow)
  if (known) return known
  const made = flow.starts.flatMap(({ node, triggers }) =>
    triggers.map(trigger => ({ flow, node, trigger, words: wordsOf(trigger) })),
  )
  prepared.set(flow, made)
  return made
}

const startings = (flows: readonly CompiledFlow[]): Starting[] => flows.flatMap(startingsOf)

/** A message as keywords are compared with it. */
interface Said {
  text: string
  comparable: string
  spaced: string
}

const saidOf = (text: string): Said => ({ text, comparable: comparable(text), spaced: ` ${normalize(text)} ` })

/** The rest of a text after a keyword it begins with, as it was written; null when it begins otherwise. */
function restAfter(text: string, { source, comparable }: Word): string | null {
  const words = text.trim().split(/\s+/)
  const length = source.trim().split(/\s+/).length
  return normalize(words.slice(0, length).join(' ')) === comparable ? words.slice(length).join(' ') : null
}

const isAmong = ({ text, spaced }: Said, { comparable, isSign }: Word) =>
  comparable !== '' && (isSign ? text.includes(comparable) : spaced.includes(` ${comparable} `))

function keywordHit(one: Starting, said: Said, mode: 'begins_with' | 'any_word'): TriggerHit | null {
  const { flow, node, trigger, words } = one
  if (trigger.kind !== 'keyword' || trigger.mode !== mode) return null
  for (const word of words) {
    if (mode === 'any_word' && isAmong(said, word)) return plain(one)
    const rest = mode === 'begins_with' ? restAfter(said.text, word) : null
    if (rest === null) continue
    return { flow, node, saves: trigger.saveRestAs ? { name: trigger.saveRestAs, text: rest } : null, restKey: null }
  }
  return null
}

/** Whether the whole text is one of the words, whatever the trigger's mode. */
const isWord = ({ trigger, words }: Starting, said: Said) =>
  trigger.kind === 'keyword' &&
  trigger.mode !== 'begins_with' &&
  words.some(word => word.comparable !== '' && word.comparable === said.comparable)

function firstHit(all: readonly Starting[], test: (one: Starting) => TriggerHit | null): TriggerHit | null {
  for (const one of all) {
    const hit = test(one)
    if (hit) return hit
  }
  return null
}

const plain = ({ flow, node }: Starting): TriggerHit => ({ flow, node, saves: null, restKey: null })

/** The start node whose keyword or link code the whole text is, or begins with: sure enough to leave another flow for. */
export function sureTrigger(flows: readonly CompiledFlow[], reply: Reply): TriggerHit | null {
  const said = saidOf(reply.text ?? '')
  const all = startings(flows)
  const isLink = ({ trigger }: Starting) => trigger.kind === 'link' && comparable(trigger.code) === said.comparable
  return (
    firstHit(all, one => (isLink(one) ? plain(one) : null)) ??
    firstHit(all, one => (isWord(one, said) ? plain(one) : null)) ??
    firstHit(all, one => keywordHit(one, said, 'begins_with'))
  )
}

const isResting = (session: Session, key: string, restHours: number, now: Date) => {
  const last = Object.hasOwn(session.contact.started, key) ? session.contact.started[key] : undefined
  return last !== undefined && now.getTime() - new Date(last).getTime() < restHours * 3_600_000
}

/**
 * The start node that takes a message when no session waits for it: a sure one, a keyword among other words, the
 * contact's first message, anything else. `resting` tells that only a start that keeps silent now would have taken it.
 */
export function findTrigger(
  flows: readonly CompiledFlow[],
  session: Session,
  reply: Reply,
  isFirstMessage: boolean,
  now: Date,
): { hit: TriggerHit | null; isResting: boolean } {
  const all = startings(flows)
  const said = saidOf(reply.text ?? '')
  const hit =
    sureTrigger(flows, reply) ??
    firstHit(all, one => keywordHit(one, said, 'any_word')) ??
    (isFirstMessage ? firstHit(all, one => (one.trigger.kind === 'first_message' ? plain(one) : null)) : null)
  if (hit) return { hit, isResting: false }
  for (const one of all) {
    if (one.trigger.kind !== 'anything_else') continue
    const { restHours } = one.trigger
    const restKey = restHours > 0 ? `${one.flow.id}/${one.node}` : null
    if (restKey && isResting(session, restKey, restHours, now)) return { hit: null, isResting: true }
    return { hit: { ...plain(one), restKey }, isResting: false }
  }
  return { hit: null, isResting: false }
}
