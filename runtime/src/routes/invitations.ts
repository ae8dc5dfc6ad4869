import { randomUUID } from 'node:crypto'
import { acceptInvitation, invitationShown, lookAtInvitation, newPassword } from '@pregoner/shared'
import { z } from 'zod'
import type { Accounts } from '../accounts/accounts.ts'
import { hashPassword } from '../accounts/passwords.ts'
import { linkHash } from '../accounts/staff.ts'
import { AppError } from '../errors.ts'
import type { Live } from '../sockets/live.ts'
import type { AccountStore } from '../stores/account-store.ts'
import type { AuditStore } from '../stores/audit-store.ts'
import type { Invitation, InvitationStore } from '../stores/invitation-store.ts'
import type { TownStore } from '../stores/town-store.ts'
import type { Route } from './route.ts'
import { openRoute } from './route.ts'

interface InvitationDeps {
  people: AccountStore
  invitations: InvitationStore
  accounts: Accounts
  towns: TownStore
  audit: AuditStore
  live: Pick<Live, 'dropSession'>
  now: () => Date
}

const accepted = z.strictObject({ email: z.string() })

/** What the owner of a link may do with it, before they can sign in. The secret travels in the body, never in an address. */
export function invitationRoutes({ people, invitations, accounts, towns, audit, live, now }: InvitationDeps): Route[] {
  async function find(token: string): Promise<Invitation> {
    const invitation = await invitations.byToken(linkHash(token), now())
    if (!invitation) throw new AppError('link_over')
    return invitation
  }

  /** Of many at once only one gets it. */
  async function take(token: string): Promise<void> {
    if (!(await invitations.take(linkHash(token), now()))) throw new AppError('link_over')
  }

  async function choosePassword({ personId }: Invitation, token: string, password: string): Promise<string> {
    const [person] = personId ? await people.byIds([personId]) : []
    if (!person) throw new AppError('link_over')
    newPassword.parse(password)
    await take(token)
    await people.changePassword(person.id, await hashPassword(password))
    for (const sessionId of await accounts.signOutEverywhere(person.id)) live.dropSession(sessionId)
    return person.id
  }

  async function join(invitation: Invitation, token: string, name: string | null, password: string): Promise<string> {
    const { townKey, role, departments, email } = invitation
    if (!role) throw new AppError('link_over')
    const part = { townKey, role, departments }
    const known = await people.byEmail(email)
    if (known) {
      await accounts.checkPassword(known, password)
      await take(token)
      if (!(await people.addPart(known.id, part))) throw new AppError('already_here')
      return known.id
    }
    newPassword.parse(password)
    const passwordHash = await hashPassword(password)
    await take(token)
    const id = randomUUID()
    const person = { id, email, name: name ?? email, passwordHash, parts: [part], allTowns: false, isDisabled: false }
    if (!(await people.create(person))) throw new AppError('already_here')
    return id
  }

  return [
    openRoute({
      method: 'post',
      path: '/invitations/look',
      summary: 'What a link is for, without using it up.',
      body: lookAtInvitation,
      answer: invitationShown,
      async run({ body }) {
        const { kind, email, townKey } = await find(body.token)
        const town = await towns.get(townKey)
        return { kind, email, townName: town?.name ?? townKey, isKnown: (await people.byEmail(email)) !== null }
      },
    }),
    openRoute({
      method: 'post',
      path: '/invitations/accept',
      summary: 'Uses a link up: creates the account or adds the town to it, or sets the new password.',
      body: acceptInvitation,
      answer: accepted,
      async run({ body }) {
        const { token, name, password } = body
        const invitation = await find(token)
        const personId = await (invitation.kind === 'password'
          ? choosePassword(invitation, token, password)
          : join(invitation, token, name, password))
        const action = invitation.kind === 'password' ? 'person.password' : 'invitation.accept'
        await audit.append({ town: invitation.townKey, personId, action, object: invitation.id, at: now() })
        return { email: invitation.email }
      },
    }),
  ]
}
