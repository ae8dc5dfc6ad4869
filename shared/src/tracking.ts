import { z } from 'zod'
import { townDate } from './calendar/town-time.ts'
import { type IncidentEntry, incidentStatus } from './incident.ts'
import { language, localizedText } from './language.ts'

/** A reference as people copy it from a message: any case, spaces around it. */
export const trackedReference = z
  .string()
  .trim()
  .toUpperCase()
  .max(24)
  .regex(/^[\dA-Z_-]+$/)

export const trackedStep = z.strictObject({ status: incidentStatus, day: z.string() })
export type TrackedStep = z.infer<typeof trackedStep>

/** What anybody who holds the reference may know of an incident: nobody's words, names or exact place. */
export const trackedIncident = z.strictObject({
  reference: z.string(),
  townName: z.string(),
  /** The language names are read in when they have none in the visitor's. */
  language,
  status: incidentStatus,
  category: localizedText().nullable(),
  department: localizedText().nullable(),
  /** The part of the town it is in, when the town hall has placed it in one. */
  area: z.string().nullable(),
  /** Oldest first; the last one is how it stands. */
  steps: z.array(trackedStep),
})
export type TrackedIncident = z.infer<typeof trackedIncident>

/** The days on which an incident came to another status; of several on one day that say the same, the first. */
export function trackedSteps(entries: readonly IncidentEntry[], timeZone: string): TrackedStep[] {
  const steps: TrackedStep[] = []
  for (const { status, at } of entries) {
    if (status !== null && status !== steps.at(-1)?.status)
      steps.push({ status, day: townDate(new Date(at), timeZone) })
  }
  return steps
}
