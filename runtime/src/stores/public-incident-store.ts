import type { IncidentStatus } from '@pregoner/shared'
import type { Connection, QueryFilter } from 'mongoose'
import { trusted } from 'mongoose'
import type { IncidentRow } from './incident-rows.ts'
import { incidentSchema } from './incident-rows.ts'

export interface PublicQuery {
  references?: readonly string[]
  categories?: readonly string[]
  statuses?: readonly IncidentStatus[]
  from?: Date
  to?: Date
  limit: number
  skip: number
}

export type PublicIncidentStore = ReturnType<typeof createPublicIncidentStore>

/** What everybody may know of: not what was written to a person by name, or said in a dialogue, or is of no kind. */
const isForEverybody = () => ({ category: trusted({ $ne: null }), personId: null, mode: 'one_answer' as const })

/** Incidents as the world outside asks for them: without a person's scope, so its callers tell nobody's data. */
export function createPublicIncidentStore(connection: Connection) {
  const Incidents = connection.model<IncidentRow>('Incident', incidentSchema)

  return {
    /** The incident of this reference in one of these towns. */
    async byReference(townKeys: readonly string[], reference: string): Promise<IncidentRow | null> {
      return Incidents.findOne({ town: trusted({ $in: [...townKeys] }), reference }).lean()
    },

    /** The reference and the content of what came in by one of these ids; null when nothing did. */
    async sentAs(townKey: string, ids: readonly string[]): Promise<{ reference: string; content: string } | null> {
      const filter = { _id: trusted({ $in: [...ids] }), town: townKey }
      const row = await Incidents.findOne(filter, { reference: 1, convId: 1 }).lean()
      return row && { reference: row.reference, content: row.convId }
    },

    /** A town's public incidents, newest first. */
    async list(
      townKey: string,
      { references, categories, statuses, from, to, limit, skip }: PublicQuery,
    ): Promise<IncidentRow[]> {
      const filters: QueryFilter<IncidentRow>[] = [{ town: townKey }, isForEverybody()]
      if (references) filters.push({ reference: trusted({ $in: [...references] }) })
      if (categories) filters.push({ category: trusted({ $in: [...categories] }) })
      if (statuses) filters.push({ status: trusted({ $in: [...statuses] }) })
      if (from && to) filters.push({ openedAt: trusted({ $gte: from, $lte: to }) })
      return Incidents.find({ $and: filters }).sort({ openedAt: -1, _id: -1 }).skip(skip).limit(limit).lean()
    },
  }
}
