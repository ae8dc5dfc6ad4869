import type { FlowPresence } from '@pregoner/shared'
import type { StaffServer } from './live.ts'
import { presenceRoom, presenceRoomOf } from './rooms.ts'
import type { Throttled } from './throttled.ts'

const MOST_PEOPLE = 50 // at one flow; nobody reads a longer list

/** Tells everybody at a flow who else is there, whenever somebody comes, goes or turns to another step. */
export function servePresence(io: StaffServer, throttled: Throttled) {
  async function people(room: string): Promise<FlowPresence[]> {
    const sockets = await io.in(room).fetchSockets()
    return sockets
      .flatMap(({ data: { place, session } }) =>
        place ? [{ tab: place.tab, name: session.person.name, node: place.node }] : [],
      )
      .sort((a, b) => a.name.localeCompare(b.name) || a.tab.localeCompare(b.tab))
      .slice(0, MOST_PEOPLE)
  }

  function moved(room: string): void {
    const flowId = presenceRoomOf(room)
    if (flowId === null) return
    throttled.send(room, () => {
      void people(room).then(there => io.to(room).emit('flow_presence', { flowId, people: there }))
    })
  }

  io.sockets.adapter.on('join-room', moved)
  io.sockets.adapter.on('leave-room', moved)
  return { moved: (townKey: string, flowId: string) => moved(presenceRoom(townKey, flowId)) }
}
