import type { Connection } from 'mongoose'
import { anonymousConsent, anonymousEvent, anonymousIncident, anonymousSend, tokenOf } from './anonymous.ts'
import { clearAppointments } from './appointment-erasure.ts'
import type { Conversation } from './conversation-store.ts'
import type { StepEvent } from './event-store.ts'
import { clearFaults, clearSetAside, namedInFaults, setAside } from './imported-people.ts'
import type { IncidentRow } from './incident-rows.ts'
import type { MediaStore } from './media-store.ts'
import { recountingDaysOf } from './recounted-days.ts'
import type { Send } from './send-store.ts'
import type { ConsentRow } from './subscription-store.ts'

/** Everything somebody is known by. */
export interface Subject {
  town: string
  convId: string
  contactId: string
  /** What their subscriptions are under: phone number and contact. */
  addresses: string[]
  /** What their files are kept under. */
  owners: string[]
  identityKeys: string[]
  /** Makes keys of statistics that lead nowhere; goes with the conversation. */
  salt: string
}

export const subjectOf = (conversation: Conversation, identityKeys: readonly string[], salt = ''): Subject => {
  const { _id, town, contactId, phone, address } = conversation
  return {
    ...{ town, convId: _id, contactId, identityKeys: [...identityKeys], salt },
    addresses: [...(phone ? [`+${phone}`] : []), ...(address.type === 'phone' ? [`+${address.value}`] : []), contactId],
    owners: address.type === 'visitor' ? [_id, address.value] : [_id],
  }
}

/** What becomes of the documents of one collection that are somebody's. */
interface Holding {
  /** Which documents are theirs. */
  find: (subject: Subject) => object
  /** Takes the person out of them; returns when it is durable, and may be repeated. Null: they are deleted. */
  clear: ((subject: Subject, collections: Collections, now: Date) => Promise<void>) | null
}

type Collections = Pick<Connection, 'collection'>
type Row = { _id: string }

const PAGE = 200

/** Ids of effects begin with their conversation's; `;` comes right behind `:`. */
const byPrefix = ({ convId }: Subject) => ({ _id: { $gte: `${convId}:`, $lt: `${convId};` } })
const byConversation = ({ convId }: Subject) => ({ convId })

/** Statistics stay what they were, under a key that leads nowhere; the copy comes first, so that none is lost. */
async function replace<Stored extends Row>(
  name: string,
  filter: object,
  copy: (row: Stored) => Stored,
  connection: Collections,
): Promise<void> {
  const stored = connection.collection<Row>(name)
  for (;;) {
    const page = await connection.collection<Stored>(name).find(filter).limit(PAGE).toArray()
    if (page.length === 0) return
    await stored.bulkWrite(
      page.map(row => {
        const { _id, ...rest } = copy(row as Stored)
        return { updateOne: { filter: { _id }, update: { $setOnInsert: rest }, upsert: true } }
      }),
      { ordered: false },
    )
    await stored.deleteMany({ _id: { $in: page.map(({ _id }) => String(_id)) } })
  }
}

const clearEvents = (subject: Subject, connection: Collections): Promise<void> =>
  replace<StepEvent>('events', byConversation(subject), event => anonymousEvent(event, subject.salt), connection)

/** What was paid for is still counted; what was on its way is on its way no more. */
async function clearSends(subject: Subject, connection: Collections): Promise<void> {
  await connection.collection('sends').deleteMany({ ...byConversation(subject), st: { $in: ['queued', 'sending'] } })
  await replace<Send>('sends', byConversation(subject), send => anonymousSend(send, subject.salt), connection)
}

/** The matter stays with the department, without the person. */
async function clearIncidents(subject: Subject, connection: Collections, now: Date): Promise<void> {
  const incidents = connection.collection<IncidentRow>('incidents')
  for (;;) {
    const page = await incidents.find(byConversation(subject)).limit(PAGE).toArray()
    if (page.length === 0) break
    const changes = page.map(row => ({ row, set: anonymousIncident(row, now) }))
    await connection.collection<Row & { rev: number }>('incidents').bulkWrite(
      changes.map(({ row, set }) => ({
        updateOne: { filter: { _id: row._id, rev: row.rev }, update: { $set: set } },
      })),
      { ordered: false },
    )
  }
  await stopFollowing(subject, connection, now)
}

/** What somebody else reported and they have followed names them no more, nor what they were still to be told of it. */
async function stopFollowing({ town, convId }: Subject, connection: Collections, now: Date): Promise<void> {
  const others = connection.collection<{ town: string; rev: number; followers: object[]; outbox: object[] }>(
    'incidents',
  )
  await others.updateMany(
    { town, $or: [{ 'followers.convId': convId }, { 'outbox.to.convId': convId }] },
    {
      $pull: { followers: { convId }, outbox: { 'to.convId': convId } },
      $inc: { rev: 1 },
      $set: { changedAt: now },
    },
  )
}

/** Their own subscriptions go; one they gave somebody else's number for stays that person's. */
async function clearSubscriptions({ town, contactId, addresses }: Subject, connection: Collections): Promise<void> {
  const subscriptions = connection.collection<Row>('subscriptions')
  await subscriptions.deleteMany({ town, address: { $in: addresses } })
  await subscriptions.deleteMany({ town, contactId, subscribed: false })
  await subscriptions.updateMany({ town, contactId }, { $set: { contactId: '', messageId: null } })
}

