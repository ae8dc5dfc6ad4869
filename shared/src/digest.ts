import { z } from 'zod'

/** How far a department's last weekly letter got. */
export const letterStates = ['composing', 'sending', 'sent', 'refused', 'failed'] as const
export type LetterState = (typeof letterStates)[number]

/** Whether the departments of a town get their figures by e-mail on Monday mornings, and who gets them. */
export const digestSettings = z.strictObject({
  /** Whether this installation can send e-mail at all. */
  canSend: z.boolean(),
  isOn: z.boolean(),
  departments: z.array(
    z.strictObject({
      id: z.string(),
      email: z.string().nullable(),
      /** The last letter: of the week that began on this Monday. */
      last: z.strictObject({ week: z.string(), at: z.string(), state: z.enum(letterStates) }).nullable(),
    }),
  ),
})
export type DigestSettings = z.infer<typeof digestSettings>

export const changeDigest = z.strictObject({ isOn: z.boolean() })
