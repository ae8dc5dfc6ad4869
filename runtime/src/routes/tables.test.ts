import type { Table } from '@pregoner/shared'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { TestApi } from '../../../test/api.ts'
import { startTestApi } from '../../../test/api.ts'
import type { Client } from '../../../test/api-client.ts'

let api: TestApi
const clients = new Map<string, Client>()
const as = (who: string) => clients.get(who) ?? api.client()
const columns: Table['columns'] = [{ id: 'name', label: 'Nom', kind: 'text', required: true, unique: true }]
const row = (id: string, name: string) => ({ id, from: '2026-03-02', to: '2026-03-08', values: { name } })
const rota = (rows = [row('a', 'Farmàcia Vila')]): Table => {
  return { id: 'rota', name: 'Guàrdies', columns, rows, departmentId: 'roads' }
}
const save = (who: string, table: unknown, rev: number | null, town = 'vila') =>
  as(who).send('PUT', `/towns/${town}/tables/rota`, { rev, table })

beforeAll(async () => {
  api = await startTestApi()
  for (const who of ['admin', 'officer', 'roads', 'parks']) clients.set(who, await api.signedIn(`${who}@vila.example`))
  clients.set('foreign', await api.signedIn('officer@poble.example'))
}, 60_000)
beforeEach(async () => {
  await api.deps.towns.change('vila', () => ({ tables: [rota()] }))
  await api.connection.collection('table_versions').deleteMany({})
})
afterAll(() => api.close())

describe('who may change a table', () => {
  test.each([
    ['admin', 200],
    ['officer', 200],
    ['roads', 200],
    ['parks', 404],
    ['foreign', 404],
    ['nobody', 401],
  ])('%s gets %i for rows and history', async (who, expected) => {
    const saved = await save(who, rota([row('a', 'Farmàcia Nova')]), 0)
    const told = await as(who).get('/towns/vila/tables/rota/versions')
    expect([saved.status, told.status]).toEqual([expected, expected])
    const [stored] = (await api.deps.towns.get('vila'))?.tables ?? []
    expect(stored?.rows[0]?.values.name).toBe(expected === 200 ? 'Farmàcia Nova' : 'Farmàcia Vila')
  })

  test.each([
    ['its columns', { columns: [...columns, { id: 'more', label: 'Més', kind: 'text', required: false }] }],
    ['its name', { name: 'Nostra' }],
    ['whose it is', { departmentId: null }],
  ])('an agent does not change %s, an officer does', async (_what, change) => {
    expect((await save('roads', { ...rota(), ...change }, 0)).status).toBe(403)
    expect((await save('officer', { ...rota(), ...change }, 0)).status).toBe(200)
  })

  test('officers add tables, agents do not', async () => {
    const table = { ...rota(), id: 'phones' }
    const add = (who: string) => as(who).send('PUT', '/towns/vila/tables/phones', { rev: null, table })
    expect((await add('roads')).status).toBe(404)
    expect((await add('officer')).body).toMatchObject({ id: 'phones', rev: 1 })
    expect((await add('officer')).status).toBe(409)
  })
})

test('of two who change the same table, the slower is told what it says now, and nothing is lost', async () => {
  expect((await save('officer', rota([row('a', 'Primera')]), 0)).body.rev).toBe(1)
  const late = await save('roads', rota([row('a', 'Segona')]), 0)
  expect([late.status, late.body.current.rows[0].values.name]).toEqual([409, 'Primera'])
})

test('what a table was is kept with who and when, and read back', async () => {
  await save('officer', rota([row('a', 'Primera')]), 0)
  await save('roads', rota([row('a', 'Primera'), row('b', 'Segona')]), 1)
  const { body } = await as('roads').get('/towns/vila/tables/rota/versions')
  expect(body.map(({ rev, by, rows }: { rev: number; by: string; rows: number }) => [rev, by, rows])).toEqual([
    [2, 'agent of vila', 2],
    [1, 'officer of vila', 1],
    [0, null, 1],
  ])
  const first = (await as('officer').get('/towns/vila/tables/rota/versions/0')).body
  expect(first.rows[0].values.name).toBe('Farmàcia Vila')
  expect((await as('officer').get('/towns/vila/tables/rota/versions/7')).status).toBe(404)
  expect((await as('parks').get('/towns/vila/tables/rota/versions/0')).status).toBe(404)
  const { body: log } = await as('admin').get('/towns/vila/audit?action=table&limit=1')
  expect(JSON.stringify(log)).toContain('table.save')
})

test.each([
  ['a row that says what another says', [row('a', 'Vila'), row('b', 'vila')]],
  ['a row without what is required', [row('a', '')]],
  ['a row that ends before it begins', [{ ...row('a', 'Vila'), to: '2026-03-01' }]],
  ['two rows with one id', [row('a', 'Vila'), row('a', 'Nova')]],
])('%s is refused whole', async (_what, rows) => {
  expect((await save('officer', rota(rows), 0)).status).toBe(400)
  expect((await api.deps.towns.get('vila'))?.tables[0]?.rows).toHaveLength(1)
})

test('5,000 rows are saved, one more is not', async () => {
  const rows = Array.from({ length: 5_001 }, (_, at) => row(`r${at}`, `Farmàcia ${at}`))
  expect((await save('officer', rota(rows), 0)).status).toBe(400)
  expect((await save('officer', rota(rows.slice(1)), 0)).status).toBe(200)
})
