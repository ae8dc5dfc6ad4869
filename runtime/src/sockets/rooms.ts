import type { Scope } from '../accounts/scope.ts'

/** Rooms are named here alone, from what the server knows; no name comes from a client. */
export const townRoom = (townKey: string) => `town:${townKey}`
/** Officers and administrators: every incident, every flow. */
export const staffRoom = (townKey: string) => `staff:${townKey}`
/** Agents, whatever their departments: for what names nothing. */
export const agentsRoom = (townKey: string) => `agents:${townKey}`
export const departmentRoom = (townKey: string, departmentId: string) => `department:${townKey}:${departmentId}`
export const flowRoom = (townKey: string, flowId: string) => `flow:${townKey}:${flowId}`
const PRESENCE = 'presence:'
export const presenceRoom = (townKey: string, flowId: string) => `${PRESENCE}${townKey}:${flowId}`
/** The flow of a room of `presenceRoom`; null for every other room. Neither town keys nor flow ids hold a colon. */
export const presenceRoomOf = (room: string): string | null =>
  room.startsWith(PRESENCE) ? room.slice(room.lastIndexOf(':') + 1) : null
export const sessionRoom = (sessionId: string) => `session:${sessionId}`
export const chatRoom = (townKey: string, convId: string) => `chat:${townKey}:${convId}`

/** The feeds of a town that this person may see. */
export function feedsOf(scope: Scope): string[] {
  const ofDepartments = scope.departments.map(departmentId => departmentRoom(scope.townKey, departmentId))
  if (scope.role === 'agent') return [agentsRoom(scope.townKey), ...ofDepartments]
  return [townRoom(scope.townKey), staffRoom(scope.townKey)]
}
