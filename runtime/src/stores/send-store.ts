import type { OutboundMessage } from '@pregoner/shared'
import type { Connection } from 'mongoose'
import type { DeliveryReport, Identity } from '../channels/channel.ts'
import { insertIfAbsent } from './connect.ts'
import type { DayFactsStore } from './day-facts-store.ts'

export type SendState = 'queued' | 'sending' | 'accepted' | 'delivered' | 'read' | 'failed'

/** One message to one contact: queue and outgoing log in one. */
export interface Send {
  /** The effect id: `convId:rev:index`. */
  _id: string
  town: string
  convId: string
  channelId: string
  seq: number
  to: Identity
  message: OutboundMessage
  st: SendState
  attempts: number
  nextAt: Date
  token: string | null
  claimedAt: Date | null
  platformId: string | null
  error: string | null
  /** The platform's ids of tries it took and gave up later. */
  givenUp: string[]
  createdAt: Date
  /** The incident entry it carries, so that its delivery is shown there. */
  entryId: string | null
  /** Its words and its address are gone; it is only counted any more. */
  isWordless?: true
  /** The broadcast it is part of; absent on everything else. */
  broadcastId?: string
}

export const sendIndexes = [
  { key: { convId: 1, seq: 1 } },
  { key: { town: 1, createdAt: 1, _id: 1 } },
  { key: { st: 1, nextAt: 1 }, partialFilterExpression: { st: { $in: ['queued', 'sending'] } } },
  { key: { broadcastId: 1, _id: 1 }, partialFilterExpression: { broadcastId: { $type: 'string' } } },
  { key: { platformId: 1 }, partialFilterExpression: { platformId: { $type: 'string' } } },
] as const

/** States a report may move a send out of; later states are never left for earlier ones. */
const before: Record<DeliveryReport['status'], SendState[]> = {
  accepted: ['queued', 'sending'],
  delivered: ['queued', 'sending', 'accepted', 'failed'],
  read: ['queued', 'sending', 'accepted', 'delivered', 'failed'],
  failed: ['queued', 'sending', 'accepted'],
}

/** What a try the platform gave up is told by: reports of an older one say nothing about the present one. */
const ofPresentTry = ({ status, platformId }: DeliveryReport) =>
  status === 'accepted' || status === 'failed' ? { givenUp: { $ne: platformId } } : {}

const sendOf = ({ effectId, platformId }: DeliveryReport) => (effectId ? { _id: effectId } : { platformId })
const errorText = ({ error }: DeliveryReport) => error && `${error.code} ${error.text}`

export interface SendOutcome {
  id: string
  token: string
  change: Partial<Pick<Send, 'st' | 'nextAt' | 'platformId' | 'error' | 'token'>>
  /** Whether the try counts; a refusal for the channel's own trouble does not. */
  countsAttempt: boolean
}

export type SendStore = ReturnType<typeof createSendStore>

