import { afterAll, beforeAll, expect, test } from 'vitest'
import { quiet, startTownServer, type TownServer } from './town-server.ts'

let server: TownServer
beforeAll(async () => {
  server = await startTownServer({ towns: ['ciutadella'] })
})
afterAll(() => server.close())

const channel = 'demo-ciutadella'

async function subscribers(): Promise<number> {
  const subscribers = await server.runtime.stores.statistics.subscribersOf('ciutadella')
  return [...subscribers.values()].reduce((sum, count) => sum + count, 0)
}

async function says(person: ReturnType<TownServer['double']['person']>, text: string): Promise<string> {
  await person.sends(text)
  await quiet(server)
  return person.inbox.at(-1)?.text ?? ''
}

test('whoever was subscribed by somebody else ends it from their own phone, known by number or not', async () => {
  const daughter = server.double.person({ channel, phone: '34600000001' })
  await says(daughter, 'ALTA 600000002')
  expect(await subscribers()).toBe(1)
  const mother = server.double.person({ channel, phone: '34600000002' })
  expect(await says(mother, 'BAIXA')).not.toBe('')
  expect(await subscribers()).toBe(0)
})

test('whoever subscribed by username ends it when their number is seen later', async () => {
  const person = server.double.person({ channel, phone: '34600000003', username: 'aina', hidesPhone: true })
  await says(person, 'ALTA')
  expect(await subscribers()).toBe(1)
  const seen = server.double.person({ channel, phone: '34600000003', hidesPhone: false })
  await says(seen, 'BAIXA')
  expect(await subscribers()).toBe(0)
})

test('notices follow a person to their new number, and end there', async () => {
  const person = server.double.person({ channel, phone: '34600000006' })
  await says(person, 'ALTA')
  await person.changesNumber('34600000007')
  await quiet(server)
  expect(await subscribers()).toBe(1)
  expect(await says(person, 'BAIXA')).not.toBe('')
  expect(await subscribers()).toBe(0)
})

test('whoever has asked the platform for no more offers is subscribed to nothing', async () => {
  const neighbour = server.double.person({ channel, phone: '34600000004' })
  await says(neighbour, 'ALTA 600000005')
  const person = server.double.person({ channel, phone: '34600000005' })
  await says(person, 'hola')
  expect(await subscribers()).toBe(1)
  await person.stopsMarketing()
  await quiet(server)
  expect(await subscribers()).toBe(0)
})
