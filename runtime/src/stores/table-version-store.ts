import type { Table, TableVersion } from '@pregoner/shared'
import type { Connection } from 'mongoose'
import { Schema, trusted } from 'mongoose'
import { isDuplicate } from './duplicate.ts'

interface TableVersionRow {
  _id: string
  town: string
  tableId: string
  rev: number
  by: string | null
  at: Date | null
  rows: number
  table: Table
}

const KEPT_VERSIONS = 50 // of one table; about a year of a rota that is mended every week

const schema = new Schema<TableVersionRow>(
  {
    _id: String,
    town: String,
    tableId: String,
    rev: Number,
    by: String,
    at: Date,
    rows: Number,
    table: Schema.Types.Mixed,
  },
  { collection: 'table_versions', strict: 'throw', versionKey: false, minimize: false },
)
schema.index({ town: 1, tableId: 1, rev: -1 })

export type TableVersionStore = ReturnType<typeof createTableVersionStore>

/** What tables of towns said before, so that any state comes back. */
export function createTableVersionStore(connection: Connection) {
  const Versions = connection.model<TableVersionRow>('TableVersion', schema)

  return {
    /** Keeps a state of a table; one that is kept already stays as it is. */
    async keep(town: string, table: Table, author: { by: string; at: Date } | null): Promise<void> {
      const rev = table.rev ?? 0
      const row = { town, tableId: table.id, rev, by: author?.by ?? null, at: author?.at ?? null }
      try {
        await Versions.create([{ _id: `${town}:${table.id}:${rev}`, ...row, rows: table.rows.length, table }])
      } catch (error) {
        if (!isDuplicate(error)) throw error
      }
      await Versions.deleteMany({ town, tableId: table.id, rev: trusted({ $lte: rev - KEPT_VERSIONS }) })
    },

    /** Newest first. */
    async list(town: string, tableId: string): Promise<TableVersion[]> {
      const rows = await Versions.find({ town, tableId }, { rev: 1, by: 1, at: 1, rows: 1 }).sort({ rev: -1 }).lean()
      return rows.map(({ rev, by, at, rows: count }) => ({ rev, by, at: at?.toISOString() ?? null, rows: count }))
    },

    async get(town: string, tableId: string, rev: number): Promise<Table | null> {
      const row = await Versions.findOne({ _id: `${town}:${tableId}:${rev}` }).lean()
      return row?.table ?? null
    },
  }
}
