import type { InterfaceLanguage } from '@pregoner/shared'
import type { Connection } from 'mongoose'

/** Somebody's own choice to get a town's weekly letter, in the language they chose it in. */
export interface DigestChoice {
  town: string
  personId: string
  isOn: boolean
  language: InterfaceLanguage
  at: Date
}
type ChoiceRow = DigestChoice & {
  /** `town:person` */
  _id: string
}

export const digestChoiceIndexes = [{ key: { town: 1, isOn: 1 } }, { key: { personId: 1 } }] as const

export type DigestChoiceStore = ReturnType<typeof createDigestChoiceStore>

/** Who wants a town's weekly letter. Who has chosen nothing gets none. */
export function createDigestChoiceStore(connection: Connection) {
  const choices = connection.collection<ChoiceRow>('digest_choices')
  return {
    async choose({ town, personId, isOn, language, at }: DigestChoice): Promise<void> {
      const set = { town, personId, isOn, language, at }
      await choices.updateOne({ _id: `${town}:${personId}` }, { $set: set }, { upsert: true })
    },

    /** Everybody who wants a town's letter. Whether they may still see the town is another question. */
    wantedIn: (townKey: string): Promise<DigestChoice[]> => choices.find({ town: townKey, isOn: true }).toArray(),

    /** The towns whose letter this person wants. */
    async townsOf(personId: string): Promise<Set<string>> {
      return new Set((await choices.find({ personId, isOn: true }).toArray()).map(({ town }) => town))
    },
  }
}
