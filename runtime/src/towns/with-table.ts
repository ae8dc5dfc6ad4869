import { isDeepStrictEqual } from 'node:util'
import type { Table, TownData } from '@pregoner/shared'
import type { Scope } from '../accounts/scope.ts'
import { departmentsOf } from '../accounts/scope.ts'
import { AppError } from '../errors.ts'

const MAX_TABLES = 100
/** All tables of a town lie in its one document, and a document of MongoDB ends at 16 MiB. */
const MAX_TABLES_BYTES = 10 * 1024 * 1024

/** Whether this person may change a table: agents only those of their departments. */
export function mayChangeTable(scope: Scope, { departmentId }: Pick<Table, 'departmentId'>): boolean {
  const departments = departmentsOf(scope)
  return departments === null || (departmentId !== null && departments.includes(departmentId))
}

/**
 * Puts a table in place of its revision `rev`, or adds it when that is null. Agents fill rows: what the columns are and
 * whose the table is, officers say. Throws `stale` with what is there when somebody else has changed it.
 */
export function withTable(town: TownData, scope: Scope, table: Table, rev: number | null): Partial<TownData> {
  const stored = town.tables.find(({ id }) => id === table.id)
  if (stored && !mayChangeTable(scope, stored)) throw new AppError('not_found')
  if (!stored && (rev !== null || departmentsOf(scope) !== null)) throw new AppError('not_found')
  if (stored && (stored.rev ?? 0) !== rev)
    throw new AppError('stale', 'the table is another one by now', { current: stored })
  if (stored && departmentsOf(scope) !== null && !isDeepStrictEqual(shapeOf(stored), shapeOf(table)))
    throw new AppError('not_allowed')
  const { departmentId } = table
  if (departmentId !== null && !town.departments.some(({ id }) => id === departmentId))
    throw new AppError('unknown_entry')
  if (!stored && town.tables.length >= MAX_TABLES) throw new AppError('too_large')
  const saved = { ...table, rev: (rev ?? 0) + 1 }
  const tables = stored ? town.tables.map(each => (each.id === table.id ? saved : each)) : [...town.tables, saved]
  if (Buffer.byteLength(JSON.stringify(tables)) > MAX_TABLES_BYTES) throw new AppError('too_large')
  return { tables }
}

const shapeOf = ({ rows: _, rev: __, ...shape }: Table) => shape
