import { randomBytes } from 'node:crypto'
import type { MediaFile } from '@pregoner/shared'
import type { Connection } from 'mongoose'
import { Schema, trusted } from 'mongoose'
import { checkFile } from '../media/check-file.ts'
import { isDuplicate } from './duplicate.ts'
import type { Storage } from './media-storage.ts'
import { createGridStorage } from './media-storage.ts'

/** Whose a file is: the town hall's, to be shown to anybody, or one contact's, under a key the channel chooses. */
export type MediaOwner = { kind: 'town' } | { kind: 'contact'; contact: string }

interface MediaRow {
  _id: string
  town: string
  kind: MediaFile['kind']
  mime: string
  name: string | null
  /** The contact's key; null for the town hall's own files. */
  contact: string | null
  hasThumb: boolean
  at: Date
}

export interface StoredFile extends Omit<MediaFile, 'caption'> {
  /** The contact's key; null for the town hall's own files. */
  contact: string | null
}

const schema = new Schema<MediaRow>(
  { _id: String, town: String, kind: String, mime: String, name: String, contact: String, hasThumb: Boolean, at: Date },
  { collection: 'media', strict: 'throw', versionKey: false },
)
schema.index({ town: 1, contact: 1 })
schema.index({ town: 1, at: 1 })

const thumbOf = (mediaId: string) => `${mediaId}~thumb`
const MAX_NAME_CHARS = 200

/** The last part of a path, without what could turn the text around or break a line. */
const cleanName = (name: string | null) => {
  const last = name
    ?.replace(/[\p{C}\u202A-\u202E\u2066-\u2069]/gu, '')
    .split(/[\\/]/)
    .at(-1)
    ?.trim()
  return last ? last.slice(-MAX_NAME_CHARS) : null
}

export type MediaStore = ReturnType<typeof createMediaStore>

export function createMediaStore(
  connection: Connection,
  now: () => Date,
  storage: Storage = createGridStorage(connection),
) {
  const Media = connection.model<MediaRow>('Media', schema)
  const toFile = ({ _id, kind, mime, name, contact }: MediaRow): StoredFile => ({
    mediaId: _id,
    kind,
    mime,
    name,
    contact,
  })

  return {
    /**
     * Checks a file, makes it harmless and keeps it. With a `mediaId` of one's own a repeated call changes nothing.
     * Throws `too_large` or `bad_media`.
     */
    async save(
      townKey: string,
      bytes: Buffer,
      about: {
        owner: MediaOwner
        name?: string | null
        caption?: string | null
        mediaId?: string
        isSticker?: boolean
      },
    ): Promise<MediaFile> {
      const { owner, caption = null, isSticker = false } = about
      const mediaId = about.mediaId ?? randomBytes(18).toString('base64url')
      const checked = await checkFile(bytes, { isSticker })
      const row: MediaRow = {
        _id: mediaId,
        town: townKey,
        kind: checked.kind,
        mime: checked.mime,
        name: cleanName(about.name ?? null),
        contact: owner.kind === 'contact' ? owner.contact : null,
        hasThumb: checked.thumb !== null,
        at: now(),
      }
      const { contact: _, ...file } = toFile(row)
      if (await Media.exists({ _id: mediaId })) return { ...file, caption }
      await storage.put(mediaId, checked.bytes)
      if (checked.thumb) await storage.put(thumbOf(mediaId), checked.thumb)
      try {
        await Media.create([row]) // last, so that what is listed has its bytes
      } catch (error) {
        if (!isDuplicate(error)) throw error
      }
      return { ...file, caption }
    },

    /** The files of one contact, under any of the keys they were kept by. */
    async ofContact(townKey: string, owners: readonly string[]): Promise<(StoredFile & { at: Date })[]> {
      const rows = await Media.find({ town: townKey, contact: trusted({ $in: [...owners] }) })
        .sort({ at: 1 })
        .lean()
      return rows.map(row => ({ ...toFile(row), at: row.at }))
    },

    /** The file is gone, its bytes first, so that what is still listed can be removed again. */
    async remove(townKey: string, mediaId: string): Promise<void> {
      const row = await Media.findOne({ _id: mediaId, town: townKey }, { _id: 1 }).lean()
      if (!row) return
      for (const name of [thumbOf(mediaId), mediaId]) await storage.remove(name)
      await Media.deleteOne({ _id: mediaId, town: townKey })
    },

    /** What is known of a file of this town. */
    async find(townKey: string, mediaId: string): Promise<StoredFile | null> {
      const row = await Media.findOne({ _id: mediaId, town: townKey }).lean()
      return row && toFile(row)
    },

    /** The bytes of a file of this town; its small picture when asked for and there is one. */
    async read(
      townKey: string,
      mediaId: string,
      size: 'full' | 'thumb' = 'full',
    ): Promise<{ bytes: Buffer; mime: string } | null> {
      const row = await Media.findOne({ _id: mediaId, town: townKey }).lean()
      if (!row) return null
      const isThumb = size === 'thumb' && row.hasThumb
      const bytes = await storage.get(isThumb ? thumbOf(mediaId) : mediaId)
      return bytes && { bytes, mime: isThumb ? 'image/webp' : row.mime }
    },
  }
}
