import type { IncidentPage } from '@pregoner/shared'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { TestDatabase } from '../../../test/database.ts'
import { openTestDatabase } from '../../../test/database.ts'
import { pothole } from '../../../test/sample-town.ts'
import type { Scope } from '../accounts/scope.ts'
import type { IncidentOrigin, IncidentStore } from './incident-store.ts'
import { createIncidentStore } from './incident-store.ts'

let database: TestDatabase
let incidents: IncidentStore
let clock = new Date('2026-11-21T10:00:00Z')
const town = 'vila'

const origin: IncidentOrigin = {
  convId: 'vila:contact-1',
  channelId: 'vila',
  channelKind: 'whatsapp',
  contactName: 'Núria',
  windowEndsAt: new Date('2026-11-22T10:00:00Z'),
}
const officer = (): Scope => ({ townKey: town, role: 'officer', departments: [], personId: 'o', personName: 'Oriol' })
const agent = (...departments: string[]): Scope => ({ ...officer(), role: 'agent', departments })
const later = (seconds: number) => {
  clock = new Date(clock.getTime() + seconds * 1_000)
}
const open = (effectId: string, more: Parameters<typeof pothole>[0] = {}) =>
  incidents.openIncident(town, effectId, origin, pothole({ reference: `REF-${effectId}`, ...more }), clock)
const read = async (scope: Scope, query: Partial<Parameters<IncidentStore['page']>[1]> = {}): Promise<IncidentPage> => {
  const page = await incidents.page(scope, { limit: 100, ...query })
  if (!page) throw new Error('the cursor was refused')
  return page
}
const ids = ({ incidents: listed }: IncidentPage) => listed.map(({ id }) => id)

beforeAll(async () => {
  database = await openTestDatabase()
  incidents = createIncidentStore(database.connection, () => clock)
  await database.createIndexes()
})
beforeEach(() => database.connection.collection('incidents').deleteMany({}))
afterAll(() => database.close())

test('the same effect makes one incident, also when it comes twice at once', async () => {
  const both = await Promise.all([open('c:1:0'), open('c:1:0')])
  expect(both.map(({ created }) => created).sort()).toEqual([false, true])
  expect(ids(await read(officer()))).toEqual(['c:1:0'])
})

test('a reference that another incident has already loses nothing, and the citizen’s words find their own', async () => {
  await open('c:1:0', { reference: 'VIL-1' })
  const second = await incidents.openIncident(
    town,
    'd:1:0',
    { ...origin, convId: 'other' },
    pothole({ reference: 'VIL-1' }),
    clock,
  )
  expect(second).toMatchObject({ created: true, summary: { reference: 'VIL-1-2' } })
  const words = { text: 'Encara hi és', media: [], place: null }
  const which = { convId: 'other', reference: 'VIL-1', effectId: 'd:2:0' }
  expect(await incidents.addCitizenWords(town, which, words, { at: clock, windowEndsAt: null })).toMatchObject({
    id: 'd:1:0',
  })
})

test('a citizen’s words are added once and raise the revision once', async () => {
  await open('c:1:0')
  const which = { convId: origin.convId, reference: 'REF-c:1:0', effectId: 'c:2:0' }
  const words = { text: 'Ja és més gran', media: [], place: null }
  const first = await incidents.addCitizenWords(town, which, words, { at: clock, windowEndsAt: null })
  const again = await incidents.addCitizenWords(town, which, words, { at: clock, windowEndsAt: null })
  expect([first?.rev, again?.rev]).toEqual([2, 2])
  expect((await incidents.get(officer(), 'c:1:0'))?.entries.map(({ kind, text }) => [kind, text])).toEqual([
    ['opened', 'Hi ha un forat davant de la farmàcia'],
    ['citizen', 'Ja és més gran'],
  ])
  expect(
    await incidents.addCitizenWords(town, { ...which, reference: 'NONE' }, words, { at: clock, windowEndsAt: null }),
  ).toBeNull()
})

test('an incident that holds all it can takes no more words, and nothing fails', async () => {
  await open('c:1:0')
  const entries = Array.from({ length: 1_000 }, (_, index) => ({ id: `e${index}`, text: 'x' }))
  await database.connection.collection<{ _id: string }>('incidents').updateOne({ _id: 'c:1:0' }, { $set: { entries } })
  const which = { convId: origin.convId, reference: 'REF-c:1:0', effectId: 'c:2:0' }
  const words = { text: 'I encara més', media: [], place: null }
  await incidents.addCitizenWords(town, which, words, { at: clock, windowEndsAt: null })
  expect((await incidents.get(officer(), 'c:1:0'))?.entries.length).toBe(1_000)
})

