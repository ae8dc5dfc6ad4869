import type { Socket } from 'socket.io'

const MAX_WAITING_PACKETS = 500
const MAX_WAITING_CHARS = 1024 * 1024

/** Lets go of a client that does not read what is sent to it; it comes back by its cursor. */
export function limitBacklog(conn: Socket['conn']): void {
  let packets = 0
  let chars = 0
  conn.on('drain', () => {
    packets = 0
    chars = 0
  })
  conn.on('packetCreate', ({ data }: { data?: unknown }) => {
    packets += 1
    chars += typeof data === 'string' ? data.length : 0
    if (packets > MAX_WAITING_PACKETS || chars > MAX_WAITING_CHARS) conn.close(true)
  })
}
