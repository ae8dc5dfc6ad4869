import type { Notice } from './api.ts'
import type { FlowPlace, FlowPresence } from './flow-lock.ts'
import type { IncidentSummary } from './incident.ts'

/**
 * What the runtime pushes over socket.io. Rooms are chosen by the server from the session: a socket first says which
 * town it looks at, and gets the feeds its person may see. Events only hint; truth is fetched again by cursor.
 */
export interface ServerToClient {
  /** An incident was opened or changed. */
  incident: (summary: IncidentSummary) => void
  /** Counts of this flow moved; at most once a second. */
  flow_counts: (hint: { flowId: string }) => void
  /** The town's figures moved; at most once a second. */
  town_statistics: (hint: { townKey: string }) => void
  /** Somebody saved or published this flow. */
  flow_changed: (hint: { flowId: string; rev: number; by: string }) => void
  /** Somebody began or stopped editing this flow, or asks to go on with it. */
  flow_lock: (hint: { flowId: string }) => void
  /** Who looks at the flow one is at, oneself included; at most once a second. */
  flow_presence: (seen: { flowId: string; people: FlowPresence[] }) => void
  /** Messages came into these conversations, or went on; null when they are too many to name. At most once a second. */
  conversations_changed: (hint: { ids: string[] | null }) => void
  /** A broadcast has come further, is held, goes on or has ended; at most once a second. */
  broadcast_progress: (hint: { broadcastId: string }) => void
  /** Appointments of this department were made or changed. At most once a second. */
  appointments_changed: (hint: { departmentId: string }) => void
  /** A notice for the staff of a department. */
  notice: (notice: Notice) => void
}

export interface ClientToServer {
  /** Joins the feeds of a town; answers false when the person has no part in it. */
  watch_town: (townKey: string, answer: (ok: boolean) => void) => void
  /** Joins the counts of one flow of the watched town. */
  watch_flow: (flowId: string, answer: (ok: boolean) => void) => void
  /** Says which flow of the watched town one looks at, so that the others there see it; null when at none. */
  be_at: (place: FlowPlace | null, answer: (ok: boolean) => void) => void
}

/** Live events of the public web chat, on the socket.io namespace `/chat`. */
export interface ChatServerToClient {
  /** New messages for this visitor; fetch them by cursor. */
  chat_changed: () => void
}
export interface ChatClientToServer {
  join_chat: (townKey: string, answer: (ok: boolean) => void) => void
}
