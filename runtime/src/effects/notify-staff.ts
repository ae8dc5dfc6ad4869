import type { Notice } from '@pregoner/shared'
import type { Run } from './effect.ts'

export interface NoticeDeps {
  /** Tells the department's people who are looking now. */
  onNotice: (townKey: string, notice: Notice) => void
  notices: { insert: (rows: readonly NoticeRow[]) => Promise<void> }
  now: () => Date
}

/** A notice for the staff of a department, kept for those who were not looking. */
export interface NoticeRow {
  _id: string
  town: string
  departmentId: string
  text: string
  at: Date
}

/** Keeps the notice and shows it to whoever of the department is there. */
export const notifyStaff =
  ({ notices, onNotice, now }: NoticeDeps): Run<'notify_staff'> =>
  async due => {
    const at = now()
    const rows = due.map(({ id, effect, conversation }) => ({
      _id: id,
      town: conversation.town,
      departmentId: effect.departmentId,
      text: effect.text,
      at,
    }))
    await notices.insert(rows)
    for (const { _id, town, departmentId, text } of rows) {
      onNotice(town, { id: _id, departmentId, text, at: at.toISOString() })
    }
  }
