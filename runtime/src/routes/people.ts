import { changePerson, personDuties, townPeople } from '@pregoner/shared'
import { z } from 'zod'
import type { Accounts } from '../accounts/accounts.ts'
import { createLeaving } from '../accounts/leaving.ts'
import { isOnlyIn } from '../accounts/parts.ts'
import type { Scope } from '../accounts/scope.ts'
import { hasSecondFactor, type SecondFactors } from '../accounts/second-factors.ts'
import { createStaff } from '../accounts/staff.ts'
import type { ChangingDeps } from '../incidents/changing.ts'
import type { Locks } from '../locks/locks.ts'
import type { Mailer } from '../mail/mailer.ts'
import type { Live } from '../sockets/live.ts'
import type { AccountStore } from '../stores/account-store.ts'
import type { InvitationStore } from '../stores/invitation-store.ts'
import type { ViewStore } from '../stores/view-store.ts'
import { checkDepartments } from './check-departments.ts'
import type { Route } from './route.ts'
import { townRoute } from './route.ts'

interface PeopleDeps extends Omit<ChangingDeps, 'people' | 'live'> {
  people: AccountStore
  invitations: InvitationStore
  accounts: Accounts
  secondFactors: SecondFactors
  locks: Pick<Locks, 'letGo'>
  views: Pick<ViewStore, 'forget'>
  mailer: Mailer | null
  live: Pick<Live, 'dropSession' | 'incidentChanged'>
}

const ADMINISTRATORS = ['administrator'] as const
const personId = { id: z.uuid() }
const ok = z.strictObject({ ok: z.literal(true) })
const done = { ok: true as const }

/** Who works in a town: changed, shut out, signed out, removed. */
export function peopleRoutes(deps: PeopleDeps): Route[] {
  const { people, invitations, accounts, secondFactors, towns, audit, live, mailer, now } = deps
  const staff = createStaff(deps)

  const note = (scope: Scope, action: string, object: string) =>
    audit.append({ town: scope.townKey, personId: scope.personId, action, object, at: now() })

  async function signOut(id: string): Promise<void> {
    for (const sessionId of await accounts.signOutEverywhere(id)) live.dropSession(sessionId)
  }
  const leaving = createLeaving({ ...deps, staff, signOut })

  /** Something done to one person, with a line in the activity log. */
  const deed = (path: string, summary: string, action: string, run: (scope: Scope, id: string) => Promise<void>) =>
    townRoute({
      ...{ method: 'delete', path, summary, roles: ADMINISTRATORS, params: personId, answer: ok },
      async run(scope, { params: { id } }) {
        await run(scope, id)
        await note(scope, action, id)
        return done
      },
    })

  async function list(scope: Scope): Promise<z.input<typeof townPeople>> {
    const { townKey } = scope
    const [all, links, requiresSecondFactor] = await Promise.all([
      people.ofTown(townKey),
      invitations.ofTown(townKey),
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
      invitations: links.map(({ id, kind, email, role, departments, by, expiresAt, mail }) => ({
        ...{ id, kind, email, role, departments, by, mail },
        expiresAt: expiresAt.toISOString(),
        isOver: expiresAt <= now(),
      })),
      requiresSecondFactor,
      canSendMail: mailer !== null,
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
        await checkDepartments(towns, scope.townKey, body.departments)
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
      method: 'get',
      path: '/towns/:town/people/:id/duties',
      summary: 'What a person would leave behind: open incidents they have, and notes that ask for them.',
      roles: ADMINISTRATORS,
      params: personId,
      answer: personDuties,
      run: (scope, { params }) => leaving.duties(scope, params.id),
    }),
    deed(
      '/towns/:town/people/:id',
      'Removes a person from the town: signed out at once, their open incidents back with the departments. What they did stays told.',
      'person.remove',
      leaving.remove,
    ),
    deed(
      '/towns/:town/people/:id/sessions',
      'Signs a person out everywhere.',
      'person.sign_out',
      async ({ townKey }, id) => {
        await staff.find(townKey, id)
        await signOut(id)
      },
    ),
    deed(
      '/towns/:town/people/:id/second-factor',
      'Takes the second factor of a person away who has lost it; they are signed out.',
      'person.second_factor_reset',
      async ({ townKey }, id) => {
        await staff.findOwn(townKey, id)
        await secondFactors.remove(id)
        await signOut(id)
      },
    ),
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
