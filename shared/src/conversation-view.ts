import { z } from 'zod'
import { incidentStatus } from './incident.ts'
import { language, localizedText } from './language.ts'
import { mediaFile, place } from './message.ts'

export const senderBlock = z.strictObject({
  /** Name of the person who blocked them. */
  by: z.string(),
  reason: z.string(),
  at: z.string(),
})

/** A conversation as the list shows it. */
export const conversationSummary = z.strictObject({
  id: z.string(),
  channel: z.enum(['whatsapp', 'webchat']),
  /** Null when nobody has told one. */
  contactName: z.string().nullable(),
  /** Digits with a plus; null while it is not known. */
  phone: z.string().nullable(),
  language: language.nullable(),
  labels: z.array(z.string()),
  lastAt: z.string().nullable(),
  /** The beginning of what the contact wrote last. */
  lastText: z.string(),
  blocked: senderBlock.nullable(),
})
export type ConversationSummary = z.infer<typeof conversationSummary>

export const conversationQuery = z.strictObject({
  only: z.enum(['blocked']).optional(),
  before: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
})
export const conversationPage = z.strictObject({
  conversations: z.array(conversationSummary),
  next: z.string().nullable(),
})
export type ConversationPage = z.infer<typeof conversationPage>

export const conversationSearch = z.strictObject({
  text: z.string().trim().min(1).max(200),
  only: z.enum(['blocked']).optional(),
  before: z.string().max(2_000).optional(),
})

/** A stretch of text of which some signs are to be set off, each from one place to another. */
export const markedExcerpt = z.strictObject({
  text: z.string(),
  marks: z.array(z.tuple([z.number().int(), z.number().int()])),
})
export type MarkedExcerpt = z.infer<typeof markedExcerpt>

/** A conversation in which words were found. */
export const foundConversation = conversationSummary.extend({
  /** The newest message that holds them; null where the contact's name, phone or labels do. */
  message: markedExcerpt.extend({ from: z.enum(['contact', 'town']), at: z.string() }).nullable(),
})
export type FoundConversation = z.infer<typeof foundConversation>

export const foundConversations = z.strictObject({
  found: z.array(foundConversation),
  /** Where the search goes on further back; null when it has gone through everything. */
  next: z.string().nullable(),
  /** Everything since then has been gone through; null when that is all there is, or nothing for certain yet. */
  since: z.string().nullable(),
})

/** One message of a conversation, in or out. */
export const conversationMessage = z.strictObject({
  id: z.string(),
  seq: z.number().int(),
  at: z.string(),
  from: z.enum(['contact', 'town']),
  text: z.string(),
  choices: z.array(z.string()),
  media: z.array(mediaFile),
  place: place.nullable(),
  /** How far a message of the town got; null for the contact's own. */
  state: z.enum(['queued', 'sending', 'accepted', 'delivered', 'read', 'failed']).nullable(),
  /** Why it failed, as a code of the channel. */
  failure: z.string().nullable(),
})
export type ConversationMessage = z.infer<typeof conversationMessage>

export const conversationMessages = z.strictObject({
  /** Oldest first. */
  messages: z.array(conversationMessage),
  /** What goes on before the oldest of them; null when there is nothing. */
  before: z.number().int().nullable(),
})

/** A step the flow has passed. */
export const passedStep = z.strictObject({
  at: z.string(),
  flowId: z.string(),
  flowName: z.string(),
  node: z.string(),
  /** Its type; null when it is not drawn any more. */
  type: z.string().nullable(),
  /** What its officer calls it; empty when it has no name. */
  name: z.string(),
  /** The first words of it that citizens read. */
  words: localizedText(),
  exit: z.string().nullable(),
  /** What the officer calls that exit; empty for those every step of this type has. */
  exitWords: localizedText(),
})
export type PassedStep = z.infer<typeof passedStep>

export const conversationDetail = conversationSummary.extend({
  /** Everything about the person is going; nothing is answered any more. */
  isErasing: z.boolean(),
  consents: z.array(
    z.strictObject({ purpose: z.string(), version: z.string(), accepted: z.boolean(), at: z.string() }),
  ),
  subscriptions: z.array(z.strictObject({ topicId: z.string(), subscribed: z.boolean(), at: z.string() })),
  incidents: z.array(
    z.strictObject({
      id: z.string(),
      reference: z.string(),
      summary: z.string(),
      status: incidentStatus,
      openedAt: z.string(),
    }),
  ),
  files: z.array(mediaFile),
  /** The newest steps, newest first. */
  path: z.array(passedStep),
})
export type ConversationDetail = z.infer<typeof conversationDetail>

export const blockSender = z.strictObject({ reason: z.string().trim().min(1).max(500) })
