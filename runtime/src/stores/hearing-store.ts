import type { Connection } from 'mongoose'

/** What has come from the platform of a channel, apart from messages. */
export interface Hearing {
  /** When it last verified the webhook's address. */
  verifiedAt: Date | null
  /** When the last signed webhook arrived, give or take half a minute. */
  webhookAt: Date | null
}

interface HearingRow extends Partial<Hearing> {
  /** Key of the channel. */
  _id: string
}

export type HearingStore = ReturnType<typeof createHearingStore>

/** Kept apart from the channels, so that what arrives never touches what an administrator has set. */
export function createHearingStore(connection: Connection) {
  const hearings = connection.collection<HearingRow>('hearings')
  return {
    async of(channelKey: string): Promise<Hearing> {
      const row = await hearings.findOne({ _id: channelKey })
      return { verifiedAt: row?.verifiedAt ?? null, webhookAt: row?.webhookAt ?? null }
    },

    async heard(channelKey: string, what: 'verified' | 'signed', at: Date): Promise<void> {
      const change = what === 'verified' ? { verifiedAt: at } : { webhookAt: at }
      await hearings.updateOne({ _id: channelKey }, { $set: change }, { upsert: true })
    },
  }
}
