import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { ApiKey } from '@pregoner/shared'
import type { Connection } from 'mongoose'
import { Schema, trusted } from 'mongoose'

const ID_BYTES = 6
const SECRET_BYTES = 32
const USED_EVERY_MS = 3_600_000 // one write an hour is enough to see which keys are still in use

interface ApiKeyRow {
  _id: string
  town: string
  name: string
  /** A plain hash is enough: the secret is 256 bits of chance, not a word somebody chose. */
  hash: string
  madeBy: string
  madeAt: Date
  usedAt: Date | null
  revokedAt: Date | null
}

const schema = new Schema<ApiKeyRow>(
  {
    _id: String,
    town: String,
    name: String,
    hash: String,
    madeBy: String,
    madeAt: Date,
    usedAt: Date,
    revokedAt: Date,
  },
  { collection: 'api_keys', strict: 'throw', versionKey: false },
)
schema.index({ town: 1, madeAt: -1 })

const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex')

const toKey = ({ _id, name, madeBy, madeAt, usedAt, revokedAt }: ApiKeyRow): ApiKey => ({
  id: _id,
  name,
  madeBy,
  madeAt: madeAt.toISOString(),
  usedAt: usedAt?.toISOString() ?? null,
  revokedAt: revokedAt?.toISOString() ?? null,
})

export type ApiKeyStore = ReturnType<typeof createApiKeyStore>

/** Keys of other people's programs, one town's each. */
export function createApiKeyStore(connection: Connection, now: () => Date) {
  const Keys = connection.model<ApiKeyRow>('ApiKey', schema)

  return {
    /** Newest first, the revoked ones too. */
    async list(townKey: string): Promise<ApiKey[]> {
      return (await Keys.find({ town: townKey }).sort({ madeAt: -1 }).limit(200).lean()).map(toKey)
    },

    /** Makes a key; its secret is told here and never again. */
    async make(townKey: string, name: string, madeBy: string): Promise<{ key: ApiKey; secret: string }> {
      const id = randomBytes(ID_BYTES).toString('hex')
      const secret = `pgn_${id}_${randomBytes(SECRET_BYTES).toString('base64url')}`
      const row = { _id: id, town: townKey, name, hash: hashOf(secret), madeBy, madeAt: now() }
      await Keys.create([{ ...row, usedAt: null, revokedAt: null }])
      return { key: toKey({ ...row, usedAt: null, revokedAt: null }), secret }
    },

    /** Ends a key for good, once; null when the town has none of this id. */
    async revoke(townKey: string, id: string): Promise<ApiKey | null> {
      await Keys.updateOne({ _id: id, town: townKey, revokedAt: null }, { $set: { revokedAt: now() } })
      const row = await Keys.findOne({ _id: id, town: townKey }).lean()
      return row && toKey(row)
    },

    /** The id of the key that this secret opens; null when it is of another town, revoked or made up. */
    async check(townKey: string, secret: string): Promise<string | null> {
      const id = /^pgn_([\da-f]{12})_[\w-]{43}$/.exec(secret)?.[1]
      const row = id ? await Keys.findOne({ _id: id, town: townKey, revokedAt: null }).lean() : null
      if (!row || !timingSafeEqual(Buffer.from(row.hash), Buffer.from(hashOf(secret)))) return null
      const at = now()
      if (!row.usedAt || at.getTime() - row.usedAt.getTime() > USED_EVERY_MS)
        await Keys.updateOne(
          { _id: row._id, $or: [{ usedAt: null }, { usedAt: trusted({ $lt: at }) }] },
          { $set: { usedAt: at } },
        )
      return row._id
    },
  }
}
