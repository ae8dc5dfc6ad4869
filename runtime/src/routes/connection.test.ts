import type { ChannelCheck } from '@pregoner/shared'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, createClient } from '../../../test/api-client.ts'
import {
  ACCESS_TOKEN,
  APP_SECRET,
  PASSWORD,
  startTownServer,
  type TownServer,
} from '../../../test/channels/town-server.ts'

const WABA = 'waba-demo-manresa'
let server: TownServer
let admin: Client
beforeAll(async () => {
  server = await startTownServer({ towns: ['manresa'], withPeople: true })
  admin = createClient(server.url)
  await admin.post('/session', { email: 'admin@manresa.example', password: PASSWORD })
}, 60_000)
afterAll(() => server?.close())

const check = async (): Promise<ChannelCheck> => (await admin.post('/towns/manresa/channels/manresa/check')).body
const connect = (more: object) =>
  admin.send('PUT', '/towns/manresa/channels/manresa/secrets', {
    ...{ phoneNumberId: 'demo-manresa', displayNumber: '644 069 801' },
    ...more,
  })

test('a number is connected step by step, and each step tells how it stands', async () => {
  expect(await check()).toMatchObject({
    secrets: { accessToken: true, appSecret: true, verifyToken: true },
    number: { outcome: 'ok', displayNumber: '34910000001', quality: 'GREEN' },
    subscription: { outcome: 'missing' },
    templates: { outcome: 'missing' },
    ...{ verifiedAt: null, webhookAt: null },
  })

  await connect({ accountId: WABA })
  const { templates } = await check()
  expect(templates).toEqual({ outcome: 'ok', code: null, all: 1, approved: 1 })

  expect((await admin.post('/towns/manresa/channels/manresa/subscription')).body).toEqual({ outcome: 'ok', code: null })
  const verified = await check()
  expect(verified.subscription.outcome).toBe('ok')
  expect(verified.verifiedAt).not.toBeNull()
  expect(verified.webhookAt).toBeNull()

  await server.double.person({ phone: '34600123123' }).sends('hola')
  await server.double.settled()
  await expect.poll(async () => (await check()).webhookAt, { timeout: 10_000 }).not.toBeNull()
})

test('a token that the platform refuses is told with its code, and no secret ever comes back', async () => {
  await connect({ accessToken: 'an access token that has expired' })
  const refused = await admin.post('/towns/manresa/channels/manresa/check')
  expect(refused.body).toMatchObject({
    number: { outcome: 'refused', code: 190 },
    subscription: { outcome: 'refused', code: 190 },
  })
  await connect({ accessToken: ACCESS_TOKEN })
  const answers = [
    refused,
    await admin.post('/towns/manresa/channels/manresa/check'),
    await admin.get('/towns/manresa'),
  ]
  const told = JSON.stringify(answers.map(({ body }) => body))
  expect([ACCESS_TOKEN, APP_SECRET].filter(secret => told.includes(secret))).toEqual([])
})

test('templates are listed with their state, and why one was rejected', async () => {
  await server.double.template({
    ...{ name: 'avis', language: 'ca', status: 'REJECTED' as const },
    components: [{ type: 'BODY', text: 'Hi ha una resposta de l’Ajuntament.' }],
  })
  await server.double.template({
    ...{ name: 'oferta', language: 'ca' },
    components: [
      { type: 'HEADER', format: 'IMAGE', example: { header_handle: ['4::aW'] } },
      { type: 'BODY', text: 'Mira la imatge.' },
    ],
  })
  const { body } = await admin.get('/towns/manresa/channels/manresa/templates')
  expect(body.outcome).toBe('ok')
  expect(body.templates).toMatchObject([
    {
      name: 'avis',
      language: 'ca',
      category: 'UTILITY',
      state: 'REJECTED',
      text: 'Hi ha una resposta de l’Ajuntament.',
      needsMore: false,
    },
    { name: 'hello_world', state: 'APPROVED', needsMore: false },
    { name: 'oferta', needsMore: true },
  ])
})

test('a town has one channel of each kind', async () => {
  expect((await admin.post('/towns/manresa/channels', { kind: 'whatsapp' })).body.code).toBe('already_there')
})
