import { changePerson, invitePerson, madeLink, townPeople } from '@pregoner/shared'
import { z } from 'zod'
import type { Accounts } from '../accounts/accounts.ts'
import { isOnlyIn } from '../accounts/parts.ts'
import type { Scope } from '../accounts/scope.ts'
import { hasSecondFactor, type SecondFactors } from '../accounts/second-factors.ts'
import { createStaff } from '../accounts/staff.ts'
import { AppError } from '../errors.ts'
import type { Live } from '../sockets/live.ts'
import type { AccountStore } from '../stores/account-store.ts'
import type { AuditStore } from '../stores/audit-store.ts'
import type { InvitationStore } from '../stores/invitation-store.ts'
import type { TownStore } from '../stores/town-store.ts'
import type { Route } from './route.ts'
import { townRoute } from './route.ts'

interface PeopleDeps {
  people: AccountStore
  invitations: InvitationStore
  accounts: Accounts
  secondFactors: SecondFactors
  towns: TownStore
  audit: AuditStore
  live: Pick<Live, 'dropSession'>
  now: () => Date
}

const ADMINISTRATORS = ['administrator'] as const
const personId = { id: z.uuid() }
const ok = z.strictObject({ ok: z.literal(true) })
const done = { ok: true as const }

/** Who works in a town: invited by link, changed, shut out, signed out. */
export function peopleRoutes(deps: PeopleDeps): Route[] {
  const { people, invitations, accounts, secondFactors, towns, audit, live, now } = deps
  const staff = createStaff(deps)

  const note = (scope: Scope, action: string, object: string) =>
    audit.append({ town: scope.townKey, personId: scope.personId, action, object, at: now() })

  async function signOut(id: string): Promise<void> {
    for (const sessionId of await accounts.signOutEverywhere(id)) live.dropSession(sessionId)
  }

  async function checkDepartments(townKey: string, ids: readonly string[] = []): Promise<void> {
    const town = await towns.get(townKey)
    if (!ids.every(id => town?.departments.some(department => department.id === id)))
      throw new AppError('unknown_entry')
  }

  async function list(scope: Scope): Promise<z.input<typeof townPeople>> {
    const { townKey } = scope
    const [all, links, requiresSecondFactor] = await Promise.all([
      people.ofTown(townKey),
      invitations.ofTown(townKey, now()),
      towns.requiresSecondFactor(townKey),
    ])
    const signIns = await people.signInsOf(all.map(({ id }) => id))
    const seenAt = (id: string) => {
      const times = signIns.filter(signIn => signIn.personId === id).map(signIn => signIn.seenAt.toISOString())
      return times.sort().at(-1) ?? null
    }
    return {
      people: all.flatMap(person => {
        const part = person.parts.find(each => each.townKey === townKey)
        if (!part) return []
        return {
          ...{ id: person.id, name: person.name, email: person.email },
          ...{ role: part.role, departments: part.departments },
          isDisabled: person.isDisabled || part.isDisabled === true,
          hasSecondFactor: hasSecondFactor(person),
          isElsewhere: !isOnlyIn(person, townKey),
          seenAt: seenAt(person.id),
          isYou: person.id === scope.personId,
        }
      }),
      invitations: links.map(({ id, kind, email, role, departments, by, expiresAt }) => ({
        ...{ id, kind, email, role, departments, by },
        expiresAt: expiresAt.toISOString(),
      })),
      requiresSecondFactor,
    }
  }

  return [
    townRoute({
      method: 'get',
      path: '/towns/:town/people',
      summary: 'Who works in the town, and the invitations that have not been used.',
      roles: ADMINISTRATORS,
      answer: townPeople,
      run: list,
    }),
    townRoute({
      method: 'patch',
      path: '/towns/:town/people/:id',
      summary: 'Changes role or departments, or shuts a person out; who is shut out is signed out at once.',
      roles: ADMINISTRATORS,
      params: personId,
      body: changePerson,
      answer: ok,
      async run(scope, { params, body }) {
        await checkDepartments(scope.townKey, body.departments)
        const { role, departments, isDisabled } = body
        await staff.change(scope.townKey, params.id, {
          ...(role !== undefined && { role }),
          ...(departments !== undefined && { departments }),
          ...(isDisabled !== undefined && { isDisabled }),
        })
        if (isDisabled) await signOut(params.id)
        await note(scope, isDisabled ? 'person.disable' : 'person.change', params.id)
        return done
      },
    }),
    townRoute({
      method: 'delete',
      path: '/towns/:town/people/:id/sessions',
      summary: 'Signs a person out everywhere.',
      roles: ADMINISTRATORS,
      params: personId,
      answer: ok,
      async run(scope, { params }) {
        await staff.find(scope.townKey, params.id)
        await signOut(params.id)
        await note(scope, 'person.sign_out', params.id)
        return done
      },
    }),
    townRoute({
      method: 'delete',
      path: '/towns/:town/people/:id/second-factor',
      summary: 'Takes the second factor of a person away who has lost it; they are signed out.',
      roles: ADMINISTRATORS,
      params: personId,
      answer: ok,
      async run(scope, { params }) {
        await staff.findOwn(scope.townKey, params.id)
        await secondFactors.remove(params.id)
        await signOut(params.id)
        await note(scope, 'person.second_factor_reset', params.id)
        return done
      },
    }),
    townRoute({
      method: 'post',
      path: '/towns/:town/people/:id/password-link',
      summary: 'A link, good once and for a day, with which a person chooses a new password. It is told this once.',
      roles: ADMINISTRATORS,
      params: personId,
      answer: madeLink,
      async run(scope, { params }) {
        const link = await staff.passwordLink(scope.townKey, scope.personName, params.id)
        await note(scope, 'person.password_link', params.id)
        return link
      },
    }),
    townRoute({
      method: 'post',
      path: '/towns/:town/invitations',
      summary: 'A link, good once and for a week, with which somebody joins the town. It is told this once.',
      roles: ADMINISTRATORS,
      body: invitePerson,
      answer: madeLink,
      async run(scope, { body }) {
        await checkDepartments(scope.townKey, body.departments)
        const link = await staff.invite(scope.townKey, scope.personName, body)
        await note(scope, 'invitation.create', link.id)
        return link
      },
    }),
    townRoute({
      method: 'delete',
      path: '/towns/:town/invitations/:id',
      summary: 'Takes an invitation back.',
      roles: ADMINISTRATORS,
      params: personId,
      answer: ok,
      async run(scope, { params }) {
        if (!(await invitations.remove(scope.townKey, params.id))) throw new AppError('not_found')
        await note(scope, 'invitation.remove', params.id)
        return done
      },
    }),
    townRoute({
      method: 'put',
      path: '/towns/:town/second-factor',
      summary: 'Whether everybody of the town needs a second factor. Who has none can only set one up.',
      roles: ADMINISTRATORS,
      body: z.strictObject({ isRequired: z.boolean() }),
      answer: ok,
      async run(scope, { body }) {
        await accounts.requireSecondFactor(scope.townKey, body.isRequired)
        await note(scope, body.isRequired ? 'town.second_factor_on' : 'town.second_factor_off', scope.townKey)
        return done
      },
    }),
  ]
}
