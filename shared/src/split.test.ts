import { describe, expect, test } from 'vitest'
import { MAX_TEXT_CHARS } from './channel-limits.ts'
import { type OutboundMessage, textMessage } from './message.ts'
import { fits, numberedText } from './rendering.ts'
import { splitLong } from './split.ts'

const words = 'una paraula '.repeat(400).trim()
const choices = [
  { id: 'a', label: 'Sí', description: null },
  { id: 'b', label: 'No', description: null },
]
const media = { kind: 'audio' as const, mediaId: 'm', url: null, fileName: null }

describe('a message longer than the channel takes', () => {
  test.each<[string, OutboundMessage]>([
    ['of words', textMessage(words, 'ca')],
    ['without a space', textMessage('x'.repeat(9_000), 'ca')],
    ['of emoji', textMessage('🏳️‍🌈'.repeat(5_000), 'ca')],
    ['with choices', { ...textMessage(words, 'ca'), choices }],
  ])('%s goes out whole, in pieces that fit', (_what, message) => {
    const sent = splitLong(message)
    expect(sent.length).toBeGreaterThan(1)
    expect(sent.every(piece => fits(numberedText(piece), MAX_TEXT_CHARS))).toBe(true)
    expect(sent.map(({ text }) => text.replace(/\s/g, '')).join('')).toBe(message.text.replace(/\s/g, ''))
    expect(sent.at(-1)?.choices).toEqual(message.choices)
    expect(sent.slice(0, -1).every(piece => piece.choices.length === 0)).toBe(true)
  })
})

test('what is said with a sound goes before it, for no player shows it', () => {
  expect(splitLong({ ...textMessage('Escolta', 'ca'), media }).map(({ text, media }) => [text, media?.kind])).toEqual([
    ['Escolta', undefined],
    ['', 'audio'],
  ])
})

test('what fits is left alone', () => {
  const message = { ...textMessage('Tria', 'ca'), choices }
  expect(splitLong(message)).toEqual([message])
})
