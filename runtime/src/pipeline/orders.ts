import { type Effect, hasTold, type Language, type OutboundMessage, type Session, textMessage } from '@pregoner/shared'
import type { Conversation, SenderBlock } from '../stores/conversation-store.ts'

/** What the town hall wants done to a conversation, in order with what the person writes; carried out once by its `id`. */
export type Order =
  /** Says something outside any flow. */
  | { kind: 'tell'; id: string; text: string; language: Language }
  /** A notice to many, or the try of one, which is part of no broadcast. The flow goes on waiting where it was. */
  | { kind: 'broadcast'; id: string; broadcastId: string | null; message: OutboundMessage; isFront?: boolean }
  /** Answers the code of a form; `topicIds` are what it subscribes to, by the words agreed to there. */
  | {
      kind: 'form'
      id: string
      topicIds: string[]
      proof: string | null
      messageId: string | null
      text: string
      language: Language
    }
  /** The platform says that this person wants no more notices. */
  | { kind: 'opt_out'; id: string }
  /** Stops answering this sender; null answers again. */
  | { kind: 'block'; id: string; block: { by: string; reason: string; at: string } | null }
  /** Everything about the person goes. Nothing after it is applied to this conversation. */
  | { kind: 'erase'; id: string }
  /** The same without a farewell, unless they have written since then. */
  | { kind: 'forget_idle'; id: string; idleBefore: string }
  /** What they answered goes, unless they have written since then or a flow waits for them. */
  | { kind: 'forget_answers'; id: string; idleBefore: string }

type Ordered = {
  changes: Partial<Pick<Conversation, 'blocked' | 'erasing'>>
  session: (before: Session) => { session: Session; effects: Effect[] }
}

const ended = (session: Session): Session => ({
  ...session,
  status: session.status === 'waiting' ? 'ended' : session.status,
  wait: null,
  frames: [],
  turn: session.turn + 1,
})

const withoutAnswers = (session: Session): Session => ({
  ...session,
  answers: {},
  contact: { ...session.contact, fields: {} },
})

const blockOf = (block: { by: string; reason: string; at: string } | null): SenderBlock | null =>
  block && { ...block, at: new Date(block.at) }

/** Somebody’s topics joined by what they asked for on the form, whose language is theirs from now on if none was. */
function formSession(
  { topicIds, proof, messageId, text, language }: Extract<Order, { kind: 'form' }>,
  session: Session,
): { session: Session; effects: Effect[] } {
  const { contact } = session
  const joins = topicIds.map(
    (topicId): Effect => ({
      ...{ kind: 'change_subscription', topicId, subscribed: true, address: null, messageId, source: 'form' },
      ...(proof !== null && { proof }),
    }),
  )
  const subscriptions = [...new Set([...contact.subscriptions, ...topicIds])]
  const known = topicIds.length === 0 ? contact : { ...contact, subscriptions, language: contact.language ?? language }
  const told: Effect = { kind: 'send_message', message: textMessage(text, language) }
  return { session: { ...session, contact: known }, effects: [told, ...joins] }
}

/** What an order makes of a conversation. */
export function carryOut(order: Order, at: Date, { lastInAt }: Pick<Conversation, 'lastInAt'>): Ordered {
  switch (order.kind) {
    case 'tell': {
      const effect: Effect = { kind: 'send_message', message: textMessage(order.text, order.language) }
      return { changes: {}, session: session => ({ session, effects: [effect] }) }
    }
    case 'broadcast': {
      const { message, broadcastId, isFront } = order
      const isTold = isFront && broadcastId !== null && message.template === null // a template says it in part
      const effect: Effect = { kind: 'send_message', message, ...(broadcastId !== null && { broadcastId }) }
      return {
        changes: {},
        session: session => ({ session: isTold ? hasTold(session, broadcastId) : session, effects: [effect] }),
      }
    }
    case 'form':
      return { changes: {}, session: session => formSession(order, session) }
    case 'opt_out': {
      const since = at.toISOString()
      const effects: Effect[] = [{ kind: 'end_subscriptions', messageId: null, source: 'platform', at: since }]
      return {
        changes: {},
        session: session => ({
          session: { ...session, contact: { ...session.contact, subscriptions: [] } },
          effects,
        }),
      }
    }
    case 'block':
      // Whoever is let in again begins anew: what they were asked before may be long ago.
      return {
        changes: { blocked: blockOf(order.block) },
        session: session => ({ session: order.block ? ended(session) : session, effects: [] }),
      }
    case 'erase':
      return {
        changes: { erasing: { at } },
        session: session => ({ session: ended(session), effects: [] }),
      }
    case 'forget_idle': {
      const isIdle = lastInAt !== null && lastInAt < new Date(order.idleBefore)
      return {
        changes: isIdle ? { erasing: { at, isForIdleness: true } } : {},
        session: session => ({ session: isIdle ? ended(session) : session, effects: [] }),
      }
    }
    case 'forget_answers': {
      const isIdle = lastInAt !== null && lastInAt < new Date(order.idleBefore)
      const isOver = ({ status }: Session) => isIdle && status !== 'waiting'
      return {
        changes: {},
        session: session => ({ session: isOver(session) ? withoutAnswers(session) : session, effects: [] }),
      }
    }
  }
}
