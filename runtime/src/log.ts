import { pino } from 'pino'

/** Logs hold codes, counts and keyed hashes only: no text, name, number, place or token is ever given to them. */
export const createLog = (level: string) =>
  pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: ['req.headers', 'headers', '*.password', '*.token', '*.text', '*.phone'], censor: '[removed]' },
  })
