import { createHash } from 'node:crypto'
import type { AuditVerification } from '@pregoner/shared'
import type { AuditLine } from './audit-store.ts'

/** A line in its place: numbered from 1 in its town, and bound to the line before. */
export interface ChainedLine extends AuditLine {
  n: number
  /** The hash of the line before; empty for the first. */
  prev: string
  hash: string
}

/**
 * SHA-256 in hex over the JSON array of number, hash before, time, person, action and object: what anybody can work out
 * again from an exported file.
 */
export const hashOf = ({ n, prev, at, personId, action, object }: Omit<ChainedLine, 'hash'>): string =>
  createHash('sha256')
    .update(JSON.stringify([n, prev, at.toISOString(), personId, action, object]))
    .digest('hex')

/** The line that follows; `last` is null for the first one. */
export function chained(line: AuditLine, last: Pick<ChainedLine, 'n' | 'hash'> | null): ChainedLine {
  const bound = { ...line, n: (last?.n ?? 0) + 1, prev: last?.hash ?? '' }
  return { ...bound, hash: hashOf(bound) }
}

export type Chain = Pick<AuditVerification, 'fault' | 'lines'> & { n: number; hash: string }
export const emptyChain: Chain = { n: 0, hash: '', lines: 0, fault: null }

/** Follows the chain over one more line. What comes after a fault is counted and no longer judged. */
export function follow(chain: Chain, line: ChainedLine): Chain {
  const next = { n: line.n, hash: line.hash, lines: chain.lines + 1 }
  if (chain.fault) return { ...next, fault: chain.fault }
  if (line.n !== chain.n + 1) return { ...next, fault: { n: chain.n + 1, kind: 'missing' } }
  const isWhole = line.prev === chain.hash && line.hash === hashOf(line)
  return { ...next, fault: isWhole ? null : { n: line.n, kind: 'changed' } }
}
