import type { Bulletin, BulletinDraft, BulletinIssue } from '@pregoner/shared'
import type { Connection } from 'mongoose'
import { isDuplicate } from './duplicate.ts'

/** A bulletin as it is kept. */
export interface BulletinRow extends BulletinDraft {
  _id: string
  town: string
  rev: number
  by: string
  changedAt: Date
  /** When it comes out next; null while it is off. */
  nextAt: Date | null
}

/** What became of a bulletin on one day; `_id` is the bulletin and the day, so that there is one. */
interface IssueRow extends BulletinIssue {
  _id: string
  town: string
  bulletinId: string
  at: Date
}

const MAX_LISTED = 100
const SHOWN_ISSUES = 5

export const bulletinIndexes = [{ key: { town: 1, name: 1 } }, { key: { nextAt: 1 } }] as const
export const bulletinIssueIndexes = [{ key: { bulletinId: 1, date: -1 } }] as const

/** The one name of what a bulletin says on a day: of its record here, and of the notice it becomes. */
export const issueId = (bulletinId: string, date: string): string => `${bulletinId}-${date}`

export type BulletinStore = ReturnType<typeof createBulletinStore>

/** What towns say week by week, and what became of each day's. */
export function createBulletinStore(connection: Connection) {
  const bulletins = connection.collection<BulletinRow>('bulletins')
  const issues = connection.collection<IssueRow>('bulletin_issues')

  async function withIssues({ _id, town: _, changedAt, nextAt, ...row }: BulletinRow): Promise<Bulletin> {
    const last = await issues.find({ bulletinId: _id }).sort({ date: -1 }).limit(SHOWN_ISSUES).toArray()
    return {
      ...row,
      id: _id,
      changedAt: changedAt.toISOString(),
      nextAt: nextAt?.toISOString() ?? null,
      issues: last.map(({ date, outcome, broadcastId }) => ({ date, outcome, broadcastId })),
    }
  }

  return {
    async list(townKey: string): Promise<Bulletin[]> {
      const rows = await bulletins.find({ town: townKey }).sort({ name: 1 }).limit(MAX_LISTED).toArray()
      return Promise.all(rows.map(withIssues))
    },

    async get(townKey: string, id: string): Promise<Bulletin | null> {
      const row = await bulletins.findOne({ _id: id, town: townKey })
      return row && withIssues(row)
    },

    async create(row: Omit<BulletinRow, 'rev'>): Promise<Bulletin> {
      await bulletins.insertOne({ ...row, rev: 1 })
      return withIssues({ ...row, rev: 1 })
    },

    /** Changes revision `rev`; null when it is another one by now. */
    async change({ _id, town, ...change }: Omit<BulletinRow, 'rev'>, rev: number): Promise<Bulletin | null> {
      const row = await bulletins.findOneAndUpdate(
        { _id, town, rev },
        { $set: change, $inc: { rev: 1 } },
        { returnDocument: 'after' },
      )
      return row && withIssues(row)
    },

    /** Deletes revision `rev`. What it has said stays with the notices. */
    async remove(townKey: string, id: string, rev: number): Promise<boolean> {
      return (await bulletins.deleteOne({ _id: id, town: townKey, rev })).deletedCount === 1
    },

    /** Those whose time has come, of all towns. */
    due: (now: Date): Promise<BulletinRow[]> => bulletins.find({ nextAt: { $lte: now } }).toArray(),

    /** Notes what became of a day; false when that was noted already. */
    async note(row: BulletinRow, issue: BulletinIssue, at: Date): Promise<boolean> {
      try {
        const _id = issueId(row._id, issue.date)
        await issues.insertOne({ _id, town: row.town, bulletinId: row._id, ...issue, at })
        return true
      } catch (error) {
        if (isDuplicate(error)) return false
        throw error
      }
    },

    /** Goes on to the next day; whoever changed the bulletin meanwhile has said when that is. */
    async goOn({ _id, nextAt, rev }: BulletinRow, next: Date): Promise<void> {
      await bulletins.updateOne({ _id, rev, nextAt }, { $set: { nextAt: next } })
    },
  }
}
