import type { Tariff, TownData } from '@pregoner/shared'
import { townData } from '@pregoner/shared'
import type { Connection } from 'mongoose'
import { Schema } from 'mongoose'

interface TownRow {
  _id: string
  name: string
  data: TownData
}

const schema = new Schema<TownRow>(
  { _id: String, name: String, data: Schema.Types.Mixed },
  { collection: 'towns', strict: 'throw', versionKey: false, minimize: false },
)

export type TownStore = ReturnType<typeof createTownStore>

export function createTownStore(connection: Connection) {
  const Town = connection.model<TownRow>('Town', schema)

  return {
    async get(townKey: string): Promise<TownData | null> {
      const row = await Town.findById(townKey).lean()
      return row?.data ?? null
    },

    /** Keys and names of all towns, for those who see more than one. */
    async list(): Promise<{ key: string; name: string }[]> {
      const rows = await Town.find({}, { name: 1 }).sort({ name: 1 }).lean()
      return rows.map(({ _id, name }) => ({ key: _id, name }))
    },

    /** Puts other prices in place; false when there is no such town. */
    async setTariff(townKey: string, tariff: Tariff): Promise<boolean> {
      const { matchedCount } = await Town.updateOne({ _id: townKey }, { $set: { 'data.tariff': tariff } })
      return matchedCount === 1
    },

    /** Creates or replaces a town; throws when it is not a valid one. */
    async save(town: TownData): Promise<void> {
      const data = townData.parse(town)
      await Town.updateOne({ _id: data.key }, { $set: { name: data.name, data } }, { upsert: true })
    },
  }
}
