import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestApi } from '../../../test/api.ts'
import { startTestApi } from '../../../test/api.ts'

let api: TestApi
beforeAll(async () => {
  api = await startTestApi()
}, 60_000)
afterAll(() => api.close())

const late = { id: 'view-late', name: 'Vençudes', filter: { due: 'late', departmentId: 'roads' } }

test('views are one’s own, in one town', async () => {
  const roads = await api.signedIn('roads@vila.example')
  expect((await roads.send('PUT', '/towns/vila/views', [late])).body).toEqual([late])
  expect((await roads.get('/towns/vila/views')).body).toEqual([late])
  expect((await (await api.signedIn('parks@vila.example')).get('/towns/vila/views')).body).toEqual([])
  expect((await (await api.signedIn('roads@poble.example')).get('/towns/poble/views')).body).toEqual([])
})

test.each([
  ['a filter that nobody has', { ...late, filter: { colour: 'red' } }],
  ['a cursor', { ...late, filter: { before: '2026' } }],
  ['no name', { ...late, name: ' ' }],
])('with %s nothing is kept', async (_what, view) => {
  const parks = await api.signedIn('parks@vila.example')
  expect((await parks.send('PUT', '/towns/vila/views', [view])).status).toBe(400)
  expect((await parks.get('/towns/vila/views')).body).toEqual([])
})
