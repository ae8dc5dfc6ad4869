import { hasEnded, incidentStatuses, type TownThing } from '@pregoner/shared'
import type { Connection } from 'mongoose'

const OPEN = incidentStatuses.filter(status => !hasEnded(status))
const fieldOf = { department: 'departmentId', person: 'personId', category: 'category' } as const

export type UseStore = ReturnType<typeof createUseStore>

/** How many open incidents need a thing of the town. */
export function createUseStore(connection: Connection) {
  const incidents = connection.collection('incidents')
  return {
    async openIncidents(townKey: string, kind: TownThing, id: string): Promise<number> {
      if (kind === 'topic' || kind === 'calendar' || kind === 'bookable_service') return 0
      return incidents.countDocuments({ town: townKey, status: { $in: OPEN }, [fieldOf[kind]]: id })
    },

    /** People who subscribe to a topic. */
    async subscribers(townKey: string, topicId: string): Promise<number> {
      return connection.collection('subscriptions').countDocuments({ town: townKey, topicId, subscribed: true })
    },
  }
}
