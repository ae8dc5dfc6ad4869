import { z } from 'zod'
import { answers } from './answer.ts'
import { consentRecord } from './contact.ts'
import { language } from './language.ts'
import { mediaFile, outboundMessage, place } from './message.ts'
import { subscriptionSource } from './subscription.ts'

export const priorities = ['low', 'normal', 'high', 'urgent'] as const

/** Everything a step can ask the runtime to do. Carried out after the step is saved, in order, idempotently. */
export const effect = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('send_message'),
    message: outboundMessage,
    /** The broadcast it is part of. */
    broadcastId: z.string().optional(),
    /** An emergency, said before what the flow says. */
    isFront: z.literal(true).optional(),
  }),
  z.strictObject({
    kind: z.literal('open_incident'),
    departmentId: z.string(),
    personId: z.string().nullable(),
    category: z.string().nullable(),
    mode: z.enum(['one_answer', 'dialogue']),
    priority: z.enum(priorities),
    reference: z.string(),
    summary: z.string(),
    text: z.string(),
    media: z.array(mediaFile),
    place: place.nullable(),
    answers,
    language,
    flowId: z.string(),
    node: z.string(),
    /** Whether the contact is asked, once it has been answered and closed, if that solved it. */
    asksSolved: z.literal(true).optional(),
  }),
  /** The contact says whether a matter was solved; if not, people take it up again. `text` is what they said besides. */
  z.strictObject({
    kind: z.literal('settle_incident'),
    reference: z.string(),
    solved: z.boolean(),
    text: z.string(),
  }),
  /** What the contact says while people hold the dialogue. `reference` names the incident. */
  z.strictObject({
    kind: z.literal('add_to_incident'),
    reference: z.string(),
    text: z.string(),
    media: z.array(mediaFile),
    place: place.nullable(),
  }),
  /**
   * Asks whether somebody reported the same before: answered by an input of the same turn, with the nearest open one's
   * `reference`, `meters`, `days` and `photo`; not ok when there is none.
   */
  z.strictObject({
    kind: z.literal('find_duplicates'),
    turn: z.number().int(),
    category: z.string(),
    place,
    meters: z.number(),
    days: z.number(),
  }),
  /** The contact has the same matter as the incident of this reference, and wants to hear of it. */
  z.strictObject({ kind: z.literal('follow_incident'), reference: z.string() }),
  /**
   * Asks when there is something free: answered by an input of the same turn, with the free `days`, or the free `hours`
   * of `day` as ISO times, and the contact's `own` appointments. Not ok when there is no such service.
   */
  z.strictObject({
    kind: z.literal('find_slots'),
    turn: z.number().int(),
    serviceId: z.string(),
    day: z.iso.date().nullable(),
  }),
  /** Asks for the contact's `own` appointments, answered by an input of the same turn. */
  z.strictObject({ kind: z.literal('find_appointments'), turn: z.number().int() }),
  /** Makes an appointment; the input of the same turn says whether it was still to be had. */
  z.strictObject({
    kind: z.literal('book_appointment'),
    turn: z.number().int(),
    serviceId: z.string(),
    at: z.iso.datetime(),
    reference: z.string(),
    /** Who comes, as far as they said. */
    name: z.string().nullable(),
    note: z.string(),
    language,
  }),
  /** Moves an appointment of the contact's, or cancels it when `at` is null; answered like a booking. */
  z.strictObject({
    kind: z.literal('change_appointment'),
    turn: z.number().int(),
    reference: z.string(),
    at: z.iso.datetime().nullable(),
  }),
  z.strictObject({
    kind: z.literal('notify_staff'),
    departmentId: z.string(),
    text: z.string(),
  }),
  z.strictObject({
    kind: z.literal('call_service'),
    turn: z.number().int(),
    method: z.enum(['GET', 'POST']),
    url: z.string(),
    headers: z.record(z.string(), z.string()),
    body: z.string().nullable(),
    /** Answer name → path in the JSON answer, like `results.0.name`. */
    map: z.record(z.string(), z.string()),
  }),
  z.strictObject({ kind: z.literal('record_consent'), consent: consentRecord }),
  z.strictObject({
    kind: z.literal('change_subscription'),
    topicId: z.string(),
    subscribed: z.boolean(),
    /** A phone number other than the sender's own, in E.164. */
    address: z.string().nullable(),
    messageId: z.string().nullable(),
    /** By what it came about; a step of a flow when left out. */
    source: subscriptionSource.optional(),
    /** The words they agreed to, where it was more than the topic’s name. */
    proof: z.string().optional(),
  }),
  /** The contact wrote the code of a form they filled in; whoever answers it knows what was asked for there. */
  z.strictObject({ kind: z.literal('confirm_form'), code: z.string(), messageId: z.string().nullable() }),
  /** The contact wants no more notices at all: whatever their own address is subscribed to ends. */
  z.strictObject({
    kind: z.literal('end_subscriptions'),
    messageId: z.string().nullable(),
    source: subscriptionSource.optional(),
    /** Since when, like `2026-03-01T12:00:00.000Z`; when they wrote last, if left out. */
    at: z.string().optional(),
  }),
  z.strictObject({ kind: z.literal('privacy_request'), request: z.enum(['export', 'erase']) }),
  /** An answer no option took, kept for the officer to turn into a synonym. */
  z.strictObject({ kind: z.literal('not_understood'), flowId: z.string(), node: z.string(), text: z.string() }),
  z.strictObject({ kind: z.literal('rate'), flowId: z.string(), node: z.string(), mark: z.number(), best: z.number() }),
])
export type Effect = z.infer<typeof effect>
export type EffectKind = Effect['kind']
export type EffectOf<Kind extends EffectKind> = Extract<Effect, { kind: Kind }>
