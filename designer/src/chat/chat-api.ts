import { type ChatPage, chatPage, mediaFile } from '@pregoner/shared'
import { call, command } from '../api/client.ts'
import type { Saying } from './chat-log.ts'

const path = (townKey: string) => `/chat/${encodeURIComponent(townKey)}`

export const readChat = (townKey: string, after: number, signal?: AbortSignal): Promise<ChatPage> =>
  call(chatPage, `${path(townKey)}?after=${after}`, { signal })

export const sendSaying = (townKey: string, { id, text, choiceId, mediaIds, place }: Saying): Promise<void> =>
  command(path(townKey), { method: 'POST', body: { id, text: text || null, choiceId, mediaIds, place } })

export const sendFile = async (townKey: string, name: string, file: Blob): Promise<string> =>
  (await call(mediaFile, `${path(townKey)}/media?name=${encodeURIComponent(name)}`, { method: 'POST', body: file }))
    .mediaId

export const chatMediaUrl = (townKey: string, mediaId: string): string =>
  `/api${path(townKey)}/media/${encodeURIComponent(mediaId)}`
