import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import type { Identity } from '../channels/channel.ts'

/**
 * The country whose price a message to this address has, by ISO 3166-1 alpha-2; null when nobody can tell. A
 * business-scoped id begins with it.
 */
export function countryOf({ type, value }: Identity): string | null {
  if (type === 'phone') return parsePhoneNumberFromString(`+${value.replace(/^\+/, '')}`)?.country ?? null
  return type === 'visitor' ? null : (/^([A-Z]{2})\./.exec(value)?.[1] ?? null)
}
