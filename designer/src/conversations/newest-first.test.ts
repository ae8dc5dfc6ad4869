import type { ConversationPage } from '@pregoner/shared'
import { expect, test } from 'vitest'
import { newestFirst } from './newest-first.ts'

const summary = (id: string): ConversationPage['conversations'][number] => ({
  ...{ id, channel: 'webchat', contactName: null, phone: null, language: null, labels: [] },
  ...{ lastAt: null, lastText: '', blocked: null },
})
const page = (ids: string, next: string | null): ConversationPage => ({
  conversations: [...ids].map(summary),
  next,
})
const shown = (pages: readonly ConversationPage[]) =>
  pages.map(({ conversations, next }) => `${conversations.map(({ id }) => id).join('')}>${next}`)

test.each([
  ['somebody new', ['abc>c', 'def>f'], 'xab>b', ['xabc>c', 'def>f']],
  ['somebody of the first page', ['abc>c', 'def>f'], 'cab>b', ['cab>c', 'def>f']],
  ['somebody of a later page', ['abc>c', 'def>f'], 'eab>b', ['eabc>c', 'df>f']],
  ['so many that nothing joins', ['abc>c', 'def>f'], 'xyz>z', ['xyz>z']],
  ['one more than a page', ['abc>null'], 'xab>b', ['xab>b']],
  ['fewer than there were', ['abc>c', 'd>null'], 'ac>null', ['ac>null']],
  ['the first of all', [], 'a>null', ['a>null']],
])('with %s on top, nobody stands twice and nobody is left out', (_name, before, fetched, after) => {
  const read = (text: string) => {
    const [ids = '', next = ''] = text.split('>')
    return page(ids, next === 'null' ? null : next)
  }
  expect(shown(newestFirst(before.map(read), read(fetched)))).toEqual(after)
})

test('whoever is gone stands there no more', () => {
  const at = (id: string, lastAt: string) => ({ ...summary(id), lastAt })
  const [a, b, c, d] = [at('a', '2026-11-04'), at('b', '2026-11-03'), at('c', '2026-11-02'), at('d', '2026-11-01')]
  const before = [{ conversations: [a, b, c], next: 'c' }]
  expect(shown(newestFirst(before, { conversations: [a, c, d], next: 'd' }))).toEqual(['acd>d'])
})
