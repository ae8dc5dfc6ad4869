import type { EffectOf, IncidentDetail, IncidentSummary, InputOf } from '@pregoner/shared'
import type { Connection, UpdateQuery } from 'mongoose'
import { trusted } from 'mongoose'
import type { Scope } from '../accounts/scope.ts'
import { departmentsOf } from '../accounts/scope.ts'
import { isDuplicate } from './duplicate.ts'
import { fold } from './fold.ts'
import { createGeographyStore, type GeographyStore } from './geography-store.ts'
import { createIncidentClock } from './incident-clock.ts'
import { createIncidentEdits } from './incident-edits.ts'
import type { CitizenWords, Delivery } from './incident-entries.ts'
import { deliveredAfter, entryOf } from './incident-entries.ts'
import { createIncidentFeed } from './incident-feed.ts'
import { createIncidentCounts } from './incident-hands.ts'
import type { IncidentRow } from './incident-rows.ts'
import { incidentSchema, toDetail, toSummary } from './incident-rows.ts'
import { createIncidentVerdicts } from './incident-verdicts.ts'
import { createReplyWindows } from './reply-windows.ts'

const MAX_SAME_REFERENCE = 50
const MAX_ENTRIES = 1_000 // of 4,096 characters each they stay below MongoDB's 16 MB for one document
const MAX_WORDS_CHARS = 4_096

/** Where an incident comes from. */
export interface IncidentOrigin {
  convId: string
  channelId: string
  channelKind: IncidentSummary['channel']
  contactName: string | null
  /** When the 24-hour window for free answers ends; null when the channel has none. */
  windowEndsAt: Date | null
}

/** What people said, as the conversation takes it. */
export interface HandedInput {
  id: string
  town: string
  incidentId: string
  convId: string
  input: InputOf<'people'>
}

export type IncidentStore = ReturnType<typeof createIncidentStore>

