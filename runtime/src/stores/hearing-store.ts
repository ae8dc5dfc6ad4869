import type { TemplateTrouble } from '@pregoner/shared'
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
  /** Templates that cannot be sent just now, by name and language. */
  troubles?: Record<string, Pick<TemplateTrouble, 'state' | 'reason'>>
}

const unusable = new Set(['REJECTED', 'PAUSED', 'DISABLED', 'PENDING_DELETION', 'DELETED'])
const troubleKey = (name: string, language: string) => `${name}|${language}`

export type HearingStore = ReturnType<typeof createHearingStore>

/** Kept apart from the channels, so that what arrives never touches what an administrator has set. */
export function createHearingStore(connection: Connection) {
  const hearings = connection.collection<HearingRow>('hearings')
  return {
    async of(channelKey: string): Promise<Hearing> {
      const row = await hearings.findOne({ _id: channelKey })
      return { verifiedAt: row?.verifiedAt ?? null, webhookAt: row?.webhookAt ?? null }
    },

    /** Remembers which templates the platform says cannot be sent, and forgets those that can again. */
    async templatesMoved(channelKey: string, news: readonly (TemplateTrouble & { name: string })[]): Promise<void> {
      for (const { name, language, state, reason } of news) {
        const field = `troubles.${troubleKey(name, language)}`
        const which = { _id: channelKey }
        if (unusable.has(state))
          await hearings.updateOne(which, { $set: { [field]: { state, reason } } }, { upsert: true })
        else await hearings.updateOne(which, { $unset: { [field]: 1 } })
      }
    },

    /** What is wrong with a template in these languages, as far as the platform has told. */
    async troublesOf(channelKey: string, name: string, languages: readonly string[]): Promise<TemplateTrouble[]> {
      const troubles = (await hearings.findOne({ _id: channelKey }))?.troubles ?? {}
      return languages.flatMap(language => {
        const trouble = troubles[troubleKey(name, language)]
        return trouble ? [{ language, ...trouble }] : []
      })
    },

    async heard(channelKey: string, what: 'verified' | 'signed', at: Date): Promise<void> {
      const change = what === 'verified' ? { verifiedAt: at } : { webhookAt: at }
      await hearings.updateOne({ _id: channelKey }, { $set: change }, { upsert: true })
    },
  }
}
