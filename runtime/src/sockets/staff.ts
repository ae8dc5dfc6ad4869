import type { ClientToServer, FlowPlace, ServerToClient } from '@pregoner/shared'
import { flowPlace, id } from '@pregoner/shared'
import type { Logger } from 'pino'
import type { DefaultEventsMap, Socket } from 'socket.io'
import type { z } from 'zod'
import type { Accounts, Session } from '../accounts/accounts.ts'
import { sessionToken } from '../routes/cookies.ts'
import { createEventLimit } from './event-limit.ts'
import type { StaffServer } from './live.ts'
import { feedsOf, flowRoom, presenceRoom, sessionRoom } from './rooms.ts'

/** What the server remembers of a screen. */
export interface StaffData {
  session: Session
  townKey: string | null
  flowId: string | null
  place: FlowPlace | null
}

export type StaffSocket = Socket<ClientToServer, ServerToClient, DefaultEventsMap, StaffData>

const sessionOf = (cookies: string | undefined, accounts: Accounts) => {
  const token = sessionToken(cookies, true) ?? sessionToken(cookies, false)
  return token ? accounts.sessionOf(token) : null
}

/** Puts the socket into the rooms its person may see now, and out of all others. */
export async function joinRooms(socket: StaffSocket, accounts: Accounts): Promise<boolean> {
  const { session, townKey, flowId, place } = socket.data
  const scope = townKey === null ? null : await accounts.scopeIn(session, townKey)
  const wanted = new Set([socket.id, sessionRoom(session.id), ...(scope ? feedsOf(scope) : [])])
  const drawing = scope && scope.role !== 'agent' ? scope : null
  if (drawing && flowId !== null) wanted.add(flowRoom(drawing.townKey, flowId))
  if (drawing && place !== null) wanted.add(presenceRoom(drawing.townKey, place.flowId))
  for (const room of socket.rooms) if (!wanted.has(room)) await socket.leave(room)
  await socket.join([...wanted])
  return scope !== null
}

/** The first argument of every event a screen may send; the second takes the answer. */
const shapes = new Map<string, z.ZodType>([
  ['watch_town', id],
  ['watch_flow', id],
  ['be_at', flowPlace.nullable()],
])

/** Serves the screens of the town halls. A socket without a session does not get in. */
export function serveStaff(
  io: StaffServer,
  accounts: Accounts,
  presence: { moved(townKey: string, flowId: string): void },
  log: Logger,
): void {
  io.use(async (socket, next) => {
    const session = await sessionOf(socket.handshake.headers.cookie, accounts)
    if (!session) return next(new Error('signed_out'))
    socket.data = { session, townKey: null, flowId: null, place: null }
    next()
  })

  io.on('connection', async socket => {
    const isWithinLimit = createEventLimit()
    socket.use(([name, argument, answer], next) => {
      const isShaped = shapes.get(name)?.safeParse(argument).success && typeof answer === 'function'
      if (isShaped && isWithinLimit()) return next()
      log.warn({ event: 'socket_refused', person: socket.data.session.person.id })
      socket.disconnect(true)
    })

    socket.on('watch_town', async (townKey, answer) => {
      socket.data = { ...socket.data, townKey, flowId: null, place: null }
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

    socket.on('be_at', async (place, answer) => {
      const { session, townKey } = socket.data
      const scope = townKey === null ? null : await accounts.scopeIn(session, townKey)
      const isMine = scope !== null && scope.role !== 'agent'
      socket.data.place = isMine ? place : null
      await joinRooms(socket, accounts)
      if (isMine && place) presence.moved(scope.townKey, place.flowId)
      answer(isMine)
    })

    await socket.join(sessionRoom(socket.data.session.id))
  })
}
