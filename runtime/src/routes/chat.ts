import type { ChatPage } from '@pregoner/shared'
import { chatPage, chatSay, id, mediaFile } from '@pregoner/shared'
import type { Request, Response } from 'express'
import { z } from 'zod'
import { createAllowance } from '../accounts/allowance.ts'
import { isVisitorToken, newVisitorToken, visitorIdOf } from '../accounts/visitors.ts'
import { AppError } from '../errors.ts'
import type { Secrets } from '../secrets/secrets.ts'
import type { MediaStore } from '../stores/media-store.ts'
import type { TownStore } from '../stores/town-store.ts'
import { setVisitor, visitorToken } from './cookies.ts'
import { MAX_UPLOAD_BYTES, mediaId, mediaSize, uploadName } from './media.ts'
import type { Route } from './route.ts'
import { openRoute } from './route.ts'
import { sendFile } from './send-file.ts'

/** The web chat channel, as the routes use it. */
export interface Chat {
  /** Durable before it returns; the same `id` again is the same message. */
  say(townKey: string, visitorId: string, said: z.infer<typeof chatSay>): Promise<void>
  /** What follows message `after` of the conversation `of`; all of it when another one has begun meanwhile. */
  page(townKey: string, visitorId: string, seen: { after: number; of?: string | undefined }): Promise<ChatPage>
  /** Whether the town hall sent the visitor this file. */
  hasShown(townKey: string, visitorId: string, mediaId: string): Promise<boolean>
  /** The conversation of a visitor, whether it has begun or not; null when the town has no web chat. */
  conversationId(townKey: string, visitorId: string): Promise<string | null>
}

/** How much one visitor, and one internet address with all its visitors, may send in a minute. */
export interface ChatLimits {
  perVisitor: number
  perAddress: number
}
export const CHAT_LIMITS: ChatLimits = { perVisitor: 40, perAddress: 400 }
const FILES_SHARE = 0.25 // a file may be as large as 4,000 messages, and anybody may send one

interface ChatDeps {
  chat: Chat
  towns: TownStore
  media: MediaStore
  secrets: Secrets
  now: () => Date
  limits: ChatLimits
}

export function chatRoutes({ chat, towns, media, secrets, now, limits }: ChatDeps): Route[] {
  const allowance = createAllowance()

  /** The visitor of this browser; a new one gets their cookie. */
  function visitorOf(request: Request, response: Response): string {
    const known = visitorToken(request.headers.cookie)
    const token = known && isVisitorToken(known) ? known : newVisitorToken()
    if (token !== known) setVisitor(request, response, token)
    return visitorIdOf(secrets, token)
  }

  async function townOr404(townKey: string, visitorId: string): Promise<string> {
    const isThere = (await towns.get(townKey)) && (await chat.conversationId(townKey, visitorId))
    if (!isThere) throw new AppError('not_found')
    return townKey
  }

  function spend(request: Request, visitorId: string, what: 'message' | 'file'): void {
    const share = what === 'file' ? FILES_SHARE : 1
    const isAllowed =
      allowance.take(`${what} of ${visitorId}`, limits.perVisitor * share, now()) &&
      allowance.take(`${what} from ${request.ip}`, limits.perAddress * share, now())
    if (!isAllowed) throw new AppError('too_many', 'web chat', { retryAfterSeconds: 60 })
  }

  /** A visitor names only files of their own. */
  async function checkFiles(townKey: string, visitorId: string, ids: readonly string[]): Promise<void> {
    for (const each of ids) {
      const file = await media.find(townKey, each)
      if (file?.contact !== visitorId) throw new AppError('not_found')
    }
  }

  return [
    openRoute({
      method: 'get',
      path: '/chat/:town',
      summary: 'The web chat of this browser’s visitor, from message `after` on. Sets the visitor’s cookie.',
      params: { town: id },
      query: z.strictObject({ after: z.coerce.number().int().min(0).default(0), of: z.string().max(40).optional() }),
      answer: chatPage,
      async run({ params, query, request, response }) {
        const visitorId = visitorOf(request, response)
        return chat.page(await townOr404(params.town, visitorId), visitorId, query)
      },
    }),
    openRoute({
      method: 'post',
      path: '/chat/:town',
      summary: 'Says something to the town hall. The same `id` again is the same message.',
      params: { town: id },
      body: chatSay,
      answer: z.strictObject({ ok: z.literal(true) }),
      async run({ params, body, request, response }) {
        const visitorId = visitorOf(request, response)
        spend(request, visitorId, 'message')
        const townKey = await townOr404(params.town, visitorId)
        await checkFiles(townKey, visitorId, body.mediaIds)
        await chat.say(townKey, visitorId, body)
        return { ok: true as const }
      },
    }),
    openRoute({
      method: 'post',
      path: '/chat/:town/media',
      summary: 'Keeps a file that the visitor will send next. The body is the file itself.',
      params: { town: id },
      query: uploadName,
      maxFileBytes: MAX_UPLOAD_BYTES,
      answer: mediaFile,
      async run({ params, query, bytes, request, response }) {
        const visitorId = visitorOf(request, response)
        spend(request, visitorId, 'file')
        const townKey = await townOr404(params.town, visitorId)
        return media.save(townKey, bytes, { owner: { kind: 'contact', contact: visitorId }, name: query.name ?? null })
      },
    }),
    openRoute({
      method: 'get',
      path: '/chat/:town/media/:mediaId',
      summary:
        'A file of the visitor’s own, one they were answered with, or one that the town hall shows to everybody.',
      params: { town: id, mediaId },
      query: mediaSize,
      async run({ params, query, request, response }) {
        const visitorId = visitorOf(request, response)
        const townKey = await townOr404(params.town, visitorId)
        const file = await media.find(townKey, params.mediaId)
        const mayRead =
          file?.contact === null ||
          file?.contact === visitorId ||
          (file?.contact !== undefined && file.contact === (await chat.conversationId(townKey, visitorId))) ||
          (file && (await chat.hasShown(townKey, visitorId, file.mediaId)))
        if (!file || !mayRead) throw new AppError('not_found')
        await sendFile(response, media, townKey, file, query.size)
      },
    }),
  ]
}
