import type { Tariff, TownData } from '@pregoner/shared'
import { townData } from '@pregoner/shared'
import type { Connection } from 'mongoose'
import { Schema } from 'mongoose'
import { isDuplicate } from './duplicate.ts'

interface TownRow {
  _id: string
  name: string
  data: TownData
  /** Raised by every change; towns of an older installation have none yet. */
  rev?: number
  /** Everybody who works here signs in with a second factor. */
  requiresSecondFactor?: boolean
}

const MAX_TRIES = 20

const schema = new Schema<TownRow>(
  { _id: String, name: String, data: Schema.Types.Mixed, rev: Number, requiresSecondFactor: Boolean },
  { collection: 'towns', strict: 'throw', versionKey: false, minimize: false },
)

export type TownStore = ReturnType<typeof createTownStore>

/** `webAddress` is where the installation's pages are found; every town is read with it. */
export function createTownStore(connection: Connection, webAddress?: () => string) {
  const Town = connection.model<TownRow>('Town', schema)

  return {
    async get(townKey: string): Promise<TownData | null> {
      const row = await Town.findById(townKey).lean()
      return row && { ...row.data, ...(webAddress && { webAddress: webAddress() }) }
    },

    /** How often a town was changed; null when there is no such town. */
    async changes(townKey: string): Promise<number | null> {
      const row = await Town.findById(townKey, { rev: 1 }).lean()
      return row && (row.rev ?? 0)
    },

    /** Keys and names of all towns, for those who see more than one. */
    async list(): Promise<{ key: string; name: string }[]> {
      const rows = await Town.find({}, { name: 1 }).sort({ name: 1 }).lean()
      return rows.map(({ _id, name }) => ({ key: _id, name }))
    },

    /** Puts other prices in place; false when there is no such town. */
    async setTariff(townKey: string, tariff: Tariff): Promise<boolean> {
      const { matchedCount } = await Town.updateOne(
        { _id: townKey },
        { $set: { 'data.tariff': tariff }, $inc: { rev: 1 } },
      )
      return matchedCount === 1
    },

    /** Creates or replaces a town; throws when it is not a valid one. */
    async save(town: TownData): Promise<void> {
      const data = townData.parse(town)
      await Town.updateOne({ _id: data.key }, { $set: { name: data.name, data }, $inc: { rev: 1 } }, { upsert: true })
    },

    /** Creates a town; false when the key is taken. Throws when it is not a valid one. */
    async create(town: TownData): Promise<boolean> {
      const data = townData.parse(town)
      try {
        await Town.create([{ _id: data.key, name: data.name, data, rev: 1 }])
        return true
      } catch (error) {
        if (isDuplicate(error)) return false
        throw error
      }
    },

    /**
     * Changes parts of a town and tells what it is now; null when there is no such town. `edit` is asked again when
     * somebody else has changed the town meanwhile. What it throws changes nothing.
     */
    async change(townKey: string, edit: (town: TownData) => Partial<TownData>): Promise<TownData | null> {
      for (let tries = 0; tries < MAX_TRIES; tries += 1) {
        const row = await Town.findById(townKey).lean()
        if (!row) return null
        const parts = edit(row.data)
        const data = townData.parse({ ...row.data, ...parts, key: townKey })
        const changed = Object.entries(data).flatMap(([part, value]) =>
          part in parts ? [[`data.${part}`, value]] : [],
        )
        const { matchedCount } = await Town.updateOne(
          { _id: townKey, rev: row.rev ?? null },
          { $set: { ...Object.fromEntries(changed), name: data.name }, $inc: { rev: 1 } },
        )
        if (matchedCount === 1) return data
      }
      throw new Error('a town is changed by too many at once')
    },

    /** Whether everybody of the town signs in with a second factor. */
    async requiresSecondFactor(townKey: string): Promise<boolean> {
      const row = await Town.findById(townKey, { requiresSecondFactor: 1 }).lean()
      return row?.requiresSecondFactor ?? false
    },

    async requireSecondFactor(townKey: string, isRequired: boolean): Promise<void> {
      await Town.updateOne({ _id: townKey }, { $set: { requiresSecondFactor: isRequired } })
    },
  }
}
