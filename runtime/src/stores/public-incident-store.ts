import type { Connection } from 'mongoose'
import { trusted } from 'mongoose'
import type { IncidentRow } from './incident-rows.ts'
import { incidentSchema } from './incident-rows.ts'

export type PublicIncidentStore = ReturnType<typeof createPublicIncidentStore>

/** Incidents as the world outside asks for them: without a person's scope, so its callers tell nobody's data. */
export function createPublicIncidentStore(connection: Connection) {
  const Incidents = connection.model<IncidentRow>('Incident', incidentSchema)

  return {
    /** The incident of this reference in one of these towns. */
    async byReference(townKeys: readonly string[], reference: string): Promise<IncidentRow | null> {
      return Incidents.findOne({ town: trusted({ $in: [...townKeys] }), reference }).lean()
    },
  }
}
