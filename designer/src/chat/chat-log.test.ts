import type { ChatMessage } from '@pregoner/shared'
import { expect, test } from 'vitest'
import { isAnswerExpected, mergeMessages, type Saying, withoutArrived } from './chat-log.ts'

const said = (id: string, text: string, state: Saying['state'] = 'sent'): Saying => ({
  id,
  at: '2026-11-21T10:00:00.000Z',
  text,
  choiceId: null,
  place: null,
  files: [],
  mediaIds: [],
  state,
})
const message = (seq: number, from: 'me' | 'town', text: string): ChatMessage => ({
  id: `m${seq}`,
  seq,
  at: '2026-11-21T10:00:01.000Z',
  from,
  text,
  message: null,
  media: [],
  place: null,
})
const page = (...messages: ChatMessage[]) => ({
  townName: 'Manresa',
  languages: ['ca' as const],
  messages,
  cursor: 9,
  conversation: 'one',
})
const texts = (list: { text: string }[]) => list.map(({ text }) => text)

test('messages come in their order, once, however often and in whatever order they are fetched', () => {
  const first = mergeMessages([], page(message(3, 'town', 'c'), message(1, 'me', 'a')))
  expect(texts(mergeMessages(first, page(message(2, 'town', 'b'), message(3, 'town', 'c'))))).toEqual(['a', 'b', 'c'])
})

test('what has come back from the server is no longer shown twice', () => {
  expect(withoutArrived([said('1', 'hola')], [message(1, 'me', 'hola')])).toEqual([])
})

test('the same words said twice are answered for one by one', () => {
  const left = withoutArrived([said('1', 'hola'), said('2', 'hola')], [message(1, 'me', 'hola')])
  expect(left.map(({ id }) => id)).toEqual(['2'])
})

test('what has not been sent stays, whatever arrives', () => {
  const waiting = [said('1', 'hola', 'waiting'), said('2', 'hola', 'failed')]
  expect(withoutArrived(waiting, [message(1, 'me', 'hola'), message(2, 'town', 'hola')])).toEqual(waiting)
})

test.each([
  ['nothing was said', [], [], 1, false],
  ['the town answered', [message(1, 'me', 'a'), message(2, 'town', 'b')], [], 1, false],
  ['we spoke last', [message(2, 'town', 'b'), message(3, 'me', 'a')], [], 2, true],
  ['it was sent a moment ago', [message(2, 'town', 'b')], [said('1', 'a')], 2, true],
  ['it is still waiting for the network', [message(2, 'town', 'b')], [said('1', 'a', 'waiting')], 2, false],
  ['we spoke long ago', [message(3, 'me', 'a')], [], 60, false],
] as const)('when %s the dots are right', (_when, messages, sayings, seconds, expected) => {
  const now = new Date(new Date('2026-11-21T10:00:00.000Z').getTime() + seconds * 1_000)
  expect(isAnswerExpected([...messages], [...sayings], now)).toBe(expected)
})
