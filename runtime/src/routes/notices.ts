import { notice } from '@pregoner/shared'
import { z } from 'zod'
import { departmentsOf } from '../accounts/scope.ts'
import type { NoticeStore } from '../stores/notice-store.ts'
import type { Route } from './route.ts'
import { townRoute } from './route.ts'

const MAX_LISTED = 100

export const noticeRoutes = ({ notices }: { notices: Pick<NoticeStore, 'newest'> }): Route[] => [
  townRoute({
    method: 'get',
    path: '/towns/:town/notices',
    summary: 'The newest notices that flows gave to the staff, newest first; an agent’s own departments only.',
    roles: ['administrator', 'officer', 'agent'],
    answer: z.array(notice),
    async run(scope) {
      const rows = await notices.newest(scope.townKey, departmentsOf(scope), MAX_LISTED)
      return rows.map(({ _id, departmentId, text, at }) => ({ id: _id, departmentId, text, at: at.toISOString() }))
    },
  }),
]
