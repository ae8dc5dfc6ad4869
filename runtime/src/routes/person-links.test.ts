import type { TownInvitation, TownPeople } from '@pregoner/shared'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TestApi } from '../../../test/api.ts'
import { personId, startTestApi } from '../../../test/api.ts'
import type { Client } from '../../../test/api-client.ts'
import { partsOf, type SmtpServer, startSmtpServer } from '../../../test/smtp-server.ts'
import { createMailer } from '../mail/mailer.ts'

let server: SmtpServer
let api: TestApi
let admin: Client
beforeAll(async () => {
  server = await startSmtpServer()
  const mailer = createMailer(server.url, 'Pregoner <pregoner@vila.example>')
  api = await startTestApi({ mailer, origins: ['https://pregoner.example'] })
  admin = await api.signedIn('admin@vila.example')
}, 60_000)
afterAll(async () => {
  await api.close()
  await server.close()
})

const town = async (): Promise<TownPeople> => (await admin.get('/towns/vila/people')).body
const linkOf = async (email: string): Promise<TownInvitation | undefined> =>
  (await town()).invitations.find(one => one.email === email)
const invite = async (email: string, more: object = {}) =>
  (await admin.post('/towns/vila/invitations', { email, role: 'officer', departments: [], ...more })).body
const look = async (token: string) => (await api.client().post('/invitations/look', { token })).status
const lastMail = () => {
  const mail = server.mails.at(-1)
  if (!mail) throw new Error('nothing came')
  return { to: mail.to, ...partsOf(mail) }
}

describe('an invitation by e-mail', () => {
  test.each([
    [undefined, 'us conviden a treballar-hi', 'Serveix una sola vegada'],
    ['es', 'le invitan a trabajar', 'Sirve una sola vez'],
    ['it', 'vi invitano a lavorare', 'Serve una volta sola'],
    ['en', 'you are invited', 'It works once'],
  ])('brings the link in the language chosen, else the town’s: %s', async (language, subject, body) => {
    const { token, mail } = await invite(`aina-${language}@vila.example`, language ? { language } : {})
    expect(mail).toBe('sent')
    const letter = lastMail()
    expect(letter.to).toEqual([`aina-${language}@vila.example`])
    expect(letter.subject).toContain(subject)
    for (const part of [letter.text, letter.html]) {
      expect(part).toContain(body)
      expect(part).toContain(`https://pregoner.example/join#${token}`)
    }
    expect(await linkOf(`aina-${language}@vila.example`)).toMatchObject({ mail: 'sent', isOver: false })
  })

  test('that the server refuses is there to be handed over, and says so', async () => {
    server.misbehave('RCPT', '550 nobody here')
    const { token, mail } = await invite('typo@vila.example')
    server.misbehave(null)
    expect(mail).toBe('refused')
    expect(await linkOf('typo@vila.example')).toMatchObject({ mail: 'refused' })
    expect(await look(token)).toBe(200)
  })

  test('of which nobody knows whether it arrived says that', async () => {
    server.misbehave('END', 'hang_up')
    expect((await invite('perhaps@vila.example')).mail).toBe('unknown')
    server.misbehave(null)
    expect(await linkOf('perhaps@vila.example')).toMatchObject({ mail: 'unknown' })
  })

  test('is sent again with another link in the same language; the older one stops working', async () => {
    const first = await invite('again@vila.example', { language: 'it', role: 'agent', departments: ['roads'] })
    const { status, body } = await admin.post(`/towns/vila/invitations/${first.id}/again`)
    expect([status, body.mail]).toEqual([200, 'sent'])
    expect(body.token).not.toBe(first.token)
    expect(lastMail().subject).toContain('vi invitano')
    expect([await look(first.token), await look(body.token)]).toEqual([404, 200])
    expect(await linkOf('again@vila.example')).toMatchObject({ id: body.id, role: 'agent', departments: ['roads'] })
  })

  test('stays in the list when it is over, and can be renewed or taken back', async () => {
    const { id, token } = await invite('slow@vila.example')
    api.later(7 * 24 * 60 + 1)
    admin = await api.signedIn('admin@vila.example')
    expect(await look(token)).toBe(404)
    expect(await linkOf('slow@vila.example')).toMatchObject({ id, isOver: true })
    const renewed = (await admin.post(`/towns/vila/invitations/${id}/again`)).body
    expect(await linkOf('slow@vila.example')).toMatchObject({ id: renewed.id, isOver: false })
    expect((await admin.post(`/towns/vila/invitations/${id}/again`)).status).toBe(404)
    expect((await admin.send('DELETE', `/towns/vila/invitations/${renewed.id}`)).status).toBe(200)
    expect([await look(renewed.token), await linkOf('slow@vila.example')]).toEqual([404, undefined])
  })
})

test('a link for a new password goes to its owner by e-mail as well', async () => {
  const { body } = await admin.post(`/towns/vila/people/${personId('officer@vila.example')}/password-link`)
  expect(body.mail).toBe('sent')
  expect(lastMail()).toMatchObject({ to: ['officer@vila.example'], subject: 'vila: trieu una contrasenya nova' })
})

test('a name that an administrator has given themselves stays text', async () => {
  await api.deps.people.rename(personId('admin@vila.example'), 'Ada <img src=x>\r\nBcc: spy@evil.example')
  await invite('careful@vila.example')
  expect(lastMail().html).toContain('Ada &lt;img src=x&gt;')
  expect(server.mails.flatMap(({ to }) => to)).not.toContain('spy@evil.example')
})

test('nobody sends letters without end', async () => {
  const outcomes: number[] = []
  for (let count = 0; count < 21; count += 1) {
    const body = { email: `many-${count}@vila.example`, role: 'officer', departments: [] }
    outcomes.push((await admin.post('/towns/vila/invitations', body)).status)
  }
  expect(outcomes).toContain(200)
  expect(outcomes.at(-1)).toBe(429)
})

test('neither the log nor the activity log has addresses or links; failed mails are in it', async () => {
  const lines = (await api.deps.audit.newest('vila', 200)).map(line => JSON.stringify(line))
  for (const action of ['invitation.mail_sent', 'invitation.mail_refused', 'invitation.again'])
    expect(lines.some(line => line.includes(`"${action}"`))).toBe(true)
  const tokens = server.mails.map(mail => /join#([\w-]+)/.exec(partsOf(mail).text)?.[1] ?? 'none')
  expect(tokens).not.toContain('none')
  const told = [...lines, ...api.logged]
  expect(told.filter(line => line.includes('@') || tokens.some(token => line.includes(token)))).toEqual([])
})
