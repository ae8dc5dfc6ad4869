import type { AuditQuery, AuditVerification } from '@pregoner/shared'
import type { Connection, QueryFilter } from 'mongoose'
import { Schema, trusted } from 'mongoose'
import { type Chain, type ChainedLine, chained, emptyChain, follow } from './audit-chain.ts'
import { isDuplicate } from './duplicate.ts'

/** One line of the activity log: who did what to which thing. No texts, no citizens' data. */
export interface AuditLine {
  town: string | null
  personId: string | null
  /** Like `flow.publish` or `session.refused`. */
  action: string
  /** Id of the flow, incident or channel it was done to. */
  object: string | null
  at: Date
}

/** A line as it is stored; those from before there was a chain have no number. */
type StoredLine = AuditLine & Partial<Pick<ChainedLine, 'n' | 'prev' | 'hash'>>
type AuditRow = StoredLine & { _id: string }

interface HeadRow {
  _id: string
  n: number
  hash: string
}

const MAX_TRIES = 200 // others may be quicker, but never that often
const PAGE = 1_000

const schema = new Schema<AuditRow>(
  {
    _id: Schema.Types.Mixed,
    town: String,
    personId: String,
    action: String,
    object: String,
    at: Date,
    n: Number,
    prev: String,
    hash: String,
  },
  { collection: 'audit', strict: 'throw', versionKey: false },
)
schema.index({ town: 1, at: -1 })
schema.index({ town: 1, n: 1 })

const headSchema = new Schema<HeadRow>(
  { _id: String, n: Number, hash: String },
  { collection: 'audit_heads', strict: 'throw', versionKey: false },
)

/** The installation's own lines, like sign-ins, have a chain as well. */
const chainOf = (townKey: string | null) => townKey ?? '~'

export type AuditStore = ReturnType<typeof createAuditStore>

/** Append-only: there is no way here to change or remove a line. Each is bound to the one before by its hash. */
export function createAuditStore(connection: Connection) {
  const Audit = connection.model<AuditRow>('Audit', schema)
  const Heads = connection.model<HeadRow>('AuditHead', headSchema)
  const waiting = new Map<string, Promise<unknown>>()
  const last = new Map<string, Pick<ChainedLine, 'n' | 'hash'>>()

  async function lastOf(townKey: string | null): Promise<Pick<ChainedLine, 'n' | 'hash'> | null> {
    const [row] = await Audit.find({ town: townKey, n: trusted({ $gt: 0 }) }, { n: 1, hash: 1 })
      .sort({ n: -1 })
      .limit(1)
      .lean()
    return row?.n && row.hash ? { n: row.n, hash: row.hash } : null
  }

  /** Remembers how far the chain has come, so that cutting its end off shows. */
  async function moveHead(chain: string, { n, hash }: Pick<ChainedLine, 'n' | 'hash'>): Promise<void> {
    try {
      await Heads.updateOne({ _id: chain, n: trusted({ $lt: n }) }, { $set: { n, hash } }, { upsert: true })
    } catch (error) {
      if (!isDuplicate(error)) throw error // another process has moved it further
    }
  }

  async function appendNext(line: AuditLine): Promise<void> {
    const chain = chainOf(line.town)
    for (let tries = 0; tries < MAX_TRIES; tries += 1) {
      const before = last.get(chain) ?? (await lastOf(line.town))
      const next = chained(line, before)
      try {
        await Audit.create([{ ...next, _id: `${chain}:${next.n}` }])
        last.set(chain, next)
        return await moveHead(chain, next)
      } catch (error) {
        last.delete(chain)
        if (!isDuplicate(error)) throw error // another process has written this number: the next one, then
      }
    }
    throw new Error('the activity log could not be written')
  }

  /** All lines of the chain, oldest first, page by page. */
  async function* lines(townKey: string | null): AsyncGenerator<ChainedLine> {
    for (let n = 0; ; ) {
      const page = await Audit.find({ town: townKey, n: trusted({ $gt: n }) }, { _id: 0 })
        .sort({ n: 1 })
        .limit(PAGE)
        .lean<ChainedLine[]>()
      yield* page
      const end = page.at(-1)
      if (!end) return
      n = end.n
    }
  }

  async function judged(townKey: string | null, chain: Chain): Promise<AuditVerification> {
    const head = await Heads.findById(chainOf(townKey)).lean()
    const unchained = await Audit.countDocuments({ town: townKey, n: trusted({ $exists: false }) })
    const isCut = !chain.fault && head !== null && head.n > chain.n
    const fault = isCut ? ({ n: chain.n + 1, kind: 'cut' } as const) : chain.fault
    return { isIntact: fault === null, lines: chain.lines, unchained, fault, lastHash: chain.hash || null }
  }

  return {
    /** Durable and in its place when this returns. Those of one town are written one after the other. */
    append(line: AuditLine): Promise<void> {
      const chain = chainOf(line.town)
      const appended = (waiting.get(chain) ?? Promise.resolve()).then(() => appendNext(line))
      waiting.set(
        chain,
        appended.catch(() => {}),
      )
      return appended
    },

    /** The newest lines of a town; null gives those of the installation, like sign-ins. */
    async newest(townKey: string | null, limit: number): Promise<AuditLine[]> {
      return Audit.find({ town: townKey }, { _id: 0, n: 0, prev: 0, hash: 0 }).sort({ at: -1 }).limit(limit).lean()
    },

    /** A page of the log, newest first, of what `query` names; `before` is the number of the line it goes on behind. */
    async page(
      townKey: string,
      { action, personId, object, limit }: Omit<AuditQuery, 'before'>,
      before: number | null,
    ): Promise<{ lines: StoredLine[]; next: number | null }> {
      const filter: QueryFilter<AuditRow> = {
        town: townKey,
        n: trusted({ $gt: 0, ...(before !== null && { $lt: before }) }),
        ...(action && { action: trusted({ $gte: action, $lt: `${action}\uFFFF` }) }),
        ...(personId && { personId }),
        ...(object && { object }),
      }
      const rows = await Audit.find(filter, { _id: 0 })
        .sort({ n: -1 })
        .limit(limit + 1)
        .lean()
      const page = rows.slice(0, limit)
      return { lines: page, next: rows.length > limit ? (page.at(-1)?.n ?? null) : null }
    },

    /** Works the whole chain of a town out again. */
    async verify(townKey: string | null): Promise<AuditVerification> {
      let chain = emptyChain
      for await (const line of lines(townKey)) chain = follow(chain, line)
      return judged(townKey, chain)
    },

    /** The chain line by line, each with what is known of its place so far; at the end what `verify` says. */
    async *exported(townKey: string): AsyncGenerator<{ line: ChainedLine; isIntact: boolean }, AuditVerification> {
      let chain = emptyChain
      for await (const line of lines(townKey)) {
        chain = follow(chain, line)
        yield { line, isIntact: chain.fault === null }
      }
      return judged(townKey, chain)
    },
  }
}
