import { z } from 'zod'
import { answers } from './answer.ts'
import type { ContactFacts } from './contact.ts'
import { contactFacts } from './contact.ts'

/** What a session waits for. `turn` marks this wait, so that a late timer or answer of an earlier one is known. */
export const wait = z.strictObject({
  kind: z.enum(['reply', 'effect', 'delay', 'people']),
  node: z.string(),
  turn: z.number().int(),
  /** ISO time at which the wait ends by itself; null when it does not. */
  dueAt: z.string().nullable(),
  attempts: z.number().int(),
  /** What the node keeps between two replies: photos so far, the page shown. Plain data. */
  memory: z.unknown(),
})
export type Wait = z.infer<typeof wait>

/** A matter the contact was asked about, whether it was solved. */
export const askedSolved = z.strictObject({
  reference: z.string(),
  /** The session's turn then: words answer it only while nothing else has happened. */
  turn: z.number().int(),
  /** They said no, and were asked what is missing. */
  isTelling: z.boolean(),
})
export type AskedSolved = z.infer<typeof askedSolved>

/** Where one contact stands in one run of a flow. Plain data: it is saved, printed and compared. */
export const session = z.strictObject({
  status: z.enum(['idle', 'waiting', 'ended', 'failed']),
  flowId: z.string().nullable(),
  flowVersion: z.number().int().nullable(),
  /** The flow and its open sub-flows, outermost first; `node` is where the sub-flow returns to. */
  frames: z.array(z.strictObject({ flowId: z.string(), node: z.string() })),
  wait: wait.nullable(),
  answers,
  contact: contactFacts,
  /** Our key of the contact's newest message: the proof of what it brings about. */
  messageId: z.string().nullable(),
  /** Menus passed, oldest first, for "back"; at most 20. */
  visited: z.array(z.string()),
  turn: z.number().int(),
  /** Whole number from which `random` nodes draw; every draw makes the next. */
  seed: z.number().int(),
  /** Questions whether something was solved that have no answer yet, newest last. */
  asked: z.array(askedSolved).optional(),
  /** Emergencies in front of every flow that this person was told. */
  toldFronts: z.array(z.string()).optional(),
})
export type Session = z.infer<typeof session>

export const newSession = (contact: ContactFacts, seed: number): Session => ({
  status: 'idle',
  flowId: null,
  flowVersion: null,
  frames: [],
  wait: null,
  answers: {},
  contact,
  messageId: null,
  visited: [],
  turn: 0,
  seed,
})
