import { createHash } from 'node:crypto'
import type { ChatMessage, ChatPage, chatSay, MediaFile, TownData } from '@pregoner/shared'
import type { z } from 'zod'
import { AppError } from '../../errors.ts'
import { newContactId } from '../../pipeline/contacts.ts'
import type { Keys } from '../../pipeline/keys.ts'
import type { Receive } from '../../pipeline/receive.ts'
import type { Chat } from '../../routes/chat.ts'
import type { ErasureStore } from '../../stores/erasure-store.ts'
import type { MediaStore } from '../../stores/media-store.ts'
import type { MessageStore } from '../../stores/message-store.ts'
import type { SendStore } from '../../stores/send-store.ts'
import type { Channel } from '../channel.ts'

const MAX_MESSAGES = 200

/** Tells conversations apart without telling whose they are. */
const nameOf = (convId: string) => createHash('sha256').update(convId).digest('base64url').slice(0, 16)

export interface WebChatDeps {
  town: (townKey: string) => Promise<TownData | null>
  /** The town's web chat; null when it has none. */
  channelOf: (townKey: string) => Promise<Channel | null>
  receive: Pick<Receive, 'items'>
  keys: Keys
  erasures: Pick<ErasureStore, 'among'>
  messages: MessageStore
  sends: SendStore
  media: MediaStore
  now: () => Date
}

/** The web chat: the same pipeline for people without WhatsApp. A visitor is known by a token in their browser. */
export function createWebChat(deps: WebChatDeps): Chat {
  const { keys, now } = deps

  /** A visitor has one identity and never another, so the contact is known before there is one: looking stores nothing. */
  async function conversationId(townKey: string, visitorId: string): Promise<string | null> {
    const channel = await deps.channelOf(townKey)
    if (!channel) return null
    const identity = keys.identity(channel.key, { type: 'visitor', value: visitorId })
    return `${channel.key}:${await newContactId(channel.key, identity, deps)}`
  }

  /** Only files this visitor has uploaded may be sent along. */
  async function ownFiles(townKey: string, visitorId: string, mediaIds: readonly string[]): Promise<MediaFile[]> {
    const found = await Promise.all(mediaIds.map(mediaId => deps.media.find(townKey, mediaId)))
    return found.map(file => {
      if (file?.contact !== visitorId) throw new AppError('not_found')
      const { contact: _, ...rest } = file
      return { ...rest, caption: null }
    })
  }

  return {
    conversationId,

    async hasShown(townKey: string, visitorId: string, mediaId: string): Promise<boolean> {
      const convId = await conversationId(townKey, visitorId)
      return convId !== null && deps.sends.hasShown(convId, mediaId)
    },

    async say(townKey: string, visitorId: string, said: z.infer<typeof chatSay>): Promise<void> {
      const channel = await deps.channelOf(townKey)
      if (channel?.state !== 'live') throw new AppError('not_found')
      const media = await ownFiles(townKey, visitorId, said.mediaIds)
      await deps.receive.items(channel, [
        {
          kind: 'message',
          externalId: `${visitorId}|${said.id}`,
          identities: [{ type: 'visitor', value: visitorId }],
          name: null,
          at: now(),
          reply: { kind: 'reply', text: said.text, choiceId: said.choiceId, media, place: said.place },
          files: [],
          isSilent: false,
        },
      ])
    },

    async page(townKey, visitorId, seen): Promise<ChatPage> {
      const [town, convId] = await Promise.all([deps.town(townKey), conversationId(townKey, visitorId)])
      if (!town || !convId) throw new AppError('not_found')
      const conversation = nameOf(convId)
      const after = seen.of === undefined || seen.of === conversation ? seen.after : 0
      const [inbound, outbound] = await Promise.all([
        deps.messages.after(convId, after, MAX_MESSAGES),
        deps.sends.after(convId, after, MAX_MESSAGES),
      ])
      const mine = inbound.map(
        ({ _id, seq, at, text, media, place }): ChatMessage => ({
          id: _id,
          seq,
          at: at.toISOString(),
          from: 'me',
          text: text ?? '',
          message: null,
          media,
          place,
        }),
      )
      const theirs = outbound.map(
        ({ _id, seq, createdAt, message }): ChatMessage => ({
          id: _id,
          seq,
          at: createdAt.toISOString(),
          from: 'town',
          text: message.text,
          message,
          media: [],
          place: null,
        }),
      )
      const messages = [...mine, ...theirs].sort((a, b) => a.seq - b.seq).slice(0, MAX_MESSAGES)
      const cursor = messages.at(-1)?.seq ?? after
      return { townName: town.name, languages: town.languages, messages, cursor, conversation }
    },
  }
}
