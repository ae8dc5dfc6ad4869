import { expect, test } from 'vitest'
import { templateNews } from './template-news.ts'

const NOW = new Date('2026-11-30T10:00:00Z')
const said = (value: unknown, field = 'message_template_status_update', time?: unknown) =>
  templateNews({ object: 'whatsapp_business_account', entry: [{ id: '1', time, changes: [{ field, value }] }] }, NOW)
const paused = {
  event: 'PAUSED',
  message_template_id: 12,
  message_template_name: 'resposta_pendent',
  message_template_language: 'ca',
  reason: 'NONE',
}

test('a template that was paused or rejected is told with its reason', () => {
  expect(said(paused)).toEqual([{ name: 'resposta_pendent', language: 'ca', state: 'PAUSED', reason: null, at: NOW }])
  expect(said({ ...paused, event: 'REJECTED', reason: 'INVALID_FORMAT' })).toMatchObject([
    { state: 'REJECTED', reason: 'INVALID_FORMAT' },
  ])
})

test.each([
  ['in seconds', 1_795_946_400, '2026-11-29T10:00:00.000Z'],
  ['as a text', '1795946400', '2026-11-29T10:00:00.000Z'],
  ['later than now', 1_895_946_400, NOW.toISOString()],
  ['unreadable', 'yesterday', NOW.toISOString()],
  ['missing', undefined, NOW.toISOString()],
])('the time of a change is that of its entry: %s', (_how, time, at) => {
  expect(said(paused, undefined, time).map(news => news.at.toISOString())).toEqual([at])
})

test.each([
  ['another field', paused, 'messages'],
  ['a name that is none', { ...paused, message_template_name: 'a.b$c' }, undefined],
  ['a language that is none', { ...paused, message_template_language: '__proto__.x' }, undefined],
  ['no event', { ...paused, event: { $ne: 1 } }, undefined],
])('%s says nothing', (_what, value, field) => {
  expect(said(value, field)).toEqual([])
})
