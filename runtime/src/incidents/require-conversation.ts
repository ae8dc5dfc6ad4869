import type { IncidentSummary } from '@pregoner/shared'
import { AppError } from '../errors.ts'

/** Refuses to say something about an incident that came without a conversation. */
export function requireConversation({ channel }: Pick<IncidentSummary, 'channel'>): void {
  if (channel === 'open311') throw new AppError('no_conversation')
}
