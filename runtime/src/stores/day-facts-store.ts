import { addDays, fromTownTime, townDate } from '@pregoner/shared'
import type { Connection } from 'mongoose'
import { noFacts, type SlotFacts } from '../statistics/facts.ts'
import { daysBetween, type Stretch } from '../statistics/spans.ts'
import { insertIfAbsent } from './connect.ts'
import { dayId, type KeptDay } from './kept-days.ts'
import { daysAround, forgetDays } from './recounted-days.ts'
import { readSlotFacts } from './slot-facts.ts'

/**
 * A day as old as this is counted once and kept: WhatsApp tries to deliver a message for at most 30 days, and repeats
 * what it has to tell for at most 7.
 */
const SETTLED_DAYS = 40
const LIVE_SLICE_DAYS = 8 // days counted in one command, so that no other command waits long for it
const BUILT_SLICE_DAYS = 31
const DAY_MS = 86_400_000

export type DayFactsStore = ReturnType<typeof createDayFactsStore>

const earlier = (one: string, other: string) => (one < other ? one : other)
const later = (one: string, other: string) => (one > other ? one : other)
const daysFrom = (first: string, last: string): string[] =>
  first > last ? [] : Array.from({ length: daysBetween(first, last) + 1 }, (_, index) => addDays(first, index))

/** What happened on each day of a town: of young days as it is now, of old ones as it was counted once. */
export function createDayFactsStore(connection: Connection, now: () => Date) {
  const days = connection.collection<KeptDay>('statistics_days')

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
  function keep(townKey: string, timeZone: string, counted: SlotFacts[], revs: Map<string, KeptDay>): Promise<void> {
    const writes = counted.map(facts => {
      const _id = dayId(townKey, facts.at)
      const rev = revs.get(facts.at)?.rev
      if (rev !== undefined) return { updateOne: { filter: { _id, rev }, update: { $set: { facts, timeZone } } } }
      return { insertOne: { document: { _id, town: townKey, day: facts.at, timeZone, rev: 1, facts } } }
    })
    return insertIfAbsent(() => days.bulkWrite(writes, { ordered: false }))
  }

  /** Days that are over for good, each counted at most once. */
  async function settled(townKey: string, timeZone: string, first: string, last: string): Promise<SlotFacts[]> {
    const kept = await days.find({ town: townKey, day: { $gte: first, $lte: last } }).toArray()
    const known = new Map(kept.map(row => [row.day, row]))
    const factsOf = (day: string) => {
      const row = known.get(day)
      return row?.timeZone === timeZone ? row.facts : null
    }
    const all = daysFrom(first, last)
    const found = all.flatMap(day => factsOf(day) ?? [])
    const missing = all.filter(day => !factsOf(day))
    for (let at = 0; at < missing.length; ) {
      const start = missing[at] ?? first
      const end = addDays(start, BUILT_SLICE_DAYS - 1)
      const slice = missing.slice(at).filter(day => day <= end)
      const from = fromTownTime(start, '00:00', timeZone)
      const to = fromTownTime(addDays(slice.at(-1) ?? start, 1), '00:00', timeZone)
      const counted = await readSlotFacts(connection, { townKey, timeZone, from, to, slot: 'day' })
      const facts = slice.map(day => counted.get(day) ?? noFacts(day))
      await keep(townKey, timeZone, facts, known)
      found.push(...facts)
      at += slice.length
    }
    return found
  }

  async function counted(townKey: string, timeZone: string, stretch: Stretch): Promise<SlotFacts[]> {
    const found: SlotFacts[] = []
    for (let first = stretch.firstDay; first <= stretch.lastDay; first = addDays(first, LIVE_SLICE_DAYS)) {
      const next = fromTownTime(addDays(first, LIVE_SLICE_DAYS), '00:00', timeZone)
      const from = new Date(Math.max(stretch.from.getTime(), fromTownTime(first, '00:00', timeZone).getTime()))
      const to = new Date(Math.min(stretch.to.getTime(), next.getTime()))
      if (from >= to) break
      found.push(...(await readSlotFacts(connection, { townKey, timeZone, from, to, slot: 'day' })).values())
    }
    return found
  }

  return {
    /** By the hour, of one day. */
    async hours(townKey: string, timeZone: string, { from, to }: Stretch): Promise<SlotFacts[]> {
      return [...(await readSlotFacts(connection, { townKey, timeZone, from, to, slot: 'hour' })).values()]
    },

    /** By the day; a day on which nothing happened may be missing. */
    async days(townKey: string, timeZone: string, stretch: Stretch): Promise<SlotFacts[]> {
      const isCutAt = stretch.to < fromTownTime(addDays(stretch.lastDay, 1), '00:00', timeZone)
      const lastWhole = isCutAt ? addDays(stretch.lastDay, -1) : stretch.lastDay
      const lastSettled = earlier(lastWhole, addDays(townDate(now(), timeZone), -SETTLED_DAYS))
      const begun = lastSettled < stretch.firstDay ? null : await firstDayOf(townKey, timeZone)
      const old = begun ? await settled(townKey, timeZone, later(begun, stretch.firstDay), lastSettled) : []
      const firstYoung = later(addDays(lastSettled, 1), stretch.firstDay)
      const young = { ...stretch, firstDay: firstYoung }
      return [...old, ...(await counted(townKey, timeZone, young))]
    },

    /**
     * To be called before and after something is written that happened at these moments, so that no day that was
     * counted without it stays. Young moments cost nothing.
     */
    async forget(moments: readonly { town: string; at: Date }[]): Promise<void> {
      const settledBefore = now().getTime() - (SETTLED_DAYS - 1) * DAY_MS
      const old = moments.filter(({ at }) => at.getTime() < settledBefore)
      for (const town of new Set(old.map(moment => moment.town))) {
        const its = old.filter(moment => moment.town === town)
        await forgetDays(
          connection,
          town,
          its.flatMap(({ at }) => daysAround(at)),
        )
      }
    },

    /** Has every old day of a town counted anew, as after people's data was erased. */
    async forgetTown(townKey: string): Promise<void> {
      await days.updateMany({ town: townKey }, { $set: { facts: null }, $inc: { rev: 1 } })
    },
  }
}
