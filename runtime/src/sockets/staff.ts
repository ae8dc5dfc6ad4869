import type { ClientToServer, ServerToClient } from '@pregoner/shared'
import { id } from '@pregoner/shared'
import type { Logger } from 'pino'
import type { DefaultEventsMap, Socket } from 'socket.io'
import type { Accounts, Session } from '../accounts/accounts.ts'
import { sessionToken } from '../routes/cookies.ts'
import { createEventLimit } from './event-limit.ts'
import type { StaffServer } from './live.ts'
import { feedsOf, flowRoom, sessionRoom } from './rooms.ts'

/** What the server remembers of a screen. */
export interface StaffData {
  session: Session
  townKey: string | null
  flowId: string | null
}

export type StaffSocket = Socket<ClientToServer, ServerToClient, DefaultEventsMap, StaffData>

const sessionOf = (cookies: string | undefined, accounts: Accounts) => {
  const token = sessionToken(cookies, true) ?? sessionToken(cookies, false)
  return token ? accounts.sessionOf(token) : null
}

/** Puts the socket into the rooms its person may see now, and out of all others. */
export async function joinRooms(socket: StaffSocket, accounts: Accounts): Promise<boolean> {
  const { session, townKey, flowId } = socket.data
  const scope = townKey === null ? null : await accounts.scopeIn(session, townKey)
  const wanted = new Set([socket.id, sessionRoom(session.id), ...(scope ? feedsOf(scope) : [])])
  if (scope && flowId !== null && scope.role !== 'agent') wanted.add(flowRoom(scope.townKey, flowId))
  for (const room of socket.rooms) if (!wanted.has(room)) await socket.leave(room)
  await socket.join([...wanted])
  return scope !== null
}

/** Serves the screens of the town halls. A socket without a session does not get in. */
export function serveStaff(io: StaffServer, accounts: Accounts, log: Logger): void {
  io.use(async (socket, next) => {
    const session = await sessionOf(socket.handshake.headers.cookie, accounts)
    if (!session) return next(new Error('signed_out'))
    socket.data = { session, townKey: null, flowId: null }
    next()
  })

  io.on('connection', async socket => {
    const isWithinLimit = createEventLimit()
    socket.use(([name, argument, answer], next) => {
      const isKnown = name === 'watch_town' || name === 'watch_flow'
      const isShaped = id.safeParse(argument).success && typeof answer === 'function'
      if (isKnown && isShaped && isWithinLimit()) return next()
      log.warn({ event: 'socket_refused', person: socket.data.session.person.id })
      socket.disconnect(true)
    })

    socket.on('watch_town', async (townKey, answer) => {
      socket.data = { ...socket.data, townKey, flowId: null }
      const isMine = await joinRooms(socket, accounts)
      if (!isMine) {
        log.warn({ event: 'foreign_town', person: socket.data.session.person.id, town: townKey, path: 'watch_town' })
        socket.data.townKey = null
      }
      answer(isMine)
    })

    socket.on('watch_flow', async (flowId, answer) => {
      const { session, townKey } = socket.data
      const scope = townKey === null ? null : await accounts.scopeIn(session, townKey)
      const isMine = scope !== null && scope.role !== 'agent'
      socket.data.flowId = isMine ? flowId : null
      await joinRooms(socket, accounts)
      answer(isMine)
    })

    await socket.join(sessionRoom(socket.data.session.id))
  })
}
