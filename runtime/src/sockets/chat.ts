import type { ChatClientToServer, ChatServerToClient } from '@pregoner/shared'
import { id } from '@pregoner/shared'
import type { Logger } from 'pino'
import type { DefaultEventsMap, Namespace } from 'socket.io'
import { visitorToken } from '../routes/cookies.ts'
import { createEventLimit } from './event-limit.ts'
import { chatRoom } from './rooms.ts'

export interface ChatRooms {
  /** Our name for the visitor whose browser holds this cookie. */
  visitorId(token: string): string
  /** The conversation of a visitor in a town, whether it has begun or not; null when the town has no web chat. */
  conversationId(townKey: string, visitorId: string): Promise<string | null>
}

export type ChatNamespace = Namespace<ChatClientToServer, ChatServerToClient, DefaultEventsMap, { visitorId: string }>

/** Serves the public web chat. A visitor hears of their own conversation only. */
export function serveChat(namespace: ChatNamespace, chat: ChatRooms, log: Logger): void {
  namespace.use((socket, next) => {
    const token = visitorToken(socket.handshake.headers.cookie)
    if (!token) return next(new Error('no_visitor'))
    socket.data.visitorId = chat.visitorId(token)
    next()
  })

  namespace.on('connection', socket => {
    const isWithinLimit = createEventLimit()
    socket.use(([name, argument, answer], next) => {
      const isShaped = name === 'join_chat' && id.safeParse(argument).success && typeof answer === 'function'
      if (isShaped && isWithinLimit()) return next()
      log.warn({ event: 'socket_refused' })
      socket.disconnect(true)
    })

    socket.on('join_chat', async (townKey, answer) => {
      const convId = await chat.conversationId(townKey, socket.data.visitorId)
      if (convId !== null) await socket.join(chatRoom(townKey, convId))
      answer(convId !== null)
    })
  })
}
