import { type Json, recordOf } from '../json.ts'
import type { Channel, World } from '../world.ts'
import {
  invalid,
  missing,
  onlyKeys,
  optionalText,
  requireList,
  requireNumber,
  requireOneOf,
  requireRecord,
  requireText,
  wrongKind,
} from './check.ts'
import { GraphFailure } from './errors.ts'
import { checkInteractive } from './interactive.ts'
import { checkMediaPart, mediaKinds } from './media-kinds.ts'
import { checkTemplate } from './template-check.ts'
import type { Template } from './template-store.ts'

/** A message body that has passed: its type, its part, and what Meta would find fault with only later. */
export interface CheckedMessage {
  type: string
  part: Json
  template?: Template
  lateFailure?: { code: number; details: string }
}

const COMMON_KEYS = [
  'messaging_product',
  'recipient_type',
  'to',
  'recipient',
  'type',
  'context',
  'biz_opaque_callback_data',
]
const OTHER_TYPES = ['text', 'location', 'contacts', 'reaction', 'interactive', 'template']

/** Checks the body of `POST /messages`; throws what Graph would answer at once. */
export function checkMessage(world: World, channel: Channel, body: Json): CheckedMessage {
  requireOneOf(body, 'messaging_product', ['whatsapp'], 'messaging_product')
  if (body.recipient_type !== undefined) requireOneOf(body, 'recipient_type', ['individual'], 'recipient_type')
  optionalText(body, 'biz_opaque_callback_data', { max: 512, path: 'biz_opaque_callback_data' })
  if (body.to === undefined && body.recipient === undefined) throw missing('to')
  const type = body.type === undefined ? 'text' : requireText(body, 'type', { max: 50, path: 'type' })
  if (!(type in mediaKinds) && !OTHER_TYPES.includes(type)) {
    throw new GraphFailure(
      100,
      `Param type must be one of {AUDIO, CONTACTS, DOCUMENT, IMAGE, INTERACTIVE, LOCATION, …}.`,
    )
  }
  onlyKeys(body, 'message', [...COMMON_KEYS, type])
  checkContext(body, type)
  const details = (late: string | undefined) =>
    late === undefined ? {} : { lateFailure: { code: 131053, details: late } }

  if (type === 'contacts') {
    requireList(body, 'contacts', { min: 1, max: 257, path: 'contacts' }).forEach(checkContact)
    return { type, part: { contacts: body.contacts } }
  }
  const part = requireRecord(body, type, type)
  if (type in mediaKinds) return { type, part, ...details(checkMediaPart(world, channel, type, part)) }
  if (type === 'interactive') {
    const header = checkInteractive(part)
    return { type, part, ...details(header && checkMediaPart(world, channel, header.kind, header.part)) }
  }
  if (type === 'template') {
    const { template, media } = checkTemplate(world, channel, part)
    const late = media.map(one => checkMediaPart(world, channel, one.kind, one.part)).find(why => why !== undefined)
    return { type, part, template, ...details(late) }
  }
  if (type === 'text') checkText(part)
  if (type === 'location') checkLocation(part)
  if (type === 'reaction') checkReaction(part)
  return { type, part }
}

function checkContext(body: Json, type: string) {
  if (body.context === undefined) return
  const context = requireRecord(body, 'context', 'context')
  requireText(context, 'message_id', { max: 500, path: "context['message_id']" })
  if (type === 'reaction') throw new GraphFailure(100, 'A reaction cannot be sent as a contextual reply.')
}

function checkText(text: Json) {
  onlyKeys(text, 'text', ['body', 'preview_url'])
  requireText(text, 'body', { max: 4096, path: "text['body']" })
  if (text.preview_url !== undefined && typeof text.preview_url !== 'boolean') {
    throw wrongKind("text['preview_url']", 'a boolean.')
  }
}

function checkLocation(location: Json) {
  onlyKeys(location, 'location', ['latitude', 'longitude', 'name', 'address'])
  requireNumber(location, 'latitude', { min: -90, max: 90, path: "location['latitude']" })
  requireNumber(location, 'longitude', { min: -180, max: 180, path: "location['longitude']" })
  optionalText(location, 'name', { max: 1000, path: "location['name']" })
  optionalText(location, 'address', { max: 1000, path: "location['address']" })
}

function checkReaction(reaction: Json) {
  onlyKeys(reaction, 'reaction', ['message_id', 'emoji'])
  requireText(reaction, 'message_id', { max: 500, path: "reaction['message_id']" })
  const { emoji } = reaction
  if (typeof emoji !== 'string') throw missing("reaction['emoji']")
  const graphemes = [...new Intl.Segmenter('en').segment(emoji)]
  if (graphemes.length > 1) throw invalid("reaction['emoji']", 'must be one emoji or empty.')
}

function checkContact(contact: Json, index: number) {
  const name = requireRecord(contact, 'name', `contacts[${index}]['name']`)
  requireText(name, 'formatted_name', { max: 1000, path: `contacts[${index}]['name']['formatted_name']` })
  const others = Object.keys(recordOf(name)).filter(key => key !== 'formatted_name')
  if (others.length === 0) throw missing(`contacts[${index}]['name']['first_name']`)
}
