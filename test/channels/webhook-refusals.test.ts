import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { contentsOf } from '../faults/contents.ts'
import { APP_SECRET, type OpenServer, startOpenServer, VERIFY_TOKEN } from '../faults/open-server.ts'
import { PHONE_NUMBER_ID } from '../faults/vila.ts'
import { escapedBytes, signatureOf } from '../whatsapp-double/index.ts'
import { quiet } from './town-server.ts'

let server: OpenServer

beforeAll(async () => {
  server = await startOpenServer()
})
afterAll(() => server?.close())

const envelope = (messages: unknown[] | undefined, phoneNumberId = PHONE_NUMBER_ID, more: object = {}) => ({
  object: 'whatsapp_business_account',
  entry: [
    {
      id: 'waba',
      changes: [{ field: 'messages', value: { metadata: { phone_number_id: phoneNumberId }, messages, ...more } }],
    },
  ],
})
const text = (id: string, from = '34600111222', body = 'hola') => ({ id, from, type: 'text', text: { body } })

const signed = (bytes: Buffer) => ({ 'x-hub-signature-256': signatureOf(bytes, APP_SECRET) })

async function statusOf(bytes: Buffer, headers: Record<string, string> = signed(bytes)): Promise<number | undefined> {
  return (await server.double.deliverRaw(bytes, headers)).status
}

const notes = async (event: string) => {
  const figures = await (await fetch(`${server.url}/metrics`)).text()
  return Number(new RegExp(`security_notes_total\\{event="${event}"\\} (\\d+)`).exec(figures)?.[1] ?? 0)
}

describe('what is not from the platform is refused, and nothing of it stored', () => {
  const honest = escapedBytes(envelope([text('wamid.A')]))
  const right = signatureOf(honest, APP_SECRET)

  let before: unknown
  beforeEach(async () => {
    before = await contentsOf(server.connection)
  })

  test.each<[string, Record<string, string>]>([
    ['no signature', {}],
    ['an empty one', { 'x-hub-signature-256': '' }],
    ['another secret', { 'x-hub-signature-256': signatureOf(honest, 'another') }],
    ['an empty secret', { 'x-hub-signature-256': signatureOf(honest, '') }],
    ['no prefix', { 'x-hub-signature-256': right.slice(7) }],
    ['another digest', { 'x-hub-signature-256': right.replace('sha256', 'sha1') }],
    ['capitals', { 'x-hub-signature-256': right.toUpperCase() }],
    ['a cut one', { 'x-hub-signature-256': right.slice(0, -2) }],
    ['one too long', { 'x-hub-signature-256': `${right}00` }],
    ['not hexadecimal', { 'x-hub-signature-256': `sha256=${'z'.repeat(64)}` }],
    ['that of another body', { 'x-hub-signature-256': signatureOf(Buffer.from('{}'), APP_SECRET) }],
  ])('%s', async (_name, headers) => {
    const noted = await notes('bad_signature')
    expect(await statusOf(honest, headers)).toBe(401)
    expect(await notes('bad_signature')).toBe(noted + 1)
    expect(await contentsOf(server.connection)).toEqual(before)
  })

  test('a channel that does not exist', async () => {
    const response = await fetch(`${server.url}/webhooks/whatsapp/nowhere`, {
      method: 'POST',
      body: new Uint8Array(honest),
      headers: signed(honest),
    })
    expect(response.status).toBe(401)
  })

  test('a channel without an app secret never fails open', async () => {
    await server.runtime.stores.channels.save({
      ...{ key: 'bare', kind: 'whatsapp', townKey: 'vila', phoneNumberId: PHONE_NUMBER_ID },
      ...{ displayNumber: null, state: 'live', pausedReason: null },
    })
    for (const secret of ['', 'null', 'undefined']) {
      const response = await fetch(`${server.url}/webhooks/whatsapp/bare`, {
        method: 'POST',
        body: new Uint8Array(honest),
        headers: { 'x-hub-signature-256': signatureOf(honest, secret) },
      })
      expect(response.status).toBe(401)
    }
  })

  test.each<[string, number, () => Buffer]>([
    ['more than 4 MB', 413, () => Buffer.alloc(4 * 1024 * 1024 + 1, ' ')],
    ['deeper than 32', 400, () => Buffer.from(`${'['.repeat(33)}${']'.repeat(33)}`)],
    ['very deep', 400, () => Buffer.from('['.repeat(1_000_000))],
    ['invalid UTF-8', 400, () => Buffer.concat([Buffer.from('{"a":"'), Buffer.from([0xff, 0xfe]), Buffer.from('"}')])],
    ['broken JSON', 400, () => honest.subarray(0, -1)],
    ['NaN', 400, () => Buffer.from('{"entry":NaN}')],
    ['nothing', 400, () => Buffer.alloc(0)],
  ])('%s is answered %i', async (_name, status, bytesOf) => {
    expect(await statusOf(bytesOf())).toBe(status)
    expect(await contentsOf(server.connection)).toEqual(before)
  })

  test.each(['gzip', 'deflate', 'br'])('a body compressed by %s is not opened', async encoding => {
    const packed = gzipSync(honest)
    expect(await statusOf(packed, { ...signed(packed), 'content-encoding': encoding })).toBe(400)
    expect(await contentsOf(server.connection)).toEqual(before)
  })

  test("another number's messages, reports and errors are ignored with a note", async () => {
    const noted = await notes('foreign_number')
    const report = { id: 'wamid.X', status: 'read', biz_opaque_callback_data: 'x' }
    const errors = [{ code: 190, title: 'Token expired' }]
    for (const foreign of [
      envelope([text('wamid.B')], 'another'),
      envelope(undefined, 'another', { statuses: [report] }),
      envelope(undefined, 'another', { errors }),
    ]) {
      expect(await statusOf(escapedBytes(foreign))).toBe(200)
    }
    await quiet(server)
    expect(await notes('foreign_number')).toBe(noted + 3)
    expect(await contentsOf(server.connection)).toEqual(before)
  })
})

