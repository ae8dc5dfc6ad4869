import type { CheckedMessage } from '../graph/message-check.ts'
import { fillIn } from '../graph/template-check.ts'
import { type Json, recordOf, recordsOf, textOf } from '../json.ts'
import type { Choice, MediaPart, ReceivedMessage } from '../types.ts'
import type { World } from '../world.ts'

type Shown = Partial<ReceivedMessage> & { type: string; text: string }

/** What a person sees of a message that Graph has taken. */
export function receivedFrom(world: World, wamid: string, message: CheckedMessage, body: Json): ReceivedMessage {
  const quotes = textOf(recordOf(body.context).message_id)
  const callbackData = textOf(body.biz_opaque_callback_data)
  return {
    wamid,
    ...shownParts(world, message),
    ...(quotes !== undefined && { quotes }),
    at: world.clock.now(),
    ...(callbackData !== undefined && { callbackData }),
    raw: body,
  }
}

function shownParts(world: World, { type, part, template }: CheckedMessage): Shown {
  if (type === 'text') return { type, text: textOf(part.body) ?? '' }
  if (type === 'interactive') return shownInteractive(world, part)
  if (type === 'template' && template) return shownTemplate(world, template, part)
  if (type === 'contacts') return { type, text: '', contacts: recordsOf(part.contacts) }
  if (type === 'reaction') {
    const emoji = textOf(part.emoji) ?? ''
    return { type, text: emoji, reaction: { messageId: textOf(part.message_id) ?? '', emoji } }
  }
  if (type === 'location') return { type, text: textOf(part.name) ?? '', location: placeOf(part) }
  return { type, text: textOf(part.caption) ?? '', media: mediaPart(world, type, part) }
}

function placeOf(part: Json) {
  const name = textOf(part.name)
  const address = textOf(part.address)
  const place = { latitude: Number(part.latitude), longitude: Number(part.longitude) }
  return { ...place, ...(name !== undefined && { name }), ...(address !== undefined && { address }) }
}

export function mediaPart(world: World, kind: string, part: Json): MediaPart {
  const id = textOf(part.id)
  const link = textOf(part.link)
  const mime = id === undefined ? undefined : world.media.peek(id)?.mime
  const filename = textOf(part.filename)
  return {
    kind,
    ...(id !== undefined && { id }),
    ...(link !== undefined && { link }),
    ...(mime !== undefined && { mime }),
    ...(filename !== undefined && { filename }),
    ...(part.voice === true && { voice: true }),
  }
}

function shownInteractive(world: World, part: Json): Shown {
  const action = recordOf(part.action)
  const parameters = recordOf(action.parameters)
  const header = recordOf(part.header)
  const headerKind = textOf(header.type)
  const footer = textOf(recordOf(part.footer).text)
  const type = textOf(part.type) ?? ''
  const shown: Shown = {
    type,
    text: textOf(recordOf(part.body).text) ?? '',
    ...(headerKind === 'text' && { header: textOf(header.text) ?? '' }),
    ...(headerKind && headerKind !== 'text' && { media: mediaPart(world, headerKind, recordOf(header[headerKind])) }),
    ...(footer !== undefined && { footer }),
  }
  if (type === 'button')
    return { ...shown, buttons: recordsOf(action.buttons).map(button => choice(recordOf(button.reply))) }
  if (type === 'list') return { ...shown, listButton: textOf(action.button) ?? '', rows: rowsOf(action) }
  if (type === 'cta_url') {
    return { ...shown, link: { label: textOf(parameters.display_text) ?? '', url: textOf(parameters.url) ?? '' } }
  }
  if (type !== 'flow') return shown
  const id = textOf(parameters.flow_id) ?? textOf(parameters.flow_name)
  const token = textOf(parameters.flow_token)
  const flow = { label: textOf(parameters.flow_cta) ?? '', ...(id && { id }), ...(token && { token }) }
  return { ...shown, flow }
}

const choice = (reply: Json): Choice => ({ id: textOf(reply.id) ?? '', title: textOf(reply.title) ?? '' })

const rowsOf = (action: Json) =>
  recordsOf(action.sections).flatMap(section =>
    recordsOf(section.rows).map(row => {
      const description = textOf(row.description)
      const title = textOf(section.title)
      return { ...choice(row), ...(description && { description }), ...(title && { section: title }) }
    }),
  )

function shownTemplate(world: World, template: NonNullable<CheckedMessage['template']>, part: Json): Shown {
  const given = recordsOf(part.components)
  const parametersOf = (type: string) =>
    recordsOf(given.find(one => textOf(one.type)?.toLowerCase() === type)?.parameters)
  const component = (type: string) => template.components.find(one => textOf(one.type)?.toUpperCase() === type)
  const header = component('HEADER')
  const headerParameters = parametersOf('header')
  const headerKind = textOf(header?.format)?.toLowerCase() ?? 'text'
  const footer = textOf(component('FOOTER')?.text)
  const replies = recordsOf(component('BUTTONS')?.buttons)
  const buttons = replies.flatMap((button, index) => {
    if (textOf(button.type)?.toUpperCase() !== 'QUICK_REPLY') return []
    const title = textOf(button.text) ?? ''
    const answer = given.find(one => textOf(one.type)?.toLowerCase() === 'button' && Number(one.index) === index)
    return [{ id: textOf(recordsOf(answer?.parameters)[0]?.payload) ?? title, title }]
  })
  const headerMedia = headerKind === 'text' ? undefined : recordOf(headerParameters[0]?.[headerKind])
  const { name, language, category } = template
  const parameters = parametersOf('body').map(parameter => textOf(parameter.text) ?? '')
  return {
    type: 'template',
    text: fillIn(textOf(component('BODY')?.text) ?? '', parametersOf('body')),
    ...(header && headerKind === 'text' && { header: fillIn(textOf(header.text) ?? '', headerParameters) }),
    ...(headerMedia && { media: mediaPart(world, headerKind, headerMedia) }),
    ...(footer !== undefined && { footer }),
    ...(buttons.length > 0 && { buttons }),
    template: { name, language, category, parameters },
  }
}
