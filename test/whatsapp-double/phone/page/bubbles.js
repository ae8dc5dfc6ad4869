import { closeSheet, element, glyph, openSheet } from './dom.js'
import { clock, formatted } from './format.js'

const isNear = link => ['127.0.0.1', 'localhost', location.hostname].includes(new URL(link).hostname)

function mediaNode({ kind, id, link, filename, mime }) {
  const source = id ? `/phone/media/${id}` : link
  const name = filename ?? `${kind} ${mime ?? ''}`
  const anchor = element(
    'a',
    { className: 'file', href: source, target: '_blank', rel: 'noreferrer' },
    glyph('file'),
    name,
  )
  if (!id && !isNear(link)) return anchor // nothing is fetched from elsewhere unless it is clicked
  if (kind === 'image' || kind === 'sticker') return element('img', { src: source, alt: name, className: kind })
  if (kind === 'video') return element('video', { src: source, controls: true, preload: 'metadata' })
  if (kind === 'audio') return element('audio', { src: source, controls: true, preload: 'metadata' })
  return anchor
}

function placeNode({ latitude, longitude, name, address }) {
  const at = `${Number(latitude).toFixed(5)}, ${Number(longitude).toFixed(5)}`
  const href = `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=17/${latitude}/${longitude}`
  return element(
    'a',
    { className: 'place', href, target: '_blank', rel: 'noreferrer' },
    element('span', { className: 'map', 'aria-hidden': 'true' }, glyph('pin')),
    element('strong', {}, name ?? 'Place'),
    address && element('span', {}, address),
    element('span', { className: 'faint' }, at),
  )
}

function contactsNode(contacts) {
  const lines = contacts.map(({ name, phones }) =>
    element('li', {}, element('strong', {}, name?.formatted_name ?? '?'), ' ', phones?.[0]?.phone ?? ''),
  )
  return element('ul', { className: 'contacts' }, ...lines)
}

function openRows({ listButton, rows, wamid }, tap) {
  const sections = [...new Set(rows.map(row => row.section ?? ''))]
  const groups = sections.flatMap(section => [
    section && element('h3', {}, section),
    element(
      'ul',
      { className: 'menu' },
      ...rows
        .filter(row => (row.section ?? '') === section)
        .map(row =>
          element(
            'li',
            {},
            element(
              'button',
              {
                type: 'button',
                onclick: () => {
                  closeSheet()
                  tap(wamid, row.id)
                },
              },
              element('span', {}, row.title),
              row.description && element('small', {}, row.description),
            ),
          ),
        ),
    ),
  ])
  openSheet(listButton, ...groups.filter(Boolean))
}

function choicesNode(message, actions) {
  const { buttons, rows, listButton, link, type, wamid, flow } = message
  const button = (label, run, symbol) =>
    element('button', { type: 'button', onclick: run }, symbol && glyph(symbol), label)
  const made = (buttons ?? []).map(({ id, title }) => button(title, () => actions.tap(wamid, id)))
  if (rows) made.push(button(listButton, () => openRows(message, actions.tap), 'list'))
  if (link) made.push(element('a', { href: link.url, target: '_blank', rel: 'noreferrer' }, glyph('link'), link.label))
  if (type === 'location_request_message') made.push(button('Send location', actions.place, 'pin'))
  if (type === 'contact_request') made.push(button('Share phone number', actions.sharePhone, 'person'))
  if (flow) made.push(button(flow.label, () => actions.flow(flow), 'form'))
  return made.length > 0 && element('div', { className: 'choices' }, ...made)
}

function ticks({ side, isDelivered, isRead }) {
  if (side !== 'person') return undefined
  if (!isDelivered) return element('span', { className: 'ticks', title: 'Not yet taken by the server' }, '✓')
  const title = isRead ? 'Read by the server' : 'Taken by the server'
  return element('span', { className: isRead ? 'ticks read' : 'ticks', title }, '✓✓')
}

function bubble(message, { actions, all, reactions }) {
  const { wamid, side, type, text, header, footer, media, location: place, contacts, quotes, at } = message
  const quoted = all.find(other => other.wamid === quotes)
  const isRevoked = all.some(other => other.type === 'revoke' && other.quotes === wamid)
  const edited = all.findLast(other => other.type === 'edit' && other.quotes === wamid)
  const words = edited?.text ?? text
  const menu = element(
    'button',
    { type: 'button', className: 'more', 'aria-label': 'More', onclick: () => actions.more(message) },
    glyph('down'),
  )
  const content = isRevoked
    ? [element('em', { className: 'faint' }, 'This message was deleted')]
    : [
        quoted && element('blockquote', {}, quoted.text || quoted.type),
        media && mediaNode(media),
        place && placeNode(place),
        header && element('strong', { className: 'head' }, header),
        contacts && contactsNode(contacts),
        !place && words && element('p', {}, ...formatted(words)),
        footer && element('p', { className: 'faint' }, footer),
        !words && !media && !place && !contacts && element('em', { className: 'faint' }, type),
      ]
  const time = element('time', { datetime: at }, edited ? 'edited ' : '', clock(at), ' ', ticks(message) ?? '')
  return element(
    'li',
    { className: `${side} ${media?.kind === 'sticker' ? 'is-sticker' : ''}`, id: wamid },
    element('div', { className: 'bubble' }, menu, ...content.filter(Boolean), time),
    !isRevoked && choicesNode(message, actions),
    reactions.length > 0 && element('span', { className: 'reactions' }, reactions.join('')),
  )
}

const isBubble = ({ type }) => !['reaction', 'edit', 'revoke'].includes(type)

/** The last emoji each side left on a message, if it was not taken back. */
function reactionsOn(wamid, all) {
  const sides = ['person', 'business']
  return sides
    .map(side => all.findLast(one => one.side === side && one.type === 'reaction' && targetOf(one) === wamid)?.text)
    .filter(Boolean)
}

const targetOf = message => message.reaction?.messageId ?? message.quotes

/** Every message of a conversation as list items. */
export const bubbles = (all, actions) =>
  all.filter(isBubble).map(message => bubble(message, { actions, all, reactions: reactionsOn(message.wamid, all) }))
