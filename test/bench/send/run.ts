// `npm run bench:send`: a notice to many, against a platform in another process: how fast it goes out at the level of its
// number and without one, what statuses and citizens cost meanwhile, and what more people cost in memory.
// `-- --people 3000 --rate 500` for another size and level; `-- --seconds 60` for the longest it may take; `-- --json`.

import { type Figure, quantile, report } from '../report.ts'
import { measure, type Outcome } from './measure.ts'

const isJson = process.argv.includes('--json')
const option = (name: string, otherwise: number) => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? otherwise : Number(process.argv[at + 1])
}
const people = option('people', 2_000)
const rate = option('rate', 1_000)
const maxSeconds = option('seconds', 60)
const repliesPerSecond = option('replies', 5)
const UNLIMITED = 1_000_000
const MIB = 2 ** 20

/** What went out in a whole second, without the first and the last. */
const whole = ({ perSecond }: Outcome) => Array.from(perSecond, count => count ?? 0).slice(1, -1)
const seconds = ({ perSecond, total }: Outcome) => (perSecond.length > 2 ? perSecond.length - 1 : total > 0 ? 1 : 0)
const middle = (outcome: Outcome) =>
  whole(outcome).length > 0
    ? whole(outcome).reduce((sum, each) => sum + each, 0) / whole(outcome).length
    : outcome.total / Math.max(1, seconds(outcome))

function figuresOf(outcome: Outcome, asked: number, wanted: string): Figure[] {
  const { total, twice, statusesAbsorbed, statusesRefused, replyMs, firstMs, heapBytes, heapAtRestBytes } = outcome
  const inAll = `of ${asked}`
  return [
    { name: 'arrived', value: total, unit: 'messages', against: inAll },
    { name: 'arrived twice', value: twice, unit: 'messages', against: 'asked: 0' },
    { name: 'first message', value: firstMs, unit: 'ms', against: 'asked: 1,000' },
    { name: 'sent', value: middle(outcome), unit: 'a second', against: wanted },
    { name: 'slowest second', value: Math.min(...whole(outcome)), unit: 'messages', against: wanted },
    {
      name: 'statuses absorbed',
      value: statusesAbsorbed / Math.max(1, seconds(outcome)),
      unit: 'a second',
      against: 'asked: 3,000',
    },
    { name: 'statuses refused', value: statusesRefused, unit: 'statuses', against: 'asked: 0' },
    {
      name: 'answers meanwhile',
      value: replyMs.length,
      unit: 'answers',
      against: `${repliesPerSecond} a second asked`,
    },
    { name: 'webhook to answer, median', value: quantile(replyMs, 0.5), unit: 'ms', against: 'while it goes out' },
    { name: 'webhook to answer, p99', value: quantile(replyMs, 0.99), unit: 'ms', against: 'asked: 250' },
    { name: 'heap above rest', value: (heapBytes - heapAtRestBytes) / MIB, unit: 'MiB', against: 'garbage included' },
  ]
}

const atLevel = { people, messagesPerSecond: rate / 0.9, repliesPerSecond, maxSeconds }
const level = await measure(atLevel)
report(`${people} people, ${rate} a second`, figuresOf(level, people, `asked: ${rate} ±2 %`), isJson)
const free = await measure({ ...atLevel, messagesPerSecond: UNLIMITED })
report(`${people} people, as fast as it can`, figuresOf(free, people, 'asked: 3,000'), isJson)
process.exit(0)
