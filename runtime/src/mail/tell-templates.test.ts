import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../../../test/api.ts'
import { partsOf, type SmtpServer, startSmtpServer } from '../../../test/smtp-server.ts'
import { createMailer } from './mailer.ts'
import { tellTemplates } from './tell-templates.ts'

let api: TestApi
let server: SmtpServer
const nothing = { from: '', to: [], raw: '' }
let minute = 0
const at = () => new Date(Date.UTC(2026, 10, 30, 10, minute))
beforeAll(async () => {
  api = await startTestApi()
  server = await startSmtpServer()
  const template = { name: 'resposta', languages: ['ca'], parameters: [] }
  await api.deps.channels.change('vila', 'vila', { windowTemplate: template })
}, 60_000)
afterAll(async () => {
  await server.close()
  await api.close()
})
afterEach(() => {
  server.mails.length = 0
  server.misbehave(null)
})

const happens = (state: string, name = 'resposta', reason: string | null = null) => {
  minute += 1
  return api.deps.templateStates.moved('vila', [{ name, language: 'ca', state, reason, at: at() }])
}
const tell = () =>
  tellTemplates({
    ...api.deps,
    mailer: createMailer(server.url, 'pregoner@vila.example'),
    publicUrl: 'https://pregoner.example/',
    now: at,
  })

test('administrators, and nobody else, read once which templates cannot be sent and what to do', async () => {
  await happens('PAUSED')
  await happens('REJECTED', 'oferta', 'INVALID_FORMAT')
  await happens('APPROVED', 'cita')
  await tell()
  await tell()
  expect(server.mails.flatMap(({ to }) => to)).toEqual(['admin@vila.example'])
  const { subject, text } = partsOf(server.mails[0] ?? nothing)
  expect(subject).toContain('WhatsApp no deixa enviar una plantilla')
  expect(text).toContain('- resposta (ca): aturada per la qualitat')
  expect(text).toContain('les respostes esperen')
  expect(text).toContain('- oferta (ca): rebutjada, motiu: INVALID_FORMAT')
  expect(text).toContain('https://pregoner.example/t/vila/settings/templates')
  expect(text).not.toContain('cita')
})

test('a mail server that takes nothing is tried again after a while', async () => {
  await happens('APPROVED')
  await happens('DISABLED')
  server.misbehave('RCPT')
  await tell()
  server.misbehave(null)
  minute += 5
  await tell()
  expect(server.mails).toEqual([])
  minute += 6
  await tell()
  expect(server.mails).toHaveLength(1)
})