/** What they agreed to goes; that somebody else's number was subscribed stays proven, without who asked for it. */
async function clearConsents({ town, contactId, addresses, salt }: Subject, connection: Collections): Promise<void> {
  const consents = connection.collection<Row>('consents')
  await consents.deleteMany({ town, address: { $in: addresses } })
  await consents.deleteMany({ town, contactId, address: { $exists: false } })
  await replace<ConsentRow>('consents', { town, contactId }, row => anonymousConsent(row, salt), connection)
}

/** The bare keys stay, so that a message delivered again is known; whose they were does not. */
async function clearInbox(subject: Subject, connection: Collections): Promise<void> {
  const inbox = connection.collection<Row>('inbox')
  await inbox.updateMany(holdings.inbox.find(subject), { $set: { route: '', identities: [], payload: null } })
}

/** Every collection with personal data in it. The only list of them; a test knows when one is missing. */
export const holdings = {
  messages: { find: byConversation, clear: null },
  sends: { find: byConversation, clear: clearSends },
  media_fetches: { find: byConversation, clear: null },
  service_calls: { find: byConversation, clear: null },
  notices: { find: byPrefix, clear: null },
  consents: {
    find: ({ town, contactId, addresses }) => ({ town, $or: [{ contactId }, { address: { $in: addresses } }] }),
    clear: clearConsents,
  },
  subscriber_imports: { find: namedInFaults, clear: clearFaults },
  subscriber_import_parts: { find: setAside, clear: clearSetAside },
  privacy_requests: { find: byConversation, clear: null },
  appointments: { find: byConversation, clear: clearAppointments },
  subscriptions: {
    find: ({ town, contactId, addresses }) => ({ town, $or: [{ contactId }, { address: { $in: addresses } }] }),
    clear: clearSubscriptions,
  },
  broadcast_recipients: { find: byConversation, clear: null },
  events: { find: byConversation, clear: clearEvents },
  incidents: { find: byConversation, clear: clearIncidents },
  inbox: {
    // What they write from now on is somebody new's and still pending.
    find: ({ convId, identityKeys }) => ({
      $or: [{ route: `conv|${convId}` }, { route: { $in: identityKeys }, st: { $ne: 'pending' } }],
    }),
    clear: clearInbox,
  },
} as const satisfies Record<string, Holding>

export type Held = keyof typeof holdings

/** Collections that hold nothing about citizens, or nothing that leads to one. */
export const impersonal = [
  ...[
    'flows',
    'flow_drafts',
    'flow_versions',
    'notes',
    'flow_tests',
    'flow_approvals',
    'flow_locks',
    'flow_schedules',
    'ignored_texts',
  ],
  ...[
    'towns',
    'channels',
    'people',
    'sign_ins',
    'installation',
    'audit',
    'audit_heads',
    'erasures',
    'retentions',
    'retention_settings',
    'statistics_days',
    'geographies',
    'digest_settings',
    'digest_choices',
    'digest_stops',
    'digests',
    'invitations',
    'saved_replies',
    'table_versions',
    'incident_views',
    'hearings',
    'template_states',
    'api_keys',
    'broadcasts',
    'broadcast_figures',
    'broadcast_parts',
    'subscription_forms',
    'appointment_slots',
    'appointment_feeds',
  ],
] as const

export type PersonalData = ReturnType<typeof createPersonalData>

/** Knows everything that is held about one person, wherever it is. */
export function createPersonalData(connection: Connection, media: Pick<MediaStore, 'ofContact' | 'remove'>) {
  const all = Object.entries<Holding>(holdings)
  const besides = (kept: readonly string[]) => all.filter(([name]) => !kept.includes(name))

  return {
    /** How many documents of each collection are theirs, but for the collections that are kept. */
    async count(subject: Subject, kept: readonly Held[] = []): Promise<Record<string, number>> {
      const counts = besides(kept).map(
        async ([name, { find }]) =>
          [name, await connection.collection<Row>(name).countDocuments(find(subject))] as const,
      )
      const files = await media.ofContact(subject.town, subject.owners)
      return {
        ...Object.fromEntries(await Promise.all(counts)),
        media: files.length,
        identities: subject.identityKeys.length,
        conversations: 1,
      }
    },

    /** Everything as it is stored, by collection. */
    async read(subject: Subject): Promise<Record<string, object[]>> {
      const read = all.map(
        async ([name, { find }]) =>
          [name, await connection.collection<Row>(name).find(find(subject)).toArray()] as const,
      )
      return Object.fromEntries(await Promise.all(read))
    },

    /** Their files, without the bytes. */
    files: (subject: Subject) => media.ofContact(subject.town, subject.owners),

    async incidentIds(subject: Subject): Promise<string[]> {
      const rows = await connection
        .collection<Row>('incidents')
        .find(byConversation(subject), { projection: { _id: 1 } })
        .toArray()
      return rows.map(({ _id }) => _id)
    },

    /** Takes the person out of everything but the conversation and the identities, which lead to it until the end. */
    async erase(subject: Subject, now: Date, kept: readonly Held[] = []): Promise<void> {
      for (const file of await media.ofContact(subject.town, subject.owners))
        await media.remove(subject.town, file.mediaId)
      const { town, convId, salt } = subject
      await recountingDaysOf(connection, town, [convId, tokenOf(convId, salt)], async () => {
        for (const [name, { find, clear }] of besides(kept)) {
          if (clear) await clear(subject, connection, now)
          else await connection.collection<Row>(name).deleteMany(find(subject))
        }
      })
    },

    /** The last trace, once nothing leads to it any more. */
    async eraseConversation({ convId, town }: Subject): Promise<void> {
      await connection
        .collection<Row>('conversations')
        .deleteOne({ _id: convId, town, 'erasing.at': { $exists: true } })
    },
  }
}
