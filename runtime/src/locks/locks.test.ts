import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestDatabase } from '../../../test/database.ts'
import { openTestDatabase } from '../../../test/database.ts'
import { createLockStore } from '../stores/lock-store.ts'
import type { Locks } from './locks.ts'
import { createLocks } from './locks.ts'

let database: TestDatabase
let processes: Locks[]
let shifted = 0
const hints: string[] = []

beforeAll(async () => {
  database = await openTestDatabase()
  const { connection } = database
  processes = [connection, connection.useDb(connection.name)].map(each =>
    createLocks({
      store: createLockStore(each),
      live: { lockChanged: (_town, { flowId }) => void hints.push(flowId) },
      now: () => new Date(Date.now() + shifted),
    }),
  )
  await database.createIndexes()
})
afterAll(() => database.close())

const caller = (name: string) => ({ personId: name, personName: name, tab: name.padEnd(8, 'x') })
const many = Array.from({ length: 100 }, (_, index) => caller(`person${index}`))

/** Everybody does the same at once, half of them in each process. */
const all = (flowId: string, action: 'hold' | 'ask' | 'take_over') =>
  Promise.all(many.map((who, index) => processes[index % 2]?.act('vila', flowId, who, action)))

test('of a hundred who come at once over two processes, exactly one has the flow', async () => {
  const seen = await all('rush', 'hold')
  expect(seen.filter(lock => lock?.holder?.isThisTab)).toHaveLength(1)
  expect(new Set(seen.map(lock => lock?.holder?.name)).size).toBe(1)
})

test('when its holder falls silent, exactly one of them gets it', async () => {
  await processes[0]?.act('vila', 'silent', caller('marta'), 'hold')
  shifted += 60_000
  const seen = await all('silent', 'hold')
  expect(seen.filter(lock => lock?.holder?.isThisTab)).toHaveLength(1)
})

test('of a hundred who ask at once, one is the asker', async () => {
  await processes[0]?.act('vila', 'asked', caller('marta'), 'hold')
  const seen = await all('asked', 'ask')
  expect(seen.filter(lock => lock?.ask?.isThisTab)).toHaveLength(1)
})

test('screens are told when somebody comes, asks or goes, and not at every renewal', async () => {
  hints.length = 0
  const [one] = processes
  await one?.act('vila', 'told', caller('marta'), 'hold')
  await one?.act('vila', 'told', caller('marta'), 'hold')
  await one?.saved('vila', 'told', caller('marta'))
  await one?.act('vila', 'told', caller('joan'), 'hold')
  expect(hints).toEqual(['told'])
  await one?.act('vila', 'told', caller('joan'), 'ask')
  await one?.act('vila', 'told', caller('marta'), 'release')
  expect(hints).toEqual(['told', 'told', 'told'])
})

test('towns do not share locks', async () => {
  const [one] = processes
  await one?.act('vila', 'main', caller('marta'), 'hold')
  expect((await one?.act('poble', 'main', caller('joan'), 'hold'))?.holder?.isThisTab).toBe(true)
  expect(await one?.editors('poble')).toEqual(new Map([['main', 'joan']]))
})
