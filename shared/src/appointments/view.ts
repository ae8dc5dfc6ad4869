import { z } from 'zod'
import { language } from '../language.ts'

export const appointmentStates = ['booked', 'cancelled', 'came', 'absent'] as const
export const appointmentState = z.enum(appointmentStates)
export type AppointmentState = z.infer<typeof appointmentState>

/** How the reminder of an appointment stands: none is meant, due, handed over, by template, or not possible. */
export const reminderStates = ['none', 'due', 'sent', 'sent_as_template', 'impossible'] as const
export type ReminderState = (typeof reminderStates)[number]

/** An appointment as the people of its department see it. */
export const appointmentView = z.strictObject({
  id: z.string(),
  reference: z.string(),
  serviceId: z.string(),
  departmentId: z.string(),
  at: z.iso.datetime(),
  until: z.iso.datetime(),
  state: appointmentState,
  /** Who comes, as far as they said; null when nobody knows. */
  name: z.string().nullable(),
  note: z.string(),
  language,
  /** `desk` was entered by hand. */
  madeBy: z.enum(['whatsapp', 'webchat', 'desk']),
  /** Whether a message still reaches whoever made it. */
  canBeTold: z.boolean(),
  reminder: z.enum(reminderStates),
  rev: z.number().int(),
})
export type AppointmentView = z.infer<typeof appointmentView>

const MAX_NAME_CHARS = 120
const MAX_NOTE_CHARS = 500

/** An appointment made by hand: somebody telephoned, or stands at the counter. */
export const newAppointment = z.strictObject({
  serviceId: z.string().max(60),
  at: z.iso.datetime(),
  name: z.string().trim().min(1).max(MAX_NAME_CHARS),
  note: z.string().trim().max(MAX_NOTE_CHARS),
})
export type NewAppointment = z.infer<typeof newAppointment>

/** Feeds are told apart by what calendars may show of the people who come. */
export const appointmentFeed = z.strictObject({
  id: z.string(),
  departmentId: z.string(),
  showsNames: z.boolean(),
  madeAt: z.iso.datetime(),
})
export type AppointmentFeed = z.infer<typeof appointmentFeed>
