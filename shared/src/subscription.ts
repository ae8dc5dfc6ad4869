import { z } from 'zod'

/** By what a subscription began or ended. */
export const subscriptionSources = ['keyword', 'flow', 'form', 'import', 'platform', 'new_number'] as const
export const subscriptionSource = z.enum(subscriptionSources)
export type SubscriptionSource = z.infer<typeof subscriptionSource>

const TOPIC = 'topic:'

/** The purpose under which the ledger of consents keeps what somebody wanted to hear of. */
export const purposeOf = (topicId: string): string => TOPIC + topicId

/** The topic a purpose stands for; null when the consent was about something else. */
export const topicOf = (purpose: string): string | null =>
  purpose.startsWith(TOPIC) ? purpose.slice(TOPIC.length) : null
