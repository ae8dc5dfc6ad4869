import type { Values } from '../i18n/index.ts'
import { translate } from '../i18n/index.ts'
import { errorWords } from './words.ts'

interface Details {
  status: number
  correlation?: string | undefined
  problems?: unknown[] | undefined
  current?: unknown
}

/** A call that did not succeed. `code` is the runtime's, or `unreachable` and `not_understood` of this side. */
export class ApiError extends Error {
  readonly code: string
  /** HTTP status; 0 when nothing answered. */
  readonly status: number
  readonly correlation: string | undefined
  readonly problems: unknown[]
  /** What is stored now, when the call was refused as stale. */
  readonly current: unknown

  constructor(code: string, message: string, details: Details, options?: ErrorOptions) {
    super(message, options)
    this.name = 'ApiError'
    this.code = code
    this.status = details.status
    this.correlation = details.correlation
    this.problems = details.problems ?? []
    this.current = details.current
  }
}

export const isApiError = (error: unknown, code?: string): error is ApiError =>
  error instanceof ApiError && (code === undefined || error.code === code)

type ErrorWord = keyof typeof errorWords.catalogues.ca

const isWord = (code: string): code is ErrorWord => Object.hasOwn(errorWords.catalogues.ca, code)

/** What a person reads about a failed call, in the language of the screens. */
export function describeError(error: unknown): string {
  const say = (key: ErrorWord, values?: Values) => translate(errorWords, key, values)
  if (!isApiError(error)) return say('unexpected')
  const words = isWord(error.code) ? say(error.code) : error.status >= 500 ? say('unexpected') : error.message
  return error.correlation && error.status >= 500 ? `${words} ${say('reference', { code: error.correlation })}` : words
}
