import {
  fits,
  listButton,
  MAX_CAPTION_CHARS,
  MAX_LINK_LABEL_CHARS,
  MAX_TEXT_CHARS,
  numberedText,
  type OutboundMessage,
  phrase,
  renderingOf,
} from '@pregoner/shared'

/** The part of a send call that depends on the message: `type` and what belongs to it. */
export type MessageBody = { type: string } & Record<string, unknown>

/** A body the platform would refuse is a bug of ours or a text too long; it fails instead of being cut. */
export class UnsendableMessage extends Error {}

function textBody(text: string): MessageBody {
  if (!fits(text, MAX_TEXT_CHARS)) throw new UnsendableMessage('text longer than 4,096 characters')
  if (text.trim() === '') throw new UnsendableMessage('nothing to say')
  return { type: 'text', text: { body: text, preview_url: false } }
}

const interactive = (content: Record<string, unknown>): MessageBody => ({ type: 'interactive', interactive: content })

const headed = ['image', 'video', 'document'] // what may stand over buttons

/** A file over the text and its buttons. */
function header({ media }: OutboundMessage, mediaId: string | null): Record<string, unknown> {
  if (!media) return {}
  const filename = media.kind === 'document' ? { filename: media.fileName ?? 'document' } : {}
  const source = mediaId ? { id: mediaId } : { link: media.url }
  return { header: { type: media.kind, [media.kind]: { ...source, ...filename } } }
}

function buttons(message: OutboundMessage, mediaId: string | null): MessageBody {
  const { text, choices } = message
  const replies = choices.map(({ id, label }) => ({ type: 'reply', reply: { id, title: label } }))
  return interactive({ type: 'button', ...header(message, mediaId), body: { text }, action: { buttons: replies } })
}

function list(message: OutboundMessage): MessageBody {
  const { text, choices, language } = message
  const rows = choices.map(({ id, label, description }) => ({
    id,
    title: label,
    ...(description ? { description } : {}),
  }))
  const sections = [{ title: phrase('choose', language, language), rows }]
  return interactive({ type: 'list', body: { text }, action: { button: listButton(message), sections } })
}

function media({ media, text }: OutboundMessage, mediaId: string | null): MessageBody {
  if (!media) throw new UnsendableMessage('no file')
  if (text && !fits(text, MAX_CAPTION_CHARS)) throw new UnsendableMessage('caption longer than 1,024 characters')
  const source = mediaId ? { id: mediaId } : { link: media.url }
  const caption = text && media.kind !== 'audio' ? { caption: text } : {}
  const filename = media.kind === 'document' ? { filename: media.fileName ?? 'document' } : {}
  return { type: media.kind, [media.kind]: { ...source, ...caption, ...filename } }
}

function place({ place }: OutboundMessage): MessageBody {
  const { latitude = null, longitude = null, name, address } = place ?? {}
  if (latitude === null || longitude === null) return textBody([name, address].filter(Boolean).join('\n'))
  const named = { ...(name ? { name } : {}), ...(address ? { address } : {}) }
  return { type: 'location', location: { latitude, longitude, ...named } }
}

function link(message: OutboundMessage): MessageBody {
  const { text, link } = message
  if (!link || !text || !fits(text, MAX_CAPTION_CHARS) || !fits(link.label, MAX_LINK_LABEL_CHARS)) {
    return textBody([text, link?.label, link?.url].filter(Boolean).join('\n'))
  }
  const parameters = { display_text: link.label, url: link.url }
  return interactive({ type: 'cta_url', body: { text }, action: { name: 'cta_url', parameters } })
}

/** Parameters take no line break, tab or run of spaces, or the platform refuses the whole message. */
const parameterText = (text: string) => text.replace(/\s+/g, ' ').trim()

function template({ name, languageCode, parameters }: NonNullable<OutboundMessage['template']>): MessageBody {
  const filled = parameters.map(text => ({ type: 'text', text: parameterText(text) }))
  const components = filled.length > 0 ? [{ type: 'body', parameters: filled }] : []
  return { type: 'template', template: { name, language: { code: languageCode }, components } }
}

const asksPlace = ({ text }: OutboundMessage): MessageBody =>
  fits(text, MAX_CAPTION_CHARS)
    ? interactive({ type: 'location_request_message', body: { text }, action: { name: 'send_location' } })
    : textBody(text)

/**
 * How a message looks on WhatsApp. Lists degrade to numbered text, nothing is ever cut; what does not fit even so
 * throws UnsendableMessage. `mediaId` is the platform's id of the message's file, uploaded before.
 */
export function renderMessage(message: OutboundMessage, mediaId: string | null): MessageBody {
  if (message.template) return template(message.template)
  const rendering = renderingOf(message)
  const isOverButtons = rendering === 'buttons' && headed.some(kind => kind === message.media?.kind)
  if (message.media && !isOverButtons) return media(message, mediaId)
  if (message.place) return place(message)
  if (message.link) return link(message)
  if (rendering === 'buttons') return buttons(message, mediaId)
  if (rendering === 'list') return list(message)
  if (rendering === 'numbered') return textBody(numberedText(message))
  return message.asksPlace ? asksPlace(message) : textBody(message.text)
}
