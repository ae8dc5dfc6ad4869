import { noticeRules } from '@pregoner/shared'
import { AppError } from '../errors.ts'
import type { AuditStore } from '../stores/audit-store.ts'
import type { TownStore } from '../stores/town-store.ts'
import type { Route } from './route.ts'
import { townRoute } from './route.ts'

interface NoticeRulesDeps {
  towns: Pick<TownStore, 'change'>
  audit: AuditStore
  now: () => Date
}

/** What the town keeps to when it sends notices. It is read with the rest of the town. */
export const noticeRulesRoutes = ({ towns, audit, now }: NoticeRulesDeps): Route[] => [
  townRoute({
    method: 'put',
    path: '/towns/:town/notice-rules',
    summary: 'When the town’s notices may go out.',
    roles: ['administrator'],
    body: noticeRules,
    answer: noticeRules,
    async run({ townKey, personId }, { body }) {
      const changed = await towns.change(townKey, ({ calendars }) => {
        const isKnown = body.calendarId === null || calendars.some(({ id }) => id === body.calendarId)
        if (!isKnown) throw new AppError('unknown_entry')
        return { notices: body }
      })
      if (!changed) throw new AppError('not_found')
      await audit.append({ town: townKey, personId, action: 'town.notice_rules', object: townKey, at: now() })
      return body
    },
  }),
]
