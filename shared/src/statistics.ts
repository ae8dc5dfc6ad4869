import { z } from 'zod'
import { isoDate } from './calendar/calendar.ts'
import { addDays } from './calendar/town-time.ts'
import { language, localizedText } from './language.ts'
import { id } from './names.ts'

/** What counts on a drawing are counted over. */
export const periods = ['today', '7d', '30d'] as const
export const period = z.enum(periods)
export type Period = z.infer<typeof period>

/** What a town's figures are counted over; `own` says from which town day to which. */
export const statisticsPeriods = [...periods, '90d', '12m', 'own'] as const
export const statisticsPeriod = z.enum(statisticsPeriods)

export const MAX_OWN_DAYS = 1_100 // three years, so that a term of office can be looked at in two

/** Which figures: of which days, and of which matters. `from` and `to` are town days, both of them counted. */
export const statisticsQuery = z
  .strictObject({
    period: statisticsPeriod,
    from: isoDate.optional(),
    to: isoDate.optional(),
    department: id.optional(),
    category: id.optional(),
    neighbourhood: z.string().max(120).optional(),
    language: language.optional(),
  })
  .refine(({ period: chosen, from, to }) => (chosen === 'own') === (from !== undefined && to !== undefined), 'from_to')
  .refine(({ from, to }) => !from || !to || (from <= to && to < addDays(from, MAX_OWN_DAYS)), 'from_to')
export type StatisticsQuery = z.infer<typeof statisticsQuery>

const count = z.number().int()

/** Minutes that half, and nine in ten, did not exceed; null when there was nothing to measure. */
const minutes = z.strictObject({ median: z.number(), p90: z.number() }).nullable()

/** What people wrote and were told. A conversation is what one person writes on one town day. */
export const talkFigures = z.strictObject({
  people: count,
  conversations: count,
  /** Conversations in which an incident was opened; the flows served the others alone. */
  handedOver: count,
  messagesIn: count,
  messagesOut: count,
  /** Messages that WhatsApp reported as delivered or read, and those it refused. */
  delivered: count,
  failed: count,
  /** What the delivered ones cost by the town's tariff; null when nothing of it has been entered. */
  price: z.strictObject({ amount: z.number(), currency: z.string() }).nullable(),
  /** Delivered messages the tariff has no price for. */
  unpriced: count,
})
export type TalkFigures = z.infer<typeof talkFigures>

/** What became of the incidents opened in the period, up to now. */
export const workFigures = z.strictObject({
  incidents: count,
  answered: count,
  /** Resolved, or closed without action. */
  resolved: count,
  /** Still somebody's work. */
  open: count,
  /** Answered or ended later than their category promised, or overdue now. */
  late: count,
  firstAnswer: minutes,
  resolution: minutes,
})
export type WorkFigures = z.infer<typeof workFigures>

const workRow = z.strictObject({ key: z.string(), ...workFigures.shape, incidentsBefore: count })
export type WorkRow = z.infer<typeof workRow>

/** A step that waits for words: how many stays there ended, and how. */
const droppedStep = z.strictObject({
  flowId: z.string(),
  flowName: z.string(),
  node: z.string(),
  /** How the officer named the step, its first words, and its type; the last is null once it is not drawn any more. */
  name: z.string(),
  words: localizedText(),
  type: z.string().nullable(),
  stays: count,
  answered: count,
  left: count,
})
export type DroppedStep = z.infer<typeof droppedStep>

/** Marks of one scale: how often each was given, from 1 up; their average and standard deviation. */
const rating = z.strictObject({
  best: count,
  marks: z.array(count),
  count,
  average: z.number(),
  deviation: z.number(),
  averageBefore: z.number().nullable(),
})
export type RatingFigures = z.infer<typeof rating>

const languageRow = talkFigures
  .pick({ people: true, conversations: true, messagesIn: true, messagesOut: true })
  .extend({ key: z.string() })

export const seriesRow = z.strictObject({
  /** An hour, a day or a month in the town's own time. */
  at: z.string(),
  conversations: count,
  messagesIn: count,
  messagesOut: count,
  incidents: count,
  subscriptions: count,
  unsubscriptions: count,
})
export type SeriesRow = z.infer<typeof seriesRow>

/** What belongs to the whole town and to no department. */
export const talkStatistics = z.strictObject({
  now: talkFigures,
  before: talkFigures,
  languages: z.array(languageRow),
  steps: z.array(droppedStep),
  ratings: z.array(rating),
  topics: z.array(z.strictObject({ key: z.string(), subscribers: count, joined: count, left: count })),
})

/** A town's figures over a period and the one before it, recounted from what is stored. */
export const townStatistics = z.strictObject({
  period: statisticsPeriod,
  /** The first and the last town day of the period and of the one it is compared with. */
  days: z.strictObject({ from: z.string(), to: z.string() }),
  daysBefore: z.strictObject({ from: z.string(), to: z.string() }),
  slot: z.enum(['hour', 'day', 'month']),
  /** Null when only some matters or departments are looked at: what people write belongs to none of them. */
  talk: talkStatistics.nullable(),
  work: z.strictObject({ now: workFigures, before: workFigures }),
  departments: z.array(workRow),
  categories: z.array(workRow),
  /** Those that incidents name; empty where nobody asks for it. */
  neighbourhoods: z.array(workRow),
  series: z.array(seriesRow),
})
export type TownStatistics = z.infer<typeof townStatistics>

/** The tables of the figures that can be had as a file. */
export const statisticsTables = [
  'figures',
  'series',
  'departments',
  'categories',
  'neighbourhoods',
  'languages',
  'steps',
  'ratings',
  'topics',
] as const
export const statisticsTable = z.enum(statisticsTables)
export type StatisticsTable = z.infer<typeof statisticsTable>
