import type { InterfaceLanguage, LinkMail, Role } from '@pregoner/shared'
import type { Connection } from 'mongoose'
import { Schema, trusted } from 'mongoose'

/** A link for one person, good once and for some time. Only the hash of its secret is kept. */
export interface Invitation {
  id: string
  tokenHash: string
  townKey: string
  /** To join a town, or to choose a new password. */
  kind: 'join' | 'password'
  email: string
  /** Whose password; null when somebody is to join. */
  personId: string | null
  role: Role | null
  departments: string[]
  by: string
  expiresAt: Date
  /** Of its e-mail. */
  language: InterfaceLanguage
  mail: LinkMail
}

/** `keptUntil`: administrators see for some time what was never used. Older ones lack the last three. */
type InvitationRow = Omit<Invitation, 'id' | 'language' | 'mail'> &
  Partial<Pick<Invitation, 'language' | 'mail'>> & { _id: string; keptUntil?: Date }

const KEPT_MS = 30 * 86_400_000

const schema = new Schema<InvitationRow>(
  {
    _id: String,
    tokenHash: String,
    townKey: String,
    kind: String,
    email: String,
    personId: String,
    role: String,
    departments: [String],
    by: String,
    expiresAt: Date,
    language: String,
    mail: String,
    keptUntil: Date,
  },
  { collection: 'invitations', strict: 'throw', versionKey: false },
)
schema.index({ tokenHash: 1 }, { unique: true })
schema.index({ townKey: 1 })
schema.index({ keptUntil: 1 }, { expireAfterSeconds: 0 })

const toInvitation = ({ _id, keptUntil: _, language = 'en', mail = 'off', ...row }: InvitationRow): Invitation => ({
  ...{ id: _id, language, mail },
  ...row,
})

export type InvitationStore = ReturnType<typeof createInvitationStore>

export function createInvitationStore(connection: Connection) {
  const Invitations = connection.model<InvitationRow>('Invitation', schema)
  const good = (now: Date) => ({ expiresAt: trusted({ $gt: now }) })

  return {
    /** Adds a link; older ones of the town for the same address and purpose stop working. */
    async add({ id, ...invitation }: Invitation): Promise<void> {
      const { townKey, email, kind } = invitation
      await Invitations.deleteMany({ townKey, email, kind })
      const keptUntil = new Date(invitation.expiresAt.getTime() + KEPT_MS)
      await Invitations.create([{ _id: id, keptUntil, ...invitation }])
    },

    /** Those that were not used, by address; some may be over. */
    async ofTown(townKey: string): Promise<Invitation[]> {
      return (await Invitations.find({ townKey }).sort({ email: 1 }).lean()).map(toInvitation)
    },

    async byId(townKey: string, id: string): Promise<Invitation | null> {
      const row = await Invitations.findOne({ _id: id, townKey }).lean()
      return row && toInvitation(row)
    },

    /** Remembers what became of its e-mail. */
    async mailed(id: string, mail: LinkMail): Promise<void> {
      await Invitations.updateOne({ _id: id }, { $set: { mail } })
    },

    /** The link with this secret; null when it is over. */
    async byToken(tokenHash: string, now: Date): Promise<Invitation | null> {
      const row = await Invitations.findOne({ tokenHash, ...good(now) }).lean()
      return row && toInvitation(row)
    },

    /** Uses a link up: of many at once only one gets it. */
    async take(tokenHash: string, now: Date): Promise<Invitation | null> {
      const row = await Invitations.findOneAndDelete({ tokenHash, ...good(now) }).lean()
      return row && toInvitation(row)
    },

    /** False when the town has no such link. */
    async remove(townKey: string, id: string): Promise<boolean> {
      return (await Invitations.deleteOne({ _id: id, townKey })).deletedCount === 1
    },

    async removeOf(townKey: string, email: string): Promise<void> {
      await Invitations.deleteMany({ townKey, email })
    },
  }
}
