import {
  type InterfaceLanguage,
  interfaceLanguages,
  sourceNames,
  subscriptionGrowth,
  type TownData,
  textIn,
} from '@pregoner/shared'
import { z } from 'zod'
import { AppError } from '../errors.ts'
import { csvHeaders, csvOf } from '../exports/csv.ts'
import type { SubscriptionStore } from '../stores/subscription-store.ts'
import type { TownStore } from '../stores/town-store.ts'
import type { Route } from './route.ts'
import { townRoute } from './route.ts'

export interface SubscriberRouteDeps {
  subscriptions: SubscriptionStore
  towns: Pick<TownStore, 'get'>
}

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const roles = ['administrator', 'officer', 'agent'] as const

const heads: Record<InterfaceLanguage, string[]> = {
  ca: ['Dia', 'Tema', 'Origen', 'Altes', 'Baixes'],
  es: ['Día', 'Tema', 'Origen', 'Altas', 'Bajas'],
  it: ['Giorno', 'Tema', 'Origine', 'Iscritti', 'Usciti'],
  en: ['Day', 'Topic', 'Source', 'Joined', 'Left'],
}

/** How subscribers grow. */
export const subscriberRoutes = ({ subscriptions, towns }: SubscriberRouteDeps): Route[] => {
  const townOr404 = async (townKey: string): Promise<TownData> => {
    const town = await towns.get(townKey)
    if (!town) throw new AppError('not_found')
    return town
  }
  return [
    townRoute({
      method: 'get',
      path: '/towns/:town/subscribers/growth',
      summary: 'How many joined and left each topic, by day and by what it came about.',
      roles,
      query: z.strictObject({ from: day, to: day }),
      answer: z.array(subscriptionGrowth),
      async run({ townKey }, { query: { from, to } }) {
        return subscriptions.growth(townKey, (await townOr404(townKey)).timeZone, from, to)
      },
    }),
    townRoute({
      method: 'get',
      path: '/towns/:town/subscribers/growth.csv',
      summary: 'The same as a CSV file, its words in the language `in`.',
      roles,
      query: z.strictObject({ from: day, to: day, in: z.enum(interfaceLanguages).default('ca') }),
      async run({ townKey }, { query, response }) {
        const town = await townOr404(townKey)
        const rows = await subscriptions.growth(townKey, town.timeZone, query.from, query.to)
        const nameOf = (topicId: string) =>
          textIn(town.topics.find(({ id }) => id === topicId)?.name, query.in, town.defaultLanguage) || topicId
        const lines = rows.map(row => [
          ...[row.day, nameOf(row.topicId), sourceNames[query.in][row.source]],
          ...[row.joined, row.left],
        ])
        response.set(csvHeaders(`${townKey}-${query.from}-${query.to}.csv`)).send(csvOf([heads[query.in], ...lines]))
      },
    }),
  ]
}
