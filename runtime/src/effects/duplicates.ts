import { type Answers, type IncidentSummary, nearbyReports } from '@pregoner/shared'
import type { Receive } from '../pipeline/receive.ts'
import type { FollowerStore } from '../stores/follower-store.ts'
import type { IncidentRow } from '../stores/incident-rows.ts'
import type { Run } from './effect.ts'

const DAY_MS = 86_400_000

export interface DuplicateDeps {
  followers: Pick<FollowerStore, 'nearOpen' | 'follow'>
  receive: Receive
  onIncident: (townKey: string, summary: IncidentSummary) => void
  now: () => Date
}

/** What the flow is told of the report that may be the same. */
function found({ reference, openedAt, media }: IncidentRow, meters: number, now: Date): Answers {
  const photo = media.filter(({ kind }) => kind === 'image').slice(0, 1)
  const days = Math.floor((now.getTime() - openedAt.getTime()) / DAY_MS)
  return { reference, meters, days, ...(photo.length > 0 && { photo }) }
}

/** Looks for the nearest open report of the same matter and tells the conversation, once per effect. */
export const findDuplicates =
  ({ followers, receive, now }: DuplicateDeps): Run<'find_duplicates'> =>
  async due => {
    for (const { id, effect, conversation } of due) {
      const at = now()
      const about = { category: effect.category, place: effect.place, openedAt: at.toISOString() }
      const open = await followers.nearOpen(conversation.town, { ...effect, at })
      const reports = open.map(row => ({ ...about, place: row.place, openedAt: row.openedAt.toISOString(), row }))
      const [nearest] = nearbyReports(about, reports, effect)
      const { _id: convId, town, channelId } = conversation
      await receive.input({ convId, town, channelId }, 'service', id, {
        kind: 'effect_result',
        turn: effect.turn,
        ok: nearest !== undefined,
        values: nearest ? found(nearest.report.row, nearest.meters, at) : {},
      })
    }
  }

/** Lets the contact follow an incident of somebody else's. */
export const followIncident =
  ({ followers, onIncident }: DuplicateDeps): Run<'follow_incident'> =>
  async due => {
    for (const { effect, conversation } of due) {
      const follower = { convId: conversation._id, reference: effect.reference, hears: 'all' as const }
      const summary = await followers.follow(conversation.town, effect.reference, follower)
      if (summary) onIncident(conversation.town, summary)
    }
  }
