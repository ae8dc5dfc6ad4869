import { hasEnded, statusInWords, textIn } from '@pregoner/shared'
import type { IncidentRow } from '../stores/incident-rows.ts'
import type { Reading } from './services.ts'

const BLUNT = 1_000 // three decimals of a degree, about a hundred metres: the neighbourhood, not the door

const blunted = (degrees: number | null | undefined) =>
  degrees === null || degrees === undefined ? null : Math.round(degrees * BLUNT) / BLUNT

/** A posted address of a picture; nothing else is passed on. */
const linkIn = (value: unknown) => (typeof value === 'string' && /^https?:\/\//.test(value) ? value : null)

/**
 * An incident as a GeoReport request. What came in over GeoReport is told as it came, without its sender, when the town
 * wants that; of what citizens wrote in a conversation, which was not for everybody, neither the words nor the exact
 * place.
 */
export function requestOf({ town, language }: Reading, row: IncidentRow) {
  const named = (name: Parameters<typeof textIn>[0]) => textIn(name, language, town.defaultLanguage)
  const category = town.categories.find(({ id }) => id === row.category)
  const department = town.departments.find(({ id }) => id === row.departmentId)
  const isPublic = row.channelKind === 'open311' && town.open311?.publishesReports === true
  const { latitude, longitude, address } = row.place ?? {}
  return {
    service_request_id: row.reference,
    status: hasEnded(row.status) ? ('closed' as const) : ('open' as const),
    status_notes: statusInWords(row.status, language, town.defaultLanguage),
    service_name: category ? named(category.name) : (row.category ?? ''),
    service_code: row.category,
    description: isPublic ? row.text || null : null,
    agency_responsible: department ? named(department.name) : null,
    service_notice: null,
    requested_datetime: row.openedAt.toISOString(),
    updated_datetime: row.changedAt.toISOString(),
    expected_datetime: null,
    address: isPublic ? (address ?? null) : null,
    address_id: null,
    zipcode: null,
    lat: isPublic ? (latitude ?? null) : blunted(latitude),
    long: isPublic ? (longitude ?? null) : blunted(longitude),
    media_url: isPublic ? linkIn(row.answers.media_url) : null,
  }
}
