import type { Connection } from 'mongoose'
import { Schema } from 'mongoose'
import type { Scope } from '../accounts/scope.ts'
import { isDuplicate } from './duplicate.ts'

/** A citizen asked for their data, or for its deletion; an administrator of the town serves it. */
export interface PrivacyRequest {
  id: string
  request: 'export' | 'erase'
  channelKind: 'whatsapp' | 'webchat'
  convId: string
  contactName: string | null
  at: Date
}

type PrivacyRow = Omit<PrivacyRequest, 'id'> & { _id: string; town: string }

const MAX_LISTED = 500

const schema = new Schema<PrivacyRow>(
  { _id: String, town: String, request: String, channelKind: String, convId: String, contactName: String, at: Date },
  { collection: 'privacy_requests', strict: 'throw', versionKey: false },
)
schema.index({ town: 1, at: -1 })

export type PrivacyStore = ReturnType<typeof createPrivacyStore>

export function createPrivacyStore(connection: Connection) {
  const Requests = connection.model<PrivacyRow>('PrivacyRequest', schema)

  return {
    /** Insert-if-absent by the id of the effect that asked for it; tells whether it is new. */
    async open(townKey: string, { id, ...request }: PrivacyRequest): Promise<boolean> {
      try {
        await Requests.create([{ _id: id, town: townKey, ...request }])
        return true
      } catch (error) {
        if (isDuplicate(error)) return false
        throw error
      }
    },

    async newest(scope: Scope): Promise<PrivacyRequest[]> {
      const rows = await Requests.find({ town: scope.townKey }, { town: 0 }).sort({ at: -1 }).limit(MAX_LISTED).lean()
      return rows.map(({ _id, ...row }) => ({ id: _id, ...row }))
    },
  }
}
