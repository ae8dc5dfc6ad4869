import { addDays } from '@pregoner/shared'
import type { Connection } from 'mongoose'
import { dayId, type KeptDay } from './kept-days.ts'

const DAYS_AT_ONCE = 200

/** The days that a moment may belong to, whatever the time zone. */
export function daysAround(at: Date): string[] {
  const utcDay = at.toISOString().slice(0, 10)
  return [addDays(utcDay, -1), utcDay, addDays(utcDay, 1)]
}

/** Has these days of a town counted anew; whoever counts one of them right now does not keep what they find. */
export async function forgetDays(connection: Connection, townKey: string, days: Iterable<string>): Promise<void> {
  const kept = connection.collection<KeptDay>('statistics_days')
  const all = [...new Set(days)]
  for (let at = 0; at < all.length; at += DAYS_AT_ONCE) {
    await kept.bulkWrite(
      all.slice(at, at + DAYS_AT_ONCE).map(day => ({
        updateOne: {
          filter: { _id: dayId(townKey, day) },
          update: { $set: { town: townKey, day, timeZone: '', counted: null }, $inc: { rev: 1 } },
          upsert: true,
        },
      })),
      { ordered: false },
    )
  }
}

/**
 * Runs a change of the stored events and sends of some conversations, such as erasing a person, and has every day they
 * are of counted anew, so that what was counted before does not stay. `convIds` must name them as they are called before
 * the change and as they are called after it: then a change that died half-way is put right when it is run again.
 */
export async function recountingDaysOf<Value>(
  connection: Connection,
  townKey: string,
  convIds: readonly string[],
  change: () => Promise<Value>,
): Promise<Value> {
  const moments = async (collection: string, field: 'at' | 'createdAt'): Promise<Date[]> => {
    const rows = connection
      .collection(collection)
      .find({ convId: { $in: [...convIds] }, town: townKey }, { projection: { _id: 0, [field]: 1 } })
    const found: Date[] = []
    for await (const row of rows) if (row[field] instanceof Date) found.push(row[field])
    return found
  }
  const all = [...(await moments('events', 'at')), ...(await moments('sends', 'createdAt'))]
  const days = new Set(all.flatMap(daysAround))
  await forgetDays(connection, townKey, days)
  const value = await change()
  await forgetDays(connection, townKey, days)
  return value
}
