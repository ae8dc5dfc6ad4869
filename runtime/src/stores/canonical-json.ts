import { createHash } from 'node:crypto'

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const sorted = (_key: string, value: unknown): unknown =>
  isRecord(value)
    ? Object.fromEntries(
        Object.keys(value)
          .sort()
          .map(key => [key, value[key]]),
      )
    : value

/** The same text for the same value, whatever the order of its keys. */
const canonicalJson = (value: unknown): string => JSON.stringify(value, sorted)

/** SHA-256 of the canonical text, in hex. */
export const fingerprint = (value: unknown): string => createHash('sha256').update(canonicalJson(value)).digest('hex')
