import { randomInt } from 'node:crypto'
import {
  type AnswerValue,
  type IncidentSummary,
  type MediaFile,
  newReference,
  type TownData,
  textIn,
} from '@pregoner/shared'
import { z } from 'zod'
import type { IncidentStore } from '../stores/incident-store.ts'
import { Open311Error } from './open311-error.ts'
import type { ReportName } from './repeats.ts'
import { always } from './request-query.ts'
import { categoryOf } from './services.ts'

const MAX_DESCRIPTION_CHARS = 4_000 // GeoReport v2, POST Service Request: "a maximum of 4,000 characters"
const MAX_ATTRIBUTES = 40
const CHANCES = 2 ** 32

const short = z.string().trim().max(200).optional()
const number = (limit: number) =>
  z
    .string()
    .regex(/^-?\d{1,3}(\.\d+)?$/)
    .transform(Number)
    .pipe(z.number().min(-limit).max(limit))
    .optional()

const sent = z.strictObject({
  ...always,
  api_key: z.string().max(200),
  service_code: z.string().min(1).max(60),
  lat: number(90),
  long: number(180),
  address_string: z.string().trim().max(1_000).optional(),
  address_id: short,
  description: z.string().trim().max(MAX_DESCRIPTION_CHARS).optional(),
  media_url: z
    .url({ protocol: /^https?$/ })
    .max(1_000)
    .optional(),
  email: short,
  device_id: short,
  account_id: short,
  first_name: short,
  last_name: short,
  phone: short,
})
export type NewRequest = z.infer<typeof sent> & { attributes: Record<string, AnswerValue> }

/** Text fields without anything in them are fields that were not sent. */
const filled = (form: Record<string, unknown>) => Object.entries(form).filter(([, value]) => value !== '')

/** Reads a posted form. Throws what the specification answers when something it needs is missing or wrong. */
export function readNewRequest(form: Record<string, unknown>): NewRequest {
  const attributes = new Map<string, AnswerValue>()
  const fields: [string, unknown][] = []
  for (const [name, value] of filled(form)) {
    const code = /^attribute\[([\w-]{1,40})\](?:\[\])?$/.exec(name)?.[1]
    if (code === undefined) fields.push([name, value])
    else
      attributes.set(
        `attribute_${code}`,
        z.union([z.string().max(1_000), z.array(z.string().max(1_000)).max(40)]).parse(value),
      )
  }
  if (attributes.size > MAX_ATTRIBUTES) throw new Open311Error(400, 'too many attributes')
  const given = sent.parse(Object.fromEntries(fields))
  const hasPoint = given.lat !== undefined && given.long !== undefined
  if (!hasPoint && !given.address_string && !given.address_id)
    throw new Open311Error(400, 'lat and long, or address_string, or address_id were not provided')
  return { ...given, attributes: Object.fromEntries(attributes) }
}

const summaryOf = (description: string | undefined, name: string) =>
  (description?.split('\n', 1)[0] ?? '').slice(0, 120) || name

/** Opens the incident of a posted request under this name, for the department its category belongs to; once. */
export async function openRequest(
  incidents: Pick<IncidentStore, 'openIncident'>,
  town: TownData,
  request: NewRequest,
  { id, content }: ReportName,
  media: MediaFile[],
  at: Date,
): Promise<{ created: boolean; summary: IncidentSummary }> {
  const { lat, long, address_string, address_id, description, first_name, last_name, attributes } = request
  const category = categoryOf(town, request.service_code)
  const { email, phone, account_id, media_url } = request
  const contact = { ...(email && { email }), ...(phone && { phone }), ...(account_id && { account_id }) }
  const answers = { ...contact, ...(media_url && { media_url }), ...attributes }
  return incidents.openIncident(
    town.key,
    id,
    {
      convId: content, // there is no conversation; what looks for one finds none
      channelId: 'open311',
      channelKind: 'open311',
      contactName: [first_name, last_name].filter(Boolean).join(' ') || null,
      windowEndsAt: null,
    },
    {
      kind: 'open_incident',
      departmentId: category.departmentId ?? town.departments[0]?.id ?? '',
      personId: null,
      category: category.id,
      mode: 'one_answer',
      priority: 'normal',
      reference: newReference(town.key, () => randomInt(CHANCES) / CHANCES),
      summary: summaryOf(description, textIn(category.name, town.defaultLanguage, town.defaultLanguage)),
      text: description ?? '',
      media,
      place: {
        latitude: lat !== undefined && long !== undefined ? lat : null,
        longitude: lat !== undefined && long !== undefined ? long : null,
        name: address_id ?? null,
        address: address_string || null,
      },
      answers,
      language: town.defaultLanguage,
      flowId: '',
      node: '',
    },
    at,
  )
}
