import { z } from 'zod'
import { answers } from '../answer.ts'
import type { Effect } from '../effect.ts'
import type { Passage } from '../engine.ts'
import { language } from '../language.ts'
import { mediaFile, type OutboundMessage, place } from '../message.ts'
import type { Ending } from './ending.ts'

/** Who writes and when: everything a simulation starts from, besides the flow. */
export const setup = z.strictObject({
  name: z.string().max(120),
  /** What the contact chose before, if anything. */
  language: language.nullable(),
  /** Time of the first act. */
  startsAt: z.iso.datetime(),
  /** Whole number from which chance is drawn. */
  seed: z.int(),
})
export type Setup = z.infer<typeof setup>

export const said = z.strictObject({
  text: z.string().max(4_096).nullable(), // WhatsApp Cloud API, body of a text message
  choiceId: z.string().max(300).nullable(),
  media: z.array(mediaFile).max(10),
  place: place.nullable(),
})
export type Said = z.infer<typeof said>

const peopleEvent = z.enum(['answered', 'closed', 'unattended'])

/** What the officer does in the simulator. A simulation is the list of them, done again from the beginning. */
export const act = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('say'), said }),
  z.strictObject({ kind: z.literal('begin'), node: z.string().max(200) }),
  z.strictObject({ kind: z.literal('clock'), to: z.iso.datetime() }),
  z.strictObject({ kind: z.literal('service'), ok: z.boolean(), values: answers }),
  z.strictObject({ kind: z.literal('people'), event: peopleEvent, text: z.string().max(4_096) }),
])
export type Act = z.infer<typeof act>

export type EffectNote = Exclude<Effect, { kind: 'send_message' }>

/** The nodes passed in the step that a line came from. */
interface Passed {
  passages: readonly Passage[]
}

/** One line of what happened, in order. */
export type Line = { at: string } & (
  | { kind: 'me'; said: Said; rule: string | null }
  | ({ kind: 'town'; message: OutboundMessage } & Passed)
  | ({ kind: 'effect'; effect: EffectNote } & Passed)
  | { kind: 'clock'; from: string }
  | { kind: 'no_reply'; node: string }
  | { kind: 'begun' }
  | { kind: 'service'; ok: boolean }
  | { kind: 'people'; event: z.infer<typeof peopleEvent>; text: string }
  | { kind: 'silence' }
  | { kind: 'ending'; ending: Ending }
)
