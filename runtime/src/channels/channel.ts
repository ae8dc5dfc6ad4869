import type { OutboundMessage, Reply, WindowTemplate } from '@pregoner/shared'

/** A connected number or page of a town, with its secrets opened. Never logged, never sent to a browser. */
export interface Channel {
  key: string
  kind: 'whatsapp' | 'webchat'
  town: string
  state: 'live' | 'paused' | 'not_connected'
  phoneNumberId: string | null
  displayNumber: string | null
  accessToken: string | null
  appSecret: string | null
  verifyToken: string | null
  /** What asks a citizen to reply once the 24-hour window has closed. */
  windowTemplate: WindowTemplate | null
  /** The platform's limit for this number, in messages a second, in and out. */
  messagesPerSecond: number
}

/** How a person is known on a channel. The first one of an item is what it is routed by. */
export interface Identity {
  type: 'bsuid' | 'parent_bsuid' | 'phone' | 'visitor'
  value: string
}

/** A file the platform holds for us for some days; fetched after the step that mentions it. */
export interface RemoteFile {
  /** Our own id, derived from channel and platform id, so that a second delivery names the same file. */
  mediaId: string
  platformId: string
}

/** Something a person sent, in our words. */
export interface InboundMessage {
  kind: 'message'
  /** The platform's id of the message; hashed before it is stored anywhere. */
  externalId: string
  identities: [Identity, ...Identity[]]
  /** Name shown by the person's own app; untrusted. */
  name: string | null
  at: Date
  reply: Omit<Reply, 'messageId'>
  files: RemoteFile[]
  /** Opens the service window but is no answer to anything: a reaction, an edit, an unsupported kind. */
  isSilent: boolean
}

/** How far one of our messages got, as the platform tells. */
export interface DeliveryReport {
  kind: 'status'
  platformId: string
  /** The effect id we sent along; null when the platform does not give it back. */
  effectId: string | null
  status: 'accepted' | 'delivered' | 'read' | 'failed'
  error: { code: number; text: string } | null
  /** After which pause a failed one is worth another try; null when it has failed for good. */
  againAfterMs: number | null
  at: Date
}

/** The person has a new number or id: both lead to the same contact from now on. */
export interface IdentityChange {
  kind: 'identity_change'
  externalId: string
  from: [Identity, ...Identity[]]
  to: [Identity, ...Identity[]]
}

/** The person has said in the platform's own settings that they want no more of it. */
export interface PlatformOptOut {
  kind: 'opt_out'
  externalId: string
  identities: [Identity, ...Identity[]]
  isStop: boolean
}

/** News about the channel itself: quality, limits, a locked account. `isFatal` pauses it. */
export interface ChannelNews {
  kind: 'channel_news'
  code: string
  isFatal: boolean
}

/** Valid, but of a kind we do not know; kept and counted, never refused. */
export interface UnknownItem {
  kind: 'unknown'
  externalId: string
  raw: unknown
}

export type InboundItem = InboundMessage | DeliveryReport | IdentityChange | PlatformOptOut | ChannelNews | UnknownItem

/** What became of handing a message over. */
export type SendResult =
  | { kind: 'accepted'; platformId: string }
  /** Refused for now: nothing was sent. `scope` says who has to slow down. */
  | { kind: 'later'; afterMs: number; scope: 'message' | 'person' | 'channel'; code: number }
  /** Refused for good. */
  | { kind: 'failed'; code: number; reason: string }
  /** Nobody knows whether it went out: a time-out, a reset, a 5xx. */
  | { kind: 'unknown'; reason: string }
  /** The channel itself cannot send: token, account, payment. */
  | { kind: 'halted'; code: number; reason: string }

export interface OutboundSend {
  /** Comes back in every delivery report. */
  effectId: string
  to: Identity
  message: OutboundMessage
}

/** What the pipeline needs of a kind of channel. Provider words stay on the other side of it. */
export interface ChannelAdapter {
  send(channel: Channel, send: OutboundSend): Promise<SendResult>
  /** Downloads a file the platform holds; null when it is gone for good. Throws when it may be tried again. */
  fetchFile(channel: Channel, file: RemoteFile): Promise<{ bytes: Buffer; mime: string } | null>
  /** Tells the person that the message was seen and an answer is being written. Never throws. */
  markSeen(channel: Channel, externalId: string): Promise<void>
}
