import type { Flow } from '@pregoner/shared'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestApi } from '../../../test/api.ts'
import { startTestApi } from '../../../test/api.ts'
import type { Client } from '../../../test/api-client.ts'
import { smallFlow } from '../../../test/small-flow.ts'

let api: TestApi
let officer: Client
beforeAll(async () => {
  api = await startTestApi()
  officer = await api.signedIn('officer@vila.example')
}, 60_000)
afterAll(() => api.close())

async function saved(name: string, change: (flow: Flow) => Flow) {
  const { body } = await officer.post('/towns/vila/flows', { name, languages: ['ca', 'es'] })
  const path = `/towns/vila/flows/${body.flow.id}`
  const flow = change(smallFlow(body.flow.id, name))
  expect((await officer.send('PUT', path, { rev: 1, flow })).status).toBe(200)
  return { path, flow }
}

const saying = (flow: Flow, words: string): Flow => ({
  ...flow,
  nodes: flow.nodes.map(node =>
    node.id === 'greet' ? { ...node, config: { ...node.config, text: { ca: words, es: words } } } : node,
  ),
})

/** The same with a step that runs another flow before the end. */
const running = (flow: Flow, flowId: string): Flow => ({
  ...flow,
  nodes: [...flow.nodes, { id: 'run', type: 'subflow', position: { x: 0, y: 0 }, config: { flowId } }],
  edges: [
    ...flow.edges.filter(({ from }) => from !== 'greet'),
    { id: 'r1', from: 'greet', exit: 'next', to: 'run' },
    { id: 'r2', from: 'run', exit: 'returned', to: 'end' },
  ],
})

test('an approval is of what the flows say that are run inside, too', async () => {
  const inner = await saved('dins', flow => flow)
  expect((await officer.post(`${inner.path}/publish`, { rev: 2, note: '' })).status).toBe(200)
  const outer = await saved('fora', flow => running(flow, inner.flow.id))
  const publish = async () => {
    expect((await officer.post(`${outer.path}/publish`, { rev: 2, note: '' })).status).toBe(200)
  }
  await publish()
  const { drawing } = (await officer.get(`${outer.path}/approvals`)).body
  const approval = { drawing, approver: 'Maria Serra', office: 'Alcaldessa', languages: ['ca'], note: '' }
  expect((await officer.post(`${outer.path}/approvals`, approval)).status).toBe(200)
  const held = async () => (await officer.get(`${outer.path}/approvals`)).body.approvals[0]
  expect(await held()).toMatchObject({ isOfDraft: true, versions: [1] })

  await officer.send('PUT', inner.path, { rev: 2, flow: saying(inner.flow, 'Paraules que ningú no ha aprovat') })
  expect((await officer.post(`${inner.path}/publish`, { rev: 3, note: '' })).status).toBe(200)
  expect(await held()).toMatchObject({ isOfDraft: false, versions: [1] })
  await publish()
  expect(await held()).toMatchObject({ isOfDraft: false, versions: [1] })
})

test('a version is read with the flows it runs as they were then', async () => {
  const inner = await saved('abans', flow => saying(flow, 'Abans'))
  await officer.post(`${inner.path}/publish`, { rev: 2, note: '' })
  const outer = await saved('llavors', flow => running(flow, inner.flow.id))
  await officer.post(`${outer.path}/publish`, { rev: 2, note: '' })
  await officer.send('PUT', inner.path, { rev: 2, flow: saying(inner.flow, 'Ara') })
  await officer.post(`${inner.path}/publish`, { rev: 3, note: '' })
  const { subflows } = (await officer.get(`${outer.path}/versions/1`)).body
  expect(subflows).toEqual([inner.flow])
})