export function createIncidentStore(
  connection: Connection,
  now: () => Date,
  geographies: Pick<GeographyStore, 'locate'> = createGeographyStore(connection, now),
) {
  const Incidents = connection.model<IncidentRow>('Incident', incidentSchema)
  const withWindows = createReplyWindows(connection)
  const clock = createIncidentClock(connection)
  const after = { returnDocument: 'after' } as const

  const inScope = (scope: Scope) => {
    const departments = departmentsOf(scope)
    return { town: scope.townKey, ...(departments && { departmentId: trusted({ $in: [...departments] }) }) }
  }

  async function insert(row: IncidentRow): Promise<'created' | 'exists' | 'reference_taken'> {
    try {
      await Incidents.create([row])
      return 'created'
    } catch (error) {
      if (!isDuplicate(error)) throw error
      return (await Incidents.exists({ _id: row._id })) ? 'exists' : 'reference_taken'
    }
  }

  return {
    ...createIncidentVerdicts(Incidents, { clock, now }),
    ...createIncidentFeed(Incidents, { inScope, withWindows, now }),
    ...createIncidentCounts(Incidents, { inScope, now }),
    ...createIncidentEdits(Incidents, { inScope, withWindows, clock, now }),

    /** Insert-if-absent by the effect's id. A reference that another incident has already gets a number behind it. */
    async openIncident(
      townKey: string,
      effectId: string,
      origin: IncidentOrigin,
      { kind: _, reference: toldReference, ...opening }: EffectOf<'open_incident'>,
      at: Date,
    ): Promise<{ created: boolean; summary: IncidentSummary }> {
      const { summary, text, place, media } = opening
      const opened: IncidentRow = {
        ...opening,
        ...origin,
        _id: effectId,
        town: townKey,
        rev: 1,
        reference: toldReference,
        toldReference,
        status: 'new',
        openedAt: at,
        changedAt: now(),
        answeredAt: null,
        assignee: null,
        assigneeId: null,
        mentioned: [],
        handedFrom: null,
        entries: [entryOf({ id: effectId, at: at.toISOString(), kind: 'opened', text, media, status: 'new' })],
        mediaIds: media.map(({ mediaId }) => mediaId),
        outbox: [],
        search: fold(
          [toldReference, summary, text, place?.name, place?.address, origin.contactName].filter(Boolean).join(' '),
        ),
      }
      const [started, located] = await Promise.all([clock.start(opened), geographies.locate(townKey, place)])
      const row = { ...opened, ...started, ...located }
      for (let tries = 1; tries <= MAX_SAME_REFERENCE; tries += 1) {
        const tried = tries === 1 ? row : { ...row, reference: `${toldReference}-${tries}` }
        const outcome = await insert(tried)
        if (outcome === 'created') return { created: true, summary: toSummary(tried) }
        if (outcome === 'exists') break
      }
      const existing = await Incidents.findOne({ _id: effectId, town: townKey }).lean()
      if (!existing) throw new Error('an incident could be neither created nor found')
      return { created: false, summary: toSummary(existing) }
    },

    /**
     * Adds what the citizen says to the incident of this conversation, once per effect, until it holds all an incident
     * can; null when there is no such incident.
     */
    async addCitizenWords(
      townKey: string,
      { convId, reference, effectId }: { convId: string; reference: string; effectId: string },
      { text, media, place }: CitizenWords,
      { at, windowEndsAt }: { at: Date; windowEndsAt: Date | null },
    ): Promise<IncidentSummary | null> {
      const its = { town: townKey, convId, toldReference: reference }
      const where = [place?.name, place?.address].filter(Boolean).join(', ')
      const words = [text, where || (place && `${place.latitude}, ${place.longitude}`)].filter(Boolean).join('\n')
      const change: UpdateQuery<IncidentRow> = {
        $set: { changedAt: now(), windowEndsAt },
        $inc: { rev: 1 },
        $push: {
          entries: entryOf({
            id: effectId,
            at: at.toISOString(),
            kind: 'citizen',
            text: words.slice(0, MAX_WORDS_CHARS),
            media,
          }),
          mediaIds: { $each: media.map(({ mediaId }) => mediaId) },
        },
      }
      const row = await Incidents.findOneAndUpdate(
        {
          ...its,
          'entries.id': trusted({ $ne: effectId }),
          [`entries.${MAX_ENTRIES - 1}`]: trusted({ $exists: false }),
        },
        change,
        after,
      ).lean()
      const found = row ?? (await Incidents.findOne(its).lean())
      return found && toSummary(found)
    },

    /**
     * Notes that an answer waits for the contact to write, and by which template they were asked to. Again it changes
     * nothing; null when there is no such answer.
     */
    async recordParked(
      townKey: string,
      convId: string,
      entryId: string,
      ask: { entryId: string; template: string } | null,
      at: Date,
    ): Promise<IncidentSummary | null> {
      const its = { convId, town: townKey }
      if (ask) {
        const entry = entryOf({ id: ask.entryId, at: at.toISOString(), kind: 'delivery', text: ask.template })
        await Incidents.updateOne(
          { ...its, entries: trusted({ $elemMatch: { id: entryId } }), 'entries.id': trusted({ $ne: ask.entryId }) },
          { $push: { entries: { ...entry, delivery: 'queued' } }, $set: { changedAt: now() }, $inc: { rev: 1 } },
        )
      }
      return this.recordDelivery(townKey, convId, entryId, 'parked', null)
    },

    /** Notes how far an answer of this conversation's incident got; null when nothing changed. */
    async recordDelivery(
      townKey: string,
      convId: string,
      entryId: string,
      delivery: Delivery,
      failure: string | null,
    ): Promise<IncidentSummary | null> {
      const before = [...deliveredAfter[delivery]]
      const row = await Incidents.findOneAndUpdate(
        {
          convId,
          town: townKey,
          entries: trusted({ $elemMatch: { id: entryId, delivery: { $in: before } } }),
        },
        {
          $set: { 'entries.$.delivery': delivery, 'entries.$.failure': failure, changedAt: now() },
          $inc: { rev: 1 },
        },
        after,
      ).lean()
      return row && toSummary(row)
    },

    /** One incident as feeds show it, for news that go to whoever may see it. */
    async summary(townKey: string, incidentId: string): Promise<IncidentSummary | null> {
      const row = await Incidents.findOne({ _id: incidentId, town: townKey }).lean()
      return row && toSummary(row)
    },

    async get(scope: Scope, incidentId: string): Promise<IncidentDetail | null> {
      const rows = await Incidents.find({ _id: incidentId, ...inScope(scope) }).lean()
      const [row] = await withWindows(rows)
      return row ? toDetail(row) : null
    },

    /** What conversations have not been told yet: of one incident, or of all towns for the sweep. */
    async pendingInputs(incidentId: string | null, limit = 100): Promise<HandedInput[]> {
      const filter = { 'outbox.id': trusted({ $gt: '' }), ...(incidentId !== null && { _id: incidentId }) }
      const rows = await Incidents.find(filter, { town: 1, convId: 1, outbox: 1, toldReference: 1 }).limit(limit).lean()
      return rows.flatMap(({ _id, town, convId, outbox, toldReference }) =>
        outbox.map(({ id, event, text, to, media = [], asksSolved, asksReply }) => ({
          id,
          town,
          incidentId: _id,
          convId: to?.convId ?? convId,
          input: {
            kind: 'people',
            event,
            reference: to?.reference ?? toldReference,
            text,
            media,
            ...(asksSolved && { asksSolved }),
            ...(asksReply && { asksReply }),
          },
        })),
      )
    },

    /** The conversation has it now. */
    async dropPendingInput(incidentId: string, inputId: string): Promise<void> {
      await Incidents.updateOne({ _id: incidentId }, { $pull: { outbox: { id: inputId } } })
    },

    /** Lets a file be seen with this incident, before any of its entries shows it; false when it is out of scope. */
    async attach(scope: Scope, incidentId: string, mediaId: string): Promise<boolean> {
      const { matchedCount } = await Incidents.updateOne(
        { _id: incidentId, ...inScope(scope) },
        { $addToSet: { mediaIds: mediaId } },
      )
      return matchedCount === 1
    },

    /** Where an answer to this incident goes, and how many files it shows; null when it is out of scope. */
    async addressee(scope: Scope, incidentId: string): Promise<{ convId: string; files: number } | null> {
      const row = await Incidents.findOne({ _id: incidentId, ...inScope(scope) }, { convId: 1, mediaIds: 1 }).lean()
      return row && { convId: row.convId, files: row.mediaIds.length }
    },

    /** Whether an incident that this person may see shows this file. */
    async showsMedia(scope: Scope, mediaId: string): Promise<boolean> {
      return (await Incidents.exists({ mediaIds: mediaId, ...inScope(scope) })) !== null
    },
  }
}
