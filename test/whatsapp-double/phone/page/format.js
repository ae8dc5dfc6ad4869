import { element } from './dom.js'

// The marks of WhatsApp, the longest first; each takes what stands between it on one line
const MARKS = [
  [/```([\s\S]+?)```/, text => element('code', { className: 'block' }, text)],
  [/`([^`\n]+)`/, text => element('code', {}, text)],
  [/(?<![\w*])\*(?=\S)([^*\n]*\S)\*(?![\w*])/, text => element('strong', {}, ...formatted(text))],
  [/(?<![\w_])_(?=\S)([^_\n]*\S)_(?![\w_])/, text => element('em', {}, ...formatted(text))],
  [/(?<![\w~])~(?=\S)([^~\n]*\S)~(?![\w~])/, text => element('s', {}, ...formatted(text))],
  [/(https?:\/\/[^\s<>]*[^\s<>.,;:!?)])/, url => element('a', { href: url, target: '_blank', rel: 'noreferrer' }, url)],
]

/** A text with WhatsApp's marks and links as nodes. */
export function formatted(text) {
  const found = MARKS.map(([pattern, make]) => ({ match: pattern.exec(text), make })).filter(({ match }) => match)
  const first = found.sort((a, b) => a.match.index - b.match.index)[0]
  if (!first) return [text]
  const { match, make } = first
  const after = text.slice(match.index + match[0].length)
  return [text.slice(0, match.index), make(match[1]), ...formatted(after)].filter(part => part !== '')
}

export const clock = at => new Date(at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })

export const initials = name =>
  name
    .replace(/[^\p{L}\p{N} ]/gu, '')
    .split(/\s+/)
    .slice(0, 2)
    .map(word => word[0] ?? '')
    .join('')
    .toUpperCase()
