import type { FormOutcome, InterfaceLanguage, SubscriptionFormState } from '@pregoner/shared'
import type { Connection } from 'mongoose'
import type { Secrets } from '../secrets/secrets.ts'

/** What somebody asked for on the public form. Neither their number nor the code is in it, only what knows them again. */
export interface SubscriptionFormRow {
  _id: string
  town: string
  topicIds: string[]
  numberKey: string
  language: InterfaceLanguage
  /** The words they agreed to, as the ledger will keep them. */
  proof: string
  expiresAt: Date
  keptUntil: Date
  /** Knows the effect again that used the code up. */
  usedBy: string | null
}

export interface NewForm extends Pick<SubscriptionFormRow, 'topicIds' | 'language' | 'proof' | 'expiresAt'> {
  code: string
  /** In E.164. */
  number: string
}

/** A code that somebody wrote: `by` is the effect it came with, `phone` null where the platform hides the number. */
export interface Redeeming {
  code: string
  by: string
  phone: string | null
  at: Date
}

const DAY_MS = 86_400_000 // so long a late code is told to be late, and not unknown

export const subscriptionFormIndexes = [{ key: { keptUntil: 1 }, expireAfterSeconds: 0 }] as const

export type SubscriptionFormStore = ReturnType<typeof createSubscriptionFormStore>

/** Forms that wait for their code to be written to the channel. */
export function createSubscriptionFormStore(connection: Connection, secrets: Pick<Secrets, 'hash'>) {
  const forms = connection.collection<SubscriptionFormRow>('subscription_forms')
  const idOf = (town: string, code: string) => secrets.hash(`${town}|${code}`, 'subscription form')
  const numberKeyOf = (town: string, number: string) => secrets.hash(`${town}|${number}`, 'subscription form number')

  return {
    async add(town: string, { code, number, ...form }: NewForm): Promise<void> {
      await forms.insertOne({
        ...form,
        ...{ _id: idOf(town, code), town, numberKey: numberKeyOf(town, number), usedBy: null },
        keptUntil: new Date(form.expiresAt.getTime() + DAY_MS),
      })
    },

    async state(town: string, code: string, now: Date): Promise<SubscriptionFormState> {
      const row = await forms.findOne({ _id: idOf(town, code), town })
      if (!row) return 'other'
      if (row.usedBy !== null) return 'confirmed'
      return row.expiresAt <= now ? 'expired' : 'waiting'
    },

    /** Uses a code up, once and for the number that was given; the same effect again gets the same answer. */
    async redeem(
      town: string,
      { code, by, phone, at }: Redeeming,
    ): Promise<{ outcome: Exclude<FormOutcome, 'joined'> } | { outcome: 'joined'; form: SubscriptionFormRow }> {
      const _id = idOf(town, code)
      const user = secrets.hash(by, 'subscription form user')
      const row = await forms.findOne({ _id, town })
      if (!row) return { outcome: 'unknown' }
      if (row.usedBy === user) return { outcome: 'joined', form: row }
      if (row.usedBy !== null) return { outcome: 'unknown' }
      if (row.expiresAt <= at) return { outcome: 'expired' }
      if (phone !== null && numberKeyOf(town, phone) !== row.numberKey) return { outcome: 'other_number' }
      await forms.updateOne({ _id, town, usedBy: null }, { $set: { usedBy: user } })
      const used = await forms.findOne({ _id, town, usedBy: user })
      return used ? { outcome: 'joined', form: used } : { outcome: 'unknown' }
    },
  }
}
