import { askedId, changeDigest, changeOwnDigest, digestSettings, ownDigests } from '@pregoner/shared'
import type { z } from 'zod'
import type { Accounts, Session } from '../accounts/accounts.ts'
import { ownReaderOf, peopleReaders } from '../digest/readers.ts'
import { weekToTell } from '../digest/weeks.ts'
import { AppError } from '../errors.ts'
import type { AccountStore } from '../stores/account-store.ts'
import type { AuditStore } from '../stores/audit-store.ts'
import type { DigestChoiceStore } from '../stores/digest-choice-store.ts'
import type { DigestStopStore } from '../stores/digest-stop-store.ts'
import type { DigestStore, LastLetter } from '../stores/digest-store.ts'
import type { TownStore } from '../stores/town-store.ts'
import { FLOW_ROLES } from './flows.ts'
import type { Route } from './route.ts'
import { signedInRoute, townRoute } from './route.ts'

export interface DigestRouteDeps {
  digests: DigestStore
  digestChoices: DigestChoiceStore
  digestStops: Pick<DigestStopStore, 'isStoppedIn' | 'resume'>
  people: AccountStore
  accounts: Accounts
  towns: TownStore
  audit: AuditStore
  /** Whether this installation can send e-mail. */
  canSendMail: boolean
  now: () => Date
}

/** The weekly letters to departments, and to whoever wants them. */
export function digestRoutes(deps: DigestRouteDeps): Route[] {
  const { digests, digestChoices, digestStops, accounts, towns, audit, canSendMail, now } = deps

  async function settingsOf(townKey: string): Promise<z.infer<typeof digestSettings>> {
    const town = await towns.get(townKey)
    if (!town) throw new AppError('not_found')
    const [isStopped, isOn, last, people] = await Promise.all([
      digestStops.isStoppedIn(townKey),
      digests.isOn(townKey),
      digests.last(townKey),
      peopleReaders(town, deps),
    ])
    const present = weekToTell(now(), town.timeZone)?.monday
    const told = (letter: LastLetter | undefined) => {
      if (!letter) return null
      const isOver = letter.state === 'refused' && letter.week !== present
      return { ...letter, at: letter.at.toISOString(), state: isOver ? ('given_up' as const) : letter.state }
    }
    return {
      canSend: canSendMail,
      isOn: isOn && canSendMail,
      departments: town.departments.map(({ id, email }) => {
        const own = email && ownReaderOf(people, id, email)
        return {
          id,
          email,
          isStopped: email !== null && isStopped(id, email),
          last: told(own ? last.people.get(own.personId) : last.departments.get(id)),
        }
      }),
      people: people.map(({ personId: id, name, to }) => ({ id, name, email: to, last: told(last.people.get(id)) })),
    }
  }

  async function ownOf(session: Session): Promise<z.infer<typeof ownDigests>> {
    const [{ memberships }, wanted] = await Promise.all([
      accounts.describe(session),
      digestChoices.townsOf(session.person.id),
    ])
    return {
      canSend: canSendMail,
      towns: await Promise.all(
        memberships.map(async ({ townKey, townName, role, departments }) => ({
          ...{ townKey, townName, isSent: await digests.isOn(townKey), isWanted: wanted.has(townKey) },
          departments: role === 'agent' ? departments : null,
        })),
      ),
    }
  }

  return [
    townRoute({
      method: 'get',
      path: '/towns/:town/digest',
      summary: 'Whether departments get their figures by e-mail on Mondays, and how the last letters fared.',
      roles: FLOW_ROLES,
      answer: digestSettings,
      run: ({ townKey }) => settingsOf(townKey),
    }),
    townRoute({
      method: 'put',
      path: '/towns/:town/digest',
      summary: 'Turns the weekly letters on or off.',
      roles: ['administrator'],
      body: changeDigest,
      answer: digestSettings,
      async run({ townKey, personId, personName }, { body: { isOn } }) {
        if (isOn && !canSendMail) throw new AppError('not_possible', 'no mail server is set')
        await digests.turn(townKey, isOn, personName, now())
        const action = isOn ? 'town.digest_on' : 'town.digest_off'
        await audit.append({ town: townKey, personId, action, object: townKey, at: now() })
        return settingsOf(townKey)
      },
    }),
    townRoute({
      method: 'put',
      path: '/towns/:town/digest/departments/:department',
      summary: 'Sends a department its weekly letter again that its reader has stopped.',
      roles: ['administrator'],
      params: { department: askedId() },
      answer: digestSettings,
      async run({ townKey, personId }, { params: { department } }) {
        const town = await towns.get(townKey)
        if (!town?.departments.some(({ id }) => id === department)) throw new AppError('not_found')
        await digestStops.resume(townKey, department)
        await audit.append({ town: townKey, personId, action: 'town.digest_resumed', object: department, at: now() })
        return settingsOf(townKey)
      },
    }),
    signedInRoute({
      method: 'get',
      path: '/account/digests',
      summary: 'Which towns’ weekly letters one gets oneself.',
      answer: ownDigests,
      run: session => ownOf(session),
    }),
    signedInRoute({
      method: 'put',
      path: '/account/digests',
      summary: 'Asks for a town’s weekly letter, or for no more of them.',
      body: changeOwnDigest,
      answer: ownDigests,
      async run(session, { body: { townKey, isWanted, language } }) {
        const { memberships } = await accounts.describe(session)
        if (!memberships.some(one => one.townKey === townKey)) throw new AppError('not_found')
        const personId = session.person.id
        await digestChoices.choose({ town: townKey, personId, isOn: isWanted, language, at: now() })
        const action = isWanted ? 'account.digest_on' : 'account.digest_off'
        await audit.append({ town: townKey, personId, action, object: personId, at: now() })
        return ownOf(session)
      },
    }),
  ]
}
