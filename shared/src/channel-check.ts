import { z } from 'zod'

/** How one thing the platform was asked about stands. `missing`: we lack what is needed to ask. */
const outcome = z.enum(['ok', 'refused', 'unreachable', 'missing', 'not_done'])
export type CheckOutcome = z.infer<typeof outcome>
const asked = { outcome, /** Of a refusal: the platform's code. */ code: z.number().int().nullable() }

/** A WhatsApp number as the platform sees it now, and what has come from it. */
export const channelCheck = z.strictObject({
  accountId: z.string().nullable(),
  /** Which secrets are kept; never what they are. */
  secrets: z.strictObject({ accessToken: z.boolean(), appSecret: z.boolean(), verifyToken: z.boolean() }),
  number: z.strictObject({
    ...asked,
    displayNumber: z.string().nullable(),
    verifiedName: z.string().nullable(),
    quality: z.string().nullable(),
  }),
  /** Whether the app secret is of the app that made the access token. */
  secret: z.strictObject(asked),
  subscription: z.strictObject(asked),
  templates: z.strictObject({ ...asked, all: z.number().int(), approved: z.number().int() }),
  /** When the platform last verified the webhook's address, and when the last signed webhook arrived. */
  verifiedAt: z.string().nullable(),
  webhookAt: z.string().nullable(),
  /** When something last came that had to be turned away, as far as this server remembers since it started. */
  refused: z.strictObject({
    /** A verification with another verify token. */
    verifyTokenAt: z.string().nullable(),
    /** A webhook signed with another app secret, or by nobody. */
    signatureAt: z.string().nullable(),
    /** A webhook signed rightly, but about another number. */
    numberAt: z.string().nullable(),
  }),
})
export type ChannelCheck = z.infer<typeof channelCheck>

/** A message template of the account. */
export const channelTemplate = z.strictObject({
  id: z.string(),
  name: z.string(),
  language: z.string(),
  category: z.string(),
  state: z.string(),
  /** Why it was rejected, in the platform's word. */
  reason: z.string().nullable(),
  text: z.string(),
  /** Whether more than its text has to be filled: a picture, a link, a code. */
  needsMore: z.boolean(),
})
export type ChannelTemplate = z.infer<typeof channelTemplate>
export const channelTemplates = z.strictObject({ ...asked, templates: z.array(channelTemplate) })