test('a late report never moves an answer backwards', async () => {
  await open('c:1:0')
  const entry = {
    id: 'a1',
    at: clock.toISOString(),
    kind: 'answer' as const,
    by: 'Oriol',
    text: 'Ho mirem',
    media: [],
    status: null,
  }
  await incidents.edit(officer(), 'c:1:0', 1, {
    set: {},
    entries: [{ ...entry, to: null, delivery: 'queued', failure: null }],
    outbox: [],
  })
  const reports = ['accepted', 'read', 'delivered', 'failed', 'sending'] as const
  const changed = []
  for (const delivery of reports)
    changed.push((await incidents.recordDelivery(town, 'vila:contact-1', 'a1', delivery, null)) !== null)
  expect(changed).toEqual([true, true, false, false, false])
  expect((await incidents.get(officer(), 'c:1:0'))?.entries.at(-1)?.delivery).toBe('read')
})

test('of two edits on the same revision one is refused', async () => {
  await open('c:1:0')
  const edits = await Promise.all(
    [1, 2].map(() => incidents.edit(officer(), 'c:1:0', 1, { set: { status: 'planned' }, entries: [], outbox: [] })),
  )
  expect(edits.filter(edit => edit === null)).toHaveLength(1)
})

test('agents see, read and change their departments only', async () => {
  await open('c:1:0')
  await open('c:2:0', { departmentId: 'parks', media: [] })
  expect(ids(await read(agent('parks')))).toEqual(['c:2:0'])
  expect(await incidents.get(agent('parks'), 'c:1:0')).toBeNull()
  expect(await incidents.get({ ...officer(), townKey: 'elsewhere' }, 'c:1:0')).toBeNull()
  expect(
    await incidents.edit(agent('parks'), 'c:1:0', 1, { set: { status: 'closed' }, entries: [], outbox: [] }),
  ).toBeNull()
  expect(ids(await read(agent()))).toEqual([])
  expect(await incidents.showsMedia(agent('roads'), 'picture-1')).toBe(true)
  expect(await incidents.showsMedia(agent('parks'), 'picture-1')).toBe(false)
})

test('pages go on without gap or double, also within one moment', async () => {
  for (let count = 0; count < 7; count += 1) {
    if (count % 3 === 0) later(1)
    await open(`c:${count}:0`)
  }
  const seen: string[] = []
  let before: string | undefined
  do {
    const page = await read(officer(), { limit: 2, ...(before && { before }) })
    seen.push(...ids(page))
    before = page.next ?? undefined
  } while (before)
  expect(seen).toEqual(ids(await read(officer())))
  expect(new Set(seen).size).toBe(7)
})

test('filters and the search box narrow the list', async () => {
  await open('c:1:0')
  await open('c:2:0', { departmentId: 'parks', category: null, summary: 'Banc trencat', text: 'Un banc', place: null })
  expect(ids(await read(officer(), { departmentId: 'parks' }))).toEqual(['c:2:0'])
  expect(ids(await read(officer(), { category: 'pothole' }))).toEqual(['c:1:0'])
  expect(ids(await read(officer(), { status: 'resolved' }))).toEqual([])
  expect(ids(await read(officer(), { text: 'FARMACIA major' }))).toEqual(['c:1:0'])
  expect(ids(await read(officer(), { text: 'ref-c:2' }))).toEqual(['c:2:0'])
  expect(ids(await read(officer(), { text: '.*' }))).toEqual([])
})

test('a feed that comes back gets what has changed, and what was written just before', async () => {
  await open('c:1:0')
  later(60)
  const { cursor } = await read(officer())
  later(-5)
  await open('c:2:0')
  later(65)
  await open('c:3:0')
  expect(ids(await read(officer(), { since: cursor }))).toEqual(['c:2:0', 'c:3:0'])
})

