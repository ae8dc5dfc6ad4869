import { hasEnded, incidentStatuses, type StatisticsQuery, type TownStatistics, townDate } from '@pregoner/shared'
import type { Connection, PipelineStage } from 'mongoose'
import type { Scope } from '../accounts/scope.ts'
import { departmentsOf } from '../accounts/scope.ts'
import type { SlotFacts } from '../statistics/facts.ts'
import { lateness } from '../statistics/late.ts'
import { seriesOf } from '../statistics/series.ts'
import { type Span, type Stretch, spanOf } from '../statistics/spans.ts'
import { talkFiguresOf } from '../statistics/talk-figures.ts'
import {
  languageRows,
  ratingRows,
  type StepCount,
  spokenIn,
  topicChanges,
  worstSteps,
} from '../statistics/talk-tables.ts'
import { workFiguresOf, workRowsOf } from '../statistics/work-figures.ts'
import type { DayFactsStore } from './day-facts-store.ts'
import type { GeographyStore } from './geography-store.ts'
import { type IncidentFact, readIncidentFacts } from './incident-facts.ts'
import { personOf } from './slot-facts.ts'
import type { TownStore } from './town-store.ts'

interface Counted {
  _id: string
  count: number
}

type Talk = NonNullable<TownStatistics['talk']>
/** The figures as they are stored: steps have no names yet. */
export type CountedStatistics = Omit<TownStatistics, 'talk'> & {
  talk: (Omit<Talk, 'steps'> & { steps: StepCount[] }) | null
}

export type StatisticsStore = ReturnType<typeof createStatisticsStore>

const count = { $sum: 1 }

/** Whether the figures are of some of the town's matters only, so that what people write has no part in them. */
const isOfSomeMatters = ({ department, category, neighbourhood }: StatisticsQuery): boolean =>
  department !== undefined || category !== undefined || neighbourhood !== undefined

function fits(fact: IncidentFact, { department, category, neighbourhood, language }: StatisticsQuery): boolean {
  if (department !== undefined && fact.departmentId !== department) return false
  if (category !== undefined && fact.category !== category) return false
  if (neighbourhood !== undefined && fact.neighbourhood !== neighbourhood) return false
  return language === undefined || fact.language === language
}

const within = ({ from, to }: Stretch, facts: readonly IncidentFact[]) =>
  facts.filter(({ openedAt }) => openedAt >= from && openedAt < to)

