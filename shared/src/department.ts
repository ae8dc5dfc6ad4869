import { z } from 'zod'
import { duplicateRule } from './duplicates.ts'
import { localizedText, localizedWords } from './language.ts'
import { id } from './names.ts'

/** A person citizens may write to by name: the mayor, a councillor. */
export const person = z.strictObject({ id, name: z.string().min(1).max(120), role: localizedText() })
export type Person = z.infer<typeof person>

/** Who receives incidents. `calendarId` says when somebody is there. */
export const department = z.strictObject({
  id,
  name: localizedText(),
  people: z.array(person).default([]),
  calendarId: id.nullable().default(null),
  email: z.email().nullable().default(null),
})
export type Department = z.infer<typeof department>

const workingHours = z.number().positive().max(1_000) // about half a year of an office, within what calendars look ahead

/** What citizens may expect, in working hours of the department: a first answer, and an end. */
export const deadlines = z.strictObject({ answerHours: workingHours, resolveHours: workingHours })
export type Deadlines = z.infer<typeof deadlines>

/** What an incident is about; `departmentId` is who usually deals with it. Without `deadlines` nothing is ever late. */
export const category = z.strictObject({
  id,
  name: localizedText(),
  departmentId: id.nullable().default(null),
  deadlines: deadlines.nullable().optional(),
  /** When another report may be the same matter; without it nobody is asked in the chat. */
  duplicates: duplicateRule.nullable().optional(),
})
export type Category = z.infer<typeof category>

const MAX_TOPIC_NUMBER = 999

/** Something contacts subscribe to. Citizens ask for it by its number, its name or one of its words: `ALTA 3`. */
export const topic = z.strictObject({
  id,
  name: localizedText(),
  /** Stays when other topics come and go, because it is printed on posters; without one, its place in the list. */
  number: z.number().int().positive().max(MAX_TOPIC_NUMBER).optional(),
  words: localizedWords.optional(),
})
export type Topic = z.infer<typeof topic>
