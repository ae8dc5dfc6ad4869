import { everySubscriber } from '@pregoner/shared'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Lab, type Life, openLab } from '../../../test/faults/lab.ts'
import { createChannels } from '../channels/channels.ts'
import type { Receive } from '../pipeline/receive.ts'
import { createBroadcaster } from './broadcaster.ts'
import { createProgress, type Progress } from './progress.ts'

const PEOPLE = 60
let lab: Lab
let life: Life
let progress: Progress
let moved: string[] = []
let number = 0

beforeAll(async () => {
  lab = await openLab()
  await lab.stores.towns.change('vila', () => ({
    topics: [{ id: 'news', name: { ca: 'Notícies' } }],
    words: { join: { ca: ['alta'] } },
  }))
  life = lab.begin()
  await life.pipeline.receive.items(
    lab.channel,
    phones.map(phone => lab.message(phone, 'alta', 'alta 1')),
  )
  await lab.settle(life)
  await life.pipeline.stop()
})
afterAll(() => lab?.close())
beforeEach(() => {
  life = lab.begin()
  lab.platform.handedOver.length = 0
  moved = []
  progress = createProgress({ ...lab.stores, onMoved: (_town, id) => moved.push(id), now: lab.clock.now })
})
afterEach(() => life.pipeline.stop())

const phones = Array.from({ length: PEOPLE }, (_, index) => `34633${String(index).padStart(6, '0')}`)

async function begin(): Promise<string> {
  const id = `notice-${++number}`
  const draft = { name: 'Tall', text: { ca: 'Demà no hi ha aigua' }, pictureId: null }
  const segment = { ...everySubscriber, topicIds: ['news'] }
  await lab.stores.broadcasts.create('vila', id, { ...draft, segment }, 'Joana', lab.clock.now())
  await lab.stores.broadcasts.begin('vila', id, 1, 'Joana', lab.clock.now())
  return id
}
/** Somebody does something to the notice once so many were handed over. */
function broadcaster(after = Number.POSITIVE_INFINITY, happens: () => Promise<unknown> = async () => {}) {
  let handed = 0
  const order: Receive['order'] = async (place, given) => {
    await life.pipeline.receive.order(place, given)
    handed += 1
    if (handed === after) await happens()
  }
  return createBroadcaster({
    ...lab.stores,
    openChannel: createChannels(lab.stores.channels, lab.clock.now).get,
    town: lab.stores.towns.get,
    receive: { order },
    inFlight: life.pipeline.bulk,
    progress,
    now: lab.clock.now,
    onFailure: error => {
      throw error
    },
  })
}
const heard = () => phones.map(phone => lab.platform.handedOver.filter(({ to }) => to.value === phone).length)
const control = () => lab.stores.broadcastControl

test('a notice that is held goes on where it was, in another life, and everybody has it once', async () => {
  const id = await begin()
  await lab.stores.channels.change('vila', 'vila', { messagesPerSecond: 20 }) // so that it goes out in several batches
  await broadcaster(10, () => control().pause('vila', id, lab.clock.now())).sweep()
  await lab.settle(life)
  const before = heard().filter(times => times === 1).length
  expect(before).toBeGreaterThanOrEqual(10)
  expect(before).toBeLessThan(PEOPLE)
  expect(await lab.stores.broadcasts.get('vila', id)).toMatchObject({ state: 'paused', finishedAt: null })
  await life.pipeline.stop()
  life = lab.begin()
  await broadcaster().sweep()
  expect(heard().filter(times => times === 1)).toHaveLength(before) // held is held, whoever looks
  expect(await control().resume('vila', id, lab.clock.now())).toBe(true)
  await broadcaster().sweep()
  await lab.settle(life)
  expect(heard()).toEqual(phones.map(() => 1))
  expect(await lab.stores.broadcasts.get('vila', id)).toMatchObject({ state: 'sent' })
  expect(await progress.of('vila', id)).toMatchObject({ recipients: PEOPLE, sent: PEOPLE, waiting: 0 })
}, 60_000)

test('one that is stopped ends for good, and says how many did not get it', async () => {
  const id = await begin()
  await broadcaster(10, () => control().stop('vila', id, lab.clock.now())).sweep()
  await lab.settle(life)
  await broadcaster().sweep()
  await lab.settle(life)
  const got = heard().filter(times => times === 1).length
  expect(got).toBeLessThan(PEOPLE)
  expect(await lab.stores.broadcasts.get('vila', id)).toMatchObject({ state: 'stopped' })
  expect(await progress.of('vila', id)).toMatchObject({ sent: got, waiting: PEOPLE - got })
  expect(await control().resume('vila', id, lab.clock.now())).toBe(false)
  expect(await control().pause('vila', id, lab.clock.now())).toBe(false)
}, 60_000)

test('only parts in which something has moved are counted again, and whoever looks is told', async () => {
  const id = await begin()
  await broadcaster().sweep()
  await lab.settle(life)
  expect(await progress.of('vila', id)).toMatchObject({ recipients: PEOPLE, sent: PEOPLE, delivered: 0 })
  moved = []
  const convId = lab.convIdOf(phones[0] ?? '')
  await lab.connection.collection('sends').updateOne({ convId, broadcastId: id }, { $set: { st: 'read' } })
  expect(await progress.of('vila', id)).toMatchObject({ read: 0 })
  progress.moved('vila', convId)
  expect(moved).toEqual(expect.arrayContaining([id]))
  expect(await progress.of('vila', id)).toMatchObject({ sent: PEOPLE, delivered: 1, read: 1 })
  moved = []
  progress.moved('elsewhere', convId)
  expect(moved).toEqual([])
  await lab.connection.collection('sends').updateMany({ broadcastId: id }, { $set: { st: 'read' } })
  lab.clock.advance(61_000) // what only another process has heard of
  expect(await progress.of('vila', id)).toMatchObject({ read: PEOPLE })
}, 60_000)
