import { textMessage } from '@pregoner/shared'
import { expect, test } from 'vitest'
import { smallFiles, startWhatsAppDouble } from '../../../../test/whatsapp-double/index.ts'
import type { Channel } from '../channel.ts'
import { createWhatsAppAdapter } from './adapter.ts'
import { createGraph } from './graph.ts'

const channel: Channel = {
  ...{ key: 'vila', kind: 'whatsapp', town: 'vila', state: 'live', phoneNumberId: '7', displayNumber: null },
  ...{ accessToken: 'token', appSecret: 'secret', verifyToken: null, windowTemplate: null, messagesPerSecond: 80 },
}
const message = textMessage('Bon dia', 'ca')
const adapterAt = (apiUrl: string) =>
  createWhatsAppAdapter({
    graph: createGraph({ apiUrl, version: 'v25.0', authHeader: 'authorization' }),
    file: async () => null,
  })

test('a platform that cannot be reached at all has surely got nothing: later, and no try is burnt', async () => {
  const double = await startWhatsAppDouble({ channels: [] })
  await double.close()
  const send = { effectId: 'vila:one:1:0', to: { type: 'phone', value: '34600111222' }, message } as const
  expect(await adapterAt(double.url).send(channel, send)).toMatchObject({ kind: 'later', scope: 'channel' })
})

test('a name that does not exist likewise', async () => {
  const send = { effectId: 'vila:one:1:0', to: { type: 'phone', value: '34600111222' }, message } as const
  const result = await adapterAt('http://graph.invalid').send(channel, send)
  expect(result).toMatchObject({ kind: 'later', scope: 'channel' })
})

test('a name is sent to by its id, a number by its digits with a plus', async () => {
  const double = await startWhatsAppDouble({ channels: [] })
  const adapter = adapterAt(double.url)
  await adapter.send(channel, { effectId: 'a', to: { type: 'phone', value: '34600111222' }, message })
  await adapter.send(channel, { effectId: 'b', to: { type: 'bsuid', value: 'ES.1' }, message })
  expect(double.calls.map(({ body }) => body)).toMatchObject([
    { to: '+34600111222', biz_opaque_callback_data: 'a' },
    { recipient: 'ES.1', biz_opaque_callback_data: 'b' },
  ])
  await double.close()
})

test.each([
  ['a pause of the platform', { httpStatus: 503 }, { kind: 'unknown' }],
  ['too many calls', { code: 80007 }, { kind: 'later', scope: 'channel' }],
  ['a token that has run out', { code: 190 }, { kind: 'halted' }],
  ['a file it does not take', { code: 131053 }, { kind: 'failed', code: 131053 }],
])('a picture that cannot be uploaded for %s is lost no sooner than a text', async (_what, fault, expected) => {
  const known = { appSecret: 'secret', accessToken: 'token', webhookUrl: 'http://127.0.0.1:9/nobody' }
  const double = await startWhatsAppDouble({
    channels: [{ ...known, phoneNumberId: '7', displayNumber: '34910000001' }],
  })
  const adapter = createWhatsAppAdapter({
    graph: createGraph({ apiUrl: double.url, version: 'v25.0', authHeader: 'authorization' }),
    file: async () => ({ bytes: smallFiles.photo, mime: 'image/jpeg', name: 'forat.jpg' }),
  })
  const media = { kind: 'image', mediaId: 'forat', url: null, fileName: null } as const
  const send = { effectId: 'a', to: { type: 'phone', value: '34600111222' }, message: { ...message, media } } as const
  double.fault({ on: 'media', ...fault })
  expect(await adapter.send(channel, send)).toMatchObject(expected)
  expect(double.calls.filter(({ path }) => path.endsWith('/messages'))).toEqual([])
  await double.close()
})