describe('the address is verified', () => {
  const ask = async (query: Record<string, string>) => {
    const response = await fetch(`${server.url}/webhooks/whatsapp/vila?${new URLSearchParams(query)}`)
    return [response.status, await response.text()]
  }
  const hub = (token: string, mode = 'subscribe') => ({
    'hub.mode': mode,
    'hub.challenge': '1158201444',
    'hub.verify_token': token,
  })

  test('by the token, with the challenge as plain text', async () => {
    expect(await ask(hub(VERIFY_TOKEN))).toEqual([200, '1158201444'])
    expect(await server.double.verifyHandshake('demo-vila')).toMatchObject({ isAccepted: true })
  })

  test.each([
    hub('wrong'),
    hub(''),
    hub(`${VERIFY_TOKEN}x`),
    hub(VERIFY_TOKEN, 'unsubscribe'),
    { 'hub.mode': 'subscribe' },
    {},
  ] as Record<string, string>[])('not by %j', async query => {
    const [status, body] = await ask(query)
    expect([status, body]).toEqual([403, 'Forbidden'])
  })

  test('a challenge is never a page', async () => {
    const query = new URLSearchParams({ ...hub(VERIFY_TOKEN), 'hub.challenge': '<script>alert(1)</script>' })
    const response = await fetch(`${server.url}/webhooks/whatsapp/vila?${query}`)
    expect(response.headers.get('content-type')).toContain('text/plain')
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  })

  test('guessing is slowed down; who knows the token never is', async () => {
    const statuses: unknown[] = []
    for (let guess = 0; guess < 25; guess++) statuses.push((await ask(hub(`guess-${guess}`)))[0])
    expect(statuses).toContain(429)
    expect((await ask(hub(VERIFY_TOKEN)))[0]).toBe(200)
  })
})

