import { emptyFlow } from '@pregoner/shared'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestDatabase } from '../../../test/database.ts'
import { openTestDatabase } from '../../../test/database.ts'
import { fingerprint } from './canonical-json.ts'
import type { FlowStore } from './flow-store.ts'
import { createFlowStore } from './flow-store.ts'

let database: TestDatabase
let flows: FlowStore
const author = { by: 'Anna', at: new Date('2026-11-21T10:00:00Z') }
const drawing = (id: string) => ({
  ...emptyFlow(id, 'Main', ['ca']),
  nodes: [{ id: 'a', type: 'message', position: { x: 0, y: 0.5 }, config: { text: {}, list: [], empty: {} } }],
})

beforeAll(async () => {
  database = await openTestDatabase()
  flows = createFlowStore(database.connection)
  await database.createIndexes()
})
afterAll(() => database.close())

test('a draft comes back as it was saved, empty objects included', async () => {
  expect(await flows.create('vila', drawing('main'), author)).toBe(true)
  const draft = await flows.draft('vila', 'main')
  expect(draft).toEqual({
    flow: drawing('main'),
    rev: 1,
    publishedVersion: null,
    changedAt: author.at.toISOString(),
    changedBy: 'Anna',
  })
})

test('creating it again leaves it alone, and another town has its own', async () => {
  expect(await flows.create('vila', { ...drawing('main'), name: 'Other' }, author)).toBe(false)
  expect((await flows.draft('vila', 'main'))?.flow.name).toBe('Main')
  expect(await flows.draft('poble', 'main')).toBeNull()
  expect(await flows.create('poble', drawing('main'), author)).toBe(true)
})

test('of two saves on the same revision one is refused', async () => {
  await flows.create('vila', drawing('race'), author)
  const saves = ['one', 'other'].map(name => flows.save('vila', { ...drawing('race'), name }, 1, author))
  const saved = (await Promise.all(saves)).filter(draft => draft !== null)
  expect(saved).toHaveLength(1)
  expect((await flows.draft('vila', 'race'))?.flow.name).toBe(saved[0]?.flow.name)
})

test('a version stays as it was published while the draft goes on', async () => {
  await flows.create('vila', drawing('frozen'), author)
  const version = await flows.publish('vila', { flow: drawing('frozen'), rev: 1 }, [drawing('sub')], 'first', author)
  expect(version).toMatchObject({
    version: 1,
    hash: fingerprint({ flow: drawing('frozen'), subflows: [drawing('sub')] }),
  })
  await flows.save('vila', { ...drawing('frozen'), name: 'Later' }, 1, author)

  expect(await flows.version('vila', 'frozen', 1)).toEqual(version)
  expect(await flows.version('poble', 'frozen', 1)).toBeNull()
  const summary = (await flows.list('vila')).find(({ id }) => id === 'frozen')
  expect(summary).toMatchObject({ publishedVersion: 1, isChanged: true, name: 'Later', nodes: 1 })
})

test('the newest versions are what citizens meet', async () => {
  await flows.create('ciutat', drawing('a'), author)
  await flows.create('ciutat', drawing('b'), author)
  await flows.publish('ciutat', { flow: drawing('a'), rev: 1 }, [], '', author)
  await flows.publish('ciutat', { flow: { ...drawing('a'), name: 'Second' }, rev: 1 }, [], '', author)
  const published = await flows.publishedFlows('ciutat')
  expect(published.map(({ flowId, version, flow }) => [flowId, version, flow.name])).toEqual([['a', 2, 'Second']])
  expect((await flows.versions('ciutat', 'a')).map(({ version }) => version)).toEqual([2, 1])
})

test('publishing needs the revision that was looked at, and two at once make no gap and no double', async () => {
  await flows.create('vila', drawing('twice'), author)
  expect(await flows.publish('vila', { flow: drawing('twice'), rev: 7 }, [], '', author)).toBeNull()
  const both = await Promise.all(
    [1, 2].map(() => flows.publish('vila', { flow: drawing('twice'), rev: 1 }, [], '', author)),
  )
  const made = both.flatMap(version => (version ? [version.version] : []))
  expect(made.length).toBeGreaterThan(0)
  expect((await flows.versions('vila', 'twice')).map(({ version }) => version).reverse()).toEqual(made.sort())
})

test('only a flow that was never published can be deleted', async () => {
  await flows.create('vila', drawing('gone'), author)
  expect(await flows.remove('poble', 'gone')).toBe(false)
  expect(await flows.remove('vila', 'gone')).toBe(true)
  expect(await flows.draft('vila', 'gone')).toBeNull()
  expect(await flows.remove('vila', 'frozen')).toBe(false)
})
