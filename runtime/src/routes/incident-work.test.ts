import type { Colleague, IncidentDetail } from '@pregoner/shared'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestApi } from '../../../test/api.ts'
import { startTestApi } from '../../../test/api.ts'
import type { Client } from '../../../test/api-client.ts'
import { pothole, sampleTown } from '../../../test/sample-town.ts'

let api: TestApi
let officer: Client
let roads: Client
let parks: Client
const ids: Record<'officer' | 'roads' | 'parks' | 'elsewhere', string> = {
  officer: '',
  roads: '',
  parks: '',
  elsewhere: '',
}

beforeAll(async () => {
  api = await startTestApi()
  ;[officer, roads, parks] = (await Promise.all(
    ['officer', 'roads', 'parks'].map(who => api.signedIn(`${who}@vila.example`)),
  )) as [Client, Client, Client]
  const idOf = async (who: Client): Promise<string> => (await who.get('/session')).body.id
  ids.officer = await idOf(officer)
  ids.roads = await idOf(roads)
  ids.parks = await idOf(parks)
  ids.elsewhere = await idOf(await api.signedIn('officer@poble.example'))
  const town = sampleTown('vila', 'Vila')
  const deadlines = { answerHours: 4, resolveHours: 24 }
  await api.deps.towns.save({ ...town, categories: town.categories.map(each => ({ ...each, deadlines })) })
  for (const [key, name] of [
    ['roads', 'Rosa Mas'],
    ['parks', 'Pere Pi'],
    ['officer', 'Olga Riu'],
  ])
    await api.connection.collection('people').updateOne({ email: `${key}@vila.example` }, { $set: { name } })
}, 60_000)
afterAll(() => api.close())

let made = 0
async function opened(more: Parameters<typeof pothole>[0] = {}, minutesAgo = 0): Promise<{ id: string; path: string }> {
  made += 1
  const id = `vila:w:${made}:0`
  const origin = {
    convId: 'vila:w',
    channelId: 'vila',
    channelKind: 'whatsapp' as const,
    contactName: null,
    windowEndsAt: null,
  }
  const at = new Date(api.deps.now().getTime() - minutesAgo * 60_000)
  await api.deps.incidents.openIncident('vila', id, origin, pothole({ reference: `W-${made}`, ...more }), at)
  return { id, path: `/towns/vila/incidents/${id}` }
}
const lines = ({ entries }: IncidentDetail) => entries.map(({ kind, to, text }) => [kind, to, text])
const listed = async (who: Client, query: string): Promise<string[]> =>
  (await who.get(`/towns/vila/incidents?${query}`)).body.incidents.map(({ id }: { id: string }) => id)

test('agents learn of the colleagues who see their department, the others of everybody in town', async () => {
  const seenBy = async (who: Client) =>
    (await who.get('/towns/vila/colleagues')).body.map(({ name, departments }: Colleague) => [name, departments])
  const staff = [
    ['Olga Riu', []],
    ['administrator of vila', []],
  ]
  expect(await seenBy(roads)).toEqual([
    ['Olga Riu', []],
    ['Rosa Mas', ['roads']],
    ['administrator of vila', []],
  ])
  expect((await seenBy(officer)).toSorted()).toEqual(
    [...staff, ['Pere Pi', ['parks']], ['agent of vila', ['parks']], ['Rosa Mas', ['roads']]].toSorted(),
  )
})

test('an incident is handed to a department and a colleague there, with a note', async () => {
  const { path } = await opened()
  const asked = { rev: 1, departmentId: 'parks', assigneeId: ids.parks, note: ' És un arbre. ' }
  const { status, body } = await officer.send('PATCH', path, asked)
  expect([status, body.departmentId, body.assignee, body.assigneeId]).toEqual([200, 'parks', 'Pere Pi', ids.parks])
  expect(lines(body).slice(1)).toEqual([
    ['department', 'parks', 'És un arbre.'],
    ['assigned', 'Pere Pi', ''],
    ['status', null, ''],
  ])
  const back = await parks.send('PATCH', path, { rev: 2, assigneeId: null, note: 'No puc' })
  expect([back.body.assignee, lines(back.body).at(-1)]).toEqual([null, ['assigned', '', 'No puc']])
})

test.each<[string, () => object, number, string]>([
  ['who does not see the department', () => ({ assigneeId: ids.parks }), 422, 'no_colleague'],
  ['of another town', () => ({ assigneeId: ids.elsewhere }), 422, 'no_colleague'],
  ['who is nobody', () => ({ assigneeId: 'nobody-at-all' }), 422, 'no_colleague'],
  [
    'of a department out of sight, by an agent',
    () => ({ departmentId: 'parks', assigneeId: ids.parks }),
    422,
    'no_colleague',
  ],
])('nothing is given to somebody %s', async (_, change, status, code) => {
  const { path } = await opened()
  const answer = await roads.send('PATCH', path, { rev: 1, ...change() })
  expect([answer.status, answer.body.code]).toEqual([status, code])
  expect((await officer.get(path)).body.rev).toBe(1)
})

test('somebody disabled gets nothing any more', async () => {
  const people = api.connection.collection('people')
  await people.updateOne({ email: 'parks@vila.example' }, { $set: { isDisabled: true } })
  const { path } = await opened({ departmentId: 'parks' })
  expect((await officer.send('PATCH', path, { rev: 1, assigneeId: ids.parks })).body.code).toBe('no_colleague')
  await people.updateOne({ email: 'parks@vila.example' }, { $set: { isDisabled: false } })
})

