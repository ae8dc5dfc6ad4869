import type { Answers, IncidentDetail } from '@pregoner/shared'
import { newContact, newSession } from '@pregoner/shared'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { TestApi } from '../../../test/api.ts'
import { startTestApi } from '../../../test/api.ts'
import type { Client } from '../../../test/api-client.ts'
import { pothole } from '../../../test/sample-town.ts'
import type { Conversation } from '../stores/conversation-store.ts'
import { createPersonalData, subjectOf } from '../stores/personal-data.ts'

let api: TestApi
let roads: Client
const METERS = 1 / 111_195 // degrees of latitude

beforeAll(async () => {
  api = await startTestApi()
  roads = await api.signedIn('roads@vila.example')
}, 60_000)
afterAll(() => api.close())
beforeEach(async () => {
  api.officerInputs.length = 0
  await api.connection.collection('incidents').deleteMany({})
})

let made = 0
interface Neighbour {
  hoursSilent?: number
  wantsNews?: boolean
  language?: 'ca' | 'es'
  channelKind?: 'whatsapp' | 'webchat'
}

/** A neighbour with a conversation, who reports a pothole so many metres to the north. */
async function reported(meters: number, neighbour: Neighbour = {}, more: Parameters<typeof pothole>[0] = {}) {
  made += 1
  const { hoursSilent = 1, wantsNews, language = 'ca', channelKind = 'whatsapp' } = neighbour
  const convId = `vila:neighbour-${made}`
  const fields: Answers = wantsNews === undefined ? {} : { incident_news: wantsNews }
  const session = newSession({ ...newContact(), language, fields }, 1)
  const lastInAt = new Date(Date.now() - hoursSilent * 3_600_000)
  await api.connection
    .collection<Pick<Conversation, '_id' | 'town' | 'channelKind' | 'session' | 'lastInAt'>>('conversations')
    .insertOne({ _id: convId, town: 'vila', channelKind, session, lastInAt })
  const place = { latitude: 41.7 + meters * METERS, longitude: 1.8, name: null, address: null }
  const { summary } = await api.deps.incidents.openIncident(
    'vila',
    `${convId}:1:0`,
    { convId, channelId: 'vila', channelKind, contactName: `Veí ${made}`, windowEndsAt: null },
    pothole({ reference: `VIL-N${made}`, place, ...more }),
    new Date(),
  )
  return { id: summary.id, reference: summary.reference, convId, path: `/towns/vila/incidents/${summary.id}` }
}
const personalDataOf = ({ connection, deps }: TestApi) => createPersonalData(connection, deps.media)
const read = async (path: string): Promise<IncidentDetail> => (await roads.get(path)).body
const heard = () =>
  api.officerInputs.map(({ convId, input }) => [convId, input.kind === 'people' ? input.text : '']).sort()

test('reports of the same kind nearby are suggested, the nearest first', async () => {
  const main = await reported(0)
  const near = await reported(40)
  const nearer = await reported(20)
  await reported(150)
  await reported(10, {}, { category: null })
  await reported(10, {}, { departmentId: 'parks' }) // of another department: nothing this agent may know
  const { status, body } = await roads.get(`${main.path}/nearby`)
  expect([
    status,
    body.map((each: { incident: { id: string }; meters: number }) => [each.incident.id, each.meters]),
  ]).toEqual([
    200,
    [
      [nearer.id, 20],
      [near.id, 40],
    ],
  ])
})

test('merged reports follow the one that goes on, and all are told together of its end', async () => {
  const main = await reported(0)
  const one = await reported(20, { language: 'es' })
  const two = await reported(30, { channelKind: 'webchat', hoursSilent: 90 })
  const silent = await reported(40, { hoursSilent: 30 })
  for (const { path, id } of [one, two, silent]) {
    const { status, body } = await roads.post(`${path}/merge`, { rev: 1, into: main.id })
    expect([id, status, body.status, body.duplicateOf]).toEqual([
      id,
      200,
      'duplicate',
      { id: main.id, reference: main.reference },
    ])
  }
  expect((await read(main.path)).followers).toBe(3)
  expect((await roads.get(`${main.path}/nearby`)).body).toEqual([])
  expect(heard()).toEqual([])

  const { rev } = await read(main.path)
  const planned = await roads.send('PATCH', main.path, { rev, status: 'planned' })
  expect(planned.body.entries.at(-1).news).toBeUndefined()
  expect(heard()).toEqual([])
  const resolved = await roads.send('PATCH', main.path, { rev: rev + 1, status: 'resolved', tell: 'Ja està tapat.' })
  expect(heard()).toEqual([
    [main.convId, 'Ja està tapat.'],
    [one.convId, `Novedades de tu aviso ${one.reference}: *Resuelto*.`],
    [two.convId, `Novetats del teu avís ${two.reference}: *Resolt*.`],
  ])
  const [told] = resolved.body.entries.filter(({ status }: { status: string }) => status === 'resolved')
  expect(told.news).toEqual({ told: 2, leftOut: 1 })

  const { body: tracked } = await api.client().get(`/track/${one.reference}`)
  expect([tracked.status, tracked.steps.map(({ status }: { status: string }) => status)]).toEqual([
    'resolved',
    ['new', 'duplicate', 'planned', 'resolved'],
  ])
})

