import type { Connection } from 'mongoose'
import { trusted } from 'mongoose'
import { type SlotRow, slotSchema } from './appointment-rows.ts'
import { isDuplicate } from './duplicate.ts'

/** One moment of one service. */
export interface Slot {
  town: string
  serviceId: string
  at: Date
}

const idOf = ({ town, serviceId, at }: Slot) => `${town}|${serviceId}|${at.toISOString()}`

export type AppointmentSlots = ReturnType<typeof createAppointmentSlots>

/** Places at moments. Each moment is one document, so that nobody is given a place somebody else has just taken. */
export function createAppointmentSlots(connection: Connection) {
  const Slots = connection.model<SlotRow>('AppointmentSlot', slotSchema)

  async function open(slot: Slot): Promise<void> {
    const { town, serviceId, at } = slot
    try {
      await Slots.updateOne({ _id: idOf(slot) }, { $setOnInsert: { town, serviceId, at, held: [] } }, { upsert: true })
    } catch (error) {
      if (!isDuplicate(error)) throw error // somebody else has opened it at the same time
    }
  }

  const holds = async (slot: Slot, holder: string): Promise<boolean> =>
    (await Slots.countDocuments({ _id: idOf(slot), held: holder })) === 1

  return {
    /** Takes a place for `holder`, unless all are taken; who has one already keeps it. */
    async take(slot: Slot, holder: string, capacity: number): Promise<boolean> {
      if (capacity < 1) return holds(slot, holder)
      await open(slot)
      const { matchedCount } = await Slots.updateOne(
        {
          _id: idOf(slot),
          held: trusted({ $ne: holder }),
          [`held.${capacity - 1}`]: trusted({ $exists: false }),
        },
        { $push: { held: holder } },
      )
      return matchedCount === 1 || holds(slot, holder)
    },

    /** Gives a place back; doing it again changes nothing. */
    async release(slot: Slot, holder: string): Promise<void> {
      await Slots.updateOne({ _id: idOf(slot) }, { $pull: { held: holder } })
    },

    /** How many places are taken at each moment from `from` up to but not including `to`, by ISO time. */
    async taken(town: string, serviceId: string, from: Date, to: Date): Promise<ReadonlyMap<string, number>> {
      const rows = await Slots.find({ town, serviceId, at: trusted({ $gte: from, $lt: to }) }).lean()
      return new Map(rows.map(({ at, held }) => [at.toISOString(), held.length]))
    },

    /** Forgets moments that have passed. */
    async clearBefore(at: Date): Promise<void> {
      await Slots.deleteMany({ at: trusted({ $lt: at }) })
    },
  }
}
