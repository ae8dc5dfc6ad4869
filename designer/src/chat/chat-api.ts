import { type ChatPage, chatPage, mediaFile } from '@pregoner/shared'
import { call, command, queryString } from '../api/client.ts'
import type { Saying } from './chat-log.ts'

const path = (townKey: string) => `/chat/${encodeURIComponent(townKey)}`

/** What follows message `after` of the conversation `of`, which is empty before there is one. */
export const readChat = (townKey: string, after: number, of: string): Promise<ChatPage> =>
  call(chatPage, path(townKey) + queryString({ after, of }))

export const sendSaying = (townKey: string, { id, text, choiceId, mediaIds, place }: Saying): Promise<void> =>
  command(path(townKey), { method: 'POST', body: { id, text: text || null, choiceId, mediaIds, place } })

export const sendFile = async (townKey: string, name: string, file: Blob): Promise<string> =>
  (await call(mediaFile, `${path(townKey)}/media?name=${encodeURIComponent(name)}`, { method: 'POST', body: file }))
    .mediaId

export const chatMediaUrl = (townKey: string, mediaId: string): string =>
  `/api${path(townKey)}/media/${encodeURIComponent(mediaId)}`
