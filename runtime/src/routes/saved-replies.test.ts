import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestApi } from '../../../test/api.ts'
import { startTestApi } from '../../../test/api.ts'
import type { Client } from '../../../test/api-client.ts'

let api: TestApi
let officer: Client
let roads: Client
let parks: Client
const path = '/towns/vila/saved-replies'
const reply = (departmentId: string | null, name = 'Rebut') => ({ name, departmentId, text: { ca: 'Rebut, {{name}}' } })

beforeAll(async () => {
  api = await startTestApi()
  officer = await api.signedIn('officer@vila.example')
  roads = await api.signedIn('roads@vila.example')
  parks = await api.signedIn('parks@vila.example')
}, 60_000)
afterAll(() => api.close())

test('agents get the town’s and their own, and change their own only', async () => {
  const ofAll = (await officer.post(path, reply(null, 'De tots'))).body
  const ofRoads = (await roads.post(path, reply('roads', 'De carrers'))).body
  const names = async (who: Client) => (await who.get(path)).body.map(({ name }: { name: string }) => name)
  expect(await names(roads)).toEqual(['De carrers', 'De tots'])
  expect(await names(parks)).toEqual(['De tots'])
  expect((await roads.post(path, reply(null))).status).toBe(403)
  expect((await roads.post(path, reply('parks'))).status).toBe(403)
  expect((await roads.send('PUT', `${path}/${ofAll.id}`, { rev: 1, ...reply('roads') })).status).toBe(403)
  expect((await parks.send('PUT', `${path}/${ofRoads.id}`, { rev: 1, ...reply('parks') })).status).toBe(404)
  expect((await parks.send('DELETE', `${path}/${ofRoads.id}?rev=1`)).status).toBe(404)
})

test('of two who change the same one, the slower is told what it says now', async () => {
  const { id } = (await officer.post(path, reply('roads', 'Primer'))).body
  const changed = await officer.send('PUT', `${path}/${id}`, { rev: 1, ...reply('roads', 'Segon') })
  expect(changed.body).toMatchObject({ rev: 2, name: 'Segon' })
  const late = await roads.send('PUT', `${path}/${id}`, { rev: 1, ...reply('roads', 'Tercer') })
  expect([late.status, late.body.current.name]).toEqual([409, 'Segon'])
  expect((await roads.send('DELETE', `${path}/${id}?rev=1`)).status).toBe(409)
  expect((await roads.send('DELETE', `${path}/${id}?rev=2`)).status).toBe(200)
})

test.each([
  ['a department that is none', reply('nowhere')],
  ['no words', { ...reply(null), text: {} }],
  ['no name', reply(null, ' ')],
])('%s is refused', async (_name, body) => {
  expect((await officer.post(path, body)).status).toBe(400)
})
