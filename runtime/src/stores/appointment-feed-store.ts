import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { AppointmentFeed } from '@pregoner/shared'
import type { Connection } from 'mongoose'
import { Schema } from 'mongoose'

const ID_BYTES = 6
const SECRET_BYTES = 32
const MAX_LISTED = 200

interface FeedRow {
  _id: string
  town: string
  departmentId: string
  /** A plain hash is enough: the secret is 256 bits of chance. */
  hash: string
  showsNames: boolean
  madeAt: Date
}

const schema = new Schema<FeedRow>(
  { _id: String, town: String, departmentId: String, hash: String, showsNames: Boolean, madeAt: Date },
  { collection: 'appointment_feeds', strict: 'throw', versionKey: false },
)
schema.index({ town: 1, madeAt: -1 })

const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex')

const toFeed = ({ _id, departmentId, showsNames, madeAt }: FeedRow): AppointmentFeed => ({
  id: _id,
  departmentId,
  showsNames,
  madeAt: madeAt.toISOString(),
})

export type AppointmentFeedStore = ReturnType<typeof createAppointmentFeedStore>

/** Addresses under which a department's appointments can be followed by a calendar program. */
export function createAppointmentFeedStore(connection: Connection, now: () => Date) {
  const Feeds = connection.model<FeedRow>('AppointmentFeed', schema)

  return {
    /** Newest first, never their addresses. */
    async list(townKey: string): Promise<AppointmentFeed[]> {
      return (await Feeds.find({ town: townKey }).sort({ madeAt: -1 }).limit(MAX_LISTED).lean()).map(toFeed)
    },

    count: (townKey: string): Promise<number> => Feeds.countDocuments({ town: townKey }),

    /** Makes a feed; its token is told here and never again. */
    async make(
      townKey: string,
      departmentId: string,
      showsNames: boolean,
    ): Promise<{ feed: AppointmentFeed; token: string }> {
      const id = randomBytes(ID_BYTES).toString('hex')
      const token = `${id}${randomBytes(SECRET_BYTES).toString('base64url')}`
      const row = { _id: id, town: townKey, departmentId, hash: hashOf(token), showsNames, madeAt: now() }
      await Feeds.create([row])
      return { feed: toFeed(row), token }
    },

    /** Ends a feed for good; false when the town has none of this id. */
    async revoke(townKey: string, id: string): Promise<boolean> {
      const { deletedCount } = await Feeds.deleteOne({ _id: id, town: townKey })
      return deletedCount === 1
    },

    /** The feed that a token opens; null when it is revoked or made up. */
    async open(token: string): Promise<{ town: string; departmentId: string; showsNames: boolean } | null> {
      const id = /^([\da-f]{12})[\w-]{43}$/.exec(token)?.[1]
      const row = id ? await Feeds.findById(id).lean() : null
      if (!row || !timingSafeEqual(Buffer.from(row.hash), Buffer.from(hashOf(token)))) return null
      return { town: row.town, departmentId: row.departmentId, showsNames: row.showsNames }
    },
  }
}
