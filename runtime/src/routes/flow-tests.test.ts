import { type Act, type Flow, type FlowTest, simulate, simulatedFlows, toldLines } from '@pregoner/shared'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestApi } from '../../../test/api.ts'
import { startTestApi } from '../../../test/api.ts'
import type { Client } from '../../../test/api-client.ts'
import { sampleTown } from '../../../test/sample-town.ts'
import { smallFlow } from '../../../test/small-flow.ts'

let api: TestApi
let officer: Client
beforeAll(async () => {
  api = await startTestApi()
  officer = await api.signedIn('officer@vila.example')
}, 60_000)
afterAll(() => api.close())

const setup = { name: '', language: null, startsAt: '2026-01-07T10:00:00.000Z', seed: 1 }
const hello = (keyword: string): Act[] => [
  { kind: 'say', said: { text: keyword, choiceId: null, media: [], place: null } },
]

const testOf = (flow: Flow, keyword: string, id = 'hello'): FlowTest => {
  const acts = hello(keyword)
  const lines = toldLines(simulate(simulatedFlows(flow, [], sampleTown()), setup, acts).lines)
  return { id, name: 'Diu bon dia', setup, acts, lines }
}

async function created(keyword: string) {
  const { body } = await officer.post('/towns/vila/flows', { name: keyword, languages: ['ca', 'es'] })
  const path = `/towns/vila/flows/${body.flow.id}`
  const flow = smallFlow(body.flow.id, keyword)
  await officer.send('PUT', path, { rev: 1, flow })
  return { path, flow, kept: testOf(flow, keyword) }
}

const saying = (flow: Flow, words: string): Flow => ({
  ...flow,
  nodes: flow.nodes.map(node =>
    node.id === 'greet' ? { ...node, config: { ...node.config, text: { ca: words, es: words } } } : node,
  ),
})

test('a conversation is kept, listed, changed and deleted, and all of it is in the activity log', async () => {
  const { path, kept } = await created('guarda')
  expect((await officer.send('PUT', `${path}/tests/hello`, kept)).body).toMatchObject({
    ...kept,
    changedBy: 'officer of vila',
  })
  await officer.send('PUT', `${path}/tests/hello`, { ...kept, name: 'Saluda' })
  const listed = (await officer.get(`${path}/tests`)).body
  expect(listed.map(({ name }: FlowTest) => name)).toEqual(['Saluda'])
  expect((await officer.send('DELETE', `${path}/tests/hello`)).status).toBe(200)
  expect((await officer.send('DELETE', `${path}/tests/hello`)).status).toBe(404)
  const actions = (await api.deps.audit.newest('vila', 10)).map(({ action }) => action)
  expect(actions.slice(0, 3).sort()).toEqual(['flow_test.change', 'flow_test.create', 'flow_test.delete'])
})

test.each([
  ['of another id', (kept: FlowTest) => ({ ...kept, id: 'other' }), 400],
  ['without acts', (kept: FlowTest) => ({ ...kept, acts: [] }), 400],
  ['with unknown keys', (kept: FlowTest) => ({ ...kept, owner: 'me' }), 400],
  ['with too many acts', (kept: FlowTest) => ({ ...kept, acts: Array(201).fill(kept.acts[0]) }), 400],
  ['that is too large', (kept: FlowTest) => ({ ...kept, lines: Array(2_000).fill(kept.lines[1]) }), 413],
])('a test %s is refused', async (_name, change, status) => {
  const { path, kept } = await created(`refusa${status}`)
  expect((await officer.send('PUT', `${path}/tests/hello`, change(kept))).status).toBe(status)
  expect((await officer.get(`${path}/tests`)).body).toEqual([])
})

test('there is an end to the number of tests', async () => {
  const { path, flow, kept } = await created('moltes')
  const author = { by: 'Proves', at: new Date() }
  const ids = Array.from({ length: 200 }, (_, index) => `test-${index + 1}`)
  await Promise.all(ids.map(id => api.deps.flowTests.save('vila', flow.id, { ...kept, id }, author)))
  expect((await officer.send('PUT', `${path}/tests/hello`, kept)).body.code).toBe('too_many_tests')
  expect((await officer.send('PUT', `${path}/tests/test-7`, { ...kept, id: 'test-7' })).status).toBe(200)
})

test('a failing test keeps a flow from being published, and says which line and where', async () => {
  const { path, flow, kept } = await created('trenca')
  await officer.send('PUT', `${path}/tests/hello`, kept)
  await officer.send('PUT', path, { rev: 2, flow: saying(flow, 'Bona nit') })
  const refused = await officer.post(`${path}/publish`, { rev: 3, note: '' })
  expect([refused.status, refused.body.code]).toEqual([422, 'tests'])
  expect(refused.body.tests).toEqual([
    {
      id: 'hello',
      name: 'Diu bon dia',
      line: 2,
      expected: { kind: 'town', text: 'Bon dia', choices: [], parts: [] },
      got: { kind: 'town', text: 'Bona nit', choices: [], parts: [] },
      node: 'greet',
    },
  ])
  await officer.send('PUT', `${path}/tests/hello`, testOf(saying(flow, 'Bona nit'), 'trenca'))
  expect((await officer.post(`${path}/publish`, { rev: 3, note: '' })).status).toBe(200)
})

test('tests and approvals go with their flow', async () => {
  const { path, flow, kept } = await created('esborra')
  await officer.send('PUT', `${path}/tests/hello`, kept)
  await officer.send('DELETE', path)
  expect(await api.deps.flowTests.count('vila', flow.id)).toBe(0)
})

const approves = (drawing: string) => ({
  drawing,
  approver: 'Maria Serra',
  office: 'Alcaldessa',
  languages: ['ca'],
  note: 'Llegit sencer',
})

test('an approval is of what people meet: moving a step keeps it, other words do not', async () => {
  const { path, flow } = await created('aprova')
  const { drawing } = (await officer.get(`${path}/approvals`)).body
  const { status, body } = await officer.post(`${path}/approvals`, approves(drawing))
  expect([status, body.approvals]).toEqual([
    200,
    [expect.objectContaining({ approver: 'Maria Serra', by: 'officer of vila', isOfDraft: true, versions: [] })],
  ])
  expect((await api.deps.audit.newest('vila', 1))[0]).toMatchObject({ action: 'flow.approve', object: flow.id })

  const moved = { ...flow, nodes: flow.nodes.map(node => ({ ...node, position: { x: 9, y: 9 } })) }
  await officer.send('PUT', path, { rev: 2, flow: moved })
  await officer.post(`${path}/publish`, { rev: 3, note: '' })
  const held = async () => (await officer.get(`${path}/approvals`)).body.approvals[0]
  expect(await held()).toMatchObject({ isOfDraft: true, versions: [1] })
  const ofVersion = (await officer.get(`${path}/approvals?version=1`)).body.drawing
  expect(ofVersion).toMatch(/^[0-9a-f]{64}$/)
  expect(ofVersion).not.toBe(drawing)

  await officer.send('PUT', path, { rev: 3, flow: saying(flow, 'Bona nit') })
  expect(await held()).toMatchObject({ isOfDraft: false, versions: [1] })
})

test('a drawing that is neither the draft nor a version cannot be approved', async () => {
  const { path, flow } = await created('passada')
  const { drawing } = (await officer.get(`${path}/approvals`)).body
  await officer.send('PUT', path, { rev: 2, flow: saying(flow, 'Bona nit') })
  expect((await officer.post(`${path}/approvals`, approves(drawing))).body.code).toBe('stale')
  expect((await officer.get(`${path}/approvals`)).body.approvals).toEqual([])
})
