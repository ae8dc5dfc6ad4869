import type { Connection } from 'mongoose'

/** A department whose weekly letter was stopped by whoever reads it. Another address gets it again. */
export interface DigestStop {
  town: string
  departmentId: string
  address: string
  at: Date
}
type StopRow = DigestStop & {
  /** `town:department` */
  _id: string
}

const MAX_DEPARTMENTS = 1_000

export const digestStopIndexes = [{ key: { town: 1 } }] as const

export type DigestStopStore = ReturnType<typeof createDigestStopStore>

/** Which departments’ addresses want no weekly letter. */
export function createDigestStopStore(connection: Connection) {
  const stops = connection.collection<StopRow>('digest_stops')
  const idOf = (town: string, departmentId: string) => `${town}:${departmentId}`
  return {
    async stop({ town, departmentId, address, at }: DigestStop): Promise<void> {
      const set = { town, departmentId, address, at }
      await stops.updateOne({ _id: idOf(town, departmentId) }, { $set: set }, { upsert: true })
    },

    async resume(town: string, departmentId: string): Promise<void> {
      await stops.deleteOne({ _id: idOf(town, departmentId) })
    },

    /** Whether a department of this town has stopped it at this address. */
    async isStoppedIn(town: string): Promise<(departmentId: string, address: string) => boolean> {
      const rows = await stops.find({ town }).limit(MAX_DEPARTMENTS).toArray()
      const addresses = new Map(rows.map(({ departmentId, address }) => [departmentId, address]))
      return (departmentId, address) => addresses.get(departmentId) === address
    },
  }
}
