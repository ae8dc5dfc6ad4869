import { apiError, flowDraft, REQUEST_HEADER, savedDraft } from '@pregoner/shared'
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

async function created(keyword: string): Promise<{ id: string; path: string }> {
  const { body } = await officer.post('/towns/vila/flows', { name: `Incidències ${keyword}!`, languages: ['ca', 'es'] })
  const path = `/towns/vila/flows/${body.flow.id}`
  await officer.send('PUT', path, { rev: 1, flow: smallFlow(body.flow.id, keyword) })
  return { id: body.flow.id, path }
}

test('a new flow is empty and has an address one can read', async () => {
  const { status, body } = await officer.post('/towns/vila/flows', { name: 'Incidències al carrer', languages: ['ca'] })
  expect(status).toBe(200)
  const draft = flowDraft.parse(body)
  expect(draft.flow.id).toMatch(/^incidencies-al-carrer-[0-9a-f]{6}$/)
  expect([draft.rev, draft.flow.nodes, draft.publishedVersion]).toEqual([1, [], null])
})

test('a save answers the new revision and leaves the drawing with who sent it', async () => {
  const { id, path } = await created('short')
  const { body } = await officer.send('PUT', path, { rev: 2, flow: { ...smallFlow(id, 'short'), name: 'Saved' } })
  expect(savedDraft.parse(body)).toMatchObject({ rev: 3, publishedVersion: null, changedBy: 'officer of vila' })
  const listed = (await officer.get('/towns/vila/flows')).body.find((flow: { id: string }) => flow.id === id)
  expect(listed).toMatchObject({ name: 'Saved', rev: 3, nodes: smallFlow(id).nodes.length })
})

test('a stale save is refused with what is stored now, and stores nothing', async () => {
  const { id, path } = await created('stale')
  const mine = await officer.send('PUT', path, { rev: 2, flow: { ...smallFlow(id, 'stale'), name: 'Mine' } })
  const late = await officer.send('PUT', path, { rev: 2, flow: { ...smallFlow(id, 'stale'), name: 'Late' } })
  expect([mine.status, late.status]).toEqual([200, 409])
  expect(apiError.parse(late.body)).toMatchObject({ code: 'stale', current: { rev: 3, flow: { name: 'Mine' } } })
  expect((await officer.get(path)).body.flow.name).toBe('Mine')
})

test.each([
  ['another flow’s drawing', (id: string) => ({ ...smallFlow(id), id: 'other' }), 400, 'bad_request'],
  ['no flow at all', () => ({ nodes: [] }), 422, 'bad_flow'],
  ['a newer format', (id: string) => ({ ...smallFlow(id), formatVersion: 99 }), 422, 'bad_flow'],
  ['an unknown key', (id: string) => ({ ...smallFlow(id), triggers: [] }), 422, 'bad_flow'],
  [
    'ten thousand nodes',
    (id: string) => ({ ...smallFlow(id), nodes: Array(10_000).fill(smallFlow(id).nodes[0]) }),
    422,
    'bad_flow',
  ],
])('a save with %s is refused', async (_name, drawing, status, code) => {
  const { id, path } = await created('refused')
  const answer = await officer.send('PUT', path, { rev: 2, flow: drawing(id) })
  expect([answer.status, answer.body.code]).toEqual([status, code])
  expect((await officer.get(path)).body.rev).toBe(2)
})

test('publishing freezes the draft as the next version and tells the pipeline', async () => {
  const { id, path } = await created('publish')
  const { status, body } = await officer.post(`${path}/publish`, { rev: 2, note: 'First' })
  expect([status, body.version, body.note, body.by]).toEqual([200, 1, 'First', 'officer of vila'])
  expect(body.hash).toMatch(/^[0-9a-f]{64}$/)
  expect(api.published).toContain(`vila/${id}`)
  expect((await officer.get(path)).body.publishedVersion).toBe(1)
  const listed = (await officer.get('/towns/vila/flows')).body.find((flow: { id: string }) => flow.id === id)
  expect(listed).toMatchObject({ publishedVersion: 1, isChanged: false, inside: 0 })
})

test('a draft with errors is not published, and the errors come back', async () => {
  const { id, path } = await created('faulty')
  const flow = smallFlow(id, 'faulty')
  await officer.send('PUT', path, { rev: 2, flow: { ...flow, edges: flow.edges.slice(1) } })
  const { status, body } = await officer.post(`${path}/publish`, { rev: 3, note: '' })
  expect([status, body.code]).toEqual([422, 'problems'])
  expect(body.problems.some((problem: { severity: string }) => problem.severity === 'error')).toBe(true)
  expect(body.problems).toEqual((await officer.get(`${path}/problems`)).body)
  expect((await officer.get(`${path}/versions`)).body).toEqual([])
})

