import { invitePerson, madeLink } from '@pregoner/shared'
import type { Request } from 'express'
import { z } from 'zod'
import { createLinkMail } from '../accounts/link-mail.ts'
import type { Scope } from '../accounts/scope.ts'
import { createStaff, type MadeLink } from '../accounts/staff.ts'
import { AppError } from '../errors.ts'
import type { Mailer } from '../mail/mailer.ts'
import type { AccountStore } from '../stores/account-store.ts'
import type { AuditStore } from '../stores/audit-store.ts'
import type { InvitationStore } from '../stores/invitation-store.ts'
import type { TownStore } from '../stores/town-store.ts'
import { checkDepartments } from './check-departments.ts'
import type { Route } from './route.ts'
import { townRoute } from './route.ts'

export interface PersonLinkDeps {
  people: AccountStore
  invitations: InvitationStore
  towns: TownStore
  audit: AuditStore
  mailer: Mailer | null
  /** Addresses of this installation's pages; links lead to the first one. */
  origins?: readonly string[]
  now: () => Date
}

const ADMINISTRATORS = ['administrator'] as const
const params = { id: z.uuid() }

/** Links with which people come in: sent by e-mail where that is possible, told once, renewed, taken back. */
export function personLinkRoutes(deps: PersonLinkDeps): Route[] {
  const { invitations, towns, audit, origins, now } = deps
  const staff = createStaff(deps)
  const mail = createLinkMail(deps)

  const note = ({ townKey, personId }: Scope, action: string, object: string) =>
    audit.append({ town: townKey, personId, action, object, at: now() })

  /** Sends what was made and tells the rest; `object` is what the activity log names. */
  async function handOut(scope: Scope, request: Request, link: MadeLink, action: string, object: string) {
    await note(scope, action, object)
    const outcome = await mail.send(link, origins?.[0] ?? request.get('origin') ?? '')
    if (outcome !== 'off') await note(scope, `invitation.mail_${outcome}`, link.id)
    return { id: link.id, token: link.token, expiresAt: link.expiresAt.toISOString(), mail: outcome }
  }

  return [
    townRoute({
      method: 'post',
      path: '/towns/:town/people/:id/password-link',
      summary: 'A link, good once and for a day, with which a person chooses a new password. It is told this once.',
      roles: ADMINISTRATORS,
      params,
      answer: madeLink,
      async run(scope, { params: { id }, request }) {
        mail.check(scope.townKey)
        const language = await mail.languageOf(scope.townKey)
        const link = await staff.passwordLink(scope.townKey, scope.personName, id, language)
        return handOut(scope, request, link, 'person.password_link', id)
      },
    }),
    townRoute({
      method: 'post',
      path: '/towns/:town/invitations',
      summary: 'A link, good once and for a week, with which somebody joins the town. It is told this once.',
      roles: ADMINISTRATORS,
      body: invitePerson,
      answer: madeLink,
      async run(scope, { body, request }) {
        await checkDepartments(towns, scope.townKey, body.departments)
        mail.check(scope.townKey)
        const language = body.language ?? (await mail.languageOf(scope.townKey))
        const link = await staff.invite(scope.townKey, scope.personName, { ...body, language })
        return handOut(scope, request, link, 'invitation.create', link.id)
      },
    }),
    townRoute({
      method: 'post',
      path: '/towns/:town/invitations/:id/again',
      summary: 'Another link in the place of one that was lost or is over; the older one stops working.',
      roles: ADMINISTRATORS,
      params,
      answer: madeLink,
      async run(scope, { params: { id }, request }) {
        mail.check(scope.townKey)
        const link = await staff.inviteAgain(scope.townKey, scope.personName, id)
        return handOut(scope, request, link, 'invitation.again', link.id)
      },
    }),
    townRoute({
      method: 'delete',
      path: '/towns/:town/invitations/:id',
      summary: 'Takes an invitation back.',
      roles: ADMINISTRATORS,
      params,
      answer: z.strictObject({ ok: z.literal(true) }),
      async run(scope, { params: { id } }) {
        if (!(await invitations.remove(scope.townKey, id))) throw new AppError('not_found')
        await note(scope, 'invitation.remove', id)
        return { ok: true as const }
      },
    }),
  ]
}
