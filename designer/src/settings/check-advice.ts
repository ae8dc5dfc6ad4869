import type { CheckOutcome } from '@pregoner/shared'
import { troubleOf } from '../frame/channel-trouble.ts'

/** What the platform is asked about while a number is being connected. */
export type Asked = 'number' | 'secret' | 'account' | 'callback'

export type Advice =
  | 'token'
  | 'permission'
  | 'unknown_number'
  | 'unknown_account'
  | 'wrong_secret'
  | 'unverified'
  | 'busy'
  | 'blocked'
  | 'refused'
  | 'unreachable'
  | 'missing'
  | 'not_done'

const UNKNOWN_OBJECT = [33, 100] // "does not exist, cannot be loaded due to missing permissions"
const TOO_MANY_CALLS = [4, 80007, 130429]

/** What to tell whoever connects a number about an answer that is not the one hoped for. */
export function adviceOf(asked: Asked, outcome: Exclude<CheckOutcome, 'ok'>, code: number | null): Advice {
  if (outcome !== 'refused' || code === null) return outcome
  if (TOO_MANY_CALLS.includes(code)) return 'busy'
  if (UNKNOWN_OBJECT.includes(code)) return unknownObject[asked]
  const { trouble } = troubleOf(String(code))
  return trouble === 'token' || trouble === 'permission' || trouble === 'blocked' ? trouble : 'refused'
}

const unknownObject = {
  number: 'unknown_number',
  account: 'unknown_account',
  /** Asked once the number could be read: what is refused then is the proof that came with the question. */
  secret: 'wrong_secret',
  /** "Callback verification failed" has no code of its own. */
  callback: 'unverified',
} as const
