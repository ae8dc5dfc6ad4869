import { isRecord, type Json, recordOf, textOf } from '../json.ts'
import { countMessage, isWindowOpen } from '../limits.ts'
import { receivedFrom } from '../people/received.ts'
import { recipientOf } from '../people/recipient.ts'
import type { Thread } from '../people/thread.ts'
import { type Outgoing, sendFailure, startLadder } from '../statuses.ts'
import type { Channel, World } from '../world.ts'
import type { Answer, Call } from './call.ts'
import { invalid, requireText } from './check.ts'
import { GraphFailure, titleOf } from './errors.ts'
import { type CheckedMessage, checkMessage } from './message-check.ts'

const TYPING_MS = 25_000 // the typing indicator goes away after 25 s at the latest

/** `POST /{phone-number-id}/messages`: a message, or a read receipt with or without typing indicator. */
export function postMessages(call: Call): Answer {
  const { world, channel } = call
  if (!isRecord(call.body)) throw new GraphFailure(100, 'The body must be a JSON object.')
  const { body } = call
  if (body.status !== undefined) return markRead(world, channel, body)
  if (!channel.isRegistered) throw new GraphFailure(133010, 'The phone number is not registered.')

  const message = checkMessage(world, channel, body)
  const { thread, isKnown, isByUserId } = recipientOf(world, channel, body)
  if (thread.identity.phone === channel.digits) throw new GraphFailure(131021, 'Sender and recipient are the same.')
  if (isByUserId && message.template?.category === 'AUTHENTICATION') {
    throw new GraphFailure(131062, 'Authentication templates need a phone number.')
  }
  if (message.type === 'reaction' && world.inbound.get(textOf(message.part.message_id) ?? '') !== thread) {
    throw invalid("reaction['message_id']", 'is not a message received from this user.')
  }
  countMessage(world, thread)

  const wamid = world.ids.wamid()
  const category = message.template?.category.toLowerCase() ?? 'service'
  const outgoing = { thread, message: receivedFrom(world, wamid, message, body), category, isByUserId }
  const failure = call.lateFailure ?? lateFailureOf(world, outgoing, message, isKnown)
  return {
    body: {
      messaging_product: 'whatsapp',
      contacts: [contactAnswer(thread, body, isByUserId)],
      messages: [{ id: wamid, ...(message.template && { message_status: 'accepted' }) }],
    },
    afterwards: () => (failure ? fail(world, outgoing, failure) : startLadder(world, outgoing)),
  }
}

function fail(world: World, outgoing: Outgoing, { code, details }: { code: number; details: string }) {
  world.clock.after(world.statusDelays.sent, () => world.isClosed || sendFailure(world, outgoing, code, details))
}

function lateFailureOf(world: World, { thread, category }: Outgoing, message: CheckedMessage, isKnown: boolean) {
  const { identity, channel } = thread
  const isUnreachable = !isKnown || identity.hasBlockedBusiness || isBlocked(channel, thread)
  if (isUnreachable) return { code: 131026, details: 'Message Undeliverable.' }
  if (!message.template && !isWindowOpen(world, thread)) {
    const details =
      'Message failed to send because more than 24 hours have passed since the customer last replied to this number.'
    return { code: 131047, details }
  }
  if (category === 'marketing' && identity.hasStoppedMarketing) return { code: 131050, details: titleOf(131050) }
  return message.lateFailure
}

export const isBlocked = (channel: Channel, { identity }: Thread) =>
  [identity.phone, identity.waId, identity.bsuid].some(address => address !== undefined && channel.blocked.has(address))

function contactAnswer(thread: Thread, body: Json, isByUserId: boolean) {
  const { identity } = thread
  if (isByUserId) return { input: body.recipient, user_id: identity.bsuid }
  return { input: body.to, wa_id: identity.waId ?? identity.phone }
}

function markRead(world: World, channel: Channel, body: Json): Answer {
  if (body.status !== 'read') throw new GraphFailure(100, 'Param status must be one of {READ}.')
  const wamid = requireText(body, 'message_id', { max: 500, path: 'message_id' })
  const thread = world.inbound.get(wamid)
  if (thread?.channel !== channel)
    throw new GraphFailure(131009, 'message_id is not a message received by this phone number.')
  if (body.typing_indicator !== undefined) {
    if (recordOf(body.typing_indicator).type !== 'text') {
      throw new GraphFailure(100, "Param typing_indicator['type'] must be one of {TEXT}.")
    }
    thread.typingUntil = new Date(world.clock.now().getTime() + TYPING_MS)
  }
  const last = thread.sent.findIndex(message => message.wamid === wamid)
  for (const message of thread.sent.slice(0, last + 1)) message.isRead = true
  world.changed()
  return { body: { success: true } }
}
