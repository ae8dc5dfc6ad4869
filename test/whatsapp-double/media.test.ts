import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { manualClock } from './clock.ts'
import { recordOf, textOf } from './json.ts'
import { smallFiles } from './people/files.ts'
import { ACCESS_TOKEN, PHONE_NUMBER_ID, startSetting } from './setting.ts'

const LUCIA = '+34600111222'
const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
const START = new Date('2026-11-21T10:00:00Z')

async function startWithMedia() {
  const clock = manualClock(START)
  const setting = await startSetting({ clock })
  const bearer = { authorization: `Bearer ${ACCESS_TOKEN}` }
  const upload = async (bytes: Buffer, mime: string, product = 'whatsapp') => {
    const form = new FormData()
    form.set('messaging_product', product)
    form.set('type', mime)
    form.set('file', new Blob([new Uint8Array(bytes)], { type: mime }), 'fitxer')
    const address = `${setting.double.url}/v25.0/${PHONE_NUMBER_ID}/media`
    const response = await fetch(address, { method: 'POST', headers: bearer, body: form })
    return { status: response.status, body: await response.json() }
  }
  return { ...setting, clock, bearer, upload }
}

test('what a person sends is described, downloaded with the token, and gone after five minutes', async () => {
  const { double, receiver, graph, bearer, clock } = await startWithMedia()
  await double.person({ phone: LUCIA }).sendsImage(smallFiles.photo, 'image/jpeg', 'Un forat')
  const image = recordOf(receiver.messages()[0]?.image)
  expect(image).toMatchObject({
    mime_type: 'image/jpeg',
    caption: 'Un forat',
    sha256: createHash('sha256').update(smallFiles.photo.toString('latin1'), 'latin1').digest('base64'),
  })

  const { body } = await graph('GET', `${image.id}?phone_number_id=${PHONE_NUMBER_ID}`)
  expect(body).toMatchObject({ id: image.id, mime_type: 'image/jpeg', file_size: smallFiles.photo.length })
  for (const url of [body.url, textOf(image.url) ?? '']) {
    const fetched = await fetch(url, { headers: bearer })
    expect(fetched.headers.get('content-type')).toBe('image/jpeg')
    expect(Buffer.from(await fetched.arrayBuffer()).equals(new Uint8Array(smallFiles.photo))).toBe(true)
    expect((await fetch(url)).status).toBe(401)
  }
  clock.advance(5 * MINUTE_MS)
  expect((await fetch(body.url, { headers: bearer })).status).toBe(404)
  const again = await graph('GET', String(image.id))
  expect((await fetch(again.body.url, { headers: bearer })).status).toBe(200)
})

test('an incoming file lives 7 days, an uploaded one 30', async () => {
  const { double, receiver, graph, upload, clock } = await startWithMedia()
  await double.person({ phone: LUCIA }).sendsDocument(smallFiles.document, 'application/pdf', 'instància.pdf')
  const document = recordOf(receiver.messages()[0]?.document)
  const { body } = await upload(smallFiles.photo, 'image/jpeg')
  clock.advance(7 * DAY_MS)
  expect((await graph('GET', String(document.id))).body.error.code).toBe(100)
  expect((await graph('GET', body.id)).status).toBe(200)
  clock.advance(23 * DAY_MS)
  expect((await graph('GET', body.id)).body.error.code).toBe(100)
})

test('an upload is sent by its id and reaches the person; deleted it is gone', async () => {
  const { double, upload, send, graph } = await startWithMedia()
  const lucia = double.person({ phone: LUCIA })
  await lucia.sends('hola')
  const { id } = (await upload(smallFiles.photo, 'image/jpeg')).body
  await send(LUCIA, { type: 'image', image: { id, caption: 'Cartell' } })
  const { media, text } = await lucia.waitFor(1)
  expect([text, media]).toEqual(['Cartell', { kind: 'image', id, mime: 'image/jpeg' }])
  expect(double.mediaBytes(id)?.length).toBe(smallFiles.photo.length)
  expect(double.calls[0]?.body).toMatchObject({
    messaging_product: 'whatsapp',
    file: { name: 'fitxer', type: 'image/jpeg' },
  })
  expect((await graph('DELETE', id)).body).toEqual({ success: true })
  expect((await send(LUCIA, { type: 'image', image: { id } })).body.error.code).toBe(100)
})

test.each([
  ['a type WhatsApp does not take', Buffer.from('<svg/>'), 'image/svg+xml', 100],
  ['a picture beyond 5 MB', Buffer.alloc(5 * 1024 * 1024 + 1), 'image/png', 131053],
  ['an empty file', Buffer.alloc(0), 'text/plain', 131053],
])('an upload is refused: %s', async (_what, bytes, mime, code) => {
  const { upload } = await startWithMedia()
  expect((await upload(bytes, mime)).body.error.code).toBe(code)
})

test.each([
  ['a document sent as a picture', smallFiles.document, 'application/pdf', 'image', {}],
  ['a text that calls itself a picture', Buffer.from('text'), 'image/jpeg', 'image', {}],
  ['a voice message that is not OPUS', smallFiles.music, 'audio/mpeg', 'audio', { voice: true }],
  [
    'a still sticker beyond 100 KB',
    Buffer.concat([new Uint8Array(smallFiles.sticker), new Uint8Array(110_000)]),
    'image/webp',
    'sticker',
    {},
  ],
])('a message with the wrong file fails later: %s', async (_what, bytes, mime, type, more) => {
  const { double, receiver, upload, send } = await startWithMedia()
  const lucia = double.person({ phone: LUCIA })
  await lucia.sends('hola')
  const { id } = (await upload(bytes, mime)).body
  const answer = await send(LUCIA, { type, [type]: { id, ...more } })
  await lucia.waitForProgress(answer.body.messages[0].id, 'failed')
  await double.settled()
  expect(receiver.statuses().at(-1)?.errors).toMatchObject([{ code: 131053 }])
})

test('a resumable upload goes on where it stopped and ends with a handle', async () => {
  const { double, bearer, graph } = await startWithMedia()
  const { body } = await graph('POST', 'app/uploads?file_name=a.pdf&file_length=8&file_type=application/pdf')
  const part = async (offset: number, bytes: string) => {
    const headers = { ...bearer, file_offset: String(offset) }
    const response = await fetch(`${double.url}/v25.0/${body.id}`, { method: 'POST', headers, body: bytes })
    return response.json()
  }
  expect(await part(0, 'four')).toMatchObject({ file_offset: 4 })
  expect((await graph('GET', body.id)).body).toMatchObject({ file_offset: 4 })
  expect(await part(2, 'four')).toMatchObject({ error: { code: 100 } })
  expect(await part(4, 'more')).toEqual({ h: expect.stringMatching(/^4::/) })
})
