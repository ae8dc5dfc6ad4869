import { sendStatus } from '../statuses.ts'
import { metadataOf, seconds, shownPhone } from '../webhooks/values.ts'
import type { World } from '../world.ts'
import type { SendRaw } from './person.ts'
import { readdress, type Thread } from './thread.ts'

/** What a person does to their WhatsApp account rather than in the chat. */
export function createAccountActions(world: World, thread: Thread, sendsRaw: SendRaw) {
  const { channel, identity } = thread

  return {
    /** Moves to another number: a system message from the old one, and a new BSUID. */
    async changesNumber(newPhone: string): Promise<string> {
      const { phone, bsuid: previous, name } = identity
      const next = newPhone.replace(/\D/g, '')
      const bsuid = world.ids.bsuid(previous.slice(0, 2))
      const system = {
        type: 'user_changed_number',
        body: `User ${name ?? ''} changed from ${phone ?? ''} to ${next}`,
        wa_id: next,
        user_id: bsuid,
        previous_user_id: previous,
      }
      const sent = sendsRaw({ type: 'system', ...(phone && { from: phone }), system })
      readdress(world, identity, { phone: next, bsuid })
      return sent
    },
    /** Gets another BSUID while no phone is shown. */
    async changesUserId(): Promise<string> {
      const previous = identity.bsuid
      const bsuid = world.ids.bsuid(previous.slice(0, 2))
      const body = `User ${identity.name ?? ''} changed their user id`
      const system = { type: 'user_changed_user_id', body, user_id: bsuid, previous_user_id: previous }
      const sent = sendsRaw({ type: 'system', system })
      readdress(world, identity, { bsuid })
      return sent
    },

    /** Blocks the business: nothing arrives any more and every message to this person fails. */
    blocks(isBlocking = true) {
      identity.hasBlockedBusiness = isBlocking
    },
    /** Turns marketing messages off or on in WhatsApp's settings. */
    stopsMarketing(isStopping = true) {
      identity.hasStoppedMarketing = isStopping
      const phone = shownPhone(identity)
      const who = { ...(phone && { wa_id: phone }), user_id: identity.bsuid }
      const preference = {
        ...who,
        category: 'marketing_messages',
        value: isStopping ? 'stop' : 'resume',
        detail: `User requested to ${isStopping ? 'stop' : 'resume'} marketing messages`,
        timestamp: Number(seconds(world.clock.now())),
      }
      const metadata = metadataOf(channel)
      const value = { messaging_product: 'whatsapp', metadata, contacts: [who], user_preferences: [preference] }
      return world.sender.enqueue({ channel, lane: thread.key, field: 'user_preferences', value })
    },
    /** Listens to a voice message for the first time. */
    plays(wamid: string) {
      const message = thread.inbox.find(one => one.wamid === wamid)
      if (message) sendStatus(world, { thread, message, category: 'service', isByUserId: false }, 'played', false)
    },
  }
}
