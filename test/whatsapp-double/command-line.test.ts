import { expect, test } from 'vitest'
import { readCommandLine } from './command-line.ts'

const secrets = { WHATSAPP_APP_SECRET: 'secret', WHATSAPP_ACCESS_TOKEN: 'token' }
const one = ['--webhook', 'http://127.0.0.1:3000/webhooks/whatsapp/manresa', '--phone-number-id', 'demo-manresa']

test('one channel with its secrets', () => {
  const { channels, port } = readCommandLine([...one, '--app-secret', 'a', '--access-token', 'b', '--port', '1'], {})
  expect([channels, port]).toMatchObject([[{ phoneNumberId: 'demo-manresa', appSecret: 'a', accessToken: 'b' }], 1])
})

test('several channels share one secret or have their own', () => {
  const two = [...one, '--webhook', 'http://127.0.0.1:3000/b', '--phone-number-id', 'b']
  const args = [...two, '--app-secret', 's1', '--app-secret', 's2']
  expect(readCommandLine(args, secrets).channels).toMatchObject([
    { appSecret: 's1', accessToken: 'token' },
    { phoneNumberId: 'b', appSecret: 's2', accessToken: 'token' },
  ])
})

test('the demo towns in one word', () => {
  const { channels } = readCommandLine(['--demo', 'http://127.0.0.1:3000/'], secrets)
  expect(channels.map(({ webhookUrl }) => webhookUrl)).toContain('http://127.0.0.1:3000/webhooks/whatsapp/sant-cebria')
  expect(new Set(channels.map(({ displayNumber }) => displayNumber)).size).toBe(5)
})

test.each([
  ['nothing', [], /Give --demo/],
  ['no secret', one, /--app-secret/],
  ['no number id', one.slice(0, 2), /no --phone-number-id/],
  ['an unknown option', ['--colour', 'red'], /--colour/],
])('a wrong command line says so: %s', (_what, args, words) => {
  expect(() => readCommandLine(args, {})).toThrow(words)
})
