import type { Logger } from 'pino'
import type { Accounts } from '../accounts/accounts.ts'
import type { StaffServer } from './live.ts'
import { joinRooms } from './staff.ts'

/** Lets go of sockets whose session has ended, and puts the others where their person may be now. */
export async function checkSockets(io: StaffServer, accounts: Accounts, log: Logger): Promise<void> {
  const sockets = [...io.sockets.sockets.values()]
  if (sockets.length === 0) return
  try {
    const sessions = await accounts.sessions([...new Set(sockets.map(({ data }) => data.session.id))])
    for (const socket of sockets) {
      const session = sessions.get(socket.data.session.id)
      if (!session) {
        socket.disconnect(true)
        continue
      }
      socket.data.session = session
      await joinRooms(socket, accounts)
    }
  } catch (error) {
    log.error({ event: 'socket_check_failed', name: error instanceof Error ? error.name : typeof error }) // the next check tries again
  }
}
