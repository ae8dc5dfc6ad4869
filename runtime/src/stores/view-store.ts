import type { IncidentView } from '@pregoner/shared'
import type { Connection } from 'mongoose'
import type { Scope } from '../accounts/scope.ts'

interface ViewRow {
  _id: string
  town: string
  views: IncidentView[]
}

export type ViewStore = ReturnType<typeof createViewStore>

/** The filters somebody keeps in a town: nobody else's, so the last one saved stands. */
export function createViewStore(connection: Connection) {
  const rows = connection.collection<ViewRow>('incident_views')
  const idOf = ({ townKey, personId }: Scope) => `${townKey}:${personId}`
  return {
    async get(scope: Scope): Promise<IncidentView[]> {
      return (await rows.findOne({ _id: idOf(scope) }))?.views ?? []
    },

    async forget(scope: Scope): Promise<void> {
      await rows.deleteOne({ _id: idOf(scope) })
    },

    async save(scope: Scope, views: IncidentView[]): Promise<void> {
      await rows.replaceOne({ _id: idOf(scope) }, { town: scope.townKey, views }, { upsert: true })
    },
  }
}
