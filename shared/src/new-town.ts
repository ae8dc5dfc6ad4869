import { z } from 'zod'
import { isTimeZone } from './calendar/town-time.ts'
import { language } from './language.ts'
import { townData } from './town.ts'

/** Part of every address of the town and of its channels, for good: small letters, digits and hyphens. */
export const townKey = z
  .string()
  .min(2)
  .max(40)
  .regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/)

/** What a new town begins with; everything else is filled in later, in its settings. */
export const newTown = z.strictObject({
  key: townKey,
  name: z.string().trim().min(1).max(120),
  language,
  country: townData.shape.country,
  timeZone: z.string().max(64).refine(isTimeZone, 'unknown_time_zone'),
})
export type NewTown = z.infer<typeof newTown>
