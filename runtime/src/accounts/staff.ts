import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { InterfaceLanguage, Role } from '@pregoner/shared'
import { AppError } from '../errors.ts'
import type { AccountStore, Part, Person } from '../stores/account-store.ts'
import type { Invitation, InvitationStore } from '../stores/invitation-store.ts'
import { isOnlyIn } from './parts.ts'

const TOKEN_BYTES = 32
const DAY_MS = 86_400_000
const JOIN_DAYS = 7
const PASSWORD_DAYS = 1

interface StaffDeps {
  people: AccountStore
  invitations: InvitationStore
  now: () => Date
}

/** A new link with its secret, which is stored nowhere. */
export interface MadeLink extends Omit<Invitation, 'tokenHash' | 'mail'> {
  token: string
}

export const linkHash = (token: string): string => createHash('sha256').update(token).digest('hex')

const isAdministrator = ({ parts }: Person, townKey: string) =>
  parts.some(part => part.townKey === townKey && part.role === 'administrator' && !part.isDisabled)

/** The people of a town, as its administrators change them. Whoever is not of the town is not found. */
export function createStaff({ people, invitations, now }: StaffDeps) {
  async function find(townKey: string, personId: string): Promise<{ person: Person; part: Part }> {
    const [person] = await people.byIds([personId])
    const part = person?.parts.find(each => each.townKey === townKey)
    if (!person || !part) throw new AppError('not_found')
    return { person, part }
  }

  /** Somebody who belongs to other towns as well is not this one's to reset. */
  async function findOwn(townKey: string, personId: string): Promise<Person> {
    const { person } = await find(townKey, personId)
    if (!isOnlyIn(person, townKey)) throw new AppError('elsewhere')
    return person
  }

  async function hasAdministrator(townKey: string, but: string | null): Promise<boolean> {
    const all = await people.ofTown(townKey)
    return all.some(person => person.id !== but && !person.isDisabled && isAdministrator(person, townKey))
  }

  async function link(given: Omit<MadeLink, 'id' | 'token' | 'expiresAt'>): Promise<MadeLink> {
    const token = randomBytes(TOKEN_BYTES).toString('base64url')
    const days = given.kind === 'join' ? JOIN_DAYS : PASSWORD_DAYS
    const made = { ...given, id: randomUUID(), expiresAt: new Date(now().getTime() + days * DAY_MS) }
    await invitations.add({ ...made, tokenHash: linkHash(token), mail: 'off' })
    return { ...made, token }
  }

  return {
    find,
    findOwn,

    /** Changes role, departments or access. Throws `last_administrator` instead of leaving the town without one. */
    async change(townKey: string, personId: string, change: Partial<Omit<Part, 'townKey'>>): Promise<void> {
      const { person, part } = await find(townKey, personId)
      const next = { ...part, ...change }
      const departments = next.role === 'agent' ? next.departments : []
      const isLoss = isAdministrator(person, townKey) && (next.role !== 'administrator' || next.isDisabled)
      if (isLoss && !(await hasAdministrator(townKey, personId))) throw new AppError('last_administrator')
      await people.changePart(personId, { ...next, departments })
      if (!isLoss || (await hasAdministrator(townKey, null))) return
      await people.changePart(personId, part) // two did it to each other at the same moment
      throw new AppError('last_administrator')
    },

    /** A link with which the owner of the address joins the town. */
    async invite(
      townKey: string,
      by: string,
      given: { email: string; role: Role; departments: string[]; language: InterfaceLanguage },
    ): Promise<MadeLink> {
      const known = await people.byEmail(given.email)
      if (known?.parts.some(part => part.townKey === townKey)) throw new AppError('already_here')
      const departments = given.role === 'agent' ? given.departments : []
      return link({ ...given, townKey, kind: 'join', personId: null, departments, by })
    },

    /** A link with which a person of this town alone chooses a new password. */
    async passwordLink(townKey: string, by: string, personId: string, language: InterfaceLanguage): Promise<MadeLink> {
      const { email } = await findOwn(townKey, personId)
      return link({ townKey, email, personId, by, language, kind: 'password', role: null, departments: [] })
    },

    /** Another link in the place of one that was lost or is over; that one stops working. */
    async inviteAgain(townKey: string, by: string, id: string): Promise<MadeLink> {
      const before = await invitations.byId(townKey, id)
      if (!before) throw new AppError('not_found')
      const { kind, email, personId, role, departments, language } = before
      if (kind === 'password' && personId !== null) await findOwn(townKey, personId)
      if (kind === 'join' && (await people.byEmail(email))?.parts.some(part => part.townKey === townKey))
        throw new AppError('already_here')
      return link({ townKey, kind, email, personId, role, departments, language, by })
    },
  }
}
export type Staff = ReturnType<typeof createStaff>
