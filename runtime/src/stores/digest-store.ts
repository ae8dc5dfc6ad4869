import { randomUUID } from 'node:crypto'
import type { LetterState } from '@pregoner/shared'
import type { Connection } from 'mongoose'
import { isOnlyDuplicates } from './connect.ts'

const COMPOSING_MS = 5 * 60_000 // longer than writing a letter takes: whoever began it has died
const SOON_MS = 10 * 60_000
const SOON_TRIES = 6
const LATER_MS = 60 * 60_000
const MAX_TRIES = 80 // every hour until nobody wants the letter any more
const MAX_SHOWN = 500

interface SettingRow {
  /** The town. */
  _id: string
  isOn: boolean
  by: string
  at: Date
}

/** Whose letter it is: a department's, at its address, or somebody's own. */
export type Addressee = { departmentId: string } | { personId: string }

/** One letter of one week. */
interface LetterRow {
  /** `town:week:department`, or `town:week:person:` and the person. */
  _id: string
  town: string
  /** The Monday it begins with. */
  week: string
  departmentId?: string
  personId?: string
  st: LetterState
  tries: number
  token: string
  at: Date
}

/** The right to write a letter. */
export interface Claim {
  id: string
  token: string
}

export interface LastLetter {
  /** The Monday its week began with. */
  week: string
  at: Date
  state: LetterState
}

export const digestIndexes = [{ key: { town: 1, week: -1 } }] as const

export type DigestStore = ReturnType<typeof createDigestStore>

/** Who gets weekly letters, and how far each got. No letter's text is kept. */
export function createDigestStore(connection: Connection) {
  const settings = connection.collection<SettingRow>('digest_settings')
  const letters = connection.collection<LetterRow>('digests')

  async function isNew(row: LetterRow): Promise<boolean> {
    try {
      await letters.insertOne(row)
      return true
    } catch (error) {
      if (!isOnlyDuplicates(error)) throw error
      return false
    }
  }

  return {
    async isOn(townKey: string): Promise<boolean> {
      return (await settings.findOne({ _id: townKey }))?.isOn === true
    },

    async turn(townKey: string, isOn: boolean, by: string, at: Date): Promise<void> {
      await settings.updateOne({ _id: townKey }, { $set: { isOn, by, at } }, { upsert: true })
    },

    /** Towns that get letters, and since when. */
    async townsOn(): Promise<{ townKey: string; since: Date }[]> {
      const rows = await settings.find({ isOn: true }).toArray()
      return rows.map(({ _id, at }) => ({ townKey: _id, since: at }))
    },

    /**
     * Grants the letter of a week to one caller: the first, or a later one when the first died before it was sent or the
     * mail server would not take it. Never again once it may have gone out.
     */
    async claim(townKey: string, week: string, addressee: Addressee, at: Date): Promise<Claim | null> {
      const name = 'personId' in addressee ? `person:${addressee.personId}` : addressee.departmentId
      const claim = { id: `${townKey}:${week}:${name}`, token: randomUUID() }
      const state = { st: 'composing' as const, token: claim.token, at }
      if (await isNew({ _id: claim.id, town: townKey, week, ...addressee, tries: 1, ...state })) return claim
      const before = (ms: number) => new Date(at.getTime() - ms)
      const { modifiedCount } = await letters.updateOne(
        {
          _id: claim.id,
          tries: { $lt: MAX_TRIES },
          $or: [
            { st: 'composing', at: { $lte: before(COMPOSING_MS) } },
            { st: 'refused', tries: { $lt: SOON_TRIES }, at: { $lte: before(SOON_MS) } },
            { st: 'refused', at: { $lte: before(LATER_MS) } },
          ],
        },
        { $set: state, $inc: { tries: 1 } },
      )
      return modifiedCount === 1 ? claim : null
    },

    /** To be called right before it is handed over; false when somebody else has taken it. */
    async begin({ id, token }: Claim, at: Date): Promise<boolean> {
      const filter = { _id: id, token, st: 'composing' as const }
      return (await letters.updateOne(filter, { $set: { st: 'sending', at } })).modifiedCount === 1
    },

    async record({ id, token }: Claim, st: 'sent' | 'refused' | 'failed', at: Date): Promise<void> {
      await letters.updateOne({ _id: id, token, st: 'sending' }, { $set: { st, at } })
    },

    /** The last letter to each department and to each person, by their ids. */
    async last(townKey: string): Promise<{ departments: Map<string, LastLetter>; people: Map<string, LastLetter> }> {
      const rows = await letters.find({ town: townKey }).sort({ week: -1 }).limit(MAX_SHOWN).toArray()
      const departments = new Map<string, LastLetter>()
      const people = new Map<string, LastLetter>()
      for (const { departmentId, personId, week, at, st } of rows.reverse()) {
        if (departmentId !== undefined) departments.set(departmentId, { week, at, state: st })
        if (personId !== undefined) people.set(personId, { week, at, state: st })
      }
      return { departments, people }
    },
  }
}
