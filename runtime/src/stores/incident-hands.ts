import { hasEnded, type IncidentCounts, type incidentQuery, incidentStatuses } from '@pregoner/shared'
import type { Model, QueryFilter } from 'mongoose'
import { trusted } from 'mongoose'
import type { z } from 'zod'
import type { Scope } from '../accounts/scope.ts'
import type { IncidentRow } from './incident-rows.ts'

type Filter = QueryFilter<IncidentRow>
type Asked = Pick<z.infer<typeof incidentQuery>, 'due' | 'assignee' | 'mentions'>

const openStatuses = incidentStatuses.filter(status => !hasEnded(status))
export const isOpen: Filter = { status: trusted({ $in: openStatuses }) }

/** What has ended is never due and never waits. */
const dueFilters = (at: Date): { [Due in NonNullable<Asked['due']>]: Filter } => ({
  late: { dueAt: trusted({ $lte: at }) },
  soon: { dueAt: trusted({ $gt: at }), soonAt: trusted({ $lte: at }) },
  waiting: { waitingSince: trusted({ $gt: new Date(0) }) },
})

const mentionsMe = ({ personId }: Scope): Filter => ({ mentioned: personId })

function assignedTo(assignee: string, { personId }: Scope): Filter {
  if (assignee === 'nobody') return { ...isOpen, assignee: null }
  return { ...isOpen, assigneeId: assignee === 'me' ? personId : assignee }
}

/** The part of a feed's query that asks whose turn it is, and when. */
export function handFilters(scope: Scope, { due, assignee, mentions }: Asked, at: Date): Filter[] {
  const filters: Filter[] = []
  if (due) filters.push(dueFilters(at)[due])
  if (assignee) filters.push(assignedTo(assignee, scope))
  if (mentions) filters.push(mentionsMe(scope))
  return filters
}

/** Counting what waits for somebody, within what they may see. */
export function createIncidentCounts(
  Incidents: Model<IncidentRow>,
  { inScope, now }: { inScope: (scope: Scope) => Filter; now: () => Date },
) {
  return {
    async counts(scope: Scope): Promise<IncidentCounts> {
      const due = dueFilters(now())
      const count = (filter: Filter) => Incidents.countDocuments({ $and: [inScope(scope), filter] })
      const [late, soon, waiting, mine, mentions] = await Promise.all([
        count(due.late),
        count(due.soon),
        count(due.waiting),
        count(assignedTo('me', scope)),
        count(mentionsMe(scope)),
      ])
      return { late, soon, waiting, mine, mentions }
    },
  }
}
