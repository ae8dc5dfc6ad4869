import { z } from 'zod'

export const periods = ['today', '7d', '30d'] as const
export const period = z.enum(periods)
export type Period = z.infer<typeof period>

const counted = z.array(z.strictObject({ key: z.string(), count: z.number().int() }))

/** A town's figures over a period, recounted from the stored events. */
export const townStatistics = z.strictObject({
  period,
  from: z.string(),
  to: z.string(),
  conversations: z.number().int(),
  messagesIn: z.number().int(),
  messagesOut: z.number().int(),
  incidents: z.number().int(),
  answered: z.number().int(),
  /** Minutes, median; null without answers. */
  minutesToFirstAnswer: z.number().nullable(),
  subscribers: counted,
  incidentsByCategory: counted,
  incidentsByDepartment: counted,
  /** One row per town day, or per hour for `today`. */
  series: z.array(
    z.strictObject({
      at: z.string(),
      messagesIn: z.number().int(),
      messagesOut: z.number().int(),
      incidents: z.number().int(),
      subscriptions: z.number().int(),
      unsubscriptions: z.number().int(),
    }),
  ),
})
export type TownStatistics = z.infer<typeof townStatistics>
