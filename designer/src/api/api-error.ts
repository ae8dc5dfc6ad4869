import { translate } from '../i18n/index.ts'
import { errorWords } from './words.ts'

interface Details {
  status: number
  correlation?: string | undefined
  problems?: unknown[] | undefined
  tests?: unknown[] | undefined
  current?: unknown
}

/** A call that did not succeed. `code` is the runtime's, or `unreachable` and `not_understood` of this side. */
export class ApiError extends Error {
  readonly code: string
  /** HTTP status; 0 when nothing answered. */
  readonly status: number
  readonly correlation: string | undefined
  readonly problems: unknown[]
  /** The flow tests that keep a flow from being published. */
  readonly tests: unknown[]
  /** What is stored now, when the call was refused as stale. */
  readonly current: unknown

  constructor(code: string, message: string, details: Details, options?: ErrorOptions) {
    super(message, options)
    this.name = 'ApiError'
    this.code = code
    this.status = details.status
    this.correlation = details.correlation
    this.problems = details.problems ?? []
    this.tests = details.tests ?? []
    this.current = details.current
  }
}

export const isApiError = (error: unknown, code?: string): error is ApiError =>
  error instanceof ApiError && (code === undefined || error.code === code)

/** What a person reads about a failed call: the runtime's own words in their language, or ours when it gave none. */
export function describeError(error: unknown): string {
  const say = (key: 'unreachable' | 'not_understood' | 'unexpected') => translate(errorWords, key)
  if (!isApiError(error)) return say('unexpected')
  if (error.code === 'unreachable' || error.code === 'not_understood' || error.code === 'unexpected')
    return say(error.code)
  const { correlation } = error
  return correlation && error.status >= 500
    ? `${error.message} ${translate(errorWords, 'reference', { code: correlation })}`
    : error.message
}
