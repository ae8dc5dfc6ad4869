import { z } from 'zod'
import { interfaceLanguages } from './language.ts'

/** How far a department's last weekly letter got. */
export const letterStates = ['composing', 'sending', 'sent', 'refused', 'failed'] as const
export type LetterState = (typeof letterStates)[number]

/** The last letter: of the week that began on this Monday. `given_up`: the mail server never took it. */
const lastLetter = z
  .strictObject({ week: z.string(), at: z.string(), state: z.enum([...letterStates, 'given_up']) })
  .nullable()

/** Whether the departments of a town get their figures by e-mail on Monday mornings, and who gets them. */
export const digestSettings = z.strictObject({
  /** Whether this installation can send e-mail at all. */
  canSend: z.boolean(),
  isOn: z.boolean(),
  departments: z.array(
    z.strictObject({
      id: z.string(),
      email: z.string().nullable(),
      /** Whoever reads it at this address has stopped it. */
      isStopped: z.boolean(),
      last: lastLetter,
    }),
  ),
  /** Who has asked for it in their account. */
  people: z.array(z.strictObject({ id: z.string(), name: z.string(), email: z.string(), last: lastLetter })),
})
export type DigestSettings = z.infer<typeof digestSettings>

export const changeDigest = z.strictObject({ isOn: z.boolean() })

/** The towns somebody works for, and whether they get each one's weekly letter. */
export const ownDigests = z.strictObject({
  canSend: z.boolean(),
  towns: z.array(
    z.strictObject({
      townKey: z.string(),
      townName: z.string(),
      /** Whether the town sends letters at all. */
      isSent: z.boolean(),
      isWanted: z.boolean(),
      /** What it would be about; null is the whole town. */
      departments: z.array(z.string()).nullable(),
    }),
  ),
})
export type OwnDigests = z.infer<typeof ownDigests>

export const changeOwnDigest = z.strictObject({
  townKey: z.string().max(60),
  isWanted: z.boolean(),
  /** The language it is written in. */
  language: z.enum(interfaceLanguages),
})
export type ChangeOwnDigest = z.infer<typeof changeOwnDigest>
