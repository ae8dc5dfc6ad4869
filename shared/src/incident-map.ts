import { z } from 'zod'
import { incidentStatus } from './incident.ts'

/** More than this the map does not show; which ones is told by `isCut`. The newest come first. */
export const MAX_SPOTS = 20_000

/** One incident on the map: id, rev, reference, longitude, latitude, whether somebody set the pin, status. */
export const incidentSpot = z.tuple([
  z.string(),
  z.number().int(),
  z.string(),
  z.number(),
  z.number(),
  z.boolean(),
  incidentStatus,
])
export type IncidentSpot = z.infer<typeof incidentSpot>

/** Every place a filter matches. Rows without names: of ten thousand, names would be a third of the answer. */
export const incidentSpots = z.strictObject({
  spots: z.array(incidentSpot),
  /** Whether there are more than the newest `MAX_SPOTS`. */
  isCut: z.boolean(),
})
export type IncidentSpots = z.infer<typeof incidentSpots>
