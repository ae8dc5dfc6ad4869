import { expect, test } from 'vitest'
import { templateNews } from './template-news.ts'

const said = (value: unknown, field = 'message_template_status_update') =>
  templateNews({ object: 'whatsapp_business_account', entry: [{ id: '1', changes: [{ field, value }] }] })
const paused = {
  event: 'PAUSED',
  message_template_id: 12,
  message_template_name: 'resposta_pendent',
  message_template_language: 'ca',
  reason: 'NONE',
}

test('a template that was paused or rejected is told with its reason', () => {
  expect(said(paused)).toEqual([{ name: 'resposta_pendent', language: 'ca', state: 'PAUSED', reason: null }])
  expect(said({ ...paused, event: 'REJECTED', reason: 'INVALID_FORMAT' })).toMatchObject([
    { state: 'REJECTED', reason: 'INVALID_FORMAT' },
  ])
})

test.each([
  ['another field', paused, 'messages'],
  ['a name that is none', { ...paused, message_template_name: 'a.b$c' }, undefined],
  ['a language that is none', { ...paused, message_template_language: '__proto__.x' }, undefined],
  ['no event', { ...paused, event: { $ne: 1 } }, undefined],
])('%s says nothing', (_what, value, field) => {
  expect(said(value, field)).toEqual([])
})
