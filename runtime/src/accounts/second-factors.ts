import { randomBytes } from 'node:crypto'
import { AppError } from '../errors.ts'
import type { Secrets } from '../secrets/secrets.ts'
import type { AccountStore, Person } from '../stores/account-store.ts'
import { createThrottle } from './throttle.ts'
import { base32, otpauthUri, stepOf } from './totp.ts'

const SECRET_BYTES = 20 // RFC 4226, section 4: 160 bits
const RECOVERY_CODES = 10
const RECOVERY_BYTES = 10 // 80 bits: sixteen characters of base 32
const ISSUER = 'Pregoner'
// Five guesses, then one every ten minutes: of a million codes three are right at a time.
const PER_PERSON = { free: 5, firstDelaySeconds: 600, longestDelaySeconds: 600 }

interface SecondFactorDeps {
  people: AccountStore
  secrets: Secrets
  now: () => Date
}

export type SecondFactors = ReturnType<typeof createSecondFactors>

export const hasSecondFactor = ({ secondFactor }: Person): boolean => !!secondFactor?.confirmedAt

const purpose = (personId: string) => `second factor ${personId}`
const bare = (code: string) => code.replace(/[\s-]/g, '').toUpperCase()

/** Codes of an authenticator app beside the password. */
export function createSecondFactors({ people, secrets, now }: SecondFactorDeps) {
  const throttle = createThrottle(PER_PERSON)
  const hashOf = (personId: string, code: string) => secrets.hash(bare(code), `recovery code ${personId}`)

  async function isRight({ id, secondFactor }: Person, given: string): Promise<boolean> {
    if (!secondFactor) return false
    const code = bare(given)
    if (!/^\d{6}$/.test(code)) return people.takeRecovery(id, hashOf(id, code))
    const step = stepOf(Buffer.from(secrets.open(secondFactor.sealed, purpose(id)), 'base64'), code, now())
    return step !== null && people.takeStep(id, step)
  }

  /** Throws `wrong_code`, or `too_many` after five tries. A code is taken once only. */
  async function check(person: Person, code: string): Promise<void> {
    const waitSeconds = throttle.attempt(person.id, now())
    if (waitSeconds > 0) throw new AppError('too_many', 'codes throttled', { retryAfterSeconds: waitSeconds })
    if (!(await isRight(person, code))) throw new AppError('wrong_code')
    throttle.forget(person.id)
  }

  return {
    check,

    /** A new secret, not in force before `confirm`. Throws `not_possible` when there is one in force. */
    async start(person: Person): Promise<{ secret: string; uri: string }> {
      if (hasSecondFactor(person)) throw new AppError('not_possible')
      const bytes = randomBytes(SECRET_BYTES)
      const sealed = secrets.seal(bytes.toString('base64'), purpose(person.id))
      await people.setSecondFactor(person.id, { sealed, confirmedAt: null, lastStep: 0, recovery: [] })
      const secret = base32(bytes)
      return { secret, uri: otpauthUri(secret, person.email, ISSUER) }
    },

    /** Puts the secret in force once the app has shown a code of it; returns the recovery codes, told this once. */
    async confirm(person: Person, code: string): Promise<string[]> {
      if (!person.secondFactor || hasSecondFactor(person)) throw new AppError('not_possible')
      await check(person, code)
      const [current] = await people.byIds([person.id])
      if (!current?.secondFactor) throw new AppError('not_possible')
      const codes = Array.from({ length: RECOVERY_CODES }, () => base32(randomBytes(RECOVERY_BYTES)).toLowerCase())
      const recovery = codes.map(each => hashOf(person.id, each))
      await people.setSecondFactor(person.id, { ...current.secondFactor, confirmedAt: now(), recovery })
      return codes.map(each => each.match(/.{4}/g)?.join('-') ?? each)
    },

    remove: (personId: string) => people.setSecondFactor(personId, null),
  }
}
