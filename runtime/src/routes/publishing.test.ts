import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestApi } from '../../../test/api.ts'
import { startTestApi } from '../../../test/api.ts'
import type { Client } from '../../../test/api-client.ts'
import { smallFlow } from '../../../test/small-flow.ts'

let api: TestApi
let officer: Client
let failing: unknown[] = []
beforeAll(async () => {
  api = await startTestApi({ failingTests: async () => failing })
  officer = await api.signedIn('officer@vila.example')
}, 60_000)
afterAll(() => api.close())

async function created(keyword: string): Promise<{ id: string; path: string }> {
  const { body } = await officer.post('/towns/vila/flows', { name: `Flow ${keyword}`, languages: ['ca', 'es'] })
  const path = `/towns/vila/flows/${body.flow.id}`
  await officer.send('PUT', path, { rev: 1, flow: smallFlow(body.flow.id, keyword) })
  return { id: body.flow.id, path }
}

test('a flow whose tests do not pass is not published, and the tests come back', async () => {
  const { path } = await created('tested')
  failing = [{ name: 'A pothole is reported' }]
  const refused = await officer.post(`${path}/publish`, { rev: 2, note: '' })
  expect([refused.status, refused.body.code, refused.body.tests]).toEqual([422, 'tests', failing])
  failing = []
  expect((await officer.post(`${path}/publish`, { rev: 2, note: '' })).status).toBe(200)
})
