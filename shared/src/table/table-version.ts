import { z } from 'zod'
import { table } from './table.ts'

/** A whole table in place of revision `rev`; null for a new one. */
export const changeTable = z.strictObject({ rev: z.number().int().min(0).nullable(), table })

/** One saved state of a table, without its rows. */
export const tableVersion = z.strictObject({
  rev: z.number().int(),
  /** Who saved it; null where that is not known, as for the state a town began with. */
  by: z.string().nullable(),
  at: z.iso.datetime().nullable(),
  rows: z.number().int(),
})
export type TableVersion = z.infer<typeof tableVersion>
