import { z } from 'zod'
import { incidentQuery } from './api.ts'

const MAX_VIEWS = 30

/** What narrows a list of incidents, without where in it one reads. */
export const incidentChoice = incidentQuery.omit({ since: true, before: true, limit: true })
export type IncidentChoice = z.infer<typeof incidentChoice>

/** A filter somebody keeps under a name of their own. */
export const incidentView = z.strictObject({
  id: z.string().min(8).max(64),
  name: z.string().trim().min(1).max(60),
  filter: incidentChoice,
})
export type IncidentView = z.infer<typeof incidentView>

const isDistinct = (views: { id: string }[]) => new Set(views.map(({ id }) => id)).size === views.length
export const incidentViews = z.array(incidentView).max(MAX_VIEWS).refine(isDistinct)
