import type { SubscriberImport, SubscriberLine } from '@pregoner/shared'
import type { Connection } from 'mongoose'
import { pack, unpack } from './packed-lines.ts'

/** A file that was looked through, and how far it has been taken in. */
export interface SubscriberImportRow extends Omit<SubscriberImport, 'id'> {
  /** `town:id` */
  _id: string
  town: string
  topicName: string
  channelId: string
  /** SHA-256 of the file, in hexadecimal. */
  fileHash: string
  /** Of its parts, and of those that are in. */
  parts: number
  partsDone: number
  /** Nobody needs it any longer after this. */
  keptUntil: Date
}

/** Some hundreds of its people, packed; `numbers` are theirs, zero for one that was erased meanwhile. */
interface PartRow {
  /** `town:id:part` */
  _id: string
  town: string
  numbers: number[]
  packed: Buffer
  keptUntil: Date
}

const HOUR_MS = 3_600_000
/** A file nobody takes in, its report, and what is left of one that is in, are gone after a day. */
export const IMPORT_KEPT_MS = 24 * HOUR_MS

export const subscriberImportIndexes = [
  { key: { keptUntil: 1 }, expireAfterSeconds: 0 },
  { key: { state: 1 } },
  { key: { town: 1 } },
] as const
export const subscriberImportPartIndexes = [
  { key: { keptUntil: 1 }, expireAfterSeconds: 0 },
  { key: { numbers: 1 } },
] as const

const numberOf = (address: string) => Number(address.slice(1))

export type SubscriberImportStore = ReturnType<typeof createSubscriberImportStore>

/** Files of subscribers between being looked through and being taken in, in parts: none of them is ever whole in memory. */
export function createSubscriberImportStore(connection: Connection) {
  const imports = connection.collection<SubscriberImportRow>('subscriber_imports')
  const parts = connection.collection<PartRow>('subscriber_import_parts')
  const idOf = (town: string, id: string) => `${town}:${id}`

  return {
    async addPart(town: string, id: string, part: number, lines: readonly SubscriberLine[], now: Date): Promise<void> {
      const packed = await pack(lines.map(({ line, agreedOn, proof }) => [line, agreedOn, proof]))
      await parts.insertOne({
        ...{ _id: `${idOf(town, id)}:${part}`, town, numbers: lines.map(({ address }) => numberOf(address)), packed },
        keptUntil: new Date(now.getTime() + IMPORT_KEPT_MS),
      })
    },

    /** The people of one part, without those that were erased since. */
    async part(town: string, id: string, part: number): Promise<SubscriberLine[]> {
      const row = await parts.findOne({ _id: `${idOf(town, id)}:${part}`, town }, { promoteBuffers: true })
      if (!row) return []
      return (await unpack(row.packed)).flatMap(([line, agreedOn, proof], index) => {
        const number = row.numbers[index] ?? 0
        return number === 0 ? [] : [{ line, address: `+${number}`, agreedOn, proof }]
      })
    },

    async dropParts(town: string, id: string): Promise<void> {
      await parts.deleteMany({ _id: { $gte: `${idOf(town, id)}:`, $lt: `${idOf(town, id)};` }, town })
    },

    async add(row: Omit<SubscriberImportRow, '_id' | 'keptUntil'> & { id: string }, now: Date): Promise<void> {
      const { id, ...rest } = row
      const keptUntil = new Date(now.getTime() + IMPORT_KEPT_MS)
      await imports.insertOne({ ...rest, _id: idOf(row.town, id), keptUntil })
    },

    get: (town: string, id: string): Promise<SubscriberImportRow | null> =>
      imports.findOne({ _id: idOf(town, id), town }),

    /** Decides that a good file is taken in: from here on it will be, whatever happens. Null when it is none to take. */
    async begin(town: string, id: string): Promise<SubscriberImportRow | null> {
      // What is being taken in is kept for as long as that lasts.
      const set = { state: 'taking' as const, keptUntil: new Date(8.64e15) }
      const { modifiedCount } = await imports.updateOne({ _id: idOf(town, id), town, state: 'checked' }, { $set: set })
      return modifiedCount === 1 ? imports.findOne({ _id: idOf(town, id), town }) : null
    },

    underWay: (): Promise<SubscriberImportRow[]> => imports.find({ state: 'taking' }).sort({ _id: 1 }).toArray(),

    /** Notes that one more part is in; it may be said twice. */
    async partDone({ _id, town }: SubscriberImportRow, part: number, taken: number): Promise<void> {
      await imports.updateOne({ _id, town, partsDone: part }, { $set: { partsDone: part + 1 }, $inc: { taken } })
    },

    async done({ _id, town }: SubscriberImportRow, now: Date): Promise<void> {
      const keptUntil = new Date(now.getTime() + IMPORT_KEPT_MS)
      await imports.updateOne({ _id, town, state: 'taking' }, { $set: { state: 'done', keptUntil } })
    },
  }
}

/** What anybody may see of it. */
export const importView = ({ _id, town, ...row }: SubscriberImportRow, maxFaults: number): SubscriberImport => ({
  ...{ id: _id.slice(town.length + 1), fileName: row.fileName, topicId: row.topicId, state: row.state },
  ...{ lines: row.lines, added: row.added, already: row.already, taken: row.taken },
  ...{ faultCount: row.faultCount, faults: row.faults.slice(0, maxFaults) },
})
