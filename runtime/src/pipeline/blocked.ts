import { asksForRight, type TownData } from '@pregoner/shared'
import type { Conversation } from '../stores/conversation-store.ts'
import type { Turn } from './items.ts'

/**
 * What is left of a turn of a blocked sender: their message is kept and no flow hears of it. What the law lets everybody
 * ask for, no more notices and their own data, they may still ask for.
 */
export function unlessBlocked(turn: Turn, { blocked }: Conversation, town: TownData): Turn {
  if (!blocked || turn.input?.kind !== 'reply') return turn
  const { text } = turn.input
  return text !== null && asksForRight(town, text) ? turn : { ...turn, input: null }
}
