import type { ChatPage } from '@pregoner/shared'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { quiet, startTownServer, type TownServer } from './town-server.ts'

let server: TownServer
beforeAll(async () => {
  server = await startTownServer({ towns: ['manresa'] })
})
afterAll(() => server.close())

/** A browser with a cookie jar of one. */
function browser() {
  let cookie = ''
  async function call(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = { 'x-pregoner': '1', origin: server.url, cookie, ...init.headers }
    const response = await fetch(`${server.url}/api/chat/manresa${path}`, { ...init, headers })
    cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? cookie
    return response
  }
  return {
    call,
    async says(said: { id: string; text?: string; choiceId?: string; mediaIds?: string[] }): Promise<number> {
      const body = JSON.stringify({ text: null, choiceId: null, mediaIds: [], place: null, ...said })
      const { status } = await call('', { method: 'POST', body })
      await quiet(server)
      return status
    },
    async page(): Promise<ChatPage> {
      return (await call('')).json()
    },
  }
}

test('a visitor sees what they said and were told, and nobody else does', async () => {
  const anna = browser()
  const other = browser()
  await anna.page()
  await anna.says({ id: 'message-1', text: 'hola' })
  const { messages } = await anna.page()
  expect(messages.map(({ from }) => from)).toEqual(['me', 'town'])
  expect((await other.page()).messages).toEqual([])
})

test('an id used again is the same message, and says nothing new', async () => {
  const anna = browser()
  await anna.says({ id: 'message-1', text: 'hola' })
  const before = await anna.page()
  await anna.says({ id: 'message-1', text: 'menu' })
  expect(await anna.page()).toEqual(before)
})

test('a choice that was never offered chooses nothing', async () => {
  const anna = browser()
  await anna.says({ id: 'message-1', text: 'hola' })
  for (const [index, choiceId] of [
    '__proto__~constructor~1~x',
    'canal~start~1~next',
    '~~~',
    'x'.repeat(300),
  ].entries()) {
    expect(await anna.says({ id: `forged-${index}-id`, choiceId, text: 'x' })).toBe(200)
  }
  expect((await anna.page()).messages.filter(({ from }) => from === 'town').length).toBeGreaterThan(1)
})

test('a file of another visitor can neither be seen nor sent along', async () => {
  const anna = browser()
  const other = browser()
  const kept = await anna.call('/media?name=a.txt', { method: 'POST', body: 'el meu secret' })
  const { mediaId } = await kept.json()
  expect((await anna.call(`/media/${mediaId}`)).headers.get('content-disposition')).toContain('attachment')
  expect((await other.call(`/media/${mediaId}`)).status).toBe(404)
  expect(await other.says({ id: 'message-1', text: 'mira', mediaIds: [mediaId] })).toBe(404)
  expect((await anna.call('/media/..%2f..%2fsecret.key')).status).toBe(400)
})
