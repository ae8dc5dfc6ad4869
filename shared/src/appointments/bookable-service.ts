import { z } from 'zod'
import { localizedText } from '../language.ts'
import { id } from '../names.ts'

/** How far ahead anybody can look; 90 days of a full calendar still fit into a few pages of a list. */
export const MAX_DAYS_AHEAD = 90
export const MAX_QUESTION_CHARS = 1_024
/** Between these hours of the town's clock people are reminded; nobody is woken. */
export const REMINDERS_FROM = '08:00'
export const REMINDERS_TO = '21:00'
const MAX_NAME_CHARS = 60
const MAX_PLACE_CHARS = 200
const MAX_NOTICE_HOURS = 336
const DAY_MINUTES = 1_440

/** Something a department gives appointments for, and by which rules. */
export const bookableService = z.strictObject({
  id,
  departmentId: id,
  /** Its opening hours are when appointments may be. */
  calendarId: id,
  name: localizedText({ maxChars: MAX_NAME_CHARS }),
  /** Where to come; may be empty. */
  place: localizedText({ maxChars: MAX_PLACE_CHARS }),
  slotMinutes: z.number().int().min(5).max(DAY_MINUTES),
  /** How many people may come at the same time. */
  capacity: z.number().int().min(1).max(100),
  /** How long before it begins an appointment can be made, at the latest. */
  noticeHours: z.number().int().min(0).max(MAX_NOTICE_HOURS),
  daysAhead: z.number().int().min(1).max(MAX_DAYS_AHEAD),
  /** How many appointments one person may have ahead of them. */
  mostPerPerson: z.number().int().min(1).max(20),
  /** What is asked before booking, like what it is about; empty asks nothing. */
  question: localizedText({ maxChars: MAX_QUESTION_CHARS }),
  /** The hour in town at which people are reminded the day before; null reminds nobody. */
  remindsAt: z
    .string()
    .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)
    .refine(time => time >= REMINDERS_FROM && time < REMINDERS_TO, 'not at night')
    .nullable(),
})
export type BookableService = z.infer<typeof bookableService>

export const MAX_SERVICES = 100
