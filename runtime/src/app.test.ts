import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import express from 'express'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestApi } from '../../test/api.ts'
import { startTestApi } from '../../test/api.ts'
import { apiRoutes } from './app.ts'

let api: TestApi
let folder: string
const PAGE = '<!doctype html><title>Pregoner</title><script>first()</script><script src="/a.js"></script>'

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pregoner-pages-'))
  writeFileSync(join(folder, 'index.html'), PAGE)
  const webhooks = express.Router()
  webhooks.post(
    '/webhooks/raw',
    express.raw({ type: () => true }),
    (request, response) => void response.send(request.body),
  )
  webhooks.get('/webhooks/broken', () => {
    throw new Error('the phone number 600123123 broke it')
  })
  api = await startTestApi({ pagesFolder: folder, webhooks })
}, 60_000)
afterAll(async () => {
  await api.close()
  rmSync(folder, { recursive: true })
})

test.each([
  '/',
  '/signin',
  '/t/vila/flows',
  '/t/vila/incidents/vila:c:1:0',
  '/chat/vila',
  '/track',
  '/track/VIL-2345678',
])('%s is a page of the browser app', async path => {
  const response = await fetch(api.url + path)
  expect([response.status, await response.text()]).toEqual([200, PAGE])
})

test.each(['/nothing', '/t', '/../package.json', '/api/nothing', '/assets/none.js'])('%s is no page', async path => {
  expect((await fetch(api.url + path)).status).toBe(404)
})

test('no page may run a script of somebody else', async () => {
  const { headers } = await fetch(api.url)
  const policy = headers.get('content-security-policy') ?? ''
  const own = createHash('sha256').update('first()').digest('base64') // the one that stands in the page
  expect(policy).toContain(`script-src 'self' 'sha256-${own}';`)
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).not.toContain('upgrade-insecure-requests')
  expect(headers.get('x-powered-by')).toBeNull()
})

test('a webhook gets its bytes as they came', async () => {
  const response = await fetch(`${api.url}/webhooks/raw`, {
    method: 'POST',
    body: '{"a": "\\u00e1"}',
    headers: { 'content-type': 'application/json' },
  })
  expect(await response.text()).toBe('{"a": "\\u00e1"}')
})

test('X26: what nobody expected is told as a code, and logged once without its words', async () => {
  const response = await fetch(`${api.url}/webhooks/broken`, { headers: { 'accept-language': 'ca' } })
  const { code, message, correlation, ...rest } = (await response.json()) as Record<string, string>
  expect([response.status, code, rest]).toEqual([500, 'internal', {}])
  expect(message).toContain('Alguna cosa ha fallat')
  const lines = api.logged.filter(line => line.includes(correlation ?? 'none'))
  expect(lines).toHaveLength(1)
  expect(lines[0]).toContain('app.test.ts')
  expect(lines[0]).not.toContain('600123123')
})

test('every route is in the API’s document, and its page is served from here alone', async () => {
  const document = (await (await fetch(`${api.url}/api/openapi.json`)).json()) as {
    paths: Record<string, Record<string, unknown>>
  }
  const documented = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map(method => `${method} ${path}`),
  )
  const served = apiRoutes(api.deps).map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`)
  expect(documented.sort()).toEqual(served.sort())

  const page = await (await fetch(`${api.url}/api/docs`)).text()
  const assets = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path]) => path)
  expect(assets).toHaveLength(3)
  for (const path of assets) expect([path, (await fetch(`${api.url}${path}`)).status]).toEqual([path, 200])
  expect(page).not.toMatch(/<script>|https?:/)
})
