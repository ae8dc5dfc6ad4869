import type { Clock } from './clock.ts'

/** One business number: what Meta knows of it and where its webhooks go. */
export interface DoubleChannel {
  phoneNumberId: string
  displayNumber: string
  /** `waba-` + the phone number id when not given. */
  wabaId?: string
  appSecret: string
  accessToken: string
  webhookUrl: string
  verifyToken?: string
  verifiedName?: string
}

export interface StatusDelays {
  sent: number
  delivered: number
  /** `null`: nobody reads. */
  read: number | null
}

/** Which of Meta's limits are enforced; the 24-hour window is, the two rates only when asked for. */
export interface Limits {
  window: boolean
  pair: boolean
  /** Messages a second and number, in and out; `null` for no limit. */
  throughputPerSecond: number | null
}

export interface DoubleOptions {
  channels: DoubleChannel[]
  /** 0, the default, takes a free one. */
  port?: number
  host?: string
  clock?: Clock
  /** Milliseconds after acceptance, by `clock`; all 0 by default. */
  statusDelaysMs?: Partial<StatusDelays>
  limits?: Partial<Limits>
  /** The same seed gives the same ids; give another one to a second double that meets the same server's data. */
  seed?: number
  /** Waits between the attempts of a webhook not answered by 200; when they are used up it is dropped. */
  retryDelaysMs?: readonly number[]
  /** How long a webhook waits for its answer, in real milliseconds. */
  webhookTimeoutMs?: number
}

/** How webhooks misbehave; everything is off until set. */
export interface Behaviour {
  /** Share of POSTs that are sent twice. */
  duplicate: number
  /** POSTs overtake one another. */
  reorder: boolean
  /** Up to so many updates in one POST. */
  batch: number
  /** Share of messages that go from sent to read at once. */
  skipDelivered: number
  /** Share of webhook answers that never reach the sender, so that it repeats what was received. */
  loseAnswers: number
}

/** The Graph operation a fault strikes. */
export type Operation = 'messages' | 'media' | 'download' | 'templates' | 'number' | 'account'

export interface FaultScope {
  /** Default `messages`. */
  on?: Operation | 'any'
  /** Only calls to this person: phone or BSUID. */
  to?: string
  phoneNumberId?: string
  /** How many calls are struck; default 1, `Infinity` until cleared. */
  times?: number
  /** The answer, whichever it is, comes so much later (real time). */
  delayMs?: number
}

export type FaultKind =
  /** An error of Graph; `async` accepts first and fails later by a status. */
  | { code: number; async?: boolean; details?: string }
  /** An answer of the front servers: a status and a page that is not JSON. */
  | { httpStatus: number }
  /** The connection breaks: `before` the message was taken, or `after`. */
  | { reset: 'before' | 'after' }
  /** No answer ever; the message is not taken. */
  | { hang: true }
  /** Only slow. */
  | { delayMs: number }

export type Fault = FaultScope & FaultKind

export interface GraphCall {
  at: Date
  method: string
  /** Without version prefix and query. */
  path: string
  query: Record<string, string>
  phoneNumberId?: string
  /** The parsed JSON; of a form its fields, with `file: { name, type, size }`. */
  body: unknown
  /** 0 until answered, and for ever when the connection was broken. */
  status: number
  answer: unknown
}

/** What became of one webhook POST. `status` is missing when no answer came. */
export interface Delivery {
  status?: number
  body: string
  ms: number
}

export interface Choice {
  id: string
  title: string
}

export interface Row extends Choice {
  description?: string
  section?: string
}

export interface Place {
  latitude: number
  longitude: number
  name?: string
  address?: string
}

export interface MediaPart {
  kind: string
  id?: string
  link?: string
  mime?: string
  filename?: string
  voice?: boolean
}

/** What a person sees of one message of the business. */
export interface ReceivedMessage {
  wamid: string
  /** Graph's type; for interactive messages the inner one: button, list, cta_url, location_request_message… */
  type: string
  /** Body, caption, or the filled-in body of a template; empty when there is none. */
  text: string
  header?: string
  footer?: string
  buttons?: Choice[]
  listButton?: string
  rows?: Row[]
  link?: { label: string; url: string }
  media?: MediaPart
  location?: Place
  contacts?: unknown[]
  reaction?: { messageId: string; emoji: string }
  template?: { name: string; language: string; category: string; parameters: string[] }
  flow?: { id?: string; label: string; token?: string }
  /** The message it quotes. */
  quotes?: string
  at: Date
  callbackData?: string
  /** The body of the call that sent it. */
  raw: unknown
}

/** What a person did, as the phone shows it. */
export interface SentMessage {
  wamid: string
  type: string
  text: string
  media?: MediaPart
  location?: Place
  quotes?: string
  at: Date
  /** The webhook was answered by 200. */
  isDelivered: boolean
  /** The business marked it as read. */
  isRead: boolean
}
