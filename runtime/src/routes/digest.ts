import { changeDigest, digestSettings } from '@pregoner/shared'
import type { z } from 'zod'
import { AppError } from '../errors.ts'
import type { AuditStore } from '../stores/audit-store.ts'
import type { DigestStore } from '../stores/digest-store.ts'
import type { TownStore } from '../stores/town-store.ts'
import { FLOW_ROLES } from './flows.ts'
import type { Route } from './route.ts'
import { townRoute } from './route.ts'

export interface DigestRouteDeps {
  digests: DigestStore
  towns: TownStore
  audit: AuditStore
  /** Whether this installation can send e-mail. */
  canSendMail: boolean
  now: () => Date
}

/** The weekly letters to departments. */
export function digestRoutes({ digests, towns, audit, canSendMail, now }: DigestRouteDeps): Route[] {
  async function settingsOf(townKey: string): Promise<z.infer<typeof digestSettings>> {
    const town = await towns.get(townKey)
    if (!town) throw new AppError('not_found')
    const [isOn, last] = await Promise.all([digests.isOn(townKey), digests.last(townKey)])
    return {
      canSend: canSendMail,
      isOn: isOn && canSendMail,
      departments: town.departments.map(({ id, email }) => {
        const letter = last.get(id)
        return { id, email, last: letter ? { ...letter, at: letter.at.toISOString() } : null }
      }),
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
  ]
}
