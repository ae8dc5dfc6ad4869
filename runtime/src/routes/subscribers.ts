import { subscriptionSource } from '@pregoner/shared'
import { z } from 'zod'
import { AppError } from '../errors.ts'
import type { SubscriptionStore } from '../stores/subscription-store.ts'
import type { TownStore } from '../stores/town-store.ts'
import type { Route } from './route.ts'
import { townRoute } from './route.ts'

export interface SubscriberRouteDeps {
  subscriptions: SubscriptionStore
  towns: Pick<TownStore, 'get'>
}

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const growth = z.array(
  z.strictObject({ day, topicId: z.string(), source: subscriptionSource, joined: z.number(), left: z.number() }),
)

/** How subscribers grow. */
export const subscriberRoutes = ({ subscriptions, towns }: SubscriberRouteDeps): Route[] => [
  townRoute({
    method: 'get',
    path: '/towns/:town/subscribers/growth',
    summary: 'How many joined and left each topic, by day and by what it came about.',
    roles: ['administrator', 'officer', 'agent'],
    query: z.strictObject({ from: day, to: day }),
    answer: growth,
    async run({ townKey }, { query: { from, to } }) {
      const town = await towns.get(townKey)
      if (!town) throw new AppError('not_found')
      return subscriptions.growth(townKey, town.timeZone, from, to)
    },
  }),
]
