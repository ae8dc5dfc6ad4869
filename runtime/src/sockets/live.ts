import type { Server as HttpServer } from 'node:http'
import type { ClientToServer, IncidentSummary, Notice, ServerToClient } from '@pregoner/shared'
import type { Logger } from 'pino'
import type { DefaultEventsMap } from 'socket.io'
import { Server } from 'socket.io'
import type { Accounts } from '../accounts/accounts.ts'
import { isOwnOrigin } from '../routes/origin.ts'
import { leaving } from '../stores/incident-rows.ts'
import { limitBacklog } from './backlog.ts'
import type { ChatNamespace, ChatRooms } from './chat.ts'
import { serveChat } from './chat.ts'
import { checkSockets } from './check.ts'
import { createConversationNews, type ReadableBy } from './conversation-news.ts'
import { servePresence } from './presence.ts'
import { chatRoom, departmentRoom, flowRoom, sessionRoom, staffRoom, townRoom } from './rooms.ts'
import type { StaffData } from './staff.ts'
import { serveStaff } from './staff.ts'
import { createThrottled } from './throttled.ts'

const MAX_EVENT_BYTES = 16 * 1024 // the largest honest event is a flow id
const CHECK_MS = 4_000 // a signed-out person's sockets are gone within 5 seconds

export interface LiveDeps {
  accounts: Accounts
  chat: ChatRooms
  log: Logger
  readableBy: ReadableBy
  /** Addresses of pages that may connect besides the host's own. */
  origins: readonly string[]
  checkEveryMs?: number
}

export type StaffServer = Server<ClientToServer, ServerToClient, DefaultEventsMap, StaffData>
export type Live = ReturnType<typeof createLive>

/** Pushes what happens to the screens that may see it. Works before `attach`, when nobody listens yet. */
export function createLive({ accounts, chat, log, readableBy, origins, checkEveryMs = CHECK_MS }: LiveDeps) {
  const server = new Server({
    serveClient: false,
    maxHttpBufferSize: MAX_EVENT_BYTES,
    allowRequest: ({ headers }, answer) => answer(null, isOwnOrigin(headers.origin, headers.host, origins)),
  })
  const io: StaffServer = server
  const visitors: ChatNamespace = server.of('/chat')
  const throttled = createThrottled()
  let isAttached = false
  serveStaff(io, accounts, servePresence(io, throttled), log)
  serveChat(visitors, chat, log)
  const conversationChanged = createConversationNews(io, throttled, readableBy, error =>
    log.warn({ event: 'conversation_news_failed', name: error instanceof Error ? error.name : typeof error }),
  )
  const check = setInterval(() => void checkSockets(io, accounts, log), checkEveryMs)
  check.unref()

  return {
    /** Starts serving sockets beside the web server's pages. */
    attach(httpServer: HttpServer): void {
      isAttached = true
      server.attach(httpServer)
      server.engine.on('connection', limitBacklog)
    },

    /** `handedFrom` is the department that had it until this change. */
    incidentChanged(townKey: string, summary: IncidentSummary, handedFrom: string | null = null): void {
      const mine = departmentRoom(townKey, summary.departmentId)
      const staff = staffRoom(townKey)
      io.to([staff, mine]).emit('incident', summary)
      if (handedFrom === null) return
      io.to(departmentRoom(townKey, handedFrom)).except([staff, mine]).emit('incident', leaving(summary))
    },

    flowCountsMoved(townKey: string, flowId: string): void {
      const room = flowRoom(townKey, flowId)
      throttled.send(room, () => io.to(room).emit('flow_counts', { flowId }))
    },

    statisticsMoved(townKey: string): void {
      const room = townRoom(townKey)
      throttled.send(room, () => io.to(room).emit('town_statistics', { townKey }))
    },

    flowChanged(townKey: string, hint: { flowId: string; rev: number; by: string }): void {
      io.to(staffRoom(townKey)).emit('flow_changed', hint)
    },

    lockChanged(townKey: string, hint: { flowId: string }): void {
      io.to(staffRoom(townKey)).emit('flow_lock', hint)
    },

    broadcastMoved(townKey: string, broadcastId: string): void {
      const send = () => io.to(staffRoom(townKey)).emit('broadcast_progress', { broadcastId })
      throttled.send(`broadcast ${townKey} ${broadcastId}`, send)
    },

    notice(townKey: string, notice: Notice): void {
      io.to([staffRoom(townKey), departmentRoom(townKey, notice.departmentId)]).emit('notice', notice)
    },

    appointmentsChanged(townKey: string, departmentId: string): void {
      const room = departmentRoom(townKey, departmentId)
      throttled.send(`appointments ${room}`, () =>
        io.to([staffRoom(townKey), room]).emit('appointments_changed', { departmentId }),
      )
    },

    /** There is something new in this conversation, in either direction. */
    conversationChanged,

    /** `convId` is what `chat.conversationId` gives for the visitor. */
    chatChanged(townKey: string, convId: string): void {
      visitors.to(chatRoom(townKey, convId)).emit('chat_changed')
    },

    /** Closes the sockets of a session that has ended. */
    dropSession(sessionId: string): void {
      io.in(sessionRoom(sessionId)).disconnectSockets(true)
    },

    async close(): Promise<void> {
      clearInterval(check)
      throttled.close()
      if (isAttached) await server.close()
    },
  }
}
