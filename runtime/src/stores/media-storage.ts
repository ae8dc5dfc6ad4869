import type { Connection } from 'mongoose'
import { mongo } from 'mongoose'

/** Where the bytes of files live. */
export interface Storage {
  /** Keeps the bytes under a new name. */
  put(name: string, bytes: Buffer): Promise<void>
  get(name: string): Promise<Buffer | null>
  remove(name: string): Promise<void>
}

/** Keeps files in the town's database, in pieces. */
export function createGridStorage(connection: Connection): Storage {
  let opened: mongo.GridFSBucket | undefined
  const bucket = () => {
    if (!connection.db) throw new Error('the database is not connected')
    opened ??= new mongo.GridFSBucket(connection.db, { bucketName: 'media_files' })
    return opened
  }
  const newest = async (name: string) => {
    const [file] = await bucket().find({ filename: name }).sort({ uploadDate: -1 }).limit(1).toArray()
    return file ?? null
  }

  return {
    put: (name, bytes) =>
      new Promise((done, fail) => {
        bucket().openUploadStream(name).on('finish', done).on('error', fail).end(bytes)
      }),

    async get(name) {
      const file = await newest(name)
      if (!file) return null
      const pieces: Buffer[] = []
      for await (const piece of bucket().openDownloadStream(file._id)) pieces.push(piece)
      return Buffer.concat(pieces)
    },

    async remove(name) {
      for (const file of await bucket().find({ filename: name }).toArray()) await bucket().delete(file._id)
    },
  }
}
