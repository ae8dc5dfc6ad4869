import type { Role } from '@pregoner/shared'
import type { Connection } from 'mongoose'
import { Schema, trusted } from 'mongoose'
import { isDuplicate } from './duplicate.ts'

/** A person's part in one town. */
export interface Part {
  townKey: string
  role: Role
  departments: string[]
  /** Shut out of this town, whatever the role. */
  isDisabled?: boolean
}

/** A second factor by codes of an app (RFC 6238). */
export interface SecondFactor {
  /** The shared secret, sealed. */
  sealed: string
  /** Null until a first code has shown that the app has the secret. */
  confirmedAt: Date | null
  /** The time step of the last code that was taken; none before it, and not itself, is taken again. */
  lastStep: number
  /** Hashes of the recovery codes that are left. */
  recovery: string[]
}

/** An officer, agent or administrator. */
export interface Person {
  id: string
  /** Lower case; unique. */
  email: string
  name: string
  passwordHash: string
  parts: Part[]
  /** Administrator of every town, those still to come included. */
  allTowns: boolean
  isDisabled: boolean
  secondFactor?: SecondFactor | null
}

/** A signed-in browser. `id` is a hash of the cookie, so that the database alone signs nobody in. */
export interface SignIn {
  id: string
  personId: string
  startedAt: Date
  seenAt: Date
}

type PersonRow = Omit<Person, 'id'> & { _id: string }
type SignInRow = Omit<SignIn, 'id'> & { _id: string; endsAt: Date }

const personSchema = new Schema<PersonRow>(
  {
    _id: String,
    email: String,
    name: String,
    passwordHash: String,
    parts: Schema.Types.Mixed,
    allTowns: Boolean,
    isDisabled: Boolean,
    secondFactor: Schema.Types.Mixed,
  },
  { collection: 'people', strict: 'throw', versionKey: false, minimize: false },
)
personSchema.index({ email: 1 }, { unique: true })
personSchema.index({ 'parts.townKey': 1 })

const signInSchema = new Schema<SignInRow>(
  { _id: String, personId: String, startedAt: Date, seenAt: Date, endsAt: Date },
  { collection: 'sign_ins', strict: 'throw', versionKey: false },
)
signInSchema.index({ personId: 1 })
signInSchema.index({ endsAt: 1 }, { expireAfterSeconds: 0 })

const toPerson = ({ _id, ...row }: PersonRow): Person => ({ id: _id, ...row })
const toSignIn = ({ _id, endsAt: _, ...row }: SignInRow): SignIn => ({ id: _id, ...row })

export type AccountStore = ReturnType<typeof createAccountStore>

