import type { Period, TownStatistics } from '@pregoner/shared'
import type { Connection, PipelineStage } from 'mongoose'
import type { TownPeriod } from '../statistics/town-periods.ts'
import { townPeriod } from '../statistics/town-periods.ts'
import type { TownStore } from './town-store.ts'

const MINUTE_MS = 60_000

interface Counted<Id> {
  _id: Id
  count: number
}
type Slots = { _id: string; messagesIn: number; messagesOut: number }[]

export type StatisticsStore = ReturnType<typeof createStatisticsStore>

const count = { $sum: 1 }

function median(values: number[]): number | null {
  const sorted = values.toSorted((one, other) => one - other)
  const middle = sorted.length / 2
  const low = sorted[Math.ceil(middle) - 1]
  const high = sorted[Math.floor(middle)]
  return low === undefined || high === undefined ? null : Math.round(((low + high) / 2) * 10) / 10
}

const byKey = (rows: Counted<string | null>[]) =>
  rows
    .map(({ _id, count: times }) => ({ key: _id ?? '', count: times }))
    .sort((one, other) => other.count - one.count || one.key.localeCompare(other.key))

/** Counts again from what is stored; nothing here is kept. */
export function createStatisticsStore(connection: Connection, towns: TownStore) {
  const rows = <Row extends object>(collection: string, stages: PipelineStage[]): Promise<Row[]> =>
    connection.collection(collection).aggregate<Row>(stages).toArray()

  async function periodIn(townKey: string, period: Period, now: Date): Promise<TownPeriod & { timeZone: string }> {
    const timeZone = (await towns.get(townKey))?.timeZone ?? 'UTC'
    return { ...townPeriod(period, timeZone, now), timeZone }
  }

  const within = (townKey: string, field: string, { from, to }: TownPeriod) => ({
    $match: { town: townKey, [field]: { $gte: from, $lte: to } },
  })

  return {
    /** How many people are in each flow now. */
    async insideFlows(townKey: string): Promise<Map<string, number>> {
      const found = await rows<Counted<string>>('conversations', [
        { $match: { town: townKey, at: { $ne: null } } },
        { $group: { _id: '$at.flowId', count } },
      ])
      return new Map(found.map(row => [row._id, row.count]))
    },

    async townStatistics(townKey: string, period: Period, now: Date): Promise<TownStatistics> {
      const span = await periodIn(townKey, period, now)
      const slot = (field: string) => ({
        $dateToString: { date: `$${field}`, format: span.format, timezone: span.timeZone },
      })
      const opened = within(townKey, 'openedAt', span)
      const events = within(townKey, 'at', span)

      const [people, messages, changes, subscribers, byCategory, byDepartment, bySlot, answers] = await Promise.all([
        rows<{ people: number }>('events', [
          { $match: { ...events.$match, messagesIn: { $gt: 0 } } },
          { $group: { _id: '$convId' } },
          { $count: 'people' },
        ]),
        rows<Slots[number]>('events', [
          events,
          { $group: { _id: slot('at'), messagesIn: { $sum: '$messagesIn' }, messagesOut: { $sum: '$messagesOut' } } },
        ]),
        rows<Counted<{ slot: string; subscribed: boolean }>>('events', [
          events,
          { $unwind: '$subscriptions' },
          { $group: { _id: { slot: slot('at'), subscribed: '$subscriptions.subscribed' }, count } },
        ]),
        rows<Counted<string>>('subscriptions', [
          { $match: { town: townKey, subscribed: true } },
          { $group: { _id: '$topicId', count } },
        ]),
        rows<Counted<string | null>>('incidents', [opened, { $group: { _id: '$category', count } }]),
        rows<Counted<string>>('incidents', [opened, { $group: { _id: '$departmentId', count } }]),
        rows<Counted<string>>('incidents', [opened, { $group: { _id: slot('openedAt'), count } }]),
        rows<{ openedAt: Date; answeredAt: Date }>('incidents', [
          { $match: { ...opened.$match, answeredAt: { $ne: null } } },
          { $project: { openedAt: 1, answeredAt: 1 } },
        ]),
      ])

      const total = (field: 'messagesIn' | 'messagesOut') => messages.reduce((sum, row) => sum + row[field], 0)
      const subscriptionsIn = (at: string, subscribed: boolean) =>
        changes.find(({ _id }) => _id.slot === at && _id.subscribed === subscribed)?.count ?? 0

      return {
        period,
        from: span.from.toISOString(),
        to: span.to.toISOString(),
        conversations: people[0]?.people ?? 0,
        messagesIn: total('messagesIn'),
        messagesOut: total('messagesOut'),
        incidents: byDepartment.reduce((sum, row) => sum + row.count, 0),
        answered: answers.length,
        minutesToFirstAnswer: median(
          answers.map(({ openedAt, answeredAt }) => (answeredAt.getTime() - openedAt.getTime()) / MINUTE_MS),
        ),
        subscribers: byKey(subscribers),
        incidentsByCategory: byKey(byCategory),
        incidentsByDepartment: byKey(byDepartment),
        series: span.slots.map(at => {
          const said = messages.find(({ _id }) => _id === at)
          return {
            at,
            messagesIn: said?.messagesIn ?? 0,
            messagesOut: said?.messagesOut ?? 0,
            incidents: bySlot.find(({ _id }) => _id === at)?.count ?? 0,
            subscriptions: subscriptionsIn(at, true),
            unsubscriptions: subscriptionsIn(at, false),
          }
        }),
      }
    },
  }
}
