import type { CountPeriod, FlowCounts } from '@pregoner/shared'
import type { Connection, PipelineStage } from 'mongoose'
import type { EndedStay } from './event-store.ts'

/** What of a flow is counted: its steps between two moments, and, of its own conversations, from a version on. */
export interface CountedSpan {
  townKey: string
  flowId: string
  from: Date
  to: Date
  fromVersion: number | null
}

interface Counted<Id> {
  _id: Id
  count: number
}
interface Lasting {
  seconds: number
  count: number
}

const count = { $sum: 1 }

/** Committed steps within a span. A flow that another one runs has no version of its own there; the time tells. */
export const eventsIn = ({ townKey, flowId, from, to, fromVersion }: CountedSpan) => ({
  town: townKey,
  at: { $gte: from, $lte: to },
  ...(fromVersion === null ? {} : { $or: [{ flowId: { $ne: flowId } }, { version: { $gte: fromVersion } }] }),
})

/** The middle one of values that are counted by value; null when there is none. */
function medianOf(values: readonly Lasting[]): number | null {
  const sorted = values.toSorted((one, other) => one.seconds - other.seconds)
  const total = sorted.reduce((sum, one) => sum + one.count, 0)
  let passed = 0
  for (const one of sorted) {
    passed += one.count
    if (passed * 2 >= total) return one.seconds
  }
  return null
}

function waitsFrom(rows: readonly Counted<Pick<EndedStay, 'node' | 'end' | 'seconds'>>[]): FlowCounts['waits'] {
  const byNode = new Map<string, { answered: number; left: number; lasting: Lasting[] }>()
  for (const { _id, count: times } of rows) {
    const { node, end, seconds } = _id
    const sums = byNode.get(node) ?? { answered: 0, left: 0, lasting: [] }
    byNode.set(node, sums)
    if (end === 'left') sums.left += times
    if (end !== 'answered') continue
    sums.answered += times
    if (seconds !== null) sums.lasting.push({ seconds, count: times })
  }
  return [...byNode].map(([node, { answered, left, lasting }]) => ({
    ...{ node, answered, left, seconds: medianOf(lasting) },
  }))
}

export type FlowCountStore = ReturnType<typeof createFlowCountStore>

/** Counts what people did in a flow from what is stored; nothing here is kept. */
export function createFlowCountStore(connection: Connection) {
  const rows = <Row extends object>(collection: string, stages: PipelineStage[]): Promise<Row[]> =>
    connection.collection(collection).aggregate<Row>(stages).toArray()

  return {
    async count(span: CountedSpan, period: CountPeriod): Promise<FlowCounts> {
      const { townKey, flowId } = span
      const events = eventsIn(span)
      const [exits, here, waits, notUnderstood] = await Promise.all([
        rows<Counted<{ node: string; exit: string }>>('events', [
          { $match: { ...events, 'passages.flowId': flowId } },
          { $project: { _id: 0, passages: 1 } }, // what is unwound is copied, so it had better be little
          { $unwind: '$passages' },
          { $match: { 'passages.flowId': flowId, 'passages.exit': { $ne: null } } },
          { $group: { _id: { node: '$passages.node', exit: '$passages.exit' }, count } },
        ]),
        rows<Counted<string> & { since: Date | null }>('conversations', [
          { $match: { town: townKey, 'at.flowId': flowId } },
          { $group: { _id: '$at.node', count, since: { $min: '$at.since' } } },
        ]),
        // Seconds come to two digits, so there are at most ninety different ones for every power of ten.
        rows<Counted<Pick<EndedStay, 'node' | 'end' | 'seconds'>>>('events', [
          { $match: { ...events, 'ended.flowId': flowId } },
          { $group: { _id: { node: '$ended.node', end: '$ended.end', seconds: '$ended.seconds' }, count } },
        ]),
        rows<Counted<string>>('events', [
          { $match: { ...events, 'notUnderstood.flowId': flowId } },
          { $unwind: '$notUnderstood' },
          { $match: { 'notUnderstood.flowId': flowId } },
          { $group: { _id: '$notUnderstood.node', count } },
        ]),
      ])
      return {
        flowId,
        period,
        exits: exits.map(({ _id, count: times }) => ({ ..._id, count: times })),
        here: here.map(({ _id, count: people, since }) => ({
          ...{ node: _id, count: people, since: since?.toISOString() ?? null },
        })),
        waits: waitsFrom(waits),
        notUnderstood: notUnderstood.map(({ _id, count: times }) => ({ node: _id, count: times })),
      }
    },
  }
}
