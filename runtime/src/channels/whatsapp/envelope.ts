import { z } from 'zod'

/**
 * The webhook's outer form, read leniently: what we use must have the right type, everything else may be anything.
 * A part that does not fit is dropped to `undefined` here and ends up as an unknown item, never as an error.
 */
const text = z.string().optional().catch(undefined)
const stamp = z.union([z.string(), z.number()]).optional().catch(undefined)
const record = z.record(z.string(), z.unknown())

const list = z.array(z.unknown()).optional().catch(undefined)

export const envelope = z.object({
  entry: z.array(
    z.object({
      id: text,
      time: stamp,
      changes: z
        .array(
          z
            .object({ field: text, value: record.optional().catch(undefined) })
            .catch({ field: undefined, value: undefined }),
        )
        .optional()
        .catch(undefined),
    }),
  ),
})

export const changeValue = z.object({
  metadata: z.object({ phone_number_id: text }).optional().catch(undefined),
  contacts: list,
  messages: list,
  statuses: list,
  user_preferences: list,
  errors: list,
})

export const sender = z.object({
  wa_id: text,
  user_id: text,
  parent_user_id: text,
  profile: z.object({ name: text }).optional().catch(undefined),
})
export type Sender = z.infer<typeof sender>

const file = z.object({
  id: z.string(),
  mime_type: text,
  caption: text,
  filename: text,
  voice: z.boolean().optional().catch(undefined),
})
const choice = z.object({ id: z.string(), title: text })

/** A message with every part we know; the part of another type, or of a broken one, is simply not there. */
export const message = z.object({
  id: z.string().min(1).max(1_000),
  type: text,
  timestamp: stamp,
  from: text,
  from_user_id: text,
  from_parent_user_id: text,
  group_id: text,
  text: z.object({ body: z.string() }).optional().catch(undefined),
  image: file.optional().catch(undefined),
  video: file.optional().catch(undefined),
  audio: file.optional().catch(undefined),
  document: file.optional().catch(undefined),
  sticker: file.optional().catch(undefined),
  location: z
    .object({
      latitude: z.number().min(-90).max(90),
      longitude: z.number().min(-180).max(180),
      name: text,
      address: text,
    })
    .optional()
    .catch(undefined),
  contacts: list,
  button: z.object({ payload: text, text: text }).optional().catch(undefined),
  interactive: z
    .object({
      type: text,
      button_reply: choice.optional().catch(undefined),
      list_reply: choice.optional().catch(undefined),
      nfm_reply: z.object({ body: text, response_json: text }).optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
  order: z.object({ text: text }).optional().catch(undefined),
  system: z
    .object({
      type: text,
      wa_id: text,
      user_id: text,
      previous_user_id: text,
      parent_user_id: text,
      previous_parent_user_id: text,
    })
    .optional()
    .catch(undefined),
})
export type Message = z.infer<typeof message>

export const status = z.object({
  id: z.string().min(1).max(1_000),
  status: z.string(),
  timestamp: stamp,
  biz_opaque_callback_data: text,
  errors: list,
})

export const preference = z.object({ wa_id: text, user_id: text, category: text, value: text, timestamp: stamp })

export const reportedError = z.object({
  code: z.number(),
  title: text,
  message: text,
  error_data: z.object({ details: text }).optional().catch(undefined),
})
