import { z } from 'zod'
import { askedId } from './names.ts'

/** One line of the activity log, as the administrator reads it. */
export const auditEntry = z.strictObject({
  /** Its number in the town's chain; null for a line from before there was one. */
  n: z.number().int().nullable(),
  at: z.string(),
  personId: z.string().nullable(),
  /** Null when it was Pregoner itself or a citizen, or nobody knows any more. */
  personName: z.string().nullable(),
  action: z.string(),
  object: z.string().nullable(),
  /** SHA-256 over this line and the hash of the one before, in hex. */
  hash: z.string().nullable(),
})
export type AuditEntry = z.infer<typeof auditEntry>

export const auditQuery = z.strictObject({
  /** The action or the beginning of it, like `incident`. */
  action: z
    .string()
    .max(60)
    .regex(/^[a-z_.]*$/)
    .optional(),
  personId: askedId().optional(),
  object: z.string().max(400).optional(),
  /** The number of the line it goes on behind. */
  before: z.coerce.number().int().positive().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type AuditQuery = z.infer<typeof auditQuery>

export const auditPage = z.strictObject({ entries: z.array(auditEntry), next: z.string().nullable() })

export const auditFaults = ['changed', 'missing', 'cut'] as const

/** Whether the chain of a town's activity log is whole. */
export const auditVerification = z.strictObject({
  isIntact: z.boolean(),
  /** Lines that were checked. */
  lines: z.number().int(),
  /** Lines from before the chain began, which nothing protects. */
  unchained: z.number().int(),
  /** The first line that is not as it was written; `cut` when the newest ones are gone. */
  fault: z.strictObject({ n: z.number().int(), kind: z.enum(auditFaults) }).nullable(),
  lastHash: z.string().nullable(),
})
export type AuditVerification = z.infer<typeof auditVerification>