/** Counts again from what is stored: events, sends, incidents and subscriptions. */
export function createStatisticsStore(
  connection: Connection,
  {
    towns,
    dayFacts,
    geographies,
  }: { towns: TownStore; dayFacts: DayFactsStore; geographies: Pick<GeographyStore, 'get'> },
) {
  const rows = <Row extends object>(collection: string, stages: PipelineStage[]): Promise<Row[]> =>
    connection.collection(collection).aggregate<Row>(stages).toArray()

  async function subscribersOf(townKey: string): Promise<Map<string, number>> {
    const found = await rows<Counted>('subscriptions', [
      { $match: { town: townKey, subscribed: true } },
      { $group: { _id: '$topicId', count } },
    ])
    return new Map(found.map(row => [row._id, row.count]))
  }

  async function factsOf(townKey: string, span: Span): Promise<{ now: SlotFacts[]; before: SlotFacts[] }> {
    const { timeZone } = span
    const present = span.slot === 'hour' ? dayFacts.hours : dayFacts.days
    return {
      now: await present(townKey, timeZone, span.now),
      before: await dayFacts.days(townKey, timeZone, span.before),
    }
  }

  async function talkOf(
    townKey: string,
    span: Span,
    query: StatisticsQuery,
    incidents: readonly IncidentFact[],
  ): Promise<{ talk: CountedStatistics['talk']; facts: readonly SlotFacts[] }> {
    const [all, subscribers, town] = await Promise.all([
      factsOf(townKey, span),
      subscribersOf(townKey),
      towns.get(townKey),
    ])
    const now = spokenIn(all.now, query.language)
    const before = spokenIn(all.before, query.language)
    const opened = new Map<string, Set<string>>()
    for (const { openedAt, convId } of incidents) {
      const day = townDate(openedAt, span.timeZone)
      opened.set(day, (opened.get(day) ?? new Set<string>()).add(personOf(convId)))
    }
    const changes = topicChanges(now)
    const topics = [...new Set([...subscribers.keys(), ...changes.keys()])].map(key => ({
      ...{ key, subscribers: subscribers.get(key) ?? 0 },
      ...(changes.get(key) ?? { joined: 0, left: 0 }),
    }))
    const talk = {
      now: talkFiguresOf(now, opened, town?.tariff),
      before: talkFiguresOf(before, opened, town?.tariff),
      languages: languageRows(now),
      steps: worstSteps(now),
      ratings: ratingRows(now, before),
      topics: topics.sort((one, other) => other.subscribers - one.subscribers || one.key.localeCompare(other.key)),
    }
    return { talk, facts: now }
  }

  return {
    /** How many people are in each flow now. */
    async insideFlows(townKey: string): Promise<Map<string, number>> {
      const found = await rows<Counted>('conversations', [
        { $match: { town: townKey, at: { $ne: null } } },
        { $group: { _id: '$at.flowId', count } },
      ])
      return new Map(found.map(row => [row._id, row.count]))
    },

    subscribersOf,

    /** What is open now and what of it is late, whenever it was opened, as far as this person sees. */
    async workload(scope: Scope, now: Date): Promise<{ open: number; late: number }> {
      const departments = departmentsOf(scope)
      const open = {
        ...{ town: scope.townKey, status: { $in: incidentStatuses.filter(status => !hasEnded(status)) } },
        ...(departments && { departmentId: { $in: [...departments] } }),
      }
      const incidents = connection.collection('incidents')
      const [all, late] = await Promise.all([
        incidents.countDocuments(open),
        incidents.countDocuments({ ...open, dueAt: { $lte: now } }),
      ])
      return { open: all, late }
    },

    /** The figures of a period; an agent's are of the incidents of their departments. */
    async townStatistics(scope: Scope, query: StatisticsQuery, now: Date): Promise<CountedStatistics> {
      const { townKey } = scope
      const town = await towns.get(townKey)
      const span = spanOf(query, town?.timeZone ?? 'UTC', now)
      const departments = departmentsOf(scope)
      const isLate = lateness(town ?? { departments: [], calendars: [] }, now)
      const { districts } = await geographies.get(townKey)
      const names = new Map(districts.map(({ id, name }) => [id, name]))
      const districtName = (id: string) => names.get(id) ?? null
      const both = { from: span.before.from, to: span.now.to }
      const all = await readIncidentFacts(connection, townKey, departments, both, { isLate, districtName })
      const chosen = all.filter(fact => fits(fact, query))
      const [present, before] = [within(span.now, chosen), within(span.before, chosen)]
      const { talk, facts } =
        departments || isOfSomeMatters(query) ? { talk: null, facts: [] } : await talkOf(townKey, span, query, all)
      const days = ({ firstDay, lastDay }: Stretch) => ({ from: firstDay, to: lastDay })
      const hasNeighbourhoods = chosen.some(({ neighbourhood }) => neighbourhood !== null)
      return {
        period: query.period,
        days: days(span.now),
        daysBefore: days(span.before),
        slot: span.slot,
        talk,
        work: { now: workFiguresOf(present), before: workFiguresOf(before) },
        departments: workRowsOf(present, before, fact => fact.departmentId),
        categories: workRowsOf(present, before, fact => fact.category),
        neighbourhoods: hasNeighbourhoods ? workRowsOf(present, before, fact => fact.neighbourhood) : [],
        series: seriesOf(span, facts, present),
      }
    },
  }
}
