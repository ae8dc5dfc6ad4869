import { addDays, fromTownTime, townDate } from '@pregoner/shared'
import type { Connection } from 'mongoose'
import { noFacts, type SlotFacts } from '../statistics/facts.ts'
import { daysBetween, type Stretch } from '../statistics/spans.ts'
import { createTurnTaking } from '../turn-taking.ts'
import { insertIfAbsent } from './connect.ts'
import { dayId, type KeptDay } from './kept-days.ts'
import { daysAround, forgetDays } from './recounted-days.ts'
import { readSlotFacts } from './slot-facts.ts'

/** A day as old as this is counted once and kept; whoever writes something of such a day later says so. */
const SETTLED_DAYS = 2
/** Younger than any moment of a settled day, wherever the town is and whatever the clocks of two processes say. */
const YOUNG_MS = 18 * 3_600_000
const DAYS_AT_ONCE = 7
const KEPT_AT_ONCE = 30

export type DayFactsStore = ReturnType<typeof createDayFactsStore>

const earlier = (one: string, other: string) => (one < other ? one : other)
const later = (one: string, other: string) => (one > other ? one : other)
const daysFrom = (first: string, last: string): string[] =>
  first > last ? [] : Array.from({ length: daysBetween(first, last) + 1 }, (_, index) => addDays(first, index))

/** Days that follow one another, as many together as are counted at once. */
function runsOf(days: readonly string[]): string[][] {
  const runs: string[][] = []
  for (const day of days) {
    const run = runs.at(-1)
    const isNext = run && run.length < DAYS_AT_ONCE && addDays(run.at(-1) ?? day, 1) === day
    if (isNext) run.push(day)
    else runs.push([day])
  }
  return runs
}

/** What happened on each day of a town: of young days as it is now, of old ones as it was counted once. */
export function createDayFactsStore(connection: Connection, now: () => Date) {
  const days = connection.collection<KeptDay>('statistics_days')

  const lastSettledOf = (timeZone: string) => addDays(townDate(now(), timeZone), -SETTLED_DAYS)

  async function firstDayOf(townKey: string, timeZone: string): Promise<string | null> {
    const first = (collection: string, field: string) =>
      connection
        .collection(collection)
        .find({ town: townKey, [field]: { $gte: new Date(0) } }, { projection: { [field]: 1 } })
        .sort({ [field]: 1 })
        .limit(1)
        .toArray()
    const [[event], [send]] = await Promise.all([first('events', 'at'), first('sends', 'createdAt')])
    const moments = [event?.at, send?.createdAt].filter(at => at instanceof Date)
    if (moments.length === 0) return null
    return townDate(new Date(Math.min(...moments.map(at => at.getTime()))), timeZone)
  }

  /** Keeps what was counted of days, unless something of them has been written since they were looked up. */
  function keep(townKey: string, timeZone: string, facts: SlotFacts[], revs: Map<string, number>): Promise<void> {
    const writes = facts.map(its => {
      const [_id, rev] = [dayId(townKey, its.at), revs.get(its.at)]
      const counted = JSON.stringify(its)
      if (rev !== undefined) return { updateOne: { filter: { _id, rev }, update: { $set: { counted, timeZone } } } }
      return { insertOne: { document: { _id, town: townKey, day: its.at, timeZone, rev: 1, counted } } }
    })
    return insertIfAbsent(() => days.bulkWrite(writes, { ordered: false }))
  }

  /** What is kept of these days, and the state of those that are known but must be counted. */
  async function kept(townKey: string, timeZone: string, first: string, last: string) {
    const facts = new Map<string, SlotFacts>()
    const revs = new Map<string, number>()
    const turns = createTurnTaking()
    const rows = days.find({ town: townKey, day: { $gte: first, $lte: last } }, { batchSize: KEPT_AT_ONCE })
    for await (const { day, rev, timeZone: zone, counted } of rows) {
      revs.set(day, rev)
      if (counted && zone === timeZone) facts.set(day, JSON.parse(counted))
      await turns.pause()
    }
    return { facts, revs }
  }

  /** Days that are over for good, each counted at most once. */
  async function settled(
    townKey: string,
    timeZone: string,
    { first, last, isEnough = () => false }: { first: string; last: string; isEnough?: () => boolean },
  ): Promise<SlotFacts[]> {
    const { facts, revs } = await kept(townKey, timeZone, first, last)
    const found = [...facts.values()]
    const missing = daysFrom(first, last).filter(day => !facts.has(day))
    for (const run of runsOf(missing)) {
      if (isEnough()) break
      const [start = first] = run
      const from = fromTownTime(start, '00:00', timeZone)
      const to = fromTownTime(addDays(start, run.length), '00:00', timeZone)
      const counted = await readSlotFacts(connection, { townKey, timeZone, from, to, slot: 'day' })
      const its = run.map(day => counted.get(day) ?? noFacts(day))
      await keep(townKey, timeZone, its, revs)
      found.push(...its)
    }
    return found
  }

  /** What happens to anything of this moment or a later one need not be told. */
  const youngSince = () => new Date(now().getTime() - YOUNG_MS)

  return {
    /** By the hour, of one day. */
    async hours(townKey: string, timeZone: string, { from, to }: Stretch): Promise<SlotFacts[]> {
      return [...(await readSlotFacts(connection, { townKey, timeZone, from, to, slot: 'hour' })).values()]
    },

    /** By the day; a day on which nothing happened may be missing. */
    async days(townKey: string, timeZone: string, stretch: Stretch): Promise<SlotFacts[]> {
      const isCutAt = stretch.to < fromTownTime(addDays(stretch.lastDay, 1), '00:00', timeZone)
      const lastWhole = isCutAt ? addDays(stretch.lastDay, -1) : stretch.lastDay
      const lastSettled = earlier(lastWhole, lastSettledOf(timeZone))
      const begun = lastSettled < stretch.firstDay ? null : await firstDayOf(townKey, timeZone)
      const old = begun
        ? await settled(townKey, timeZone, { first: later(begun, stretch.firstDay), last: lastSettled })
        : []
      const firstYoung = later(addDays(lastSettled, 1), stretch.firstDay)
      const from = new Date(Math.max(stretch.from.getTime(), fromTownTime(firstYoung, '00:00', timeZone).getTime()))
      if (from >= stretch.to) return old
      const young = await readSlotFacts(connection, { townKey, timeZone, from, to: stretch.to, slot: 'day' })
      return [...old, ...young.values()]
    },

    /** Counts every settled day of a town that is not counted yet, so that whoever asks need not wait for it. */
    async settle(townKey: string, timeZone: string, isEnough?: () => boolean): Promise<void> {
      const last = lastSettledOf(timeZone)
      const first = await firstDayOf(townKey, timeZone)
      if (first && first <= last) await settled(townKey, timeZone, { first, last, ...(isEnough && { isEnough }) })
    },

    /**
     * To be called before and after something is written that happened at these moments, so that no day that was
     * counted without it stays; after it alone when it is written again should it not come to that. Young moments cost
     * nothing.
     */
    async forget(moments: readonly { town: string; at: Date }[]): Promise<void> {
      const before = youngSince()
      const days = new Map<string, string[]>()
      for (const { town, at } of moments) {
        if (at < before) days.set(town, [...(days.get(town) ?? []), ...daysAround(at)])
      }
      for (const [town, its] of days) await forgetDays(connection, town, its)
    },

    youngSince,

    /** Has every old day of a town counted anew, as after people's data was erased. */
    async forgetTown(townKey: string): Promise<void> {
      await days.updateMany({ town: townKey }, { $set: { counted: null }, $inc: { rev: 1 } })
    },
  }
}
