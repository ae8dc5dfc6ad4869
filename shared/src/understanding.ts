import { z } from 'zod'
import { compile } from './compile.ts'
import { newContact } from './contact.ts'
import { type Flow, flowNode } from './flow.ts'
import { replyOf } from './input.ts'
import { type Language, language } from './language.ts'
import type { MediaFile, Place } from './message.ts'
import { sceneOf } from './scene.ts'
import { newSession } from './session.ts'
import type { TownData } from './town.ts'

/** An answer somebody gave at a step, in their own words. */
export interface GivenAnswer {
  text: string
  media: readonly MediaFile[]
  place: Place | null
  language: Language | null
}

/** An answer with the exit it led to then, and the one it would lead to now; null where it was, or is, not understood. */
export interface Compared {
  text: string
  from: string | null
  to: string | null
}

const NOT_ASKED = 'replay'

/**
 * How one step of a drawing would take an answer: the exit it leads to, null when it is not understood, and undefined
 * when it is understood without leaving the step, like the first of several photos.
 */
export function understandingOf(flow: Flow, nodeId: string, town: TownData, now: Date) {
  const compiled = compile({ flowId: flow.id, version: 1, flow, subflows: [] }, town)
  const node = compiled.nodes.get(nodeId)
  const wait = {
    ...{ kind: 'reply' as const, node: nodeId, turn: 1, dueAt: null, attempts: 0, memory: null },
  }
  return ({ text, media, place, language: spoken }: GivenAnswer): string | null | undefined => {
    if (!node?.definition.resume) return null
    const contact = { ...newContact(), language: spoken }
    const session = { ...newSession(contact, 1), status: 'waiting' as const, flowId: flow.id, flowVersion: 1, wait }
    const scene = sceneOf(compiled, session, { node: nodeId, now, wait, draw: () => 0 })
    const reply = replyOf({ messageId: NOT_ASKED, text, media: [...media], place })
    const outcome = node.definition.resume(node.config, reply, scene)
    if (outcome.effects?.some(({ kind }) => kind === 'not_understood') || outcome.wait?.again) return null
    return outcome.exit
  }
}

/** How many answers go another way, with a few of them. */
const change = z.strictObject({ count: z.number().int(), examples: z.array(z.string()) })

/** What another drawing of a step would have changed in the stored conversations. */
export const understandingChanges = z.strictObject({
  /** Answers that were not understood then. */
  notUnderstood: z.number().int(),
  /** Answers in words that were understood then. */
  understood: z.number().int(),
  /** Not understood then, but now: by the exit they would take. */
  gained: z.array(change.extend({ to: z.string() })),
  /** Understood then, but now otherwise or, when `to` is null, no more. */
  moved: z.array(change.extend({ from: z.string(), to: z.string().nullable() })),
  /** Whether there were more answers than were read; the newest were. */
  isCut: z.boolean(),
})
export type UnderstandingChanges = z.infer<typeof understandingChanges>

/** A step as it is drawn now, to be tried on the answers stored for it. */
export const tryUnderstanding = z.strictObject({
  node: flowNode.pick({ id: true, type: true, config: true }),
  languages: z.array(language).min(1).max(20),
  defaultLanguage: language,
})

const MAX_EXAMPLES = 3
type Change = z.infer<typeof change>

/** Adds up what changes between then and now, the most frequent first. */
export function changesIn(answers: readonly Compared[]): Omit<UnderstandingChanges, 'isCut'> {
  const gained = new Map<string, Change & { to: string }>()
  const moved = new Map<string, Change & { from: string; to: string | null }>()
  const add = <Row extends Change>(rows: Map<string, Row>, key: string, fresh: Row, text: string) => {
    const row = rows.get(key) ?? fresh
    const isNew = row.examples.length < MAX_EXAMPLES && !row.examples.includes(text)
    rows.set(key, { ...row, count: row.count + 1, examples: isNew ? [...row.examples, text] : row.examples })
  }
  for (const { text, from, to } of answers) {
    const none = { count: 0, examples: [] }
    if (from === to) continue
    if (from === null && to !== null) add(gained, to, { ...none, to }, text)
    if (from !== null) add(moved, `${from} ${to}`, { ...none, from, to }, text)
  }
  const byCount = <Row extends Change>(rows: Map<string, Row>) =>
    [...rows.values()].sort((one, other) => other.count - one.count)
  return {
    notUnderstood: answers.filter(({ from }) => from === null).length,
    understood: answers.filter(({ from }) => from !== null).length,
    gained: byCount(gained),
    moved: byCount(moved),
  }
}
