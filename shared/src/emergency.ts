import { z } from 'zod'
import type { Effect } from './effect.ts'
import { type InterfaceLanguage, type Language, type LocalizedText, localizedText, textIn } from './language.ts'
import { textMessage } from './message.ts'
import type { Session } from './session.ts'
import { normalize } from './understand/words.ts'

const MAX_FRONT_HOURS = 168 // a week; what lasts longer is no emergency any more

/** A notice that does not wait for the town's hours and goes before all others. */
export const emergency = z.strictObject({
  /** For so long it is said before whatever a flow says; null for not at all. */
  frontHours: z.number().int().min(1).max(MAX_FRONT_HOURS).nullable(),
})
export type Emergency = z.infer<typeof emergency>

/** What is typed before one is sent, so that nobody does it by a slip of the hand. */
export const emergencyWords: { readonly [Code in InterfaceLanguage]: string } = {
  ...{ ca: 'EMERGÈNCIA', es: 'EMERGENCIA', it: 'EMERGENZA', en: 'EMERGENCY' },
}

/** Whether this is the word, in any of the languages, with or without its accents. */
export const isEmergencyWord = (text: string): boolean =>
  Object.values(emergencyWords).some(word => normalize(word) === normalize(text))

/** Until when one that goes out at `at` stands in front of every flow; null when it does not. */
export const frontUntilOf = (told: Emergency | null | undefined, at: Date): Date | null =>
  told?.frontHours ? new Date(at.getTime() + told.frontHours * 3_600_000) : null

/** An emergency that stands in front of every flow of its town now. */
export const frontNotice = z.strictObject({ id: z.string(), text: localizedText(), until: z.string() })
export type FrontNotice = z.infer<typeof frontNotice>

const said = (text: LocalizedText, language: Language, fallback: Language) =>
  textIn(text, text[language]?.trim() ? language : fallback, fallback)

/** Says what this person has not been told yet of what stands in front now, and remembers that they were. */
export function tellFronts(
  fronts: readonly FrontNotice[],
  session: Session,
  { language, fallback, now }: { language: Language; fallback: Language; now: Date },
): { session: Session; effects: Effect[] } {
  const running = fronts.filter(({ until }) => new Date(until) > now)
  const untold = running.filter(({ id }) => !session.toldFronts?.includes(id))
  if (untold.length === 0) return { session, effects: [] }
  return {
    session: { ...session, toldFronts: running.map(({ id }) => id) },
    effects: untold.map(({ text }) => ({
      kind: 'send_message',
      message: textMessage(said(text, language, fallback), language),
      isFront: true,
    })),
  }
}

/** The same person has been told this one already. */
export const hasTold = (session: Session, id: string): Session => ({
  ...session,
  toldFronts: [...(session.toldFronts ?? []).slice(-7), id],
})
