import type { AppointmentState, AppointmentView } from '@pregoner/shared'
import type { Connection, UpdateQuery } from 'mongoose'
import { trusted } from 'mongoose'
import type { Scope } from '../accounts/scope.ts'
import { departmentsOf } from '../accounts/scope.ts'
import { type AppointmentRow, appointmentSchema, toAppointment } from './appointment-rows.ts'
import type { AppointmentSlots } from './appointment-slots.ts'
import { isDuplicate } from './duplicate.ts'

const MAX_OWN = 20
const MAX_LISTED = 2_000

/** What is known when an appointment is made. */
export type NewRow = Omit<
  AppointmentRow,
  'state' | 'rev' | 'sequence' | 'lastChange' | 'leaves' | 'createdAt' | 'changedAt' | 'reminder'
>

/** When an appointment is to be now. */
export interface NewTime {
  at: Date
  until: Date
  remindAt: Date | null
  capacity: number
}

export type Changed = { outcome: 'done'; row: AppointmentRow } | { outcome: 'taken' | 'gone' }

const after = { returnDocument: 'after' } as const

export type AppointmentStore = ReturnType<typeof createAppointmentStore>

/** Appointments with departments. A place is taken before an appointment says so, and given back after it says no more. */
export function createAppointmentStore(connection: Connection, slots: AppointmentSlots, now: () => Date) {
  const Appointments = connection.model<AppointmentRow>('Appointment', appointmentSchema)

  const inScope = (scope: Scope) => {
    const departments = departmentsOf(scope)
    return { town: scope.townKey, ...(departments && { departmentId: trusted({ $in: [...departments] }) }) }
  }

  const byId = (_id: string): Promise<AppointmentRow | null> => Appointments.findById(_id).lean()

  /** Changes a booked appointment as it was read; null when it is another one by now. */
  const change = (row: AppointmentRow, set: UpdateQuery<AppointmentRow>['$set']): Promise<AppointmentRow | null> =>
    Appointments.findOneAndUpdate(
      { _id: row._id, town: row.town, rev: row.rev },
      { $set: { ...set, changedAt: now() }, $inc: { rev: 1 } },
      after,
    ).lean()

  async function insert(row: AppointmentRow): Promise<void> {
    try {
      await Appointments.create([row])
    } catch (error) {
      if (!isDuplicate(error)) throw error
    }
  }

  return {
    /** Makes an appointment, once for its `_id`; null when every place is taken. */
    async book(made: NewRow, capacity: number): Promise<AppointmentRow | null> {
      const known = await byId(made._id)
      if (known) return known
      if (!(await slots.take(made, made.reference, capacity))) return null
      const reminder = made.remindAt ? 'due' : 'none'
      const at = now()
      await insert({
        ...made,
        ...{
          state: 'booked',
          reminder,
          rev: 1,
          sequence: 0,
          lastChange: made._id,
          leaves: null,
          createdAt: at,
          changedAt: at,
        },
      })
      return byId(made._id)
    },

    /** Moves an appointment, once for `changeId`. The old place is given back when the new one is sure. */
    async move(row: AppointmentRow, changeId: string, to: NewTime): Promise<Changed> {
      const { town, serviceId, reference } = row
      if (row.lastChange === changeId) {
        if (row.leaves) await slots.release({ town, serviceId, at: row.leaves }, reference)
        return { outcome: 'done', row }
      }
      if (row.state !== 'booked') return { outcome: 'gone' }
      if (row.at.getTime() === to.at.getTime()) return { outcome: 'done', row }
      const wanted = { town, serviceId, at: to.at }
      if (!(await slots.take(wanted, reference, to.capacity))) return { outcome: 'taken' }
      const { at, until, remindAt } = to
      const reminder = remindAt ? 'due' : 'none'
      const sequence = row.sequence + 1
      const set = { at, until, remindAt, reminder, sequence, lastChange: changeId, leaves: row.at }
      const moved = await change(row, set)
      await slots.release(moved ? { town, serviceId, at: row.at } : wanted, reference)
      return moved ? { outcome: 'done', row: moved } : { outcome: 'gone' }
    },

    /** Calls an appointment off; null when it was not booked any more. Doing it again gives its place back again. */
    async cancel(row: AppointmentRow, changeId: string): Promise<AppointmentRow | null> {
      const cancelled =
        row.state === 'booked'
          ? await change(row, {
              ...{ state: 'cancelled', sequence: row.sequence + 1, lastChange: changeId, remindAt: null },
              reminder: row.reminder === 'due' ? 'none' : row.reminder,
            })
          : row
      if (cancelled?.state !== 'cancelled') return null
      await slots.release(cancelled, cancelled.reference)
      return cancelled.lastChange === changeId ? cancelled : null
    },

    /** What a contact has ahead of them, the next one first. */
    own: (town: string, convId: string): Promise<AppointmentRow[]> =>
      Appointments.find({ town, convId, state: 'booked', at: trusted({ $gt: now() }) })
        .sort({ at: 1 })
        .limit(MAX_OWN)
        .lean(),

    /** An appointment of this contact by its reference. */
    ownByReference: (town: string, convId: string, reference: string): Promise<AppointmentRow | null> =>
      Appointments.findOne({ town, convId, reference }).lean(),

    /** Appointments that begin from `from` up to but not including `to`, in order. */
    async list(scope: Scope, { from, to }: { from: Date; to: Date }): Promise<AppointmentView[]> {
      const rows = await Appointments.find({ ...inScope(scope), at: trusted({ $gte: from, $lt: to }) })
        .sort({ at: 1, _id: 1 })
        .limit(MAX_LISTED)
        .lean()
      return rows.map(toAppointment)
    },

    get: (scope: Scope, id: string): Promise<AppointmentRow | null> =>
      Appointments.findOne({ _id: id, ...inScope(scope) }).lean(),

    /** Says whether somebody came, at revision `rev`; null when it is another one by now. */
    setState: (
      scope: Scope,
      id: string,
      rev: number,
      state: Exclude<AppointmentState, 'cancelled'>,
    ): Promise<AppointmentRow | null> =>
      Appointments.findOneAndUpdate(
        { _id: id, ...inScope(scope), rev, state: trusted({ $ne: 'cancelled' }) },
        { $set: { state, changedAt: now() }, $inc: { rev: 1 } },
        after,
      ).lean(),

    /** How many appointments for a service are still to come. */
    ahead: (town: string, serviceId: string): Promise<number> =>
      Appointments.countDocuments({ town, serviceId, state: 'booked', at: trusted({ $gt: now() }) }),

    /** Of one department, for a calendar that follows it: those that begin after `from`, cancelled ones among them. */
    ofDepartment: (town: string, departmentId: string, from: Date): Promise<AppointmentRow[]> =>
      Appointments.find({ town, departmentId, at: trusted({ $gte: from }) })
        .sort({ at: 1 })
        .limit(MAX_LISTED)
        .lean(),

    /** Reminders whose time has come. */
    reminders: (limit: number): Promise<AppointmentRow[]> =>
      Appointments.find({ reminder: 'due', remindAt: trusted({ $lte: now() }) })
        .sort({ remindAt: 1 })
        .limit(limit)
        .lean(),

    /** Notes what became of the reminder of an appointment that is still as it was read. */
    async reminded(row: AppointmentRow, reminder: AppointmentRow['reminder']): Promise<AppointmentRow | null> {
      return change(row, { reminder })
    },
  }
}
