import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { SignedIn } from '@pregoner/shared'
import { AppError } from '../errors.ts'
import type { AccountStore, Part, Person, SignIn } from '../stores/account-store.ts'
import type { AuditStore } from '../stores/audit-store.ts'
import type { TownStore } from '../stores/town-store.ts'
import { isShutOut, partIn } from './parts.ts'
import { hashPassword, passwordFits } from './passwords.ts'
import type { Scope } from './scope.ts'
import { hasSecondFactor, type SecondFactors } from './second-factors.ts'
import { createStrictTowns } from './strict-towns.ts'
import { createThrottle } from './throttle.ts'

const MINUTE_MS = 60_000
const TOKEN_BYTES = 32
const PER_ACCOUNT = { free: 5, firstDelaySeconds: 2, longestDelaySeconds: 5 * 60 }
const PER_ADDRESS = { free: 30, firstDelaySeconds: 2, longestDelaySeconds: 5 * 60 } // a town hall shares one address

export interface SessionLimits {
  /** A session nobody uses ends after this time. */
  idleMinutes: number
  /** Every session ends after this time. */
  absoluteMinutes: number
}
export const SESSION_LIMITS: SessionLimits = { idleMinutes: 30, absoluteMinutes: 12 * 60 }

/** A signed-in person and the sign-in that says so. */
export interface Session {
  id: string
  person: Person
}

interface AccountsDeps {
  people: AccountStore
  towns: TownStore
  audit: AuditStore
  secondFactors: SecondFactors
  now: () => Date
  limits?: SessionLimits
}

export type Accounts = ReturnType<typeof createAccounts>

const signInId = (token: string) => createHash('sha256').update(token).digest('hex')
const normalise = (email: string) => email.trim().toLowerCase()

