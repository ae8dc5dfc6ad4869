import { Readable } from 'node:stream'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../../test/database.ts'
import { createPersonalData } from '../stores/personal-data.ts'
import { createSubscriberImportStore } from '../stores/subscriber-import-store.ts'
import { createSubscriptionStore } from '../stores/subscription-store.ts'
import { createImporter, type ImporterDeps } from './importer.ts'
import { type FileFor, lookThrough } from './look-through.ts'

const now = new Date('2026-11-30T10:00:00Z')
let database: TestDatabase
let imports: ReturnType<typeof createSubscriberImportStore>
let subscriptions: ReturnType<typeof createSubscriptionStore>
beforeAll(async () => {
  database = await openTestDatabase()
  await database.createIndexes()
  imports = createSubscriberImportStore(database.connection)
  subscriptions = createSubscriptionStore(database.connection)
})
afterAll(() => database.close())

const fileFor = (townKey: string): FileFor => ({
  ...{ id: 'one', townKey, country: 'ES', topic: { id: 'news', name: { ca: 'Notícies' } }, topicName: 'Notícies' },
  ...{ channelId: townKey, fileName: 'alta.csv', maxBytes: 1 << 30, now },
})
const textOf = (people: number) =>
  ['Telèfon;Data;Prova', ...Array.from({ length: people }, (_, at) => `${600_000_000 + at};1/3/2026;Full ${at}`)].join(
    '\n',
  )
const deps = (town: string): ImporterDeps => ({
  ...{ subscriberImports: imports, subscriptions, now: () => now },
  onFailure: error => expect([town, error]).toBeNull(),
})
const count = (name: string, filter: object) => database.connection.collection(name).countDocuments(filter)

/** Every call of these fails in its turn: before it has done anything, or right after. */
function dying<Of extends object>(stores: Of, mayDie: (name: string) => 'before' | 'after' | null): Of {
  return new Proxy(stores, {
    get(target, name) {
      const call = Reflect.get(target, name)
      if (typeof call !== 'function') return call
      return async (...given: unknown[]) => {
        const death = mayDie(String(name))
        if (death === 'before') throw new Error('killed')
        const answer = await Reflect.apply(call, target, given)
        if (death === 'after') throw new Error('killed')
        return answer
      }
    },
  })
}

test('wherever it stops, the next start takes the file in to the end, and nobody is counted twice', async () => {
  const town = 'crashed'
  await lookThrough(Readable.from([Buffer.from(textOf(2_300))]), fileFor(town), { imports, subscriptions })
  expect(await count('subscriptions', { town })).toBe(0)
  await imports.begin(town, 'one')
  let calls = 0
  let lives = 0
  const seen: number[] = []
  const mayDie = () => {
    calls += 1
    if (calls % 5 === 0) return 'before'
    return calls % 7 === 0 ? 'after' : null
  }
  for (; lives < 100; lives += 1) {
    const mortal = { subscriberImports: dying(imports, mayDie), subscriptions: dying(subscriptions, mayDie) }
    await createImporter({ ...deps(town), ...mortal })
      .sweep()
      .catch(() => {})
    seen.push(await count('subscriptions', { town }))
    if ((await imports.get(town, 'one'))?.state === 'done') break
  }
  expect(lives).toBeGreaterThan(3)
  expect(seen.some(people => people > 0 && people < 2_300)).toBe(true)
  expect(await imports.get(town, 'one')).toMatchObject({ state: 'done', taken: 2_300, partsDone: 5 })
  await createImporter(deps(town)).sweep()
  const found = [await count('subscriptions', { town, subscribed: true }), await count('consents', { town })]
  expect(found).toEqual([2_300, 2_300])
})

test('a file that breaks off while it arrives leaves nothing behind', async () => {
  const town = 'broken'
  async function* pieces() {
    yield Buffer.from(textOf(1_200))
    throw new Error('the connection is gone')
  }
  await expect(lookThrough(pieces(), fileFor(town), { imports, subscriptions })).rejects.toThrow('gone')
  expect([await count('subscriber_imports', { town }), await count('subscriber_import_parts', { town })]).toEqual([
    0, 0,
  ])
})

test('whoever has their data deleted meanwhile is not taken in', async () => {
  const town = 'erased'
  await lookThrough(Readable.from([Buffer.from(textOf(700))]), fileFor(town), { imports, subscriptions })
  const media = { ofContact: async () => [], remove: async () => {} }
  const subject = {
    ...{ town, convId: 'erased:c', contactId: 'c', addresses: ['+34600000005', 'c'], owners: [] },
    ...{ identityKeys: [], salt: 'x' },
  }
  await createPersonalData(database.connection, media).erase(subject, now)
  await imports.begin(town, 'one')
  await createImporter(deps(town)).sweep()
  expect(await count('subscriptions', { town })).toBe(699)
  expect(await count('subscriptions', { town, address: '+34600000005' })).toBe(0)
})

test('a file of 50 MB is looked through with little of it in memory', async () => {
  const line = (at: number) => `${600_000_000 + at};2026-03-01;${'Full de la campanya de primavera '.repeat(3)}${at}\n`
  async function* pieces() {
    yield Buffer.from('Telèfon;Data;Prova\n')
    for (let at = 0; at < 450_000; at += 500)
      yield Buffer.from(Array.from({ length: 500 }, (_, index) => line(at + index)).join(''))
  }
  let lines = 0
  let largest = 0
  setFlagsFromString('--expose-gc')
  const collect: () => void = runInNewContext('gc')
  const held = () => {
    collect()
    const { heapUsed, external } = process.memoryUsage()
    return (heapUsed + external) / 1024 ** 2
  }
  const before = held()
  let mostMb = 0
  const set = {
    add: async ({ lines: all }: { lines: number }) => void expect(all).toBe(450_000),
    dropParts: async () => {},
    addPart: async (_town: string, _id: string, _part: number, part: readonly object[]) => {
      lines += part.length
      largest = Math.max(largest, part.length)
      if (lines % 100_000 === 0) mostMb = Math.max(mostMb, held() - before)
    },
  }
  await lookThrough(pieces(), fileFor('large'), { imports: set, subscriptions: { standing: async () => new Map() } })
  expect([lines, largest]).toEqual([450_000, 500])
  // The numbers already seen take eight bytes a place; all else is a piece of the file and a part of it.
  expect(mostMb).toBeLessThan(40)
}, 60_000)
