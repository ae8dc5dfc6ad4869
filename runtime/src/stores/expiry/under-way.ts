import { hasEnded, incidentStatuses } from '@pregoner/shared'
import type { Connection } from 'mongoose'
import type { IncidentRow } from '../incident-rows.ts'

const openStatuses = incidentStatuses.filter(status => !hasEnded(status))
const undelivered = ['queued', 'parked', 'sending'] as const

/** Somebody still works on it, or something said in it is still on its way. */
export const underWay = {
  $or: [
    { status: { $in: openStatuses } },
    { 'outbox.id': { $exists: true } },
    { 'entries.delivery': { $in: [...undelivered] } },
  ],
}

export const isUnderWay = ({ status, outbox, entries }: Pick<IncidentRow, 'status' | 'outbox' | 'entries'>): boolean =>
  !hasEnded(status) ||
  outbox.length > 0 ||
  entries.some(({ delivery }) => undelivered.some(state => state === delivery))

/** Which of these conversations have reported something that is under way. */
export async function reportersAmong(connection: Connection, town: string, convIds: string[]): Promise<Set<string>> {
  const rows = await connection
    .collection<IncidentRow>('incidents')
    .find({ town, convId: { $in: [...new Set(convIds)] }, ...underWay }, { projection: { convId: 1 } })
    .toArray()
  return new Set(rows.map(({ convId }) => convId))
}

/** Which of these conversations wait to hear of something that is under way. */
export async function followersAmong(connection: Connection, town: string, convIds: string[]): Promise<Set<string>> {
  const rows = await connection
    .collection<IncidentRow>('incidents')
    .find({ town, 'followers.convId': { $in: convIds }, ...underWay }, { projection: { followers: 1 } })
    .toArray()
  return new Set(rows.flatMap(({ followers = [] }) => followers.map(({ convId }) => convId)))
}
