import { z } from 'zod'

/** One line of the consent ledger. */
export const consentEntry = z.strictObject({
  id: z.string(),
  /** Null when nobody has told one. */
  contactName: z.string().nullable(),
  phone: z.string().nullable(),
  /** Null when there is none, or none any more. */
  conversationId: z.string().nullable(),
  purpose: z.string(),
  /** Of the text that was shown. */
  version: z.string(),
  accepted: z.boolean(),
  at: z.string(),
  /** Our key of the message that gave it. */
  messageId: z.string().nullable(),
  /** When the same person took it back; null while it stands, and for a refusal. */
  withdrawnAt: z.string().nullable(),
})
export type ConsentEntry = z.infer<typeof consentEntry>

export const consentQuery = z.strictObject({
  text: z.string().max(200).optional(),
  before: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export const consentPage = z.strictObject({ entries: z.array(consentEntry), next: z.string().nullable() })

/** A citizen's request about their data, and what became of it. */
export const privacyRequestEntry = z.strictObject({
  id: z.string(),
  request: z.enum(['export', 'erase']),
  channel: z.enum(['whatsapp', 'webchat']),
  contactName: z.string().nullable(),
  at: z.string(),
  /** When the link was sent, or the deletion begun. */
  servedAt: z.string().nullable(),
  link: z.strictObject({ expiresAt: z.string(), downloads: z.number().int() }).nullable(),
})
export type PrivacyRequestEntry = z.infer<typeof privacyRequestEntry>

/** The proof that somebody was forgotten. */
export const erasureEntry = z.strictObject({
  /** A keyed hash, which leads to nobody. */
  id: z.string(),
  channel: z.enum(['whatsapp', 'webchat']),
  requestedAt: z.string(),
  finishedAt: z.string().nullable(),
  wasTold: z.boolean(),
  /** Forgotten because they had not written for long: nobody asked, and nobody was to be told. */
  isForIdleness: z.boolean(),
  /** Documents by collection. */
  counts: z.record(z.string(), z.number().int()),
})
export type ErasureEntry = z.infer<typeof erasureEntry>