describe('hostile contents of a rightly signed body', () => {
  const parse = (json: string): unknown => JSON.parse(json)

  test.each<[string, unknown]>([
    ['an operator as sender', { id: 'h1', from: { $ne: 1 }, type: 'text', text: { body: 'x' } }],
    ['an operator as id', { id: { $gt: '' }, from: '34600000001', type: 'text', text: { body: 'x' } }],
    ['an array as sender', { id: 'h2', from: ['34600000001'], type: 'text' }],
    ['a number as message', 7],
    ['null', null],
    ['dotted and dollar keys', { 'a.b': 1, $where: 'sleep(1000)', '': 2 }],
    ['a key with a zero byte', { 'a\u0000b': 1 }],
    [
      '__proto__',
      parse('{"id":"h3","from":"34600000002","type":"text","__proto__":{"polluted":1},"text":{"body":"x"}}'),
    ],
    ['constructor', parse('{"constructor":{"prototype":{"polluted":1}}}')],
    ['text that is an object', { id: 'h4', from: '34600000003', type: 'text', text: { body: { $ne: 1 } } }],
    ['a lone surrogate', text('h5', '34600000004', 'a\ud800b')],
    ['a zero byte in the text', text('h6', '34600000005', 'a\u0000b')],
    ['a name of 100,000 letters', { ...text('h7', '34600000006'), profile: { name: 'x'.repeat(100_000) } }],
    [
      'a place off the globe',
      { id: 'h8', from: '34600000007', type: 'location', location: { latitude: 1e9, longitude: 0 } },
    ],
    ['a file id that is a path', { id: 'h9', from: '34600000008', type: 'image', image: { id: '../../me?fields=x' } }],
    ['an id with another case', { ...text('h10', '34600000009'), type: 'TEXT' }],
  ])('%s: 200, and the next message is answered', async (_name, message) => {
    const innocent = `34611${String(Math.floor(Math.random() * 1e6)).padStart(6, '0')}`
    const both = [message, text(`wamid.${innocent}`, innocent, innocent)]
    expect(await statusOf(escapedBytes(envelope(both)))).toBe(200)
    await quiet(server)
    const kept = await server.connection.collection('messages').find().sort({ at: -1 }).limit(4).toArray()
    expect(kept).toContainEqual(expect.objectContaining({ text: innocent }))
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
    expect(await server.runtime.stores.inbox.countPending()).toBe(0)
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
  })

  test.each<unknown>([
    [],
    {},
    null,
    'text',
    { entry: null },
    { entry: [null, 1, 'x', {}] },
    { entry: [{ changes: [null, {}, { value: [] }, { value: { messages: 'x', statuses: {}, errors: 7 } }] }] },
  ])('no webhook at all: %j', async body => {
    expect(await statusOf(escapedBytes(body))).toBe(200)
  })

  test('100,000 keys are read in no time', async () => {
    const many = Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`k${index}`, index]))
    expect(await statusOf(escapedBytes({ ...envelope([]), ...many }))).toBe(200)
  })

  test('1,000 messages in one POST are all applied, in order, once', async () => {
    const people = Array.from({ length: 50 }, (_, index) => `34622${String(index).padStart(6, '0')}`)
    for (const phone of people) server.double.person({ phone })
    const messages = Array.from({ length: 1_000 }, (_, index) =>
      text(`wamid.M${index}`, people[index % people.length], `m${index}`),
    )
    const bytes = escapedBytes(envelope(messages))
    expect([await statusOf(bytes), await statusOf(bytes)]).toEqual([200, 200])
    await quiet(server, 60_000)
    const stored = await server.connection
      .collection('messages')
      .find({ text: { $regex: '^m\\d+$' } })
      .sort({ convId: 1, seq: 1 })
      .toArray()
    expect(stored).toHaveLength(1_000)
    const numbers = new Map<string, number[]>()
    for (const { convId, text } of stored) numbers.set(convId, [...(numbers.get(convId) ?? []), Number(text.slice(1))])
    expect(numbers.size).toBe(people.length)
    for (const own of numbers.values()) expect(own).toEqual([...own].sort((a, b) => a - b))
  })
})
