import type { Flow, FlowSummary } from '@pregoner/shared'
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

/** The same with a step that runs another flow instead of the greeting. */
const running = (flow: Flow, flowId: string): Flow => ({
  ...flow,
  nodes: flow.nodes.map(node => (node.id === 'greet' ? { ...node, type: 'subflow', config: { flowId } } : node)),
  edges: flow.edges.map(edge => (edge.from === 'greet' ? { ...edge, exit: 'returned' } : edge)),
})

test('a flow that runs another as it was before is listed as such until it is published again', async () => {
  async function published(name: string, change: (flow: Flow) => Flow = flow => flow) {
    const { body } = await officer.post('/towns/vila/flows', { name, languages: ['ca', 'es'] })
    const path = `/towns/vila/flows/${body.flow.id}`
    const flow = change(smallFlow(body.flow.id, name))
    await officer.send('PUT', path, { rev: 1, flow })
    expect((await officer.post(`${path}/publish`, { rev: 2, note: '' })).status).toBe(200)
    return { path, flow }
  }
  const inner = await published('missatge')
  const middle = await published('bustia', flow => running(flow, inner.flow.id))
  const outer = await published('assistent', flow => running(flow, middle.flow.id))
  const older = async () => {
    const listed: FlowSummary[] = (await officer.get('/towns/vila/flows')).body
    return listed.filter(({ runsOlder }) => runsOlder.length > 0).map(({ id, runsOlder }) => [id, runsOlder])
  }
  expect(await older()).toEqual([])

  await officer.send('PUT', inner.path, { rev: 2, flow: { ...inner.flow, name: 'Missatges' } })
  await officer.post(`${inner.path}/publish`, { rev: 3, note: '' })
  expect(await older()).toEqual([
    [outer.flow.id, ['Missatges']],
    [middle.flow.id, ['Missatges']],
  ])
  await officer.post(`${middle.path}/publish`, { rev: 2, note: '' })
  expect(await older()).toEqual([[outer.flow.id, ['Missatges']]])
  await officer.post(`${outer.path}/publish`, { rev: 2, note: '' })
  expect(await older()).toEqual([])
})