test('a stale draft is not published', async () => {
  const { path } = await created('late')
  const { status, body } = await officer.post(`${path}/publish`, { rev: 1, note: '' })
  expect([status, body.code, body.current.rev]).toEqual([409, 'stale', 2])
})

test('a version comes back by one click, as a new revision of the draft', async () => {
  const { id, path } = await created('restore')
  await officer.post(`${path}/publish`, { rev: 2, note: 'Good' })
  await officer.send('PUT', path, { rev: 2, flow: { ...smallFlow(id, 'restore'), name: 'Worse' } })
  expect((await officer.post(`${path}/versions/1/restore`, { rev: 2 })).status).toBe(409)
  const { body } = await officer.post(`${path}/versions/1/restore`, { rev: 3 })
  expect([body.rev, body.flow.name]).toEqual([4, `Flow ${id}`])
  const version = (await officer.get(`${path}/versions/1`)).body
  expect(version.flow).toEqual(body.flow)
})

test('a published version takes its sub-flows with it, as they were', async () => {
  const sub = await created('sub')
  await officer.post(`${sub.path}/publish`, { rev: 2, note: '' })
  const { id, path } = await created('parent')
  const flow = smallFlow(id, 'parent')
  const calls = { id: 'greet', type: 'subflow', position: { x: 300, y: 0 }, config: { flowId: sub.id } }
  const nodes = flow.nodes.map(node => (node.id === 'greet' ? calls : node))
  const edges = flow.edges.map(edge => (edge.from === 'greet' ? { ...edge, exit: 'returned' } : edge))
  await officer.send('PUT', path, { rev: 2, flow: { ...flow, nodes, edges } })
  const { status, body } = await officer.post(`${path}/publish`, { rev: 3, note: '' })
  expect([status, body.problems]).toEqual([200, undefined])
  await officer.send('PUT', sub.path, { rev: 2, flow: { ...smallFlow(sub.id, 'sub'), name: 'Changed later' } })

  const stored = await api.deps.flows.version('vila', id, 1)
  expect(stored?.subflows.map(({ id: flowId, name }) => [flowId, name])).toEqual([[sub.id, `Flow ${sub.id}`]])
})

test('only a flow that was never published can be deleted', async () => {
  const kept = await created('kept')
  await officer.post(`${kept.path}/publish`, { rev: 2, note: '' })
  expect((await officer.send('DELETE', kept.path)).body.code).toBe('published')
  const gone = await created('gone')
  expect((await officer.send('DELETE', gone.path)).status).toBe(200)
  expect((await officer.get(gone.path)).status).toBe(404)
})

test('a drawing of four megabytes is refused before it is read', async () => {
  const { path } = await created('huge')
  const response = await fetch(`${api.url}/api${path}`, {
    method: 'PUT',
    headers: { origin: api.url, [REQUEST_HEADER]: '1', cookie: officer.cookies(), 'content-type': 'application/json' },
    body: JSON.stringify({ rev: 2, flow: { ...smallFlow('x'), name: 'x'.repeat(4.2 * 1024 * 1024) } }),
  })
  expect(response.status).toBe(413)
})

test('connecting a channel seals its secrets and never gives them back', async () => {
  const admin = await api.signedIn('admin@vila.example')
  const secrets = { phoneNumberId: '1029384756', displayNumber: '644 00 00 00', accessToken: 'EAAG-canary-token' }
  const path = '/towns/vila/channels/vila'
  await admin.send('PUT', `${path}/secrets`, secrets)
  const early = await admin.send('PATCH', path, { state: 'live' })
  expect([early.status, early.body.code]).toEqual([409, 'not_connected'])

  const more = { appSecret: 'canary-app-secret', verifyToken: 'canary-verify-token' }
  const answer = await admin.send('PUT', `${path}/secrets`, { ...secrets, accessToken: undefined, ...more })
  expect((await admin.send('PATCH', path, { state: 'live' })).body.state).toBe('live')
  const overview = await admin.get('/towns/vila')
  expect(JSON.stringify([answer.body, overview.body])).not.toContain('canary')
  expect(await api.deps.channels.secrets('vila')).toEqual({ accessToken: secrets.accessToken, ...more })
})