export function createSendStore(connection: Connection, dayFacts: Pick<DayFactsStore, 'forget' | 'youngSince'>) {
  const sends = connection.collection<Send>('sends')

  /** Of these sends, those whose day is counted already. */
  async function countedAmong(which: { _id?: { $in: string[] }; platformId?: { $in: string[] } }) {
    const old = { ...which, createdAt: { $lt: dayFacts.youngSince() } }
    const rows = await sends.find(old, { projection: { town: 1, createdAt: 1 } }).toArray()
    return rows.map(({ town, createdAt }) => ({ town, at: createdAt }))
  }

  return {
    insert: (records: readonly Send[]): Promise<void> =>
      insertIfAbsent(() => sends.insertMany([...records], { ordered: false })),

    /** Everything of these conversations that is not yet accepted or failed, in order. */
    unfinishedOf: (convIds: readonly string[]): Promise<Send[]> =>
      sends
        .find({ convId: { $in: [...convIds] }, st: { $in: ['queued', 'sending'] } })
        .sort({ seq: 1 })
        .toArray(),

    /**
     * Conversations with something to send now, or with a call whose outcome nobody has told for too long: notices to many,
     * or all else, so that neither hides the other.
     */
    async waiting(now: Date, limit: number, isBulk: boolean): Promise<string[]> {
      const rows = await sends
        .find(
          { st: { $in: ['queued', 'sending'] }, nextAt: { $lte: now }, broadcastId: { $exists: isBulk } },
          { projection: { convId: 1 } },
        )
        .sort({ nextAt: 1 })
        .limit(limit)
        .toArray()
      return [...new Set(rows.map(({ convId }) => convId))]
    },

    /** Claims each of these under its token, until `until`; returns the tokens that were granted, one a send. */
    async claim(claims: readonly { id: string; token: string }[], now: Date, until: Date): Promise<Set<string>> {
      const { modifiedCount } = await sends.bulkWrite(
        claims.map(({ id, token }) => ({
          updateOne: {
            filter: { _id: id, st: { $in: ['queued', 'sending'] }, nextAt: { $lte: now } },
            update: { $set: { st: 'sending', token, claimedAt: now, nextAt: until }, $inc: { attempts: 1 } },
          },
        })),
        { ordered: false },
      )
      const tokens = claims.map(({ token }) => token)
      if (modifiedCount === claims.length) return new Set(tokens)
      const mine = await sends.find({ token: { $in: tokens } }, { projection: { token: 1 } }).toArray()
      return new Set(mine.flatMap(({ token }) => token ?? []))
    },

    /** Nothing of this conversation is due before `until`. */
    async postpone(convId: string, until: Date): Promise<void> {
      const filter = { convId, st: { $in: ['queued' as const, 'sending' as const] }, nextAt: { $lt: until } }
      await sends.updateMany(filter, { $set: { nextAt: until } })
    },

    /** Records what became of claimed sends; a delivery report that came first wins. */
    async record(outcomes: readonly SendOutcome[]): Promise<void> {
      const failed = outcomes.filter(({ change }) => change.st === 'failed').map(({ id }) => id)
      const counted = failed.length > 0 ? await countedAmong({ _id: { $in: failed } }) : []
      await dayFacts.forget(counted)
      await sends.bulkWrite(
        outcomes.map(({ id, token, change, countsAttempt }) => ({
          updateOne: {
            filter: { _id: id, token, st: 'sending' },
            update: { $set: change, ...(countsAttempt ? {} : { $inc: { attempts: -1 } }) },
          },
        })),
        { ordered: false },
      )
      await dayFacts.forget(counted)
    },

    /** Takes back what nobody has claimed yet, but for one. */
    async cancel(convId: string, but: string): Promise<void> {
      await sends.deleteMany({ convId, st: 'queued', _id: { $ne: but } })
    },

    async stateOf(id: string): Promise<SendState | null> {
      return (await sends.findOne({ _id: id }, { projection: { st: 1 } }))?.st ?? null
    },

    /** Applies delivery reports; repeated and late ones change nothing. */
    async report(reports: readonly DeliveryReport[]): Promise<void> {
      await sends.bulkWrite(
        reports.map(report => ({
          updateOne: {
            filter: { ...sendOf(report), ...ofPresentTry(report), st: { $in: before[report.status] } },
            update: { $set: { st: report.status, platformId: report.platformId, error: errorText(report) } },
          },
        })),
        { ordered: true },
      )
      const platformIds = reports.flatMap(({ effectId, platformId }) => (effectId ? [] : platformId))
      if (platformIds.length > 0) await dayFacts.forget(await countedAmong({ platformId: { $in: platformIds } }))
    },

    reported: (report: DeliveryReport): Promise<Send | null> => sends.findOne(sendOf(report)),

    /** Puts a send whose try the platform gave up back into the queue; the same report again changes nothing. */
    async queueAgain(report: DeliveryReport, nextAt: Date): Promise<void> {
      await sends.updateOne(
        { ...sendOf(report), ...ofPresentTry(report), st: { $in: before.failed } },
        {
          $set: { st: 'queued', token: null, claimedAt: null, platformId: null, nextAt, error: errorText(report) },
          $push: { givenUp: report.platformId },
        },
      )
    },

    /**
     * To be called after these sends were reported on, and again when it died before: has old days counted anew, and
     * gives those that carry an answer of an incident.
     */
    async afterReports(effectIds: readonly string[]): Promise<Send[]> {
      const young = dayFacts.youngSince()
      const rows = await sends
        .find({
          _id: { $in: [...effectIds] },
          $or: [{ entryId: { $type: 'string' } }, { createdAt: { $lt: young } }],
        })
        .toArray()
      await dayFacts.forget(rows.map(({ town, createdAt }) => ({ town, at: createdAt })))
      return rows.filter(({ entryId }) => typeof entryId === 'string')
    },

    /** What this contact was sent after `seq`, oldest first. */
    after: (convId: string, seq: number, limit: number): Promise<Send[]> =>
      sends
        .find({ convId, seq: { $gt: seq }, isWordless: { $ne: true } })
        .sort({ seq: 1 })
        .limit(limit)
        .toArray(),

    /** Whether this conversation was sent this file. */
    hasShown: async (convId: string, mediaId: string): Promise<boolean> =>
      (await sends.findOne({ convId, 'message.media.mediaId': mediaId }, { projection: { _id: 1 } })) !== null,

    countUnfinished: (): Promise<number> => sends.countDocuments({ st: { $in: ['queued', 'sending'] } }),
  }
}
