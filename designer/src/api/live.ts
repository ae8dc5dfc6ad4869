import type { ClientToServer, FlowPlace, ServerToClient } from '@pregoner/shared'
import { useEffect, useEffectEvent } from 'react'
import type { Socket } from 'socket.io-client'
import { create } from 'zustand'
import { fetchPart } from './fetch-part.ts'
import { queryClient } from './query-client.ts'
import { townQueryKey } from './town.ts'

/** `off` before a town is open; `offline` when this device has no network. */
export type LiveState = 'off' | 'connecting' | 'live' | 'reconnecting' | 'offline'

type Listeners = { [Event in keyof ServerToClient]: Set<ServerToClient[Event]> }

const listeners: Listeners = {
  incident: new Set(),
  flow_counts: new Set(),
  town_statistics: new Set(),
  flow_changed: new Set(),
  flow_lock: new Set(),
  flow_presence: new Set(),
  conversations_changed: new Set(),
  broadcast_progress: new Set(),
  appointments_changed: new Set(),
  notice: new Set(),
}
const resyncs = new Set<() => void>()
const watchedFlows = new Map<string, number>()
let place: FlowPlace | null = null
let socket: Socket<ServerToClient, ClientToServer> | null = null

/** How the live connection is. */
export const useLiveState = create<{ state: LiveState }>(() => ({ state: 'off' }))
const tell = (state: LiveState) => useLiveState.setState({ state })

/**
 * Opens the town's live feed; the returned function closes it. After every connection the rooms are joined first and
 * then everything is fetched again, so that nothing is missed in between.
 */
export function openLive(townKey: string): () => void {
  let isClosed = false
  let close = () => {}
  tell('connecting')
  void fetchPart(() => import('socket.io-client')).then(({ io }) => {
    if (isClosed) return
    const opened: Socket<ServerToClient, ClientToServer> = io({
      transports: ['websocket'],
      reconnectionDelayMax: 8_000,
    })
    socket = opened
    const lost = () => tell(navigator.onLine ? 'reconnecting' : 'offline')
    opened.on('connect', () => {
      opened.emit('watch_town', townKey, isAllowed => {
        if (!isAllowed) return lost()
        for (const flowId of watchedFlows.keys()) opened.emit('watch_flow', flowId, () => {})
        if (place) opened.emit('be_at', place, () => {})
        tell('live')
        for (const resync of resyncs) resync()
        void queryClient.invalidateQueries({ queryKey: townQueryKey(townKey) })
      })
    })
    opened.on('disconnect', reason => {
      lost()
      if (reason === 'io server disconnect') opened.connect()
    })
    opened.on('connect_error', lost)
    opened.on('incident', summary => {
      for (const listen of listeners.incident) listen(summary)
    })
    opened.on('flow_counts', hint => {
      for (const listen of listeners.flow_counts) listen(hint)
    })
    opened.on('town_statistics', hint => {
      for (const listen of listeners.town_statistics) listen(hint)
    })
    opened.on('flow_changed', hint => {
      for (const listen of listeners.flow_changed) listen(hint)
    })
    opened.on('flow_lock', hint => {
      for (const listen of listeners.flow_lock) listen(hint)
    })
    opened.on('flow_presence', seen => {
      for (const listen of listeners.flow_presence) listen(seen)
    })
    opened.on('conversations_changed', hint => {
      for (const listen of listeners.conversations_changed) listen(hint)
    })
    opened.on('broadcast_progress', hint => {
      for (const listen of listeners.broadcast_progress) listen(hint)
    })
    opened.on('appointments_changed', hint => {
      for (const listen of listeners.appointments_changed) listen(hint)
    })
    opened.on('notice', notice => {
      for (const listen of listeners.notice) listen(notice)
    })
    window.addEventListener('offline', lost)
    close = () => {
      window.removeEventListener('offline', lost)
      opened.close()
      if (socket === opened) socket = null
    }
  })
  return () => {
    isClosed = true
    close()
    tell('off')
  }
}

/** Hears one kind of live event while the component is there. */
export function useLiveEvent<Event extends keyof ServerToClient>(event: Event, handler: ServerToClient[Event]): void {
  const listen = useEffectEvent(handler)
  useEffect(() => {
    listeners[event].add(listen)
    return () => {
      listeners[event].delete(listen)
    }
  }, [event])
}

/** Runs after every (re)connection, once the rooms are joined: the moment to fetch by cursor. */
export function useResync(handler: () => void): void {
  const resync = useEffectEvent(handler)
  useEffect(() => {
    resyncs.add(resync)
    return () => {
      resyncs.delete(resync)
    }
  }, [])
}

/** Asks for the counts of one flow while the component is there; they arrive as `flow_counts` hints. */
export function useWatchFlow(flowId: string): void {
  useEffect(() => {
    watchedFlows.set(flowId, (watchedFlows.get(flowId) ?? 0) + 1)
    if (socket?.connected) socket.emit('watch_flow', flowId, () => {})
    return () => {
      const left = (watchedFlows.get(flowId) ?? 1) - 1
      if (left > 0) watchedFlows.set(flowId, left)
      else watchedFlows.delete(flowId)
    }
  }, [flowId])
}

/** Tells the others at a flow that one is there, now and after every reconnection; null when one has left. */
export function beAt(where: FlowPlace | null): void {
  place = where
  if (socket?.connected) socket.emit('be_at', where, () => {})
}
