import { resumeWaiting } from '../effects/incidents.ts'
import { type EffectDeps, runEffects } from '../effects/index.ts'
import type { Conversation, ConversationStore, Outgoing } from '../stores/conversation-store.ts'
import type { EventStore } from '../stores/event-store.ts'
import type { MediaFetch, MediaFetchStore } from '../stores/media-fetch-store.ts'
import type { MessageStore } from '../stores/message-store.ts'

export interface ProjectDeps extends EffectDeps {
  conversations: ConversationStore
  events: EventStore
  messages: MessageStore
  mediaFetches: MediaFetchStore
  /** Counts of the town and of these flows have moved. */
  onCounted: (townKey: string, flowIds: readonly string[]) => void
  /** There is something new to read in this conversation. */
  onMessage: (conversation: Conversation) => void
}

type OutgoingOf<What extends Outgoing['what']> = Extract<Outgoing, { what: What }>

const ofWhat = <What extends Outgoing['what']>(conversation: Conversation, what: What): OutgoingOf<What>[] =>
  conversation.outbox.filter((one): one is OutgoingOf<What> => one.what === what)

/** The files of one message that are still with the platform. */
const fetchesOf = (conversation: Conversation, { message, files }: OutgoingOf<'inbound'>, now: Date): MediaFetch[] =>
  files.map(({ mediaId, platformId }) => {
    const media = message.media.find(file => file.mediaId === mediaId)
    return {
      _id: mediaId,
      town: conversation.town,
      channelId: conversation.channelId,
      convId: conversation._id,
      platformId,
      kind: media?.kind ?? 'document',
      name: media?.name ?? null,
      st: 'queued',
      attempts: 0,
      nextAt: now,
    }
  })

/** Tells incidents of their answers that wait for the contact. Before anything is sent, so that it never comes too late. */
async function markParked(
  conversations: readonly Conversation[],
  { incidents, onIncident, now }: ProjectDeps,
): Promise<void> {
  for (const conversation of conversations) {
    for (const { entryId, ask } of ofWhat(conversation, 'parked')) {
      const summary = await incidents.recordParked(conversation.town, conversation._id, entryId, ask, now())
      if (summary) onIncident(conversation.town, summary)
    }
  }
}

/** Carries what committed steps asked for into its own collections, insert-if-absent, then takes it out of the outbox. */
export async function project(conversations: readonly Conversation[], deps: ProjectDeps): Promise<void> {
  const events = conversations.flatMap(one => ofWhat(one, 'event').map(({ id, event }) => ({ ...event, _id: id })))
  const inbound = conversations.flatMap(one =>
    ofWhat(one, 'inbound').map(({ id, message }) => ({ ...message, _id: id })),
  )
  const fetches = conversations.flatMap(one => ofWhat(one, 'inbound').flatMap(sent => fetchesOf(one, sent, deps.now())))
  const due = conversations.flatMap(conversation =>
    ofWhat(conversation, 'effect').map(({ id, seq, effect, entryId }) => ({ id, seq, effect, entryId, conversation })),
  )
  await Promise.all([
    events.length > 0 ? deps.events.insert(events) : null,
    inbound.length > 0 ? deps.messages.insert(inbound) : null,
    fetches.length > 0 ? deps.mediaFetches.insert(fetches) : null,
    markParked(conversations, deps).then(() => runEffects(due, deps)),
  ])
  await resumeWaiting(inbound, deps)
  const carried = conversations.filter(({ outbox }) => outbox.length > 0)
  if (carried.length === 0) return
  await deps.conversations.pullOutbox(
    carried.map(({ _id, outbox }) => ({ convId: _id, ids: outbox.map(({ id }) => id) })),
  )
  for (const { town, flowId, passages } of events) {
    deps.onCounted(town, [...new Set([flowId ?? '', ...passages.map(passage => passage.flowId)])].filter(Boolean))
  }
  for (const conversation of carried) deps.onMessage(conversation)
}
