import type { ChannelCheck } from '@pregoner/shared'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, createClient } from '../../../test/api-client.ts'
import {
  ACCESS_TOKEN,
  APP_SECRET,
  PASSWORD,
  startTownServer,
  type TownServer,
  VERIFY_TOKEN,
} from '../../../test/channels/town-server.ts'

const WABA = 'waba-demo-manresa'
const OTHER_APP = { accessToken: 'token-of-another-app', appSecret: 'secret-of-another-app' }
let server: TownServer
let admin: Client
beforeAll(async () => {
  server = await startTownServer({ towns: ['manresa', 'empoli'], withPeople: true })
  admin = createClient(server.url)
  await admin.post('/session', { email: 'admin@manresa.example', password: PASSWORD })
  const elsewhere = { displayNumber: '34910000009', webhookUrl: `${server.url}/webhooks/whatsapp/manresa` }
  server.double.addChannel({ phoneNumberId: 'number-of-another-app', ...OTHER_APP, ...elsewhere })
}, 60_000)
afterAll(() => server?.close())

const right = {
  ...{ phoneNumberId: 'demo-manresa', displayNumber: '644 069 801', accountId: WABA },
  ...{ accessToken: ACCESS_TOKEN, appSecret: APP_SECRET, verifyToken: VERIFY_TOKEN },
}
const connect = (wrong: object) => admin.send('PUT', '/towns/manresa/channels/manresa/secrets', { ...right, ...wrong })
const check = async (): Promise<ChannelCheck> => (await admin.post('/towns/manresa/channels/manresa/check')).body
const told = ({ number, secret, subscription, templates }: ChannelCheck) =>
  [number, secret, subscription, templates].map(({ outcome, code }) => (code === null ? outcome : `${outcome} ${code}`))

test.each([
  ['all is right', {}, ['ok', 'ok', 'ok', 'ok']],
  [
    'the access token is wrong',
    { accessToken: 'no such access token' },
    ['refused 190', 'missing', 'refused 190', 'refused 190'],
  ],
  [
    'the access token is of another app',
    { accessToken: OTHER_APP.accessToken },
    ['refused 100', 'missing', 'refused 100', 'refused 100'],
  ],
  ['the app secret is wrong', { appSecret: OTHER_APP.appSecret }, ['ok', 'refused 100', 'ok', 'ok']],
  ['the phone number id is wrong', { phoneNumberId: '644069801' }, ['refused 100', 'missing', 'ok', 'ok']],
  ['the account id is wrong', { accountId: '123' }, ['ok', 'ok', 'refused 100', 'refused 100']],
] as const)('the check tells what it is when %s', async (_when, wrong, outcomes) => {
  expect((await connect(wrong)).status).toBe(200)
  expect(told(await check())).toEqual(outcomes)
})

test('a platform that cannot be reached is told as that, and what was entered stays', async () => {
  await connect({})
  const fault = server.double.fault({ reset: 'before', times: 10, on: 'number' })
  expect(told(await check())[0]).toBe('unreachable')
  fault.remove()
  expect(told(await check())[0]).toBe('ok')
})

test('another verify token, another signature and another number are each told with their time', async () => {
  await connect({})
  expect((await check()).refused).toEqual({ verifyTokenAt: null, signatureAt: null, numberAt: null })

  expect((await server.double.verifyHandshake('demo-manresa', 'another verify token')).isAccepted).toBe(false)
  expect((await check()).refused).toMatchObject({ verifyTokenAt: expect.any(String), signatureAt: null })

  await server.double.deliverRaw(
    Buffer.from('{}'),
    { 'x-hub-signature-256': `sha256=${'0'.repeat(64)}` },
    'demo-manresa',
  )
  expect((await check()).refused).toMatchObject({ signatureAt: expect.any(String), numberAt: null })

  await connect({ phoneNumberId: 'a-number-that-is-not-written-to' })
  await expect
    .poll(
      async () => {
        await server.double.person({ phone: '34600123123', channel: 'demo-manresa' }).sends('hola')
        return (await check()).refused.numberAt
      },
      { timeout: 10_000, interval: 500 },
    )
    .not.toBeNull()
})

test('a number that another town has is refused without saying whose it is', async () => {
  await connect({})
  const refused = await connect({ phoneNumberId: 'demo-empoli', accessToken: 'a token that must not be kept' })
  expect(refused).toMatchObject({ status: 409, body: { code: 'number_elsewhere' } })
  expect(JSON.stringify(refused.body).replaceAll('number_elsewhere', '')).not.toMatch(/empoli|whats/i)
  const stays = await check()
  expect(stays.number.outcome).toBe('ok')
  expect((await server.runtime.stores.channels.byKey('manresa'))?.phoneNumberId).toBe('demo-manresa')
})
