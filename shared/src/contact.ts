import { z } from 'zod'
import { answers } from './answer.ts'
import { language } from './language.ts'

/** One consent, given or refused: which text, when, by which message. */
export const consentRecord = z.strictObject({
  purpose: z.string(),
  version: z.string(),
  accepted: z.boolean(),
  at: z.string(),
  messageId: z.string().nullable(),
})
export type ConsentRecord = z.infer<typeof consentRecord>

/** What flows know of a contact beyond one session. Kept inside the conversation, so it changes in the same write. */
export const contactFacts = z.strictObject({
  name: z.string().nullable(),
  language: language.nullable(),
  fields: answers,
  labels: z.array(z.string()),
  /** The newest record per purpose. */
  consents: z.array(consentRecord),
  /** Topic ids. */
  subscriptions: z.array(z.string()),
  /** When a start node with a rest time last answered this contact, by `flow/node`. */
  started: z.record(z.string(), z.string()),
})
export type ContactFacts = z.infer<typeof contactFacts>

export const newContact = (name: string | null = null): ContactFacts => ({
  name,
  language: null,
  fields: {},
  labels: [],
  consents: [],
  subscriptions: [],
  started: {},
})
