import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../../test/database.ts'
import { createTemplateStateStore, type TemplateStateStore } from './template-state-store.ts'

let database: TestDatabase
let store: TemplateStateStore
beforeAll(async () => {
  database = await openTestDatabase()
  store = createTemplateStateStore(database.connection)
})
afterAll(() => database.close())
afterEach(async () => void (await database.connection.collection('template_states').deleteMany({})))

const at = (minute: number) => new Date(Date.UTC(2026, 10, 30, 10, minute))
const news = (state: string, minute: number, language = 'ca') => ({
  ...{ name: 'resposta', language, state, reason: null, at: at(minute) },
})
const said = (state: string) => ({ name: 'resposta', language: 'ca', state, reason: null })
const states = async () => (await store.troublesOf('vila', 'resposta', ['ca', 'es'])).map(({ state }) => state)

test.each([
  ['in their order', [news('PAUSED', 1), news('APPROVED', 2)], []],
  ['the older one last', [news('APPROVED', 2), news('PAUSED', 1)], []],
  ['the older one last, the newer one bad', [news('REJECTED', 5), news('APPROVED', 4)], ['REJECTED']],
  ['in one second, as they came', [news('APPROVED', 3), news('PAUSED', 3)], ['PAUSED']],
  ['twice', [news('PAUSED', 1), news('PAUSED', 1)], ['PAUSED']],
  ['of two languages', [news('PAUSED', 2), news('APPROVED', 1, 'es')], ['PAUSED']],
])('news of a template count by when they happened: %s', async (_how, all, left) => {
  for (const one of all) await store.moved('vila', [one])
  expect(await states()).toEqual(left)
})

test('asking the platform corrects what was lost, and an answer that is older than a webhook does not', async () => {
  await store.moved('vila', [news('PAUSED', 1)])
  await store.seen('vila', [said('APPROVED')], at(3))
  expect(await states()).toEqual([])
  await store.moved('vila', [news('PAUSED', 2)])
  expect(await states()).toEqual([])
  await store.moved('vila', [news('DISABLED', 6)])
  await store.seen('vila', [said('APPROVED')], at(5))
  expect(await states()).toEqual(['DISABLED'])
})

test('that nothing has changed is news, too: a webhook from before says no more', async () => {
  await store.seen('vila', [said('APPROVED')], at(1))
  await store.seen('vila', [said('APPROVED')], at(9))
  await store.moved('vila', [news('PAUSED', 5)])
  expect(await states()).toEqual([])
})

test('bad news are claimed by one, again when nothing came of it, and never once they are told', async () => {
  await store.moved('vila', [news('PAUSED', 1), news('APPROVED', 1, 'es')])
  const both = await Promise.all([store.claimUntold(at(2)), store.claimUntold(at(2))])
  expect(both.map(({ size }) => size).toSorted()).toEqual([0, 1])
  expect((await store.claimUntold(at(5))).size).toBe(0)
  const again = (await store.claimUntold(at(13))).get('vila') ?? []
  expect(again).toMatchObject([{ name: 'resposta', language: 'ca', state: 'PAUSED' }])
  await store.told('vila', again)
  await store.moved('vila', [news('PAUSED', 20)])
  expect((await store.claimUntold(at(40))).size).toBe(0)
  await store.moved('vila', [news('APPROVED', 41), news('PAUSED', 42)])
  expect((await store.claimUntold(at(43))).size).toBe(1)
})

test('what mended itself before it was told, or is a week old, is told to nobody', async () => {
  await store.moved('vila', [news('PAUSED', 1), news('APPROVED', 2)])
  expect((await store.claimUntold(at(3))).size).toBe(0)
  await store.moved('vila', [news('REJECTED', 4)])
  expect((await store.claimUntold(new Date(at(5).getTime() + 8 * 86_400_000))).size).toBe(0)
})
