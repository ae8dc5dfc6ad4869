import { z } from 'zod'
import { answers } from './answer.ts'
import { mediaFile, place } from './message.ts'

/** Something a contact wrote, tapped or sent. */
export const reply = z.strictObject({
  kind: z.literal('reply'),
  /** Our own key of the message, kept as proof of consents and subscriptions. */
  messageId: z.string(),
  text: z.string().max(65_536).nullable(),
  /** The id of the tapped choice, as it was sent out. */
  choiceId: z.string().max(300).nullable(),
  media: z.array(mediaFile),
  place: place.nullable(),
})
export type Reply = z.infer<typeof reply>

/** Everything that can move a session. */
export const input = z.discriminatedUnion('kind', [
  reply,
  /** An officer, a schedule or a link starts a flow; `node` is its start node. */
  z.strictObject({ kind: z.literal('start'), flowId: z.string(), node: z.string(), answers }),
  /** The time set by the wait of turn `turn` has passed. */
  z.strictObject({ kind: z.literal('timeout'), turn: z.number().int() }),
  /** The answer of a service called by the effect asked for in turn `turn`. */
  z.strictObject({ kind: z.literal('effect_result'), turn: z.number().int(), ok: z.boolean(), values: answers }),
  /** A person at the town hall answers, closes or hands back an incident of this contact. */
  z.strictObject({
    kind: z.literal('people'),
    event: z.enum(['answered', 'closed', 'unattended']),
    /** Reference of the incident it is about. */
    reference: z.string(),
    /** What the contact is told; empty when nothing. */
    text: z.string(),
    media: z.array(mediaFile),
    /** Asks behind it whether the matter was solved. */
    asksSolved: z.literal(true).optional(),
    /** Says nothing itself: the contact is asked once more to reply to what was parked. */
    asksReply: z.literal(true).optional(),
  }),
  /**
   * Another version of a flow answers from now on, and an officer has decided what becomes of those who wait at `node`
   * of version `from`: they go on at the step `to` of version `version`, or begin again there when `to` is null. With
   * no version the flow has been withdrawn.
   */
  z.strictObject({
    kind: z.literal('moved'),
    flowId: z.string(),
    from: z.number().int(),
    node: z.string(),
    version: z.number().int().nullable(),
    to: z.string().nullable(),
  }),
])
export type Input = z.infer<typeof input>
export type InputOf<Kind extends Input['kind']> = Extract<Input, { kind: Kind }>
/** What a node that waits may be told. */
export type NodeInput = Exclude<Input, { kind: 'start' | 'moved' }>

/** A reply with nothing in it but what is given. */
export const replyOf = (said: Partial<Reply> & { messageId: string }): Reply => ({
  kind: 'reply',
  text: null,
  choiceId: null,
  media: [],
  place: null,
  ...said,
})
