import { askedId, hasEnded, incidentStatuses } from '@pregoner/shared'
import { z } from 'zod'
import type { PublicQuery } from '../stores/public-incident-store.ts'
import { Open311Error } from './open311-error.ts'

const MAX_SPAN_MS = 90 * 86_400_000 // GeoReport v2, GET Service Requests: "may not span more than 90 days"
const MAX_REQUESTS = 1_000 // the same: "the first 1000 requests returned"
const MAX_LISTED = 100

const listed = (each: z.ZodString) =>
  z
    .string()
    .transform(text => text.split(',').map(part => part.trim()))
    .pipe(z.array(each.min(1)).min(1).max(MAX_LISTED))
const code = askedId()
const moment = z.union([z.iso.datetime({ offset: true }), z.iso.date()]).transform(text => new Date(text))

/** What every call may carry besides its own parameters. */
export const always = {
  jurisdiction_id: z.string().max(120).optional(),
  api_key: z.string().max(200).optional(),
  extensions: z.string().max(10).optional(),
  extended: z.string().max(10).optional(),
}

export const requestQuery = z.strictObject({
  ...always,
  service_request_id: listed(code).optional(),
  service_code: listed(code).optional(),
  start_date: moment.optional(),
  end_date: moment.optional(),
  status: listed(z.string().regex(/^(open|closed)$/)).optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  page_size: z.coerce.number().int().min(1).max(MAX_REQUESTS).default(MAX_REQUESTS),
})

function spanOf(start: Date | undefined, end: Date | undefined, now: Date): { from: Date; to: Date } {
  const to = end ?? (start ? new Date(start.getTime() + MAX_SPAN_MS) : now)
  const from = start ?? new Date(to.getTime() - MAX_SPAN_MS)
  if (from > to) throw new Open311Error(400, 'start_date is after end_date')
  if (to.getTime() - from.getTime() > MAX_SPAN_MS)
    throw new Open311Error(400, 'the dates may not span more than 90 days')
  return { from, to }
}

/** What the store must look for. Ids win over all other filters, as the specification has it. */
export function publicQueryOf(asked: z.infer<typeof requestQuery>, now: Date): PublicQuery {
  const page = { limit: asked.page_size, skip: (asked.page - 1) * asked.page_size }
  if (asked.service_request_id) return { ...page, references: asked.service_request_id.map(id => id.toUpperCase()) }
  const wanted = asked.status && new Set(asked.status)
  return {
    ...page,
    ...spanOf(asked.start_date, asked.end_date, now),
    ...(asked.service_code && { categories: asked.service_code }),
    ...(wanted && {
      statuses: incidentStatuses.filter(status => wanted.has(hasEnded(status) ? 'closed' : 'open')),
    }),
  }
}
