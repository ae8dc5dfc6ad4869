import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestApi } from '../../../test/api.ts'
import { startTestApi } from '../../../test/api.ts'

let api: TestApi
beforeAll(async () => {
  api = await startTestApi()
}, 60_000)
afterAll(() => api.close())

const get = async (path: string) => {
  const answer = await fetch(`${api.url}/open311/vila/v2/${path}`)
  return { status: answer.status, body: await answer.text() }
}
const changeset = async () => JSON.parse((await get('discovery.json')).body).changeset

test('a town says where its endpoint is, in JSON and in XML', async () => {
  const now = await changeset()
  const url = `${api.url}/open311/vila/v2`
  expect(JSON.parse((await get('discovery.json')).body)).toEqual({
    changeset: expect.stringMatching(/^\d{10}$/),
    contact: 'The town hall of vila',
    key_service: 'Ask the town hall of vila for a key',
    endpoints: [
      {
        specification: 'http://wiki.open311.org/GeoReport_v2',
        url,
        changeset: now,
        type: 'production',
        formats: ['text/xml', 'application/json'],
      },
    ],
  })
  expect((await get('discovery.xml')).body).toBe(
    `<?xml version="1.0" encoding="utf-8"?>\n<discovery><changeset>${now}</changeset>` +
      '<contact>The town hall of vila</contact><key_service>Ask the town hall of vila for a key</key_service>' +
      '<endpoints><endpoint><specification>http://wiki.open311.org/GeoReport_v2</specification>' +
      `<url>${url}</url><changeset>${now}</changeset><type>production</type>` +
      '<formats><format>text/xml</format><format>application/json</format></formats></endpoint></endpoints></discovery>\n',
  )
  expect((await get('discovery/one.json')).status).toBe(404)
})

test('what is new sorts after what was before', async () => {
  const before = await changeset()
  await api.deps.towns.change('vila', ({ categories }) => ({
    categories: [...categories, { id: 'lamp', name: { ca: 'Fanal' }, departmentId: null }],
  }))
  expect((await changeset()) > before).toBe(true)
})
