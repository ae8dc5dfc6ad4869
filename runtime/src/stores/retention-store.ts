import { randomUUID } from 'node:crypto'
import { type DataClass, defaultRetention, type RetentionPolicy } from '@pregoner/shared'
import type { Connection } from 'mongoose'
import { isDuplicate } from './duplicate.ts'

const ABANDONED_MS = 5 * 60_000 // longer than any page takes: whoever ran it has died
const MAX_LISTED = 1_000

interface SettingRow {
  /** The town. */
  _id: string
  rev: number
  policy: RetentionPolicy
  by: string
  at: Date
}

/** One run over everything a town keeps for a time: its order, its state and its report. */
export interface RunRow {
  _id: string
  town: string
  kind: 'nightly' | 'by_hand'
  /** The town's own day. */
  day: string
  by: string | null
  personId: string | null
  policy: RetentionPolicy
  st: 'running' | 'done'
  startedAt: Date
  finishedAt: Date | null
  /** Who is at it now, and when they last said so. */
  token: string
  beatAt: Date
  /** How often somebody took it up. */
  starts: number
  done: DataClass[]
  counts: Partial<Record<DataClass, number>>
  failed: DataClass[]
}

export const retentionIndexes = [{ key: { town: 1, startedAt: -1 } }, { key: { st: 1, beatAt: 1 } }] as const

/** A policy with a period for every class: one that was chosen before a class was there does not name it. */
const whole = (chosen: Partial<RetentionPolicy>): RetentionPolicy => ({ ...defaultRetention, ...chosen })

export type NewRun = Pick<RunRow, '_id' | 'town' | 'kind' | 'day' | 'by' | 'personId' | 'policy' | 'startedAt'>

export type RetentionStore = ReturnType<typeof createRetentionStore>

/** How long each town keeps what, and the reports of what went. */
export function createRetentionStore(connection: Connection) {
  const settings = connection.collection<SettingRow>('retention_settings')
  const runs = connection.collection<RunRow>('retentions')

  return {
    /** What a town has chosen; without a choice the defaults, at rev 0. */
    async policyOf(
      townKey: string,
    ): Promise<{ policy: RetentionPolicy; rev: number; by: string | null; at: Date | null }> {
      const row = await settings.findOne({ _id: townKey })
      return row ? { ...row, policy: whole(row.policy) } : { policy: defaultRetention, rev: 0, by: null, at: null }
    },

    /** False when somebody else has changed it since `rev`. */
    async change(townKey: string, policy: RetentionPolicy, rev: number, by: string, at: Date): Promise<boolean> {
      const next = { policy, by, at, rev: rev + 1 }
      if (rev > 0) return (await settings.updateOne({ _id: townKey, rev }, { $set: next })).matchedCount === 1
      try {
        await settings.insertOne({ _id: townKey, ...next })
        return true
      } catch (error) {
        if (isDuplicate(error)) return false
        throw error
      }
    },

    /** Orders a run; the same `_id` again changes nothing. */
    async begin(run: NewRun): Promise<void> {
      const idle = { st: 'running' as const, finishedAt: null, token: '', beatAt: new Date(0), starts: 0 }
      try {
        await runs.insertOne({ ...run, ...idle, done: [], counts: {}, failed: [] })
      } catch (error) {
        if (!isDuplicate(error)) throw error
      }
    },

    /** Takes up one run that nobody is at, for one caller; null when there is none. */
    async take(now: Date): Promise<RunRow | null> {
      const run = await runs.findOneAndUpdate(
        { st: 'running', beatAt: { $lte: new Date(now.getTime() - ABANDONED_MS) } },
        { $set: { token: randomUUID(), beatAt: now }, $inc: { starts: 1 } },
        { sort: { beatAt: 1 }, returnDocument: 'after' },
      )
      return run && { ...run, policy: whole(run.policy) }
    },

    /** Adds to the report what has just gone, which may be nothing; false when somebody else is at it now. */
    async report({ _id, token }: RunRow, name: DataClass, count: number, now: Date): Promise<boolean> {
      const { matchedCount } = await runs.updateOne(
        { _id, token, st: 'running' },
        { ...(count > 0 && { $inc: { [`counts.${name}`]: count } }), $set: { beatAt: now } },
      )
      return matchedCount === 1
    },

    /** This class is through, or could not be. */
    async passed({ _id, token }: RunRow, name: DataClass, isWhole: boolean, now: Date): Promise<void> {
      await runs.updateOne(
        { _id, token, st: 'running' },
        { $addToSet: isWhole ? { done: name } : { done: name, failed: name }, $set: { beatAt: now } },
      )
    },

    async finish({ _id, token }: RunRow, now: Date): Promise<void> {
      await runs.updateOne({ _id, token, st: 'running' }, { $set: { st: 'done', finishedAt: now, token: '' } })
    },

    /** The town's day of the last nightly run. */
    async lastNight(townKey: string): Promise<string | null> {
      const [last] = await runs.find({ town: townKey, kind: 'nightly' }).sort({ startedAt: -1 }).limit(1).toArray()
      return last?.day ?? null
    },

    async isRunning(townKey: string): Promise<boolean> {
      return (await runs.countDocuments({ town: townKey, st: 'running' }, { limit: 1 })) > 0
    },

    newest: (townKey: string): Promise<RunRow[]> =>
      runs.find({ town: townKey }).sort({ startedAt: -1 }).limit(MAX_LISTED).toArray(),
  }
}
