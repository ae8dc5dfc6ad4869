import { z } from 'zod'

/** A key with which a program of somebody else may report incidents; never the key itself. */
export const apiKey = z.strictObject({
  id: z.string(),
  name: z.string(),
  madeBy: z.string(),
  madeAt: z.string(),
  /** To the hour; null when it never was. */
  usedAt: z.string().nullable(),
  revokedAt: z.string().nullable(),
})
export type ApiKey = z.infer<typeof apiKey>

export const makeApiKey = z.strictObject({ name: z.string().trim().min(1).max(80) })

/** The only time that the key itself is told. */
export const madeApiKey = z.strictObject({ key: apiKey, secret: z.string() })
