import type { Scope } from '../accounts/scope.ts'
import type { Secrets } from '../secrets/secrets.ts'

const DIGITS = 10 // ten guesses a second have half a chance after 16 years

/** What a person writes to the channel from their own phone, so that a try of a notice goes there and nowhere else. */
export function testCode(
  secrets: Pick<Secrets, 'hash'>,
  { townKey, personId }: Pick<Scope, 'townKey' | 'personId'>,
): string {
  const hash = BigInt(`0x${secrets.hash(`${townKey}|${personId}`, 'test phone')}`)
  return `PREGONER ${String(hash % 10n ** BigInt(DIGITS)).padStart(DIGITS, '0')}`
}
