import { randomUUID } from 'node:crypto'
import type { ApiError, InterfaceLanguage } from '@pregoner/shared'
import { interfaceLanguages } from '@pregoner/shared'
import type { ErrorRequestHandler, Request } from 'express'
import type { Logger } from 'pino'
import { ZodError } from 'zod'
import { AppError, errorTable, errorWords } from '../errors.ts'

/** The language of the reader among those the screens exist in. */
function languageOf(request: Request): InterfaceLanguage {
  const wanted = request.acceptsLanguages(...interfaceLanguages)
  return interfaceLanguages.find(language => language === wanted) ?? 'en'
}

/** The HTTP status that Express and its body parsers put on the errors they throw. */
const statusOf = (error: unknown): number | null =>
  error instanceof Error && 'status' in error && typeof error.status === 'number' ? error.status : null

function known(error: unknown): AppError | null {
  if (error instanceof AppError) return error
  if (error instanceof ZodError) {
    const isReserved = error.issues.some(({ message }) => message === 'reserved_name')
    return new AppError(isReserved ? 'reserved_name' : 'bad_request', 'schema', { cause: error })
  }
  const status = statusOf(error)
  if (status === 413) return new AppError('too_large')
  return status !== null && status >= 400 && status < 500 ? new AppError('bad_request') : null
}

/** Answers errors in the reader's words. What nobody expected is logged once, and told as a code that finds the line. */
export const answerError =
  (log: Logger): ErrorRequestHandler =>
  (error, request, response, next) => {
    if (response.headersSent) return next(error)
    const expected = known(error)
    const code = expected?.code ?? 'internal'
    const answer: ApiError = { code, message: errorWords(code, languageOf(request)) }
    if (!expected) {
      answer.correlation = randomUUID()
      log.error({ event: 'unexpected', correlation: answer.correlation, method: request.method, error: traced(error) })
    }
    const { problems, tests, current, retryAfterSeconds } = expected?.details ?? {}
    if (problems) answer.problems = problems
    if (tests) answer.tests = tests
    if (current !== undefined) answer.current = current
    if (retryAfterSeconds) response.set('Retry-After', String(retryAfterSeconds))
    response.status(errorTable[code].status).set('Cache-Control', 'no-store').json(answer)
  }

/** Where it failed, without the message: messages quote what people wrote. */
function traced(error: unknown) {
  if (!(error instanceof Error)) return { name: typeof error }
  const frames = error.stack?.split('\n').filter(line => /^\s+at /.test(line)) ?? []
  return { name: error.name, code: 'code' in error ? error.code : undefined, at: frames.slice(0, 12) }
}
