import type { CompiledFlow } from './compile.ts'
import type { Reply } from './input.ts'
import { start, type Trigger } from './nodes/start.ts'
import type { Session } from './session.ts'
import { hasKeyword, normalize } from './understand.ts'

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
}

const startings = (flows: Iterable<CompiledFlow>): Starting[] =>
  [...flows].flatMap(flow =>
    [...flow.nodes.values()].flatMap(({ id, definition, config }) => {
      if (definition.type !== start.type) return []
      return start.config.parse(config).triggers.map(trigger => ({ flow, node: id, trigger }))
    }),
  )

const wordsOf = (trigger: Extract<Trigger, { kind: 'keyword' }>): string[] => Object.values(trigger.words).flat()

/** The rest of a text after a keyword it begins with, as it was written; null when it begins otherwise. */
function restAfter(text: string, keyword: string): string | null {
  const words = text.trim().split(/\s+/)
  const length = keyword.trim().split(/\s+/).length
  return normalize(words.slice(0, length).join(' ')) === normalize(keyword) ? words.slice(length).join(' ') : null
}

function keywordHit(one: Starting, text: string, mode: 'begins_with' | 'any_word'): TriggerHit | null {
  const { flow, node, trigger } = one
  if (trigger.kind !== 'keyword' || trigger.mode !== mode) return null
  for (const word of wordsOf(trigger)) {
    if (mode === 'any_word' && hasKeyword(text, word, 'any_word')) return plain(one)
    const rest = mode === 'begins_with' ? restAfter(text, word) : null
    if (rest === null) continue
    return { flow, node, saves: trigger.saveRestAs ? { name: trigger.saveRestAs, text: rest } : null, restKey: null }
  }
  return null
}

/** Whether the whole text is one of the words, whatever the trigger's mode. */
const isWord = ({ trigger }: Starting, text: string) =>
  trigger.kind === 'keyword' &&
  trigger.mode !== 'begins_with' &&
  wordsOf(trigger).some(word => hasKeyword(text, word, 'exact'))

function firstHit(all: readonly Starting[], test: (one: Starting) => TriggerHit | null): TriggerHit | null {
  for (const one of all) {
    const hit = test(one)
    if (hit) return hit
  }
  return null
}

const plain = ({ flow, node }: Starting): TriggerHit => ({ flow, node, saves: null, restKey: null })

/** The start node whose keyword or link code the whole text is, or begins with: sure enough to leave another flow for. */
export function sureTrigger(flows: Iterable<CompiledFlow>, reply: Reply): TriggerHit | null {
  const text = reply.text ?? ''
  const all = startings(flows)
  return (
    firstHit(all, one =>
      one.trigger.kind === 'link' && hasKeyword(text, one.trigger.code, 'exact') ? plain(one) : null,
    ) ??
    firstHit(all, one => (isWord(one, text) ? plain(one) : null)) ??
    firstHit(all, one => keywordHit(one, text, 'begins_with'))
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
  flows: Iterable<CompiledFlow>,
  session: Session,
  reply: Reply,
  isFirstMessage: boolean,
  now: Date,
): { hit: TriggerHit | null; isResting: boolean } {
  const all = startings(flows)
  const hit =
    sureTrigger(flows, reply) ??
    firstHit(all, one => keywordHit(one, reply.text ?? '', 'any_word')) ??
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
