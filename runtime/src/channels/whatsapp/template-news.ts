import { z } from 'zod'
import type { TemplateNews } from '../../stores/template-state-store.ts'
import { envelope } from './envelope.ts'

// Cloud API, webhook field `message_template_status_update`
const update = z.object({
  event: z.string().regex(/^[A-Z_]{1,40}$/),
  message_template_name: z.string().regex(/^[a-z0-9_]{1,512}$/),
  message_template_language: z.string().regex(/^[A-Za-z_]{2,10}$/),
  reason: z.string().max(200).nullish().catch(null),
})

/** When an entry says that it happened, in Unix seconds; never later than now, which would outlast all that follows. */
function timeOf(time: string | number | undefined, now: Date): Date {
  const at = new Date(Number(time) * 1_000)
  return at <= now ? at : now // an invalid date is not
}

/** The templates whose state a webhook tells has changed; the platform's words for states: `APPROVED`, `PAUSED`… */
export function templateNews(body: unknown, now: Date): TemplateNews[] {
  const parsed = envelope.safeParse(body)
  if (!parsed.success) return []
  return parsed.data.entry
    .flatMap(({ time, changes }) => (changes ?? []).map(change => ({ ...change, at: timeOf(time, now) })))
    .flatMap(({ field, value, at }) => {
      const told = field === 'message_template_status_update' ? update.safeParse(value) : null
      if (!told?.success) return []
      const { event, message_template_name: name, message_template_language: language, reason } = told.data
      return [{ name, language, state: event, reason: reason && reason !== 'NONE' ? reason : null, at }]
    })
}
