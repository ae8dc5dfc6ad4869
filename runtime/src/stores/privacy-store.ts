import type { Connection } from 'mongoose'
import { Schema, trusted } from 'mongoose'
import type { Scope } from '../accounts/scope.ts'
import { isDuplicate } from './duplicate.ts'

/** The way to a file with somebody's data. Of the secret in its address only a hash is kept. */
export interface DataLink {
  hash: string
  /** The secret itself, only until the citizen has been told. */
  token?: string
  expiresAt: Date
  downloads: number
}

/** A citizen asked for their data, or for its deletion; it is served by itself. */
export interface PrivacyRequest {
  id: string
  request: 'export' | 'erase'
  channelKind: 'whatsapp' | 'webchat'
  convId: string
  contactName: string | null
  at: Date
  /** When the citizen was sent their link, or the deletion put in line; null until then, and for very old ones. */
  servedAt?: Date | null
  link?: DataLink | null
}

type PrivacyRow = Omit<PrivacyRequest, 'id'> & { _id: string; town: string }

const MAX_LISTED = 500

const schema = new Schema<PrivacyRow>(
  {
    _id: String,
    town: String,
    request: String,
    channelKind: String,
    convId: String,
    contactName: String,
    at: Date,
    servedAt: Date,
    link: Schema.Types.Mixed,
  },
  { collection: 'privacy_requests', strict: 'throw', versionKey: false },
)
schema.index({ town: 1, at: -1 })
schema.index({ convId: 1 })
schema.index({ servedAt: 1 })
schema.index({ 'link.hash': 1 }, { sparse: true })

const toRequest = ({ _id, town: _, ...row }: PrivacyRow): PrivacyRequest => ({ id: _id, ...row })

export type PrivacyStore = ReturnType<typeof createPrivacyStore>

export function createPrivacyStore(connection: Connection) {
  const Requests = connection.model<PrivacyRow>('PrivacyRequest', schema)

  return {
    /** Insert-if-absent by the id of the effect that asked for it; tells whether it is new. */
    async open(townKey: string, { id, ...request }: PrivacyRequest): Promise<boolean> {
      try {
        await Requests.create([{ _id: id, town: townKey, servedAt: null, ...request }])
        return true
      } catch (error) {
        if (isDuplicate(error)) return false
        throw error
      }
    },

    async newest(scope: Scope): Promise<PrivacyRequest[]> {
      const rows = await Requests.find({ town: scope.townKey }).sort({ at: -1 }).limit(MAX_LISTED).lean()
      return rows.map(toRequest)
    },

    /** Requests of all towns that wait to be served, oldest first. */
    async unserved(limit: number): Promise<(PrivacyRequest & { town: string })[]> {
      const rows = await Requests.find({ servedAt: null }).sort({ at: 1 }).limit(limit).lean()
      return rows.map(row => ({ ...toRequest(row), town: row.town }))
    },

    /** Gives a request its link, unless it has one; returns the one it has. */
    async giveLink(townKey: string, requestId: string, link: DataLink): Promise<DataLink> {
      const its = { _id: requestId, town: townKey }
      await Requests.updateOne({ ...its, link: null }, { $set: { link } })
      return (await Requests.findOne(its).lean())?.link ?? link
    },

    async served(townKey: string, requestId: string, at: Date): Promise<void> {
      await Requests.updateOne(
        { _id: requestId, town: townKey, servedAt: null },
        { $set: { servedAt: at }, $unset: { 'link.token': 1 } },
      )
    },

    /** What a link leads to, while it is good. */
    async byLink(hash: string, now: Date, maxDownloads: number): Promise<(PrivacyRequest & { town: string }) | null> {
      const row = await Requests.findOne(goodLink(hash, now, maxDownloads)).lean()
      return row && { ...toRequest(row), town: row.town }
    },

    /** Counts a download before it is made; null when the link is no longer good. */
    async countDownload(
      hash: string,
      now: Date,
      maxDownloads: number,
    ): Promise<(PrivacyRequest & { town: string }) | null> {
      const row = await Requests.findOneAndUpdate(
        goodLink(hash, now, maxDownloads),
        { $inc: { 'link.downloads': 1 } },
        { returnDocument: 'after' },
      ).lean()
      return row && { ...toRequest(row), town: row.town }
    },
  }
}

const goodLink = (hash: string, now: Date, maxDownloads: number) => ({
  'link.hash': hash,
  'link.expiresAt': trusted({ $gt: now }),
  'link.downloads': trusted({ $lt: maxDownloads }),
})
