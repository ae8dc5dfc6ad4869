import { sha256Of } from '../graph/media-store.ts'
import { isBlocked } from '../graph/messages.ts'
import type { Json } from '../json.ts'
import type { MediaPart, Place, SentMessage } from '../types.ts'
import { messageUpdate, seconds, shownPhone } from '../webhooks/values.ts'
import type { World } from '../world.ts'
import { createAccountActions } from './account.ts'
import { noteInbound } from './inbound.ts'
import { createTapping } from './tapping.ts'
import type { Thread } from './thread.ts'
import { createWaiting } from './waiting.ts'

/** What can go with any message a person writes. */
export interface Extras {
  /** Quotes this message. */
  replyTo?: string
  isForwarded?: boolean
  /** Click-to-WhatsApp ad the person came from. */
  referral?: Json
}

export interface MediaExtras extends Extras {
  caption?: string
  filename?: string
  isAnimated?: boolean
}

/** Sends one message of a person; resolves with its wamid after the first attempt to deliver its webhook. */
export type SendRaw = (message: Json, shown?: Partial<SentMessage>) => Promise<string>

/** One person's phone, talking to one number of the business. */
export type Person = ReturnType<typeof createPerson>

export function createPerson(world: World, thread: Thread) {
  const { channel, identity } = thread

  async function sendsRaw(message: Json, shown: Partial<SentMessage> = {}): Promise<string> {
    const wamid = typeof message.id === 'string' ? message.id : world.ids.wamid()
    const at = world.clock.now()
    const phone = shownPhone(identity)
    const type = String(message.type)
    const sent = { wamid, type, text: '', at, isDelivered: false, isRead: false, ...shown }
    const from = { ...(phone && { from: phone }), from_user_id: identity.bsuid }
    const full = { ...from, id: wamid, timestamp: seconds(at), ...message }
    noteInbound(world, thread, wamid)
    thread.sent.push(sent)
    world.changed()
    if (isBlocked(channel, thread) || !channel.isSubscribed) return wamid
    const delivery = await world.sender.enqueue(messageUpdate(thread, full))
    sent.isDelivered = delivery.status === 200
    world.changed()
    return wamid
  }

  const contextOf = ({ replyTo, isForwarded, referral }: Extras) => ({
    ...(replyTo && { context: { from: channel.digits, id: replyTo } }),
    ...(isForwarded && { context: { forwarded: true } }),
    ...(referral && { referral }),
  })

  const quoted = (replyTo: string | undefined) => (replyTo === undefined ? {} : { quotes: replyTo })

  function sendsMedia(kind: string, bytes: Buffer, mime: string, own: Json, extras: MediaExtras) {
    const { caption, filename } = extras
    const name = filename === undefined ? {} : { filename }
    const media = world.media.keep({ phoneNumberId: channel.phoneNumberId, mime, bytes, ...name, isInbound: true })
    const { token } = world.media.ticket(media)
    const part = {
      id: media.id,
      mime_type: mime,
      sha256: sha256Of(bytes, 'base64'),
      ...(caption !== undefined && { caption }),
      ...name,
      ...own,
      url: `${world.url}/whatsapp_business/attachments/?mid=${media.id}&hash=${token}`,
    }
    const shown: MediaPart = { kind, id: media.id, mime, ...name }
    return sendsRaw({ ...contextOf(extras), type: kind, [kind]: part }, { text: caption ?? '', media: shown })
  }

  const lastAsking = (type: string) => {
    const last = thread.inbox.findLast(message => message.type !== 'reaction')
    return last?.type === type ? last.wamid : undefined
  }

  return {
    identity,
    thread,
    inbox: thread.inbox,
    sent: thread.sent,
    ...createWaiting(world, thread),
    ...createTapping(thread, sendsRaw),
    ...createAccountActions(world, thread, sendsRaw),
    sendsRaw,

    sends: (text: string, extras: Extras = {}) =>
      sendsRaw({ ...contextOf(extras), type: 'text', text: { body: text } }, { text, ...quoted(extras.replyTo) }),

    sendsImage: (bytes: Buffer, mime = 'image/jpeg', caption?: string, extras: Extras = {}) =>
      sendsMedia('image', bytes, mime, {}, { ...extras, ...(caption !== undefined && { caption }) }),
    sendsVideo: (bytes: Buffer, mime = 'video/mp4', caption?: string, extras: Extras = {}) =>
      sendsMedia('video', bytes, mime, {}, { ...extras, ...(caption !== undefined && { caption }) }),
    /** A voice message unless the MIME type is another one than WhatsApp records. */
    sendsAudio: (bytes: Buffer, mime = 'audio/ogg; codecs=opus', extras: Extras = {}) =>
      sendsMedia('audio', bytes, mime, { voice: mime.startsWith('audio/ogg') }, extras),
    sendsDocument: (bytes: Buffer, mime: string, filename: string, extras: MediaExtras = {}) =>
      sendsMedia('document', bytes, mime, {}, { ...extras, filename }),
    sendsSticker: (bytes: Buffer, extras: MediaExtras = {}) =>
      sendsMedia('sticker', bytes, 'image/webp', { animated: extras.isAnimated ?? false }, extras),

    /** A place, as an answer when the business has just asked for one; a pin when it has a name. */
    sendsLocation(place: Place, extras: Extras = {}) {
      const replyTo = extras.replyTo ?? lastAsking('location_request_message')
      const context = contextOf({ ...extras, ...(replyTo && { replyTo }) })
      return sendsRaw(
        { ...context, type: 'location', location: place },
        { text: place.name ?? '', location: place, ...quoted(replyTo) },
      )
    },

    sendsContact: (contacts: Json[], extras: Extras = {}) =>
      sendsRaw({ ...contextOf(extras), type: 'contacts', contacts }, { text: 'Contact' }),

    /** Answers a request for the phone number, which is no longer hidden from then on. */
    sharesPhone(): Promise<string> {
      const { phone, name } = identity
      if (!phone) throw new Error('This person has no phone number to share.')
      const replyTo = lastAsking('contact_request')
      const contact = {
        name: { formatted_name: name ?? phone, ...(name && { first_name: name }) },
        phones: [{ phone: `+${phone}`, wa_id: identity.waId ?? phone, type: 'CELL' }],
        origin: 'contact_request',
      }
      const sent = sendsRaw(
        { ...contextOf(replyTo ? { replyTo } : {}), type: 'contacts', contacts: [contact] },
        { text: `+${phone}`, ...quoted(replyTo) },
      )
      identity.hidesPhone = false
      return sent
    },

    /** Fills in a WhatsApp flow; `answers` may be any text, to try what is not JSON. */
    answersFlow(answers: Json | string): Promise<string> {
      const message = thread.inbox.findLast(one => one.flow !== undefined)
      const token = message?.flow?.token === undefined ? {} : { flow_token: message.flow.token }
      const response = typeof answers === 'string' ? answers : JSON.stringify({ ...token, ...answers })
      const reply = { name: 'flow', body: 'Sent', response_json: response }
      return sendsRaw(
        {
          ...contextOf(message ? { replyTo: message.wamid } : {}),
          type: 'interactive',
          interactive: { type: 'nfm_reply', nfm_reply: reply },
        },
        { text: 'Form sent' },
      )
    },

    /** An empty emoji takes the reaction back. */
    reacts: (wamid: string, emoji: string) =>
      sendsRaw(
        { type: 'reaction', reaction: { message_id: wamid, ...(emoji && { emoji }) } },
        { text: emoji, quotes: wamid },
      ),
    edits: (wamid: string, text: string) =>
      sendsRaw(
        { type: 'edit', edit: { original_message_id: wamid, message: { type: 'text', text: { body: text } } } },
        { text, quotes: wamid },
      ),
    revokes: (wamid: string) => sendsRaw({ type: 'revoke', revoke: { original_message_id: wamid } }, { quotes: wamid }),
    sendsUnsupported: (kind = 'poll') =>
      sendsRaw({
        type: 'unsupported',
        errors: [
          {
            code: 131051,
            title: 'Message type unknown',
            message: 'Message type unknown',
            error_data: { details: 'Message type is currently not supported.' },
          },
        ],
        unsupported: { type: kind },
      }),
    /** Opens the chat for the first time, which the business only hears of when it asked to. */
    opensChat: () => sendsRaw({ type: 'request_welcome' }),
  }
}
