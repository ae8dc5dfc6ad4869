import { z } from 'zod'
import { language } from './language.ts'
import { id } from './names.ts'
import { templateCategories } from './notice-template.ts'

const word = z.string().trim().min(1).max(120)

/** Who a notice is for. Every line that says something narrows it; within a line, any of its values will do. */
export const segment = z.strictObject({
  /** Subscribers of any of these; whoever is subscribed to anything when empty. */
  topicIds: z.array(id).max(200),
  languages: z.array(language).max(20),
  /** As people told it. */
  neighbourhoods: z.array(word).max(100),
  labels: z.array(word).max(50),
  /** What a flow has saved about them. */
  field: z.strictObject({ name: word, value: word }).nullable(),
  /** Who wrote within so many days. */
  activeDays: z.number().int().min(1).max(3_650).nullable(),
})
export type Segment = z.infer<typeof segment>

export const everySubscriber: Segment = {
  ...{ topicIds: [], languages: [], neighbourhoods: [], labels: [], field: null, activeDays: null },
}

/** Why somebody the segment means gets nothing. */
export const exclusions = ['no_consent', 'blocked', 'window_closed', 'never_wrote'] as const
export type Exclusion = (typeof exclusions)[number]

const count = z.number().int()

/** Who would get a notice now, when those outside the 24-hour window get a template of this kind, or nothing. */
export const audienceQuestion = z.strictObject({ segment, template: z.enum(templateCategories).nullable() })
export type AudienceQuestion = z.infer<typeof audienceQuestion>

/** How many people a segment reaches now. Free messages are those of the web chat. */
export const audience = z.strictObject({
  reached: count,
  /** Those of them who get the template. */
  byTemplate: count,
  excluded: z.strictObject({ no_consent: count, blocked: count, window_closed: count, never_wrote: count }),
  languages: z.partialRecord(language, count),
  /** What sending to them costs: null when no tariff says, zero when all is free. */
  price: z.strictObject({ amount: z.number(), currency: z.string() }).nullable(),
  priced: count,
  unpriced: count,
})
export type Audience = z.infer<typeof audience>
