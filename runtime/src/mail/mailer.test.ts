import { afterAll, beforeAll, expect, test } from 'vitest'
import { partsOf, type SmtpServer, startSmtpServer } from '../../../test/smtp-server.ts'
import { createMailer, type Mailer } from './mailer.ts'

let server: SmtpServer
let mailer: Mailer
const letter = { to: 'via@vila.example', subject: 'La setmana a Via pública', text: 'Àrea\n.punt', html: '<p>Àrea</p>' }

beforeAll(async () => {
  server = await startSmtpServer()
  mailer = createMailer(server.url, 'Pregoner <pregoner@vila.example>')
})
afterAll(() => server.close())

test('a letter arrives as it was written', async () => {
  expect(await mailer.send(letter)).toBe('sent')
  const [mail] = server.mails
  if (!mail) throw new Error('nothing came')
  expect([mail.from, mail.to]).toEqual(['pregoner@vila.example', ['via@vila.example']])
  expect(partsOf(mail)).toEqual({ subject: letter.subject, text: letter.text, html: letter.html })
})

test('an address that smuggles lines or others in reaches nobody else', async () => {
  for (const to of ['via@vila.example\r\nRCPT TO:<spy@evil.example>', 'via@vila.example, spy@evil.example'])
    expect(await mailer.send({ ...letter, to })).toBe('refused')
  await mailer.send({ ...letter, subject: 'Hola\r\nBcc: spy@evil.example' })
  expect(server.mails.flatMap(({ to }) => to)).not.toContain('spy@evil.example')
})

test.each([
  ['RCPT', '550 nobody here', 'refused'],
  ['DATA', '451 later', 'refused'],
  ['END', '552 too large', 'refused'],
  ['RCPT', 'hang_up', 'unknown'],
  ['END', 'hang_up', 'unknown'],
] as const)('a server that says at %s: %s has it %s', async (at, answer, outcome) => {
  server.misbehave(at, answer)
  expect(await mailer.send(letter)).toBe(outcome)
  server.misbehave(null)
})

test('a server that is not there has not got it', async () => {
  expect(await createMailer('smtp://127.0.0.1:1', 'a@b.example').send(letter)).toBe('refused')
})
