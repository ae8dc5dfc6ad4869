import {
  askNode,
  type ConversationDetail,
  type ConversationMessage,
  type ConversationSummary,
  type Flow,
  type PassedStep,
} from '@pregoner/shared'
import { withoutTokens } from '../privacy/data-links.ts'
import type { Conversation } from '../stores/conversation-store.ts'
import type { ConversationViewStore } from '../stores/conversation-view-store.ts'
import type { StepEvent } from '../stores/event-store.ts'
import type { StoredFile } from '../stores/media-store.ts'

const MAX_PREVIEW_CHARS = 140
const MAX_WORDS_CHARS = 120
const MAX_STEPS = 200

export const summaryOf = (conversation: Conversation, lastText: string): ConversationSummary => {
  const { _id, channelKind, session, phone, lastInAt, blocked } = conversation
  return {
    id: _id,
    channel: channelKind,
    contactName: session.contact.name,
    phone: phone && `+${phone}`,
    language: session.contact.language,
    labels: session.contact.labels,
    lastAt: lastInAt?.toISOString() ?? null,
    lastText: lastText.slice(0, MAX_PREVIEW_CHARS),
    blocked: blocked ? { ...blocked, at: blocked.at.toISOString() } : null,
  }
}

type Messages = Awaited<ReturnType<ConversationViewStore['messages']>>

/** Both directions as one, oldest first; of both, at most the newest `limit`. */
export function messagesOf({ inbound, outbound }: Messages, limit: number): ConversationMessage[] {
  const told = inbound.map(
    ({ _id, seq, at, text, media, place }): ConversationMessage => ({
      ...{ id: _id, seq, at: at.toISOString(), from: 'contact', text: text ?? '', choices: [], place },
      media: media.map(file => (file.caption === text ? { ...file, caption: null } : file)),
      ...{ state: null, failure: null },
    }),
  )
  const answered = outbound.map(({ _id, seq, createdAt, message, st, error }): ConversationMessage => {
    const { media, choices, place } = message
    const file = media?.mediaId
      ? [{ mediaId: media.mediaId, kind: media.kind, mime: '', name: media.fileName, caption: null }]
      : []
    return {
      ...{ id: _id, seq, at: createdAt.toISOString(), from: 'town', text: withoutTokens(message.text) },
      ...{ choices: choices.map(({ label }) => label), media: file, place, state: st },
      failure: st === 'failed' ? error : null,
    }
  })
  return [...told, ...answered].sort((one, other) => one.seq - other.seq).slice(-limit)
}

/** The steps of these events, newest first, as officers know them; one that is not drawn any more keeps its id. */
export function pathOf(events: readonly StepEvent[], flows: ReadonlyMap<string, Flow>): PassedStep[] {
  const steps = events.flatMap(({ at, passages }) =>
    [...passages].reverse().map(({ flowId, node: id, exit }): PassedStep => {
      const flow = flows.get(flowId)
      const node = flow?.nodes.find(one => one.id === id)
      const [first] = node ? askNode(node, (definition, config) => definition.texts?.(config)) : []
      const exits = node ? askNode(node, (definition, config) => definition.exits?.(config)) : []
      const left = exits.find(({ id: known }) => known === exit)
      const words = Object.entries(first?.text ?? {}).map(([code, text]) => [code, text.slice(0, MAX_WORDS_CHARS)])
      return {
        ...{ at: at.toISOString(), flowId, flowName: flow?.name ?? flowId, node: id, type: node?.type ?? null },
        ...{ name: node?.name ?? '', words: Object.fromEntries(words), exit, exitWords: left?.label ?? {} },
      }
    }),
  )
  return steps.slice(0, MAX_STEPS)
}

type Around = Awaited<ReturnType<ConversationViewStore['around']>>

export const detailOf = (
  conversation: Conversation,
  lastText: string,
  { consents, subscriptions, incidents }: Around,
  files: readonly StoredFile[],
  path: PassedStep[],
): ConversationDetail => ({
  ...summaryOf(conversation, lastText),
  isErasing: Boolean(conversation.erasing),
  consents: consents.map(({ purpose, version, accepted, at }) => ({
    purpose,
    version,
    accepted,
    at: at.toISOString(),
  })),
  subscriptions: subscriptions.map(({ topicId, subscribed, at }) => ({ topicId, subscribed, at: at.toISOString() })),
  incidents: incidents.map(({ _id, reference, summary, status, openedAt }) => ({
    ...{ id: _id, reference, summary, status, openedAt: openedAt.toISOString() },
  })),
  files: files.map(({ contact: _, mediaId, kind, mime, name }) => ({ mediaId, kind, mime, name, caption: null })),
  path,
})
