import type { Connection } from 'mongoose'
import type { NoticeRow } from '../effects/notify-staff.ts'
import { insertIfAbsent } from './connect.ts'

export const noticeIndexes = [{ key: { town: 1, departmentId: 1, at: -1 } }, { key: { town: 1, at: 1 } }] as const

export type NoticeStore = ReturnType<typeof createNoticeStore>

export function createNoticeStore(connection: Connection) {
  const notices = connection.collection<NoticeRow>('notices')
  return {
    insert: (rows: readonly NoticeRow[]): Promise<void> =>
      insertIfAbsent(() => notices.insertMany([...rows], { ordered: false })),

    /** The newest notices of a town, of these departments or of all. */
    newest: (town: string, departments: readonly string[] | null, limit: number): Promise<NoticeRow[]> =>
      notices
        .find({ town, ...(departments ? { departmentId: { $in: [...departments] } } : {}) })
        .sort({ at: -1 })
        .limit(limit)
        .toArray(),
  }
}
