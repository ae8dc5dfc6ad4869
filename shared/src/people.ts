import { z } from 'zod'
import { role } from './api.ts'
import { interfaceLanguages } from './language.ts'
import { id } from './names.ts'

/** OWASP ASVS 5.0, 6.2.1 asks for 8 characters at least and recommends more. */
export const MIN_PASSWORD_CHARS = 10
export const newPassword = z.string().min(MIN_PASSWORD_CHARS).max(200)
const personName = z.string().trim().min(1).max(120)
const departments = z.array(id).max(200)

/** Somebody who works in a town, as its administrators see them. */
export const townPerson = z.strictObject({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role,
  departments: z.array(z.string()),
  isDisabled: z.boolean(),
  hasSecondFactor: z.boolean(),
  /** Belongs to other towns, too: their password and second factor are not this town's to reset. */
  isElsewhere: z.boolean(),
  /** When they were last here, as far as a session of theirs is still open. */
  seenAt: z.string().nullable(),
  isYou: z.boolean(),
})
export type TownPerson = z.infer<typeof townPerson>

/**
 * Whether a link went out by e-mail: `refused` did not, of `unknown` nobody can say; `off` where the installation sends
 * no e-mail.
 */
export const linkMail = z.enum(['sent', 'refused', 'unknown', 'off'])
export type LinkMail = z.infer<typeof linkMail>

/** A link that somebody has been given and has not used yet; the link itself is told once and stored nowhere. */
export const townInvitation = z.strictObject({
  id: z.string(),
  kind: z.enum(['join', 'password']),
  email: z.string(),
  role: role.nullable(),
  departments: z.array(z.string()),
  by: z.string(),
  expiresAt: z.string(),
  /** Too old to be used; another one can be made of it. */
  isOver: z.boolean(),
  mail: linkMail,
})
export type TownInvitation = z.infer<typeof townInvitation>

export const townPeople = z.strictObject({
  people: z.array(townPerson),
  invitations: z.array(townInvitation),
  requiresSecondFactor: z.boolean(),
  /** Whether links go out by e-mail. */
  canSendMail: z.boolean(),
})
export type TownPeople = z.infer<typeof townPeople>

export const invitePerson = z.strictObject({
  email: z.string().trim().toLowerCase().max(200).pipe(z.email()),
  role,
  departments,
  /** Of the e-mail; the town's when left out. */
  language: z.enum(interfaceLanguages).optional(),
})
export const changePerson = z.strictObject({
  role: role.optional(),
  departments: departments.optional(),
  isDisabled: z.boolean().optional(),
})
/** The secret part of a link, told once. */
export const madeLink = z.strictObject({
  id: z.string(),
  token: z.string(),
  expiresAt: z.string(),
  mail: linkMail,
})

/** What somebody would leave behind in a town: open incidents they have, and notes that ask for them. */
export const personDuties = z.strictObject({ incidents: z.number().int(), mentions: z.number().int() })

const token = z.string().regex(/^[\w-]{43}$/)
export const lookAtInvitation = z.strictObject({ token })
/** What a link is for. `isKnown`: there is an account with this address, and its password is asked for. */
export const invitationShown = z.strictObject({
  kind: z.enum(['join', 'password']),
  email: z.string(),
  townName: z.string(),
  isKnown: z.boolean(),
})
export type InvitationShown = z.infer<typeof invitationShown>
export const acceptInvitation = z.strictObject({ token, name: personName.nullable(), password: z.string().max(200) })

/** One's own account. */
export const ownAccount = z.strictObject({
  name: z.string(),
  email: z.string(),
  hasSecondFactor: z.boolean(),
  /** Recovery codes that are left. */
  recoveryCodes: z.number().int(),
  /** Names of the towns that ask for a second factor. */
  requiredBy: z.array(z.string()),
})
export type OwnAccount = z.infer<typeof ownAccount>
export const renameSelf = z.strictObject({ name: personName })
export const changePassword = z.strictObject({ current: z.string().max(200), next: newPassword })
export const ownPassword = z.strictObject({ password: z.string().max(200) })
/** `uri` is what an authenticator app reads as a QR code. */
export const startedSecondFactor = z.strictObject({ secret: z.string(), uri: z.string() })
export const secondFactorCode = z.string().trim().max(40)
export const recoveryCodes = z.strictObject({ codes: z.array(z.string()) })