test('more changes than fit one page are all fetched, one after the other', async () => {
  const { cursor } = await read(officer())
  for (let count = 0; count < 5; count += 1) await open(`c:${count}:0`)
  const first = await read(officer(), { since: cursor, limit: 2 })
  const second = await read(officer(), { before: first.next ?? '', limit: 2 })
  const third = await read(officer(), { before: second.next ?? '', limit: 2 })
  expect([first, second, third].flatMap(ids).sort()).toEqual(['c:0:0', 'c:1:0', 'c:2:0', 'c:3:0', 'c:4:0'])
  expect(third.next).toBeNull()
})

test('a department that hands an incident on is told so, and no more than that', async () => {
  await open('c:1:0')
  const { cursor } = await read(agent('roads'))
  await incidents.edit(officer(), 'c:1:0', 1, {
    set: { departmentId: 'parks', handedFrom: 'roads' },
    entries: [],
    outbox: [],
  })
  const [left] = (await read(agent('roads'), { since: cursor })).incidents
  expect(left).toMatchObject({
    id: 'c:1:0',
    departmentId: 'parks',
    summary: '',
    place: null,
    contactName: null,
    thumbnail: null,
  })
  expect(ids(await read(agent('roads')))).toEqual([])
  expect((await read(agent('parks'), { since: cursor })).incidents[0]?.summary).toBe('Forat al carrer Major')
})

test('the window for free answers follows the contact’s last message', async () => {
  await database.connection.collection<{ _id: string; lastInAt: Date }>('conversations').insertOne({
    _id: origin.convId,
    lastInAt: new Date('2026-11-21T20:00:00Z'),
  })
  await open('c:1:0')
  expect((await incidents.get(officer(), 'c:1:0'))?.windowEndsAt).toBe('2026-11-22T20:00:00.000Z')
})

test('a cursor that is none of ours is refused', async () => {
  expect(await incidents.page(officer(), { limit: 10, before: '{"$gt":""}' })).toBeNull()
  expect(await incidents.page(officer(), { limit: 10, since: 'since~x' })).toBeNull()
})

test('what the conversation must be told waits with the incident until it has been', async () => {
  await open('c:1:0')
  const outbox = [{ id: 'answer-1', event: 'answered' as const, text: 'Ho mirem' }]
  await incidents.edit(officer(), 'c:1:0', 1, { set: {}, entries: [], outbox })
  const input = { kind: 'people', event: 'answered', reference: 'REF-c:1:0', text: 'Ho mirem', media: [] }
  const pending = [{ id: 'answer-1', town: 'vila', incidentId: 'c:1:0', convId: origin.convId, input }]
  expect(await incidents.pendingInputs(null)).toEqual(pending)
  await incidents.dropPendingInput('c:1:0', 'answer-1')
  expect(await incidents.pendingInputs('c:1:0')).toEqual([])
})

test('the newest page counts all that the filter matches, whoever reads; the others do not count', async () => {
  for (const index of [1, 2, 3]) {
    await open(`c:${index}:0`, { departmentId: index === 3 ? 'parks' : 'roads' })
    later(1)
  }
  const first = await read(officer(), { limit: 1 })
  expect([first.total, (await read(officer(), { before: first.next ?? '' })).total]).toEqual([3, null])
  expect((await read(agent('roads'), { limit: 1 })).total).toBe(2)
  expect((await read(officer(), { departmentId: 'parks' })).total).toBe(1)
  expect((await read(officer(), { since: first.cursor })).total).toBeNull()
})

test('the map has all that the filter matches and has a place, of one’s own departments only', async () => {
  const pin = (longitude: number) => ({ latitude: 41.7286123, longitude, name: null, address: null })
  await open('c:1:0', { place: pin(1.8254567) })
  await open('c:2:0', { place: pin(1.9), departmentId: 'parks' })
  await open('c:3:0', { place: null })
  const placed = async (scope: Scope, choice = {}) => (await incidents.spots(scope, choice)).spots.map(([id]) => id)
  expect((await incidents.spots(agent('roads'), {})).spots).toEqual([
    ['c:1:0', 1, 'REF-c:1:0', 1.82546, 41.72861, true, 'new'],
  ])
  expect((await placed(officer())).sort()).toEqual(['c:1:0', 'c:2:0'])
  expect(await placed(officer(), { departmentId: 'parks' })).toEqual(['c:2:0'])
  expect(await placed(agent('roads'), { departmentId: 'parks' })).toEqual([])
  expect(await placed({ ...officer(), townKey: 'poble' })).toEqual([])
})
