import { expect, test } from 'vitest'
import { type Json, recordOf, recordsOf, textOf } from './json.ts'
import { addressedTo, sample, samples } from './samples/index.ts'
import { startSetting } from './setting.ts'

const messageTypes = [
  ['audio', 'button', 'contacts', 'document', 'edit', 'image', 'interactive', 'location', 'order', 'reaction'],
  ['request_welcome', 'revoke', 'sticker', 'system', 'text', 'unknown', 'unsupported', 'video'],
].flat()
const statuses = ['sent', 'delivered', 'read', 'played', 'failed', 'deleted', 'warning']
const fields = [
  ['messages', 'user_preferences', 'message_template_status_update', 'message_template_quality_update', 'security'],
  ['template_category_update', 'phone_number_quality_update', 'phone_number_name_update', 'account_update'],
  ['account_alerts', 'account_review_update', 'business_capability_update', 'business_username_update'],
  ['smb_message_echoes'],
].flat()

const changesOf = (envelope: Json) => recordsOf(envelope.entry).flatMap(entry => recordsOf(entry.changes))
const valuesOf = (envelope: Json) => changesOf(envelope).map(change => recordOf(change.value))
const all = samples.flatMap(({ envelope }) => changesOf(envelope))
const listed = (key: string, what: string) =>
  all.flatMap(change => recordsOf(recordOf(change.value)[key])).map(one => textOf(one[what]))

test('there is a sample of every message type, status and field', () => {
  expect(listed('messages', 'type')).toEqual(expect.arrayContaining(messageTypes))
  expect(listed('statuses', 'status')).toEqual(expect.arrayContaining(statuses))
  expect(all.map(change => change.field)).toEqual(expect.arrayContaining(fields))
  expect(all.some(change => 'errors' in recordOf(change.value))).toBe(true)
  expect(samples.length).toBeGreaterThan(80)
})

test('no two messages share an id, so that each is news once', () => {
  const ids = listed('messages', 'id')
  expect(new Set(ids).size).toBe(ids.length)
})

test('every sample is delivered signed, addressed to the channel it is for', async () => {
  const { double, receiver, channel } = await startSetting()
  const mine = { ...channel, phoneNumberId: 'demo-manresa', displayNumber: '+34 938 000 000', wabaId: 'w' }
  double.addChannel(mine)
  for (const { envelope } of samples) await double.deliver(addressedTo(envelope, mine))
  expect(receiver.received).toHaveLength(samples.length)
  expect(receiver.received.every(({ isSigned }) => isSigned)).toBe(true)
  const numbers = receiver.values().flatMap(value => ('metadata' in value ? [recordOf(value.metadata)] : []))
  expect(new Set(numbers.map(({ phone_number_id }) => phone_number_id))).toEqual(new Set(['demo-manresa']))
})

test('who wrote a sample can be answered, and its file fetched', async () => {
  const { double, graph, sendText } = await startSetting()
  const { envelope } = sample('image')
  await double.deliver(envelope)
  await sendText('+34600111222', 'Gràcies')
  await double.person({ phone: '+34600111222' }).waitFor('Gràcies')
  const image = recordOf(recordsOf(valuesOf(envelope)[0]?.messages)[0]?.image)
  expect((await graph('GET', String(image.id))).body).toMatchObject({ mime_type: 'image/jpeg', id: image.id })
})
