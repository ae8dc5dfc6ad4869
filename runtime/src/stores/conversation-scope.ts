import type { Connection } from 'mongoose'
import { departmentsOf, type Scope } from '../accounts/scope.ts'
import type { IncidentRow } from './incident-rows.ts'

const MAX_OF_AGENT = 5_000 // the newest incidents of their departments

/** Which conversations a person may read: all of the town's, or as an agent those of their departments' incidents. */
export function conversationScope(connection: Connection) {
  const incidents = connection.collection<IncidentRow>('incidents')

  const incidentsIn = (scope: Scope) => {
    const departments = departmentsOf(scope)
    return { town: scope.townKey, ...(departments && { departmentId: { $in: [...departments] } }) }
  }

  return {
    incidentsIn,

    /** The ids an agent may read; null for whoever may read all of the town's. */
    async readable(scope: Scope): Promise<string[] | null> {
      if (!departmentsOf(scope)) return null
      const rows = await incidents
        .find(incidentsIn(scope), { projection: { convId: 1 } })
        .sort({ openedAt: -1 })
        .limit(MAX_OF_AGENT)
        .toArray()
      return [...new Set(rows.map(({ convId }) => convId))]
    },
  }
}
