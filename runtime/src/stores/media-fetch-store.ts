import type { MediaKind } from '@pregoner/shared'
import type { Connection } from 'mongoose'
import { insertIfAbsent } from './connect.ts'

/** A file the platform holds for some days and that we still have to fetch. */
export interface MediaFetch {
  /** Our id of the file. */
  _id: string
  town: string
  channelId: string
  convId: string
  platformId: string
  kind: MediaKind
  name: string | null
  st: 'queued' | 'done' | 'lost'
  attempts: number
  nextAt: Date
}

export const mediaFetchIndexes = [
  { key: { st: 1, nextAt: 1 }, partialFilterExpression: { st: 'queued' } },
  { key: { convId: 1 } },
  { key: { town: 1, nextAt: 1 } },
] as const

export type MediaFetchStore = ReturnType<typeof createMediaFetchStore>

export function createMediaFetchStore(connection: Connection) {
  const fetches = connection.collection<MediaFetch>('media_fetches')
  return {
    insert: (records: readonly MediaFetch[]): Promise<void> =>
      insertIfAbsent(() => fetches.insertMany([...records], { ordered: false })),

    /** Takes one fetch that is due and keeps it from others until `until`; null when there is none. */
    claim: (now: Date, until: Date): Promise<MediaFetch | null> =>
      fetches.findOneAndUpdate(
        { st: 'queued', nextAt: { $lte: now } },
        { $set: { nextAt: until }, $inc: { attempts: 1 } },
        { sort: { nextAt: 1 }, returnDocument: 'after' },
      ),

    /** Drops what nobody has begun to fetch for this conversation; tells whether something is being fetched now. */
    async stop(convId: string, now: Date): Promise<boolean> {
      await fetches.deleteMany({ convId, st: 'queued', $or: [{ attempts: 0 }, { nextAt: { $lte: now } }] })
      return (await fetches.countDocuments({ convId, st: 'queued' })) > 0
    },

    /** The platform's id is not kept once the file is here or gone. False when nobody wants it any more. */
    async finish(id: string, st: 'done' | 'lost'): Promise<boolean> {
      return (await fetches.updateOne({ _id: id }, { $set: { st, platformId: '' } })).matchedCount === 1
    },
  }
}
