import { statusError } from './graph/errors.ts'
import type { Thread } from './people/thread.ts'
import type { ReceivedMessage } from './types.ts'
import { seconds, shownPhone, statusUpdate } from './webhooks/values.ts'
import type { World } from './world.ts'

/** A message that Graph has accepted and that is on its way to a person. */
export interface Outgoing {
  thread: Thread
  message: ReceivedMessage
  /** `service`, or the category of the template in lower case. */
  category: string
  /** Sent to a BSUID rather than to a phone. */
  isByUserId: boolean
}

const SERVICE_CHARGED_FROM = new Date('2026-10-01T00:00:00Z') // until then service messages were free

function pricingOf(world: World, category: string) {
  const isFree = category === 'service' && world.clock.now() < SERVICE_CHARGED_FROM
  return {
    billable: !isFree,
    pricing_model: 'PMP',
    type: isFree ? 'free_customer_service' : 'regular',
    category,
  }
}

function statusBody(world: World, { thread, message }: Outgoing, status: string) {
  return {
    id: message.wamid,
    status,
    timestamp: seconds(world.clock.now()),
    ...(message.callbackData !== undefined && { biz_opaque_callback_data: message.callbackData }),
    ...(shownPhone(thread.identity) && { recipient_id: shownPhone(thread.identity) }),
  }
}

/** Tells the business how far the message has come. */
export function sendStatus(world: World, outgoing: Outgoing, status: string, hasPricing: boolean) {
  const { thread, message, category } = outgoing
  thread.progress.set(message.wamid, status)
  const body = {
    ...statusBody(world, outgoing, status),
    recipient_user_id: thread.identity.bsuid,
    ...(hasPricing && { pricing: pricingOf(world, category) }),
  }
  void world.sender.enqueue(statusUpdate(thread, body, { hasContact: true }))
  world.changed(thread)
}

/** Tells the business that the message will never arrive. */
export function sendFailure(world: World, outgoing: Outgoing, code: number, details: string) {
  const { thread, message, isByUserId } = outgoing
  thread.progress.set(message.wamid, 'failed')
  const body = {
    ...statusBody(world, outgoing, 'failed'),
    ...(isByUserId && { recipient_user_id: thread.identity.bsuid }),
    errors: [statusError(code, details)],
  }
  void world.sender.enqueue(statusUpdate(thread, body, { hasContact: false }))
  world.changed(thread)
}

/** Walks the message up the ladder: sent, delivered (the person has it from then on), read. */
export function startLadder(world: World, outgoing: Outgoing) {
  const { sent, delivered, read } = world.statusDelays
  const { thread, message } = outgoing
  const isRead = read !== null && thread.identity.hasReadReceipts
  const isSkipped = isRead && world.random() < world.behaviour.skipDelivered
  const after = (ms: number, run: () => void) => void world.clock.after(ms, () => world.isClosed || run())

  after(sent, () => {
    sendStatus(world, outgoing, 'sent', true)
    if (message.type === 'reaction') return arrive(world, outgoing)
    after(delivered - sent, () => {
      arrive(world, outgoing)
      if (!isSkipped) sendStatus(world, outgoing, 'delivered', true)
      if (read !== null && isRead) after(read - delivered, () => sendStatus(world, outgoing, 'read', isSkipped))
    })
  })
}

function arrive(world: World, { thread, message, category }: Outgoing) {
  thread.inbox.push(message)
  if (category === 'service' && message.type !== 'reaction') {
    const month = world.clock.now().toISOString().slice(0, 7)
    const { serviceDeliveries } = thread.channel
    serviceDeliveries.set(month, (serviceDeliveries.get(month) ?? 0) + 1)
  }
  delete thread.typingUntil
  world.changed(thread)
}
