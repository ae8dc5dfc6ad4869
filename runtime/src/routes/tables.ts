import { askedId, changeTable, roles, table, tableVersion } from '@pregoner/shared'
import { z } from 'zod'
import type { Scope } from '../accounts/scope.ts'
import { AppError } from '../errors.ts'
import type { AuditStore } from '../stores/audit-store.ts'
import type { TableVersionStore } from '../stores/table-version-store.ts'
import type { TownStore } from '../stores/town-store.ts'
import { mayChangeTable, withTable } from '../towns/with-table.ts'
import { type Route, townRoute } from './route.ts'

const MAX_TABLE_BYTES = 8 * 1024 * 1024 // 5,000 rows with room for long texts

export interface TableRouteDeps {
  towns: TownStore
  tableVersions: TableVersionStore
  audit: AuditStore
  now: () => Date
}

const tableId = askedId(100)

/** Tables of a town. They are read with the rest of the town. */
export function tableRoutes({ towns, tableVersions, audit, now }: TableRouteDeps): Route[] {
  async function changeable(scope: Scope, id: string) {
    const town = await towns.get(scope.townKey)
    const found = town?.tables.find(each => each.id === id)
    if (!found || !mayChangeTable(scope, found)) throw new AppError('not_found')
    return found
  }

  return [
    townRoute({
      method: 'put',
      path: '/towns/:town/tables/:table',
      summary:
        'Saves a whole table in place of revision `rev`, null for a new one. Agents fill their departments’ rows.',
      roles,
      params: { table: tableId },
      body: changeTable,
      maxJsonBytes: MAX_TABLE_BYTES,
      answer: table,
      async run(scope, { params, body }) {
        const { townKey, personId, personName } = scope
        if (body.table.id !== params.table) throw new AppError('bad_request', 'the table has another id')
        const before = body.rev === null ? null : await changeable(scope, params.table)
        if (before) await tableVersions.keep(townKey, before, null)
        const town = await towns.change(townKey, current => withTable(current, scope, body.table, body.rev))
        const saved = town?.tables.find(({ id }) => id === params.table)
        if (!saved) throw new AppError('not_found')
        await tableVersions.keep(townKey, saved, { by: personName, at: now() })
        await audit.append({ town: townKey, personId, action: 'table.save', object: params.table, at: now() })
        return saved
      },
    }),
    townRoute({
      method: 'get',
      path: '/towns/:town/tables/:table/versions',
      summary: 'What a table was before: the last 50 states, newest first, without their rows.',
      roles,
      params: { table: tableId },
      answer: z.array(tableVersion),
      async run(scope, { params }) {
        await changeable(scope, params.table)
        return tableVersions.list(scope.townKey, params.table)
      },
    }),
    townRoute({
      method: 'get',
      path: '/towns/:town/tables/:table/versions/:rev',
      summary: 'One earlier state of a table, with its rows.',
      roles,
      params: { table: tableId, rev: z.coerce.number().int().min(0) },
      answer: table,
      async run(scope, { params }) {
        await changeable(scope, params.table)
        const version = await tableVersions.get(scope.townKey, params.table, params.rev)
        if (!version) throw new AppError('not_found')
        return version
      },
    }),
  ]
}
