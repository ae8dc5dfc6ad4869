import type { WindowTemplate } from '@pregoner/shared'
import type { Connection } from 'mongoose'
import { Schema } from 'mongoose'
import type { Secrets } from '../secrets/secrets.ts'
import { isDuplicate } from './duplicate.ts'

export const channelSecretNames = ['accessToken', 'appSecret', 'verifyToken'] as const
export type ChannelSecrets = { [Name in (typeof channelSecretNames)[number]]: string | null }

/** A way citizens reach a town, without its secrets. */
export interface Channel {
  key: string
  kind: 'whatsapp' | 'webchat'
  townKey: string
  phoneNumberId: string | null
  displayNumber: string | null
  state: 'live' | 'paused' | 'not_connected'
  pausedReason: string | null
  /** What asks a citizen to reply once the 24-hour window has closed; rows of before have none. */
  windowTemplate?: WindowTemplate | null
  /** The platform's account that owns the number and its templates. */
  accountId?: string | null
  /** The platform's limit for the number, in messages a second; rows that do not tell have the usual one. */
  messagesPerSecond?: number
}

interface ChannelRow extends Omit<Channel, 'key'> {
  _id: string
  sealed: { [Name in keyof ChannelSecrets]?: string }
}

const schema = new Schema<ChannelRow>(
  {
    _id: String,
    kind: String,
    townKey: String,
    phoneNumberId: String,
    displayNumber: String,
    state: String,
    pausedReason: String,
    windowTemplate: Schema.Types.Mixed,
    accountId: String,
    messagesPerSecond: Number,
    sealed: Schema.Types.Mixed,
  },
  { collection: 'channels', strict: 'throw', versionKey: false, minimize: false },
)
schema.index({ townKey: 1 })

const toChannel = ({ _id, sealed: _, ...row }: ChannelRow): Channel => ({ key: _id, ...row })

export type ChannelStore = ReturnType<typeof createChannelStore>

export function createChannelStore(connection: Connection, secrets: Secrets) {
  const Channels = connection.model<ChannelRow>('Channel', schema)
  const purpose = (key: string, name: string) => `channel ${key} ${name}`

  const seal = (key: string, given: Partial<ChannelSecrets>) =>
    Object.fromEntries(
      channelSecretNames.flatMap(name => {
        const value = given[name]
        return value ? [[`sealed.${name}`, secrets.seal(value, purpose(key, name))]] : []
      }),
    )

  return {
    /** For the pipeline, which knows only the key in the webhook's address. */
    async byKey(key: string): Promise<Channel | null> {
      const row = await Channels.findById(key).lean()
      return row && toChannel(row)
    },

    /** The opened secrets, for the adapter alone; they never leave the runtime. */
    async secrets(key: string): Promise<ChannelSecrets> {
      const row = await Channels.findById(key, { sealed: 1 }).lean()
      const open = (name: keyof ChannelSecrets) => {
        const sealed = row?.sealed?.[name]
        return sealed ? secrets.open(sealed, purpose(key, name)) : null
      }
      return { accessToken: open('accessToken'), appSecret: open('appSecret'), verifyToken: open('verifyToken') }
    },

    async ofTown(townKey: string): Promise<Channel[]> {
      const rows = await Channels.find({ townKey }).sort({ _id: 1 }).lean()
      return rows.map(toChannel)
    },

    /** Whether a channel other than `key` has this number, of whichever town. */
    async hasNumberElsewhere(key: string, phoneNumberId: string): Promise<boolean> {
      return (await Channels.exists({ phoneNumberId, _id: { $ne: key } })) !== null
    },

    async all(): Promise<Channel[]> {
      return (await Channels.find().sort({ _id: 1 }).lean()).map(toChannel)
    },

    /** Creates a channel; false when the key is taken, by whichever town. */
    async create({ key, ...channel }: Channel): Promise<boolean> {
      try {
        await Channels.create([{ _id: key, ...channel, sealed: {} }])
        return true
      } catch (error) {
        if (isDuplicate(error)) return false
        throw error
      }
    },

    /** Creates a channel or replaces its open part; secrets that are not given stay as they are. */
    async save({ key, ...channel }: Channel, given: Partial<ChannelSecrets> = {}): Promise<void> {
      const change = { $set: { ...channel, ...seal(key, given) } }
      await Channels.updateOne({ _id: key }, change, { upsert: true })
    },

    /** Null when the town has no such channel. */
    async change(
      townKey: string,
      key: string,
      fields: Partial<
        Pick<
          Channel,
          | 'phoneNumberId'
          | 'displayNumber'
          | 'state'
          | 'pausedReason'
          | 'windowTemplate'
          | 'accountId'
          | 'messagesPerSecond'
        >
      >,
      given: Partial<ChannelSecrets> = {},
    ): Promise<Channel | null> {
      const row = await Channels.findOneAndUpdate(
        { _id: key, townKey },
        { $set: { ...fields, ...seal(key, given) } },
        { returnDocument: 'after' },
      ).lean()
      return row && toChannel(row)
    },
  }
}
