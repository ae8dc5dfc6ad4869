import type { IncidentDetail, IncidentEntry, IncidentSummary } from '@pregoner/shared'
import type { Model, QueryFilter } from 'mongoose'
import { trusted } from 'mongoose'
import type { Scope } from '../accounts/scope.ts'
import type { Clock } from './incident-clock.ts'
import { entryOf } from './incident-entries.ts'
import { isOpen } from './incident-hands.ts'
import type { IncidentClock, IncidentHands, IncidentLinks, IncidentRow, PendingInput } from './incident-rows.ts'
import { toDetail, toSummary } from './incident-rows.ts'
import type { WithWindows } from './reply-windows.ts'

const MAX_TRIES = 10
const SECOND_MS = 1_000 // as finely as WhatsApp tells when something was said

const isSaidSince = (at: Date, since: Date): boolean =>
  at.getTime() >= Math.floor(since.getTime() / SECOND_MS) * SECOND_MS

/** One change by a person at the town hall. When it is due follows by itself. */
export interface IncidentEdit {
  set: Partial<
    Pick<
      IncidentRow,
      'status' | 'departmentId' | 'assignee' | 'answeredAt' | 'handedFrom' | 'priority' | 'asksSolved'
    > &
      Pick<IncidentClock, 'waitingSince'> &
      IncidentHands &
      Pick<IncidentLinks, 'duplicateOf'>
  >
  entries: IncidentEntry[]
  /** What the conversation must be told; kept until it has been. */
  outbox: PendingInput[]
}

interface EditDeps {
  inScope: (scope: Scope) => QueryFilter<IncidentRow>
  withWindows: WithWindows
  clock: Clock
  now: () => Date
}

/** Changes of incidents, each by compare-and-set on its `rev`. */
export function createIncidentEdits(Incidents: Model<IncidentRow>, { inScope, withWindows, clock, now }: EditDeps) {
  const after = { returnDocument: 'after' } as const

  async function resume(row: IncidentRow, at: Date): Promise<IncidentRow | null> {
    const entry = entryOf({ id: `${row._id}:${row.rev}:resumed`, at: at.toISOString(), kind: 'resumed' })
    return Incidents.findOneAndUpdate(
      { _id: row._id, rev: row.rev },
      {
        $set: { ...(await clock.after({ ...row, waitingSince: null }, at)), changedAt: now() },
        $inc: { rev: 1 },
        $push: { entries: entry },
      },
      after,
    ).lean()
  }

  return {
    /** Changes revision `rev` of an incident; null when it has another one by now, or is out of scope. */
    async edit(
      scope: Scope,
      incidentId: string,
      rev: number,
      edit: IncidentEdit,
    ): Promise<{ detail: IncidentDetail; summary: IncidentSummary } | null> {
      const which = { _id: incidentId, rev, ...inScope(scope) }
      const before = await Incidents.findOne(which).lean()
      if (!before) return null
      const at = now()
      const row = await Incidents.findOneAndUpdate(
        which,
        {
          $set: { ...edit.set, ...(await clock.after({ ...before, ...edit.set }, at)), changedAt: at },
          $inc: { rev: 1 },
          $push: { entries: { $each: edit.entries }, outbox: { $each: edit.outbox } },
        },
        after,
      ).lean()
      const [current] = row ? await withWindows([row]) : []
      return current ? { detail: toDetail(current), summary: toSummary(current) } : null
    },

    /**
     * Counts anew when the open incidents of a town are due, once its calendars or departments have changed; what
     * somebody changes meanwhile is counted anew by that. Returns those that are due at another time now.
     */
    async retime(townKey: string): Promise<IncidentSummary[]> {
      const hours = await clock.hoursOf(townKey)
      const at = now()
      const moved: IncidentSummary[] = []
      const promised = { town: townKey, ...isOpen, deadlines: trusted({ $ne: null }), waitingSince: null }
      for await (const before of Incidents.find(promised).lean().cursor()) {
        const { dueFor, dueAt, soonAt } = await clock.after(before, at, hours)
        if (dueAt?.getTime() === before.dueAt?.getTime() && dueFor === before.dueFor) continue
        const row = await Incidents.findOneAndUpdate(
          { _id: before._id, rev: before.rev },
          { $set: { dueFor, dueAt, soonAt, changedAt: at }, $inc: { rev: 1 } },
          after,
        ).lean()
        if (row) moved.push(toSummary(row))
      }
      return moved
    },

    /** Ends the wait for what these conversations have said after it began; again it changes nothing. */
    async resumeWaiting(said: ReadonlyMap<string, Date>): Promise<{ town: string; summary: IncidentSummary }[]> {
      const isWaiting = { convId: trusted({ $in: [...said.keys()] }), waitingSince: trusted({ $gt: new Date(0) }) }
      const resumed: { town: string; summary: IncidentSummary }[] = []
      for (let tries = 0; tries < MAX_TRIES; tries += 1) {
        const rows = (await Incidents.find(isWaiting).lean()).flatMap(row => {
          const at = said.get(row.convId)
          return at && row.waitingSince && isSaidSince(at, row.waitingSince) ? [{ row, at }] : []
        })
        if (rows.length === 0) return resumed
        for (const { row, at } of rows) {
          const changed = await resume(row, at)
          if (changed) resumed.push({ town: changed.town, summary: toSummary(changed) })
        }
      }
      throw new Error('an incident was changed by others again and again')
    },
  }
}
