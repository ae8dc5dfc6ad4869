import type { IncidentEntry, IncidentStatus } from '@pregoner/shared'
import type { Connection } from 'mongoose'
import type { lateness } from '../statistics/late.ts'
import { neighbourhoodOf } from '../statistics/neighbourhood.ts'
import { inTimeOrder } from './in-time-order.ts'
import type { IncidentRow } from './incident-rows.ts'

/** What is counted of one incident. */
export interface IncidentFact {
  convId: string
  departmentId: string
  category: string | null
  neighbourhood: string | null
  language: string
  status: IncidentStatus
  openedAt: Date
  answeredAt: Date | null
  /** When it was resolved or closed for the last time; null while it is not. */
  resolvedAt: Date | null
  isLate: boolean
}

const isDone = (status: IncidentStatus | null): boolean => status === 'resolved' || status === 'closed'

/** The end of work that still stands: taken up again and ended anew, the new end counts. */
export function resolvedAt(
  status: IncidentStatus,
  entries: readonly Pick<IncidentEntry, 'at' | 'status'>[],
): Date | null {
  if (!isDone(status)) return null
  let ended: string | null = null
  for (const entry of entries) {
    if (entry.status === null || entry.status === undefined) continue
    if (!isDone(entry.status)) ended = null
    else ended ??= entry.at
  }
  return ended === null ? null : new Date(ended)
}

const counted = {
  ...{ convId: 1, departmentId: 1, category: 1, language: 1, status: 1, openedAt: 1, answeredAt: 1, answers: 1 },
  ...{ districtId: 1, deadlines: 1, pauses: 1 },
  ...{ 'entries.at': 1, 'entries.status': 1 },
} as const

/** What a town says about its incidents. */
export interface IncidentReader {
  isLate: ReturnType<typeof lateness>
  /** Null for a district the town does not have any more. */
  districtName: (id: string) => string | null
}

/** The incidents a town opened from one moment up to another, of these departments only, or of all when null. */
export async function readIncidentFacts(
  connection: Connection,
  townKey: string,
  departments: readonly string[] | null,
  { from, to }: { from: Date; to: Date },
  { isLate, districtName }: IncidentReader,
): Promise<IncidentFact[]> {
  const pages = inTimeOrder<IncidentRow>(connection, {
    ...{ collection: 'incidents', field: 'openedAt', townKey, from, to, projection: counted },
    ...(departments && { more: { departmentId: { $in: [...departments] } } }),
  })
  const facts: IncidentFact[] = []
  const factOf = ({ answers, entries, category, deadlines = null, pauses = [], ...row }: IncidentRow): IncidentFact => {
    const { convId, departmentId, language, status, openedAt } = row
    const ends = { openedAt, answeredAt: row.answeredAt ?? null, resolvedAt: resolvedAt(status, entries) }
    return {
      ...{ convId, departmentId, category: category ?? null, language, status, ...ends },
      neighbourhood: (row.districtId && districtName(row.districtId)) || neighbourhoodOf(answers),
      isLate: isLate({ departmentId, deadlines, pauses, ...ends }),
    }
  }
  for await (const page of pages) facts.push(...page.map(factOf))
  return facts
}
