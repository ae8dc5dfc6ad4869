import { z } from 'zod'
import { MAX_BUTTON_CHARS, MAX_BUTTONS, MAX_CAPTION_CHARS, MAX_TEXT_CHARS } from './channel-limits.ts'
import { emergency } from './emergency.ts'
import { type Language, localizedText, textIn } from './language.ts'
import { type OutboundMessage, textMessage } from './message.ts'
import { askedId, id } from './names.ts'
import { noticeApproval } from './notice-approval.ts'
import { noticeTemplate, noticeTemplateMessage } from './notice-template.ts'
import { segment } from './segment.ts'
import { sendingPlan } from './sending-plan.ts'
import { startWireId } from './start-tap.ts'

const picture = askedId(200)

/** A button under a notice: whoever taps it begins the flow. */
export const noticeButton = z.strictObject({ label: localizedText({ maxChars: MAX_BUTTON_CHARS }), flowId: id })
export type NoticeButton = z.infer<typeof noticeButton>

/** What is said to many, and to whom. */
export const broadcastDraft = z.strictObject({
  /** For the town hall's own list. */
  name: z.string().trim().min(1).max(120),
  text: localizedText({ maxChars: MAX_TEXT_CHARS }),
  /** A picture of the town's media store. */
  pictureId: picture.nullable(),
  segment,
  /** What whoever last wrote over 24 hours ago gets; without one they get nothing. */
  template: noticeTemplate.nullable().optional(),
  emergency: emergency.nullable().optional(),
  buttons: z.array(noticeButton).max(MAX_BUTTONS).optional(),
})
export type BroadcastDraft = z.infer<typeof broadcastDraft>

/**
 * A draft is written, and may wait for its time; then its recipients are listed, it goes out, and it has gone out. On its
 * way it may be held for a while, or ended before everybody has got it.
 */
export const broadcastStates = ['draft', 'scheduled', 'listing', 'sending', 'paused', 'sent', 'stopped'] as const

const count = z.number().int()

/** How far a broadcast is. `waiting` have not been handed to the channel yet; `left` wanted no more notices meanwhile. */
export const broadcastProgress = z.strictObject({
  ...{ recipients: count, waiting: count, sent: count, delivered: count, read: count, failed: count, left: count },
  /** What failed, by the platform's own words, the most frequent first. */
  reasons: z.array(z.strictObject({ reason: z.string(), count })),
})
export type BroadcastProgress = z.infer<typeof broadcastProgress>

export const broadcast = broadcastDraft.extend({
  id: z.string(),
  rev: count,
  state: z.enum(broadcastStates),
  /** Name of who wrote it last, and of who sent it. */
  by: z.string(),
  changedAt: z.string(),
  sentBy: z.string().nullable(),
  sentAt: z.string().nullable(),
  finishedAt: z.string().nullable(),
  /** Ids of everybody who has written any of it. */
  authorIds: z.array(z.string()).optional(),
  approval: noticeApproval.nullable().optional(),
  /** Of a scheduled one: when it goes out, and when it does so next. */
  plan: sendingPlan.nullable().optional(),
  nextAt: z.string().nullable().optional(),
  /** Of one that goes out by a repeated plan: the notice that was planned. */
  planOf: z.string().nullable().optional(),
  /** Of an emergency in front of every flow: until when it stands there, or when it was taken away. */
  frontUntil: z.string().nullable().optional(),
  /** When it should have gone out and nothing was running for too long; nothing was sent. */
  missedAt: z.string().nullable().optional(),
})
export type Broadcast = z.infer<typeof broadcast>

/** Every button says something, and in no language do two say the same: the platform refuses that. */
function areButtonsWritten(buttons: readonly NoticeButton[]): boolean {
  const written = buttons.map(({ label }) => Object.entries(label).filter(([, text]) => text?.trim()))
  const said = written.flat().map(([code, text]) => `${code} ${text?.trim()}`)
  return written.every(texts => texts.length > 0) && new Set(said).size === said.length
}

/** Why it cannot be sent as it is; null when it can. */
export function broadcastFault({
  text,
  pictureId,
  buttons = [],
}: Pick<BroadcastDraft, 'text' | 'pictureId' | 'buttons'>): 'empty' | 'too_long' | 'button' | null {
  const written = Object.values(text).filter(each => each?.trim())
  if (written.length === 0) return 'empty'
  if (!areButtonsWritten(buttons)) return 'button'
  const most = pictureId || buttons.length > 0 ? MAX_CAPTION_CHARS : MAX_TEXT_CHARS
  return written.some(each => each.length > most) ? 'too_long' : null
}

/** The notice as one person gets it. */
export function broadcastMessage(
  { text, pictureId, buttons = [] }: Pick<BroadcastDraft, 'text' | 'pictureId' | 'buttons'>,
  language: Language,
  fallback: Language,
): OutboundMessage {
  const spoken = text[language]?.trim() ? language : fallback
  const message = {
    ...textMessage(textIn(text, spoken, fallback), spoken),
    choices: buttons.map(({ label, flowId }) => ({
      ...{ id: startWireId(flowId), label: textIn(label, spoken, fallback), description: null },
    })),
  }
  if (!pictureId) return message
  return { ...message, media: { kind: 'image', mediaId: pictureId, url: null, fileName: null } }
}

/** The message one person gets: the notice, or its template once their 24-hour window has closed. */
export function noticeFor(
  notice: Pick<BroadcastDraft, 'text' | 'pictureId' | 'buttons' | 'template'>,
  town: { name: string; defaultLanguage: Language },
  { language, called, isWindowClosed }: { language: Language; called: string | null; isWindowClosed: boolean },
): OutboundMessage {
  if (isWindowClosed && notice.template)
    return noticeTemplateMessage(notice.template, notice, town, { language, called })
  return broadcastMessage(notice, language, town.defaultLanguage)
}

/** What an officer writes to the channel from their own phone, and the number that has done so within a day. */
export const testPhone = z.strictObject({ code: z.string(), phone: z.string().nullable() })
