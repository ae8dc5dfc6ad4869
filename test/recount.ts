import { type StatisticsQuery, type Tariff, townDateTime } from '@pregoner/shared'
import { countryOf } from '../runtime/src/statistics/country-of.ts'
import type { RandomRows } from './random-town.ts'

interface Recounted {
  rows: RandomRows
  query: StatisticsQuery
  timeZone: string
  from: Date
  to: Date
  tariff: Tariff
}

const known = new Map<string, string>()

function dayIn(at: Date, timeZone: string): string {
  const key = `${timeZone} ${at.getTime()}`
  const day = known.get(key) ?? townDateTime(at, timeZone).date
  known.set(key, day)
  return day
}

const isIn = (at: Date | undefined, { from, to }: { from: Date; to: Date }) => at !== undefined && at >= from && at < to

/** The last language each person spoke on each town day, as far as it is within the span. */
function languages({ rows, timeZone, ...span }: Recounted): (convId: string, at: Date) => string | null {
  const last = new Map<string, { at: Date; language: string }>()
  for (const { convId, at, language } of rows.events) {
    const key = `${convId} ${dayIn(at, timeZone)}`
    const before = last.get(key)
    if (isIn(at, span) && language !== null && (!before || before.at < at)) last.set(key, { at, language })
  }
  return (convId, at) => last.get(`${convId} ${dayIn(at, timeZone)}`)?.language ?? null
}

/** The figures of a town by plain counting over all its rows, row by row, without the database. */
export function recount(asked: Recounted) {
  const { rows, query, timeZone, tariff } = asked
  const languageOf = languages(asked)
  const speaks = (language: string | null) => query.language === undefined || query.language === language
  const spoken = ({ convId, at }: { convId: string; at: Date }) => speaks(languageOf(convId, at))
  const happened = rows.events.filter(event => isIn(event.at, asked))
  const events = happened.filter(spoken)
  const wrote = events.filter(event => event.messagesIn > 0)
  const key = ({ convId, at }: { convId: string; at: Date }) => `${convId} ${dayIn(at, timeZone)}`
  const conversations = new Set(wrote.map(key))
  const opened = new Set(rows.incidents.map(({ convId = '', openedAt = new Date(0) }) => key({ convId, at: openedAt })))
  const sends = rows.sends.filter(
    ({ createdAt, convId, to }) =>
      isIn(createdAt, asked) && to.type !== 'visitor' && speaks(languageOf(convId, createdAt)),
  )
  const delivered = sends.filter(({ st }) => st === 'delivered' || st === 'read')
  const rates = new Map(tariff.countries.map(({ country, amount }) => [country, amount]))
  const rateOf = (to: (typeof sends)[number]['to']) => rates.get(countryOf(to) ?? '') ?? tariff.otherCountries
  const incidents = rows.incidents.filter(
    ({ openedAt, language, departmentId, category, answers }) =>
      isIn(openedAt, asked) &&
      (query.language === undefined || query.language === language) &&
      (query.department === undefined || query.department === departmentId) &&
      (query.category === undefined || query.category === category) &&
      (query.neighbourhood === undefined || query.neighbourhood === answers?.barri),
  )
  const own = happened.filter(({ language }) => speaks(language))
  const marks = own.flatMap(({ ratings }) => ratings.map(({ mark }) => mark))
  const total = (values: number[]) => values.reduce((sum, value) => sum + value, 0)
  const ended = own.flatMap(event => event.ended ?? [])
  return {
    talk: {
      people: new Set(wrote.map(({ convId }) => convId)).size,
      conversations: conversations.size,
      handedOver: [...conversations].filter(one => opened.has(one)).length,
      messagesIn: total(events.map(({ messagesIn }) => messagesIn)),
      messagesOut: total(events.map(({ messagesOut }) => messagesOut)),
      delivered: delivered.length,
      failed: sends.filter(({ st }) => st === 'failed').length,
      unpriced: delivered.filter(({ to }) => rateOf(to) === null).length,
      price: total(delivered.map(({ to }) => rateOf(to) ?? 0)),
    },
    work: {
      incidents: incidents.length,
      answered: incidents.filter(({ answeredAt }) => answeredAt).length,
      resolved: incidents.filter(({ status }) => status === 'resolved' || status === 'closed').length,
      late: 0, // what late is, late.test.ts says
      open: incidents.filter(({ status }) => ['new', 'assigned', 'in_progress', 'planned'].includes(status ?? ''))
        .length,
    },
    waits: incidents
      .flatMap(({ openedAt, answeredAt }) =>
        openedAt && answeredAt ? [answeredAt.getTime() - openedAt.getTime()] : [],
      )
      .sort((one, other) => one - other),
    left: (flowId: string, node: string) => ({
      stays: ended.filter(stay => stay.flowId === flowId && stay.node === node).length,
      left: ended.filter(stay => stay.flowId === flowId && stay.node === node && stay.end === 'left').length,
    }),
    marks: [1, 2, 3, 4, 5].map(mark => marks.filter(one => one === mark).length),
    joined: (topicId: string) =>
      own.flatMap(({ subscriptions }) => subscriptions).filter(one => one.topicId === topicId && one.subscribed).length,
  }
}