test('a new priority is in the story, and a note without anybody to read it is refused', async () => {
  const { path } = await opened()
  const { body } = await roads.send('PATCH', path, { rev: 1, priority: 'urgent' })
  expect([body.priority, lines(body).at(-1)]).toEqual(['urgent', ['priority', 'urgent', '']])
  expect((await roads.send('PATCH', path, { rev: 2, note: 'Hola' })).status).toBe(400)
})

test('a note asks for the colleagues it mentions until they say they have seen it', async () => {
  const { id, path } = await opened()
  const text = '@rosa mas i @Pere Pi, hi aneu?' // Pere does not see this department
  const { body } = await officer.post(`${path}/notes`, { rev: 1, text })
  expect(body.mentioned).toEqual([ids.roads])
  expect(await listed(roads, 'mentions=me')).toEqual([id])
  expect((await roads.get('/towns/vila/incident-counts')).body.mentions).toBe(1)
  expect(await listed(officer, 'mentions=me')).toEqual([])

  expect((await officer.post(`${path}/seen`, {})).body.rev).toBe(2)
  expect((await roads.post(`${path}/seen`, {})).body.mentioned).toEqual([])
  expect(await listed(roads, 'mentions=me')).toEqual([])
})

test('whoever writes a note asks nobody by their own name', async () => {
  const { path } = await opened()
  expect((await roads.post(`${path}/notes`, { rev: 1, text: 'Ho porto jo, @Rosa Mas' })).body.mentioned).toEqual([])
})

test('what is late, near, waiting or mine is counted and listed, for agents in their departments only', async () => {
  const before = (await roads.get('/towns/vila/incident-counts')).body
  const late = await opened({}, 5 * 60)
  const soon = await opened({}, 3 * 60 + 30)
  const fine = await opened()
  await opened({ departmentId: 'parks' }, 5 * 60)
  const waits = await opened({}, 5 * 60)
  await roads.send('PATCH', waits.path, { rev: 1, waiting: true })
  await roads.send('PATCH', fine.path, { rev: 1, assigneeId: ids.roads })

  const after = (await roads.get('/towns/vila/incident-counts')).body
  const more = Object.fromEntries(Object.keys(after).map(key => [key, after[key] - before[key]]))
  expect(more).toEqual({ late: 1, soon: 1, waiting: 1, mine: 1, mentions: 0 })
  expect(await listed(roads, 'due=late')).toEqual([late.id])
  expect(await listed(roads, 'due=soon')).toEqual([soon.id])
  expect(await listed(roads, 'due=waiting')).toEqual([waits.id])
  expect(await listed(roads, 'assignee=me')).toEqual([fine.id])
  expect(await listed(officer, `assignee=${ids.roads}`)).toEqual([fine.id])
  expect(await listed(roads, 'assignee=nobody&due=late')).toEqual([late.id])
  expect(await listed(officer, 'due=late')).toHaveLength(2)

  await roads.send('PATCH', late.path, { rev: 1, status: 'resolved' })
  expect(await listed(roads, 'due=late')).toEqual([])
})

test('several are changed at once, each on its own rev, and each says what became of it', async () => {
  const [fine, stale, closed, foreign] = [
    await opened(),
    await opened(),
    await opened(),
    await opened({ departmentId: 'parks' }),
  ]
  await officer.send('PATCH', stale.path, { rev: 1, priority: 'low' })
  await officer.send('PATCH', closed.path, { rev: 1, status: 'closed', reason: 'Ja està' })
  const incidents = [
    { id: fine.id, rev: 1 },
    { id: stale.id, rev: 1 },
    { id: closed.id, rev: 2 },
    { id: foreign.id, rev: 1 },
    { id: 'poble:c:1:0', rev: 1 },
  ]
  const { status, body } = await roads.post('/towns/vila/incident-changes', {
    incidents,
    change: { status: 'planned' },
  })
  expect([status, body.results.map(({ failed }: { failed: string | null }) => failed)]).toEqual([
    200,
    [null, 'stale', 'not_possible', 'not_found', 'not_found'],
  ])
  const statuses = await Promise.all(
    [fine, stale, closed, foreign].map(async ({ path }) => (await officer.get(path)).body.status),
  )
  expect(statuses).toEqual(['planned', 'new', 'closed', 'new'])
})

test('several are handed to another department at once, and an agent loses sight of them', async () => {
  const two = [await opened(), await opened()]
  const incidents = two.map(({ id }) => ({ id, rev: 1 }))
  const change = { departmentId: 'parks', note: 'Són arbres' }
  const { body } = await roads.post('/towns/vila/incident-changes', { incidents, change })
  expect(body.results.map(({ failed }: { failed: string | null }) => failed)).toEqual([null, null])
  for (const { path } of two) {
    expect((await roads.get(path)).status).toBe(404)
    expect(lines((await parks.get(path)).body).at(-1)).toEqual(['department', 'parks', 'Són arbres'])
  }
})

test.each([
  ['none', () => []],
  ['the same twice', () => [1, 1].map(rev => ({ id: 'vila:w:1:0', rev }))],
  ['more than a hundred', () => Array.from({ length: 101 }, (_, at) => ({ id: `vila:w:${at}:0`, rev: 1 }))],
])('a change of %s is refused', async (_, incidents) => {
  const asked = { incidents: incidents(), change: { status: 'planned' } }
  expect((await roads.post('/towns/vila/incident-changes', asked)).status).toBe(400)
})

test('X27: neither notes nor names are in the log', () => {
  expect(api.logged.filter(line => /arbre|hi aneu|Rosa|Pere Pi/.test(line))).toEqual([])
})
