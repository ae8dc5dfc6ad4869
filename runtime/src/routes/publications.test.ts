import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestApi } from '../../../test/api.ts'
import { startTestApi } from '../../../test/api.ts'
import type { Client } from '../../../test/api-client.ts'
import { smallFlow } from '../../../test/small-flow.ts'
import { type DueDeps, publishDue } from '../publishing/publish-due.ts'
import { createNoticeStore } from '../stores/notice-store.ts'

let api: TestApi
let officer: Client
beforeAll(async () => {
  api = await startTestApi()
  officer = await api.signedIn('officer@vila.example')
}, 60_000)
afterAll(() => api.close())

async function created(keyword: string): Promise<{ id: string; path: string }> {
  const { body } = await officer.post('/towns/vila/flows', { name: `Flow ${keyword}`, languages: ['ca', 'es'] })
  const path = `/towns/vila/flows/${body.flow.id}`
  await officer.send('PUT', path, { rev: 1, flow: smallFlow(body.flow.id, keyword) })
  return { id: body.flow.id, path }
}

const due = (): DueDeps => ({ ...api.deps, notices: createNoticeStore(api.connection) })
const inMinutes = (minutes: number) => new Date(api.deps.now().getTime() + minutes * 60_000).toISOString()
const listed = async (flowId: string) =>
  (await officer.get('/towns/vila/flows')).body.find((flow: { id: string }) => flow.id === flowId)
const actions = async () => (await api.deps.audit.newest('vila', 50)).map(({ action, object }) => `${action} ${object}`)
const isPublished = async (flowId: string) =>
  (await api.deps.flows.publishedFlows('vila')).some(version => version.flowId === flowId)

test('what is scheduled is published when its time comes, as it was when it was scheduled', async () => {
  const { id, path } = await created('dilluns')
  const put = await officer.send('PUT', `${path}/schedule`, { rev: 2, note: 'For Monday', publishAt: inMinutes(10) })
  expect([put.status, put.body.note, put.body.rev]).toEqual([200, 'For Monday', 2])
  expect((await listed(id)).scheduled).toEqual(put.body)
  await officer.send('PUT', path, { rev: 2, flow: { ...smallFlow(id, 'dilluns'), name: 'Changed later' } })

  expect(await publishDue(due())).toBe(false)
  api.later(11)
  expect(await publishDue(due())).toBe(true)
  expect(await publishDue(due())).toBe(false)
  const version = await api.deps.flows.version('vila', id, 1)
  expect([version?.flow.name, version?.note, version?.by]).toEqual([`Flow ${id}`, 'For Monday', 'officer of vila'])
  expect(api.published).toContain(`vila/${id}`)
  expect(await listed(id)).toMatchObject({ publishedVersion: 1, isChanged: true, scheduled: null })
})

test('two processes that look at once publish one version', async () => {
  const { id, path } = await created('dues')
  await officer.send('PUT', `${path}/schedule`, { rev: 2, note: '', publishAt: inMinutes(1) })
  api.later(2)
  await Promise.all([publishDue(due()), publishDue(due()), publishDue(due())])
  expect((await officer.get(`${path}/versions`)).body).toHaveLength(1)
  expect(await isPublished(id)).toBe(true)
})

test('a process that dies after publishing leaves a schedule that publishes nothing more', async () => {
  const { path } = await created('mor')
  await officer.send('PUT', `${path}/schedule`, { rev: 2, note: '', publishAt: inMinutes(1) })
  api.later(2)
  const { schedules } = api.deps
  const dying = { ...schedules, finish: () => Promise.reject(new Error('dead')) }
  await expect(publishDue({ ...due(), schedules: dying })).rejects.toThrow('dead')
  expect(await publishDue(due())).toBe(false) // still claimed
  api.later(2)
  expect(await publishDue(due())).toBe(true)
  expect((await officer.get(`${path}/versions`)).body).toHaveLength(1)
  expect((await officer.get(`${path}/schedule`)).body).toBeNull()
})

test('it is checked again when it is due, and the officers hear why it was not published', async () => {
  const first = await created('xoc')
  const other = await created('segon')
  await officer.send('PUT', `${first.path}/schedule`, { rev: 2, note: '', publishAt: inMinutes(10) })
  const clashing = { ...smallFlow(other.id, 'xoc'), name: 'El segon' }
  await officer.send('PUT', other.path, { rev: 2, flow: clashing })
  await officer.post(`${other.path}/publish`, { rev: 3, note: '' })
  api.later(11)
  expect(await publishDue(due())).toBe(true)
  expect(await publishDue(due())).toBe(false)
  expect(await isPublished(first.id)).toBe(false)
  expect((await listed(first.id)).scheduled.failure).toMatchObject({ why: 'problems', count: 1 })
  const [notice] = (await officer.get('/towns/vila/notices')).body
  expect(notice.text).toContain('no s’ha publicat')
  expect(notice.text).toContain('«xoc»')
  expect(await actions()).toContain(`flow.schedule_failed ${first.id}`)
  const roads = await api.signedIn('roads@vila.example')
  expect((await roads.get('/towns/vila/notices')).body).toEqual([])
})