export function createAccountStore(connection: Connection) {
  const People = connection.model<PersonRow>('Person', personSchema)
  const SignIns = connection.model<SignInRow>('SignIn', signInSchema)

  return {
    async byEmail(email: string): Promise<Person | null> {
      const row = await People.findOne({ email }).lean()
      return row && toPerson(row)
    },

    async byIds(ids: readonly string[]): Promise<Person[]> {
      return (await People.find({ _id: trusted({ $in: [...ids] }) }).lean()).map(toPerson)
    },

    /** Everybody with a part in a town who may sign in, by name. */
    async inTown(townKey: string): Promise<Person[]> {
      const rows = await People.find({ 'parts.townKey': townKey, isDisabled: false }).sort({ name: 1 }).lean()
      return rows.map(toPerson)
    },

    /** Everybody with a part in a town, by name. */
    async ofTown(townKey: string): Promise<Person[]> {
      return (await People.find({ 'parts.townKey': townKey }).sort({ name: 1 }).lean()).map(toPerson)
    },

    /** Creates the person with this e-mail address, or replaces name and parts; `passwordHash` null keeps the old one. */
    async save({ id, email, passwordHash, ...rest }: Omit<Person, 'passwordHash'> & { passwordHash: string | null }) {
      const set = passwordHash === null ? rest : { ...rest, passwordHash }
      await People.updateOne({ email }, { $set: set, $setOnInsert: { _id: id } }, { upsert: true })
    },

    /** Creates a person; false when the e-mail address is taken. */
    async create({ id, ...person }: Person): Promise<boolean> {
      try {
        await People.create([{ _id: id, ...person }])
        return true
      } catch (error) {
        if (isDuplicate(error)) return false
        throw error
      }
    },

    async rename(personId: string, name: string): Promise<void> {
      await People.updateOne({ _id: personId }, { $set: { name } })
    },

    /** Gives a person a part in a town; false when they have one there. */
    async addPart(personId: string, part: Part): Promise<boolean> {
      const without = { _id: personId, 'parts.townKey': trusted({ $ne: part.townKey }) }
      return (await People.updateOne(without, { $push: { parts: part } })).matchedCount === 1
    },

    /** Replaces a person's part in a town; false when they have none there. */
    async changePart(personId: string, part: Part): Promise<boolean> {
      const filter = { _id: personId, 'parts.townKey': part.townKey }
      return (await People.updateOne(filter, { $set: { 'parts.$': part } })).matchedCount === 1
    },

    async removePart(personId: string, townKey: string): Promise<void> {
      await People.updateOne({ _id: personId }, { $pull: { parts: { townKey } } })
    },

    /**
     * Ends the account of somebody without any town: no address, no password, no second factor. The name stays, for the
     * activity log. Does nothing to whoever has a town.
     */
    async closeAccount(personId: string): Promise<void> {
      const address = `${personId}@removed.invalid`
      const set = { email: address, passwordHash: '', secondFactor: null, isDisabled: true }
      const townless = { _id: personId, parts: trusted({ $size: 0 }), allTowns: false }
      await People.updateOne(townless, { $set: set })
    },

    async setSecondFactor(personId: string, secondFactor: SecondFactor | null): Promise<void> {
      await People.updateOne({ _id: personId }, { $set: { secondFactor } })
    },

    /** Takes the code of a time step, once; false when that step or a later one has been taken. */
    async takeStep(personId: string, step: number): Promise<boolean> {
      const filter = { _id: personId, 'secondFactor.lastStep': trusted({ $lt: step }) }
      return (await People.updateOne(filter, { $set: { 'secondFactor.lastStep': step } })).matchedCount === 1
    },

    /** Takes a recovery code, once. */
    async takeRecovery(personId: string, hash: string): Promise<boolean> {
      const filter = { _id: personId, 'secondFactor.recovery': hash }
      return (await People.updateOne(filter, { $pull: { 'secondFactor.recovery': hash } })).matchedCount === 1
    },

    async changePassword(personId: string, passwordHash: string): Promise<void> {
      await People.updateOne({ _id: personId }, { $set: { passwordHash } })
    },

    async disable(personId: string): Promise<void> {
      await People.updateOne({ _id: personId }, { $set: { isDisabled: true } })
    },

    async openSignIn({ id, ...signIn }: SignIn, endsAt: Date): Promise<void> {
      await SignIns.create([{ _id: id, ...signIn, endsAt }])
    },

    async signIns(ids: readonly string[]): Promise<SignIn[]> {
      return (await SignIns.find({ _id: trusted({ $in: [...ids] }) }).lean()).map(toSignIn)
    },

    async signInsOf(personIds: readonly string[]): Promise<SignIn[]> {
      return (await SignIns.find({ personId: trusted({ $in: [...personIds] }) }).lean()).map(toSignIn)
    },

    async seen(signInId: string, at: Date): Promise<void> {
      await SignIns.updateOne({ _id: signInId }, { $set: { seenAt: at } })
    },

    async closeSignIn(signInId: string): Promise<void> {
      await SignIns.deleteOne({ _id: signInId })
    },

    /** Signs a person out everywhere. */
    async closeSignInsOf(personId: string): Promise<void> {
      await SignIns.deleteMany({ personId })
    },
  }
}
