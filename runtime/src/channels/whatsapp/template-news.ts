import { z } from 'zod'
import { envelope } from './envelope.ts'

/** What the platform says of one template in one language. */
export interface TemplateNews {
  name: string
  language: string
  /** The platform's word: `APPROVED`, `REJECTED`, `PAUSED`… */
  state: string
  reason: string | null
}

// Cloud API, webhook field `message_template_status_update`
const update = z.object({
  event: z.string().regex(/^[A-Z_]{1,40}$/),
  message_template_name: z.string().regex(/^[a-z0-9_]{1,512}$/),
  message_template_language: z.string().regex(/^[A-Za-z_]{2,10}$/),
  reason: z.string().max(200).nullish().catch(null),
})

/** The templates whose state a webhook tells has changed. */
export function templateNews(body: unknown): TemplateNews[] {
  const parsed = envelope.safeParse(body)
  if (!parsed.success) return []
  return parsed.data.entry
    .flatMap(({ changes }) => changes ?? [])
    .flatMap(({ field, value }) => {
      const told = field === 'message_template_status_update' ? update.safeParse(value) : null
      if (!told?.success) return []
      const { event, message_template_name: name, message_template_language: language, reason } = told.data
      return [{ name, language, state: event, reason: reason && reason !== 'NONE' ? reason : null }]
    })
}