test.each([
  ['for a time that has passed', () => ({ rev: 2, note: '', publishAt: inMinutes(-1) }), 422, 'past'],
  ['for a time years ahead', () => ({ rev: 2, note: '', publishAt: inMinutes(600_000) }), 400, 'bad_request'],
  ['on an older draft', () => ({ rev: 1, note: '', publishAt: inMinutes(9) }), 409, 'stale'],
  ['without a time', () => ({ rev: 2, note: '' }), 400, 'bad_request'],
])('nothing is scheduled %s', async (name, body, status, code) => {
  const { path } = await created(name)
  const refused = await officer.send('PUT', `${path}/schedule`, body())
  expect([refused.status, refused.body.code]).toEqual([status, code])
  expect((await officer.get(`${path}/schedule`)).body).toBeNull()
})

test('a schedule is replaced by the next one and can be taken back', async () => {
  const { id, path } = await created('torna')
  await officer.send('PUT', `${path}/schedule`, { rev: 2, note: 'One', publishAt: inMinutes(5) })
  await officer.send('PUT', `${path}/schedule`, { rev: 2, note: 'Two', publishAt: inMinutes(15) })
  api.later(6)
  expect(await publishDue(due())).toBe(false)
  expect((await officer.send('DELETE', `${path}/schedule`)).status).toBe(200)
  expect((await officer.send('DELETE', `${path}/schedule`)).status).toBe(200)
  api.later(12)
  expect(await publishDue(due())).toBe(false)
  expect(await isPublished(id)).toBe(false)
  expect((await actions()).filter(action => action === `flow.unschedule ${id}`)).toHaveLength(1)
})

test.each([
  ['taken back', (path: string) => officer.send('DELETE', `${path}/schedule`)],
  [
    'put off',
    (path: string) => officer.send('PUT', `${path}/schedule`, { rev: 2, note: '', publishAt: inMinutes(99) }),
  ],
])('what is %s while it is being checked is not published', async (how, change) => {
  const { id, path } = await created(how)
  await officer.send('PUT', `${path}/schedule`, { rev: 2, note: '', publishAt: inMinutes(1) })
  api.later(2)
  const failingTests = async () => {
    expect((await change(path)).status).toBe(200)
    return []
  }
  await publishDue({ ...due(), failingTests })
  expect(await isPublished(id)).toBe(false)
  expect(await publishDue(due())).toBe(false)
})

test('a withdrawn flow answers nobody until it is published again', async () => {
  const { id, path } = await created('fora')
  await officer.post(`${path}/publish`, { rev: 2, note: '' })
  expect((await officer.post(`${path}/withdraw`, { version: 2, people: 'finish' })).status).toBe(409)
  expect((await officer.post(`${path}/withdraw`, { version: 1, people: 'finish' })).status).toBe(200)
  expect((await officer.post(`${path}/withdraw`, { version: 1, people: 'finish' })).status).toBe(409)
  expect(await isPublished(id)).toBe(false)
  expect(await listed(id)).toMatchObject({ publishedVersion: null, newestVersion: 1, isChanged: false })
  expect((await listed(id)).withdrawnAt).not.toBeNull()
  expect((await officer.get(path)).body.publishedVersion).toBeNull()
  expect((await officer.send('DELETE', path)).body.code).toBe('published')
  expect((await officer.get(`${path}/versions`)).body[0]).toMatchObject({ version: 1, withdrawnBy: 'officer of vila' })
  expect(await actions()).toContain(`flow.withdraw ${id}:1`)

  const again = await officer.post(`${path}/versions/1/publish`, { note: 'Back', people: [] })
  expect([again.status, again.body.version, again.body.withdrawnAt]).toEqual([200, 2, null])
  expect(await isPublished(id)).toBe(true)
})

test('the keywords of a withdrawn flow are free for another', async () => {
  const first = await created('paraula')
  await officer.post(`${first.path}/publish`, { rev: 2, note: '' })
  const second = await created('paraula')
  const refused = await officer.post(`${second.path}/publish`, { rev: 2, note: '' })
  expect(refused.body.code).toBe('problems')
  await officer.post(`${first.path}/withdraw`, { version: 1, people: 'finish' })
  expect((await officer.post(`${second.path}/publish`, { rev: 2, note: '' })).status).toBe(200)
  const back = await officer.post(`${first.path}/versions/1/publish`, { note: '', people: [] })
  expect(back.body.code).toBe('problems')
})

test.each<[string, unknown]>([
  ['a move that says no step', [{ node: 'menu', what: 'move' }]],
  ['a step where there is no move', [{ node: 'menu', what: 'finish', to: 'menu' }]],
  ['something else', [{ node: 'menu', what: 'forget' }]],
  ['too many', Array(1_001).fill({ node: 'menu', what: 'restart' })],
])('what becomes of people is refused with %s', async (_name, people) => {
  const { path } = await created('gent')
  expect((await officer.post(`${path}/publish`, { rev: 2, note: '', people })).status).toBe(400)
})

test('what becomes of people is kept with the version until everybody is told', async () => {
  const { id, path } = await created('pla')
  await officer.post(`${path}/publish`, { rev: 2, note: '' })
  expect(await api.deps.flows.moving()).toEqual([])
  const people = [{ version: 1, node: 'greet', what: 'restart' }]
  await officer.post(`${path}/publish`, { rev: 2, note: '', people })
  const [moving] = await api.deps.flows.moving()
  expect(moving).toMatchObject({ town: 'vila', flowId: id, version: 2, to: 2, people, after: null })
  if (!moving) return
  await api.deps.flows.movedUpTo(moving, 'vila:someone')
  expect((await api.deps.flows.moving())[0]?.after).toBe('vila:someone')
  await api.deps.flows.moved(moving)
  expect(await api.deps.flows.moving()).toEqual([])
})
