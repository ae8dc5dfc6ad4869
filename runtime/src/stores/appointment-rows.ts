import type { AppointmentState, AppointmentView, Language, ReminderState } from '@pregoner/shared'
import { Schema } from 'mongoose'

/** An appointment, under the id of the effect that made it. */
export interface AppointmentRow {
  _id: string
  town: string
  departmentId: string
  serviceId: string
  reference: string
  at: Date
  until: Date
  state: AppointmentState
  /** Null when it was entered at the desk. */
  convId: string | null
  madeBy: AppointmentView['madeBy']
  name: string | null
  note: string
  language: Language
  rev: number
  /** Raised when the time or the state changes, for calendars that follow. */
  sequence: number
  /** The change carried out last, so that it is not carried out again. */
  lastChange: string
  /** The time it was moved from by that change, whose place must be given back. */
  leaves: Date | null
  createdAt: Date
  changedAt: Date
  remindAt: Date | null
  reminder: ReminderState
}

export const appointmentSchema = new Schema<AppointmentRow>(
  {
    _id: String,
    town: String,
    departmentId: String,
    serviceId: String,
    reference: String,
    at: Date,
    until: Date,
    state: String,
    convId: String,
    madeBy: String,
    name: String,
    note: String,
    language: String,
    rev: Number,
    sequence: Number,
    lastChange: String,
    leaves: Date,
    createdAt: Date,
    changedAt: Date,
    remindAt: Date,
    reminder: String,
  },
  { collection: 'appointments', strict: 'throw', versionKey: false },
)
appointmentSchema.index({ town: 1, at: 1 })
appointmentSchema.index({ convId: 1, at: 1 })
appointmentSchema.index({ town: 1, reference: 1 })
appointmentSchema.index({ reminder: 1, remindAt: 1 }, { partialFilterExpression: { reminder: 'due' } })

/** Who has a place at one moment, by reference: the one document that decides who gets it. */
export interface SlotRow {
  _id: string
  town: string
  serviceId: string
  at: Date
  held: string[]
}

export const slotSchema = new Schema<SlotRow>(
  { _id: String, town: String, serviceId: String, at: Date, held: [String] },
  { collection: 'appointment_slots', strict: 'throw', versionKey: false },
)
slotSchema.index({ town: 1, serviceId: 1, at: 1 })

export const toAppointment = (row: AppointmentRow): AppointmentView => ({
  id: row._id,
  reference: row.reference,
  serviceId: row.serviceId,
  departmentId: row.departmentId,
  at: row.at.toISOString(),
  until: row.until.toISOString(),
  state: row.state,
  name: row.name,
  note: row.note,
  language: row.language,
  madeBy: row.madeBy,
  canBeTold: row.convId !== null,
  reminder: row.reminder,
  rev: row.rev,
})
