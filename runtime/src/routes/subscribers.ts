import { askedId, subscriberReport, subscriptionSource, textIn } from '@pregoner/shared'
import { z } from 'zod'
import { importSubscribers } from '../broadcasts/import-subscribers.ts'
import { AppError } from '../errors.ts'
import type { AuditStore } from '../stores/audit-store.ts'
import type { ChannelStore } from '../stores/channel-store.ts'
import type { SubscriptionStore } from '../stores/subscription-store.ts'
import type { TownStore } from '../stores/town-store.ts'
import type { Route } from './route.ts'
import { townRoute } from './route.ts'

const MAX_FILE_BYTES = 4 * 1024 * 1024 // fifty thousand lines of eighty characters

export interface SubscriberRouteDeps {
  subscriptions: SubscriptionStore
  channels: Pick<ChannelStore, 'ofTown'>
  towns: TownStore
  audit: AuditStore
  now: () => Date
}

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const growth = z.array(
  z.strictObject({ day, topicId: z.string(), source: subscriptionSource, joined: z.number(), left: z.number() }),
)

/** Subscribers from a file, and how they grow. */
export const subscriberRoutes = ({ subscriptions, channels, towns, audit, now }: SubscriberRouteDeps): Route[] => [
  townRoute({
    method: 'post',
    path: '/towns/:town/subscribers/import',
    summary:
      'Looks through a CSV file of numbers with day and proof of consent; takes it in, as a whole, when told to.',
    roles: ['administrator'],
    query: z.strictObject({
      topic: askedId(),
      save: z.enum(['true', 'false']).default('false'),
    }),
    maxFileBytes: MAX_FILE_BYTES,
    answer: subscriberReport,
    async run({ townKey, personId }, { bytes, query }) {
      const town = await towns.get(townKey)
      const topic = town?.topics.find(({ id }) => id === query.topic)
      if (!town || !topic) throw new AppError('not_found')
      const channel = (await channels.ofTown(townKey)).find(({ kind }) => kind === 'whatsapp')
      const report = await importSubscribers(
        bytes,
        {
          ...{ townKey, country: town.country, topic, channelId: channel?.key ?? '', now: now() },
          topicName: textIn(topic.name, town.defaultLanguage, town.defaultLanguage),
          isMeant: query.save === 'true',
        },
        subscriptions,
      )
      if (report.isDone)
        await audit.append({ town: townKey, personId, action: 'subscribers.import', object: topic.id, at: now() })
      return report
    },
  }),
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
