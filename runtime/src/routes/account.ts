import {
  changePassword,
  ownAccount,
  ownPassword,
  recoveryCodes,
  renameSelf,
  secondFactorCode,
  startedSecondFactor,
} from '@pregoner/shared'
import { z } from 'zod'
import type { Accounts, Session } from '../accounts/accounts.ts'
import { hashPassword } from '../accounts/passwords.ts'
import { hasSecondFactor, type SecondFactors } from '../accounts/second-factors.ts'
import { AppError } from '../errors.ts'
import type { Live } from '../sockets/live.ts'
import type { AccountStore } from '../stores/account-store.ts'
import type { AuditStore } from '../stores/audit-store.ts'
import type { TownStore } from '../stores/town-store.ts'
import type { Route } from './route.ts'
import { signedInRoute } from './route.ts'

interface AccountDeps {
  people: AccountStore
  accounts: Accounts
  secondFactors: SecondFactors
  towns: TownStore
  audit: AuditStore
  live: Pick<Live, 'dropSession'>
  now: () => Date
}

const ok = z.strictObject({ ok: z.literal(true) })
const done = { ok: true as const }

/** One's own account: name, password, second factor. */
export function accountRoutes({ people, accounts, secondFactors, towns, audit, live, now }: AccountDeps): Route[] {
  const note = ({ person }: Session, action: string) =>
    audit.append({ town: null, personId: person.id, action, object: person.id, at: now() })

  async function endOthers(session: Session): Promise<void> {
    for (const id of await accounts.signOutEverywhere(session.person.id, session.id)) live.dropSession(id)
  }

  /** Names of the towns of this person that ask for a second factor. */
  async function requiredBy(session: Session): Promise<string[]> {
    const { memberships } = await accounts.describe(session)
    const strict = await Promise.all(memberships.map(({ townKey }) => towns.requiresSecondFactor(townKey)))
    return memberships.filter((_, index) => strict[index]).map(({ townName }) => townName)
  }

  return [
    signedInRoute({
      method: 'get',
      path: '/account',
      summary: 'One’s own account.',
      answer: ownAccount,
      async run(session) {
        const { name, email, secondFactor } = session.person
        return {
          ...{ name, email },
          hasSecondFactor: hasSecondFactor(session.person),
          recoveryCodes: secondFactor?.recovery.length ?? 0,
          requiredBy: await requiredBy(session),
        }
      },
    }),
    signedInRoute({
      method: 'patch',
      path: '/account',
      summary: 'Changes one’s own name.',
      body: renameSelf,
      answer: ok,
      async run(session, { body }) {
        await people.rename(session.person.id, body.name)
        await note(session, 'account.name')
        return done
      },
    }),
    signedInRoute({
      method: 'put',
      path: '/account/password',
      summary: 'Changes one’s own password; every other session ends.',
      body: changePassword,
      answer: ok,
      async run(session, { body }) {
        await accounts.checkPassword(session.person, body.current)
        await people.changePassword(session.person.id, await hashPassword(body.next))
        await endOthers(session)
        await note(session, 'account.password')
        return done
      },
    }),
    signedInRoute({
      method: 'delete',
      path: '/account/sessions',
      summary: 'Signs oneself out everywhere but here.',
      answer: ok,
      async run(session) {
        await endOthers(session)
        await note(session, 'account.sign_out')
        return done
      },
    }),
    signedInRoute({
      method: 'post',
      path: '/account/second-factor',
      summary: 'Begins to set up a second factor; it is in force once a code has confirmed it.',
      body: ownPassword,
      answer: startedSecondFactor,
      async run(session, { body }) {
        await accounts.checkPassword(session.person, body.password)
        return secondFactors.start(session.person)
      },
    }),
    signedInRoute({
      method: 'post',
      path: '/account/second-factor/confirm',
      summary: 'Puts the second factor in force; answers the recovery codes, told this once.',
      body: z.strictObject({ code: secondFactorCode }),
      answer: recoveryCodes,
      async run(session, { body }) {
        const codes = await secondFactors.confirm(session.person, body.code)
        await endOthers(session)
        await note(session, 'account.second_factor_on')
        return { codes }
      },
    }),
    signedInRoute({
      method: 'delete',
      path: '/account/second-factor',
      summary: 'Gives one’s second factor up, unless a town asks for it.',
      body: ownPassword,
      answer: ok,
      async run(session, { body }) {
        await accounts.checkPassword(session.person, body.password)
        if ((await requiredBy(session)).length > 0) throw new AppError('second_factor_needed')
        await secondFactors.remove(session.person.id)
        await note(session, 'account.second_factor_off')
        return done
      },
    }),
  ]
}
