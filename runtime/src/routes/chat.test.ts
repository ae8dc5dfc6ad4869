import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestApi } from '../../../test/api.ts'
import { startTestApi } from '../../../test/api.ts'

let api: TestApi
beforeAll(async () => {
  api = await startTestApi({ chatLimits: { perVisitor: 5, perAddress: 12 } })
}, 60_000)
afterAll(() => api.close())

let said = 0
const words = (text: string, mediaIds: string[] = []) => {
  said += 1
  return { id: `message-${said}`, text, choiceId: null, mediaIds, place: null }
}
const nextMinute = () => api.later(1)

test('a visitor gets a cookie once and stays the same visitor', async () => {
  nextMinute()
  const client = api.client()
  const first = await client.get('/chat/vila')
  expect(first.headers.get('set-cookie')).toMatch(
    /^pregoner-chat=[\w-]{32}; Max-Age=\d+; Path=\/; Expires=.*; HttpOnly; SameSite=Lax$/,
  )
  expect((await client.get('/chat/vila?after=3')).headers.get('set-cookie')).toBeNull()
  await client.post('/chat/vila', words('hola'))
  await client.post('/chat/vila', words('adéu'))
  const [one, other] = api.said.slice(-2)
  expect(one?.visitorId).toBe(other?.visitorId)
  expect(client.cookies()).not.toContain(one?.visitorId)
})

test('a cookie one has made up is replaced', async () => {
  nextMinute()
  const { headers } = await api.client().get('/chat/vila', { cookie: 'pregoner-chat=me' })
  expect(headers.get('set-cookie')).toMatch(/^pregoner-chat=[\w-]{32}/)
})

test('a town without web chat, or no town at all, is not found', async () => {
  for (const town of ['poble', 'nowhere']) expect((await api.client().get(`/chat/${town}`)).status).toBe(404)
})

test('a visitor sees their own files and the town’s, nobody else’s', async () => {
  nextMinute()
  const [mine, other] = [api.client(), api.client()]
  await Promise.all([mine.get('/chat/vila'), other.get('/chat/vila')])
  const photo = await sharp({ create: { width: 50, height: 50, channels: 3, background: 'red' } })
    .png()
    .toBuffer()
  const { status, body: file } = await mine.post('/chat/vila/media?name=foto.png', photo)
  expect([status, file.kind, file.name]).toEqual([200, 'image', 'foto.png'])
  const shown = await mine.get(`/chat/vila/media/${file.mediaId}`)
  expect([shown.status, shown.headers.get('x-content-type-options')]).toEqual([200, 'nosniff'])
  expect(shown.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
  expect((await other.get(`/chat/vila/media/${file.mediaId}`)).status).toBe(404)
  expect((await other.post('/chat/vila', words('aquesta', [file.mediaId]))).status).toBe(404)
  expect((await mine.post('/chat/vila', words('aquesta', [file.mediaId]))).status).toBe(200)

  const town = await api.deps.media.save('vila', Buffer.from('fulletó'), {
    owner: { kind: 'town' },
    name: 'fulletó.pdf',
  })
  const leaflet = await other.get(`/chat/vila/media/${town.mediaId}`)
  expect(leaflet.headers.get('content-disposition')).toContain('attachment')
})

test('flooding is slowed down per visitor and per address', async () => {
  nextMinute()
  const flood = api.client()
  await flood.get('/chat/vila')
  const statuses = []
  for (let count = 0; count < 7; count += 1) statuses.push((await flood.post('/chat/vila', words('!'))).status)
  expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429])

  nextMinute()
  const fresh = []
  for (let count = 0; count < 14; count += 1) fresh.push((await api.client().post('/chat/vila', words('!'))).status)
  expect(fresh.filter(status => status === 200)).toHaveLength(12)
})

test('files are slowed down sooner than words', async () => {
  nextMinute()
  const client = api.client()
  const file = () => client.send('POST', '/chat/vila/media', Buffer.from('hola'))
  const statuses = [(await file()).status, (await file()).status]
  expect([...statuses, (await client.post('/chat/vila', words('!'))).status]).toEqual([200, 429, 200])
})

test('words of the wrong shape are refused', async () => {
  nextMinute()
  const client = api.client()
  for (const change of [
    { text: { $ne: '' } },
    { surplus: 1 },
    { mediaIds: Array(6).fill('x') },
    { id: 'x' },
    { text: 'x'.repeat(5_000) },
  ]) {
    expect((await client.post('/chat/vila', { ...words('hola'), ...change })).status).toBe(400)
  }
})