test('what was merged by mistake goes on by itself, and its reporter hears of it alone', async () => {
  const main = await reported(0)
  const one = await reported(20)
  const two = await reported(30)
  for (const { path } of [one, two]) await roads.post(`${path}/merge`, { rev: 1, into: main.id })
  const { rev } = await read(one.path)
  const { status, body } = await roads.send('PATCH', one.path, { rev, status: 'assigned' })
  expect([status, body.status, body.duplicateOf]).toEqual([200, 'assigned', undefined])
  const goesOn = await read(main.path)
  expect(goesOn.followers).toBe(1)
  await roads.send('PATCH', main.path, { rev: goesOn.rev, status: 'resolved', tell: 'Ja està.' })
  await roads.send('PATCH', one.path, { rev: body.rev, status: 'resolved', tell: 'Aquest també.' })
  expect(heard()).toEqual([
    [main.convId, 'Ja està.'],
    [one.convId, 'Aquest també.'],
    [two.convId, `Novetats del teu avís ${two.reference}: *Resolt*.`],
  ])
})

test('whoever is to be forgotten follows nothing any more', async () => {
  const main = await reported(0)
  const one = await reported(20)
  await roads.post(`${one.path}/merge`, { rev: 1, into: main.id })
  const conversation = await api.connection.collection<Conversation>('conversations').findOne({ _id: one.convId })
  if (!conversation) throw new Error('no conversation')
  const address = { type: 'phone' as const, value: '34600000000' }
  await personalDataOf(api).erase(subjectOf({ ...conversation, address, phone: null, contactId: 'c' }, []), new Date())
  expect((await read(main.path)).followers).toBeUndefined()
})

test('nobody who is forgotten, or just being so, follows what their report is merged into', async () => {
  const main = await reported(0)
  const gone = await reported(20)
  const going = await reported(30)
  const staying = await reported(40)
  const its = (convId: string) => ({
    town: 'vila',
    convId,
    contactId: 'c',
    addresses: [],
    owners: [],
    identityKeys: [],
  })
  await personalDataOf(api).erase({ ...its(gone.convId), salt: 's' }, new Date())
  const conversations = api.connection.collection<Conversation>('conversations')
  await conversations.deleteOne({ _id: gone.convId })
  // Their erasure has come past what they follow already, and not yet to its end.
  await conversations.updateOne({ _id: going.convId }, { $set: { erasing: { at: new Date() } } })
  for (const { path } of [gone, going, staying]) {
    const { rev } = await read(path)
    expect((await roads.post(`${path}/merge`, { rev, into: main.id })).status).toBe(200)
  }
  const row = await api.connection
    .collection<{ _id: string; followers: object[] }>('incidents')
    .findOne({ _id: main.id })
  expect(row?.followers).toEqual([{ convId: staying.convId, reference: staying.reference, hears: 'end' }])
})

test('what somebody follows moves on with the incident they follow', async () => {
  const main = await reported(0)
  const first = await reported(10)
  const second = await reported(15)
  await roads.post(`${second.path}/merge`, { rev: 1, into: first.id })
  const { rev } = await read(first.path)
  await roads.post(`${first.path}/merge`, { rev, into: main.id })
  expect((await read(main.path)).followers).toBe(2)
})

test('who said once that they want news is told of every change, unless told something else', async () => {
  const keen = await reported(0, { wantsNews: true })
  const { rev } = (await roads.send('PATCH', keen.path, { rev: 1, status: 'in_progress' })).body
  await roads.send('PATCH', keen.path, { rev, status: 'planned', tell: 'Hi anirem dilluns.' })
  expect(heard()).toEqual([
    [keen.convId, 'Hi anirem dilluns.'],
    [keen.convId, `Novetats del teu avís ${keen.reference}: *En curs*.`],
  ])
  for (const neighbour of [{}, { wantsNews: false }]) {
    const quiet = await reported(0, neighbour)
    await roads.send('PATCH', quiet.path, { rev: 1, status: 'in_progress' })
    expect(heard().filter(([convId]) => convId === quiet.convId)).toEqual([])
  }
})

test('an incident cannot be merged into itself, into a duplicate, or into what one may not see', async () => {
  const main = await reported(0)
  const other = await reported(10)
  const parks = await reported(10, {}, { departmentId: 'parks' })
  const merge = async (path: string, into: string, rev = 1) => (await roads.post(`${path}/merge`, { rev, into })).status
  expect(await merge(main.path, main.id)).toBe(400)
  expect(await merge(main.path, parks.id)).toBe(404)
  expect(await merge(other.path, main.id, 7)).toBe(409)
  expect(await merge(other.path, main.id)).toBe(200)
  const { rev } = await read(main.path)
  expect(await merge(main.path, other.id, rev)).toBe(409)
})
