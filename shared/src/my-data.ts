import { z } from 'zod'

/** What a citizen's link to their own data is still good for. */
export const myDataLink = z.strictObject({
  townName: z.string(),
  expiresAt: z.string(),
  downloadsLeft: z.number().int(),
})
export type MyDataLink = z.infer<typeof myDataLink>