/** Signs people in and out, and says who a cookie belongs to. */
export function createAccounts({ people, towns, audit, secondFactors, now, limits = SESSION_LIMITS }: AccountsDeps) {
  const accountThrottle = createThrottle(PER_ACCOUNT)
  const addressThrottle = createThrottle(PER_ADDRESS)

  const strictTowns = createStrictTowns(towns, now)

  const isLive = ({ startedAt, seenAt }: SignIn) =>
    now().getTime() - seenAt.getTime() < limits.idleMinutes * MINUTE_MS &&
    now().getTime() - startedAt.getTime() < limits.absoluteMinutes * MINUTE_MS

  /** The sessions among these that are still good, by their id. */
  async function sessions(ids: readonly string[]): Promise<Map<string, Session>> {
    const signIns = (await people.signIns(ids)).filter(isLive)
    const persons = new Map(
      (await people.byIds(signIns.map(({ personId }) => personId))).map(person => [person.id, person]),
    )
    return new Map(
      signIns.flatMap(({ id, personId }) => {
        const person = persons.get(personId)
        return person && !isShutOut(person) ? [[id, { id, person }]] : []
      }),
    )
  }

  return {
    sessions,

    /** What these people are called; those nobody knows any more are left out. */
    async names(personIds: readonly string[]): Promise<Map<string, string>> {
      const found = await people.byIds([...new Set(personIds)])
      return new Map(found.map(({ id, name }) => [id, name]))
    },

    /**
     * Returns the token for the cookie. Unknown people, wrong passwords and disabled people meet the same answer; who has
     * a second factor and gives no `code` is asked for it.
     */
    async signIn(
      email: string,
      password: string,
      address: string,
      code: string | null = null,
    ): Promise<{ token: string; session: Session }> {
      const account = normalise(email)
      const at = now()
      const waitSeconds = Math.max(addressThrottle.attempt(address, at), accountThrottle.attempt(account, at))
      if (waitSeconds > 0) throw new AppError('too_many', 'sign-in throttled', { retryAfterSeconds: waitSeconds })

      const person = await people.byEmail(account)
      const fits = await passwordFits(person?.passwordHash ?? null, password)
      const line = { town: null, personId: person?.id ?? null, object: null, at }
      if (!fits || !person || isShutOut(person)) {
        await audit.append({ ...line, action: 'session.refused' })
        throw new AppError('wrong_password')
      }
      if (hasSecondFactor(person)) {
        if (code === null) {
          accountThrottle.refund(account)
          addressThrottle.refund(address)
          throw new AppError('code_needed')
        }
        try {
          await secondFactors.check(person, code)
        } catch (error) {
          await audit.append({ ...line, action: 'session.code_refused' })
          throw error
        }
      }
      accountThrottle.forget(account)
      addressThrottle.refund(address)
      const token = randomBytes(TOKEN_BYTES).toString('base64url')
      const id = signInId(token)
      const endsAt = new Date(at.getTime() + limits.absoluteMinutes * MINUTE_MS)
      await people.openSignIn({ id, personId: person.id, startedAt: at, seenAt: at }, endsAt)
      await audit.append({ ...line, action: 'session.start' })
      return { token, session: { id, person } }
    },

    /** Who the cookie belongs to, or null. Using a session keeps it from going idle. */
    async sessionOf(token: string): Promise<Session | null> {
      const id = signInId(token)
      const [signIn] = await people.signIns([id])
      const session = (await sessions([id])).get(id)
      if (!signIn || !session) return null
      if (now().getTime() - signIn.seenAt.getTime() > MINUTE_MS) await people.seen(id, now())
      return session
    },

    signOut: (sessionId: string) => people.closeSignIn(sessionId),

    /** Whether the person's part in this town waits for a second factor. */
    async isClosedTo({ person }: Session, townKey: string): Promise<boolean> {
      const belongs = person.allTowns || partIn(person, townKey) !== undefined
      return belongs && !hasSecondFactor(person) && (await strictTowns.has(townKey))
    },

    /** From now on everybody of the town signs in with a second factor, or nobody has to. */
    async requireSecondFactor(townKey: string, isRequired: boolean): Promise<void> {
      await towns.requireSecondFactor(townKey, isRequired)
      strictTowns.forget(townKey)
    },

    /** The person's part in a town, or null when there is none, or when it waits for a second factor. */
    async scopeIn(session: Session, townKey: string): Promise<Scope | null> {
      const { person } = session
      if (await this.isClosedTo(session, townKey)) return null
      const part = partIn(person, townKey)
      const who = { townKey, personId: person.id, personName: person.name }
      if (person.allTowns) return (await towns.get(townKey)) ? { ...who, role: 'administrator', departments: [] } : null
      return part ? { ...who, role: part.role, departments: part.departments } : null
    },

    async describe(session: Session): Promise<SignedIn> {
      const { person } = session
      const known = await towns.list()
      const memberships = known.flatMap(({ key, name }) => {
        const part = partIn(person, key)
        if (person.allTowns) return [{ townKey: key, townName: name, role: 'administrator' as const, departments: [] }]
        return part ? [{ townKey: key, townName: name, role: part.role, departments: part.departments }] : []
      })
      const closed = await Promise.all(memberships.map(({ townKey }) => this.isClosedTo(session, townKey)))
      return {
        id: person.id,
        name: person.name,
        email: person.email,
        memberships,
        closedWithoutSecondFactor: memberships.map(({ townKey }) => townKey).filter((_, index) => closed[index]),
        isInstallationAdministrator: person.allTowns,
      }
    },

    /** Throws `wrong_own_password`; tries are slowed down together with those of signing in. */
    async checkPassword({ email, passwordHash }: Person, password: string): Promise<void> {
      const waitSeconds = accountThrottle.attempt(email, now())
      if (waitSeconds > 0) throw new AppError('too_many', 'password throttled', { retryAfterSeconds: waitSeconds })
      if (!(await passwordFits(passwordHash, password))) throw new AppError('wrong_own_password')
      accountThrottle.forget(email)
    },

    /** Signs a person out everywhere but here; returns the sessions that have ended. */
    async signOutEverywhere(personId: string, but: string | null = null): Promise<string[]> {
      const open = (await people.signInsOf([personId])).map(({ id }) => id).filter(id => id !== but)
      for (const id of open) await people.closeSignIn(id)
      return open
    },

    /** An administrator of all towns with this password; a new password signs them out everywhere. */
    async ensureAdministrator(email: string, password: string): Promise<void> {
      const known = await people.byEmail(normalise(email))
      const isAsSaid = known?.allTowns && !known.isDisabled && (await passwordFits(known.passwordHash, password))
      if (isAsSaid) return
      await this.savePerson({ email, name: email, password, parts: known?.parts ?? [], allTowns: true })
      if (known) await people.closeSignInsOf(known.id)
    },

    /** Creates a person or changes name and parts; without a password the old one stays. */
    async savePerson(given: {
      email: string
      name: string
      password: string | null
      parts: Part[]
      allTowns?: boolean
    }) {
      const { email, name, password, parts, allTowns = false } = given
      const passwordHash = password === null ? null : await hashPassword(password)
      await people.save({
        id: randomUUID(),
        email: normalise(email),
        name,
        passwordHash,
        parts,
        allTowns,
        isDisabled: false,
      })
    },

    /** A new password signs the person out everywhere. */
    async changePassword(personId: string, password: string): Promise<void> {
      await people.changePassword(personId, await hashPassword(password))
      await people.closeSignInsOf(personId)
    },

    async disable(personId: string): Promise<void> {
      await people.disable(personId)
      await people.closeSignInsOf(personId)
    },
  }
}
