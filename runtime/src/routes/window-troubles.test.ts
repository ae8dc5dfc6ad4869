import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestApi } from '../../../test/api.ts'
import { startTestApi } from '../../../test/api.ts'
import type { Client } from '../../../test/api-client.ts'

let api: TestApi
let officer: Client
beforeAll(async () => {
  api = await startTestApi()
  officer = await api.signedIn('officer@vila.example')
  const admin = await api.signedIn('admin@vila.example')
  const template = { name: 'resposta', languages: ['ca', 'es'], parameters: [] }
  await admin.send('PUT', '/towns/vila/channels/vila/window-template', { template })
}, 60_000)
afterAll(() => api.close())

const moved = (language: string, state: string, name = 'resposta') =>
  api.deps.templateStates.moved('vila', [{ name, language, state, reason: null, at: new Date() }])
const troubles = async () => {
  const { channels } = (await officer.get('/towns/vila')).body
  return channels.find(({ key }: { key: string }) => key === 'vila').windowTroubles
}

test.each([
  ['nothing has been told', [], []],
  ['a language of it is paused', [['es', 'PAUSED']], ['es']],
  ['another one is rejected as well', [['ca', 'REJECTED']], ['ca', 'es']],
  ['one can be sent again', [['es', 'APPROVED']], ['ca']],
  ['a language nobody chose is paused', [['it', 'PAUSED']], ['ca']],
  ['all is well', [['ca', 'APPROVED']], []],
] as const)('the town is told of the template it uses when %s', async (_when, news, languages) => {
  for (const [language, state] of news) await moved(language, state)
  expect((await troubles()).map(({ language }: { language: string }) => language)).toEqual(languages)
})

test('other templates of the account do not matter', async () => {
  await moved('ca', 'REJECTED', 'cita_recordatorio')
  expect(await troubles()).toEqual([])
})
