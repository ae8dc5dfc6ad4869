const PREFIX = { ES: '34', IT: '39' } as const // ITU-T E.164 country codes
const NATIONAL_DIGITS = 9 // of a Spanish number, always, and of the shortest Italian mobile one

/** A number as the whole world dials it, digits only; numbers written as at home get their country's prefix. */
export function fullNumber(shown: string, country: keyof typeof PREFIX): string {
  const digits = shown.replace(/\D/g, '')
  if (/^\s*(\+|00)/.test(shown)) return digits.replace(/^00/, '')
  const isFull = digits.startsWith(PREFIX[country]) && digits.length >= PREFIX[country].length + NATIONAL_DIGITS
  return digits === '' || isFull ? digits : PREFIX[country] + digits
}
