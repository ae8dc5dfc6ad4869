import type { IncidentStatus, IncidentSummary, Language } from '@pregoner/shared'
import { around, type DuplicateRule, hasEnded, incidentStatuses, type Place } from '@pregoner/shared'
import type { Connection, QueryFilter } from 'mongoose'
import { trusted } from 'mongoose'
import type { Scope } from '../accounts/scope.ts'
import { departmentsOf } from '../accounts/scope.ts'
import { isWindowClosed } from '../channels/service-window.ts'
import type { Conversation } from './conversation-store.ts'
import type { Follower, IncidentRow } from './incident-rows.ts'
import { incidentSchema, toSummary } from './incident-rows.ts'

const MAX_NEAR = 200
const MAX_FOLLOWERS = 500 // with what each must be told, far below MongoDB's 16 MB for one document
const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
const openStatuses = incidentStatuses.filter(status => !hasEnded(status))
const ownStatuses = incidentStatuses.filter(status => status !== 'duplicate')

/** One of those who may hear of an incident. */
export interface Listener extends Follower {
  isReporter: boolean
  language: Language | null
  /** Said once that they want to know of every change. */
  wantsNews: boolean
  /** Whether a free message gets through now. */
  isReachable: boolean
}

export interface NearQuery extends DuplicateRule {
  category: string
  place: Place
  at: Date
}

export type FollowerStore = ReturnType<typeof createFollowerStore>

/** Who has the same matter, and which matters may be the same. */
export function createFollowerStore(connection: Connection, now: () => Date) {
  const Incidents = connection.model<IncidentRow>('Incident', incidentSchema)
  const conversations = connection.collection<Conversation>('conversations')

  /** Whether what is said now still gets through when it is sent a moment later. */
  const isReachable = ({ channelKind, lastInAt }: Conversation): boolean =>
    !isWindowClosed(channelKind, lastInAt, new Date(now().getTime() + MINUTE_MS))

  async function add(filter: QueryFilter<IncidentRow>, follower: Follower): Promise<IncidentRow | null> {
    return Incidents.findOneAndUpdate(
      {
        ...filter,
        convId: trusted({ $ne: follower.convId }),
        'followers.convId': trusted({ $ne: follower.convId }),
        [`followers.${MAX_FOLLOWERS - 1}`]: trusted({ $exists: false }),
      },
      { $push: { followers: follower }, $set: { changedAt: now() }, $inc: { rev: 1 } },
      { returnDocument: 'after' },
    ).lean()
  }

  /** Who is being forgotten meanwhile may have been taken out before they were added. */
  async function letGo(townKey: string, incidentId: string, added: readonly Follower[]): Promise<void> {
    const convIds = added.map(({ convId }) => convId)
    const alive = await conversations
      .find({ _id: { $in: convIds }, 'erasing.at': { $exists: false } }, { projection: { _id: 1 } })
      .toArray()
    const gone = convIds.filter(convId => !alive.some(({ _id }) => _id === convId))
    if (gone.length === 0) return
    await Incidents.updateOne(
      { _id: incidentId, town: townKey, 'followers.convId': trusted({ $in: gone }) },
      { $pull: { followers: { convId: trusted({ $in: gone }) } }, $set: { changedAt: now() }, $inc: { rev: 1 } },
    )
  }

  const near = (
    { category, place, meters, days, at }: NearQuery,
    statuses: readonly IncidentStatus[],
  ): QueryFilter<IncidentRow> => {
    const { south, north, west, east } = around(
      { latitude: place.latitude ?? 0, longitude: place.longitude ?? 0 },
      meters,
    )
    return {
      category,
      status: trusted({ $in: [...statuses] }),
      openedAt: trusted({ $gte: new Date(at.getTime() - days * DAY_MS), $lte: new Date(at.getTime() + days * DAY_MS) }),
      'place.latitude': trusted({ $gte: south, $lte: north }),
      'place.longitude': trusted({ $gte: west, $lte: east }),
    }
  }

  return {
    /** Lets a conversation follow an incident, once; null when it already does, is its own, or there is none. */
    async follow(townKey: string, reference: string, follower: Follower): Promise<IncidentSummary | null> {
      const row = await add({ town: townKey, reference }, follower)
      return row && toSummary(row)
    },

    /** Lets whoever reported `fromId`, and whoever follows it, follow `intoId`. Doing it again changes nothing. */
    async moveFollowers(townKey: string, fromId: string, intoId: string): Promise<IncidentSummary | null> {
      const from = await Incidents.findOne({ _id: fromId, town: townKey }).lean()
      if (!from) return null
      const reporter: Follower = { convId: from.convId, reference: from.toldReference, hears: 'end' }
      const moved = [...(from.channelKind === 'open311' ? [] : [reporter]), ...(from.followers ?? [])]
      for (const follower of moved) await add({ _id: intoId, town: townKey }, follower)
      await letGo(townKey, intoId, moved)
      const into = await Incidents.findOne({ _id: intoId, town: townKey }).lean()
      return into && toSummary(into)
    },

    /** Whoever reported `reportedId` follows `followedId` no more; null when they did not. */
    async stopFollowing(townKey: string, followedId: string, reportedId: string): Promise<IncidentSummary | null> {
      const reported = await Incidents.findOne({ _id: reportedId, town: townKey }).lean()
      if (!reported) return null
      const { convId } = reported
      const row = await Incidents.findOneAndUpdate(
        { _id: followedId, town: townKey, 'followers.convId': convId },
        { $pull: { followers: { convId } }, $set: { changedAt: now() }, $inc: { rev: 1 } },
        { returnDocument: 'after' },
      ).lean()
      return row && toSummary(row)
    },

    /** Everybody who may hear of an incident, with whether they can now. */
    async listeners(townKey: string, incidentId: string): Promise<Listener[]> {
      const row = await Incidents.findOne({ _id: incidentId, town: townKey }).lean()
      if (!row) return []
      const reporter: Follower = { convId: row.convId, reference: row.toldReference, hears: 'all' }
      const all = [
        { ...reporter, isReporter: true },
        ...(row.followers ?? []).map(one => ({ ...one, isReporter: false })),
      ]
      const found = await conversations.find({ _id: { $in: all.map(({ convId }) => convId) }, town: townKey }).toArray()
      return all.flatMap(one => {
        const conversation = found.find(({ _id }) => _id === one.convId)
        if (!conversation) return []
        const { contact } = conversation.session
        const wantsNews = contact.fields.incident_news === true
        return [{ ...one, language: contact.language, wantsNews, isReachable: isReachable(conversation) }]
      })
    },

    /** Open incidents so near and so young that a citizen may have meant one of them; nothing private among them. */
    async nearOpen(townKey: string, query: NearQuery): Promise<IncidentRow[]> {
      return Incidents.find({ town: townKey, personId: null, mode: 'one_answer', ...near(query, openStatuses) })
        .sort({ openedAt: -1 })
        .limit(MAX_NEAR)
        .lean()
    },

    /** The incidents around one that this person may see; none that is itself a duplicate. */
    async nearInScope(scope: Scope, incidentId: string, query: NearQuery): Promise<IncidentSummary[]> {
      const departments = departmentsOf(scope)
      const rows = await Incidents.find({
        town: scope.townKey,
        ...(departments && { departmentId: trusted({ $in: [...departments] }) }),
        _id: trusted({ $ne: incidentId }),
        ...near(query, ownStatuses),
      })
        .sort({ openedAt: -1 })
        .limit(MAX_NEAR)
        .lean()
      return rows.map(toSummary)
    },
  }
}
