import { everySubscriber, nextOccurrences, type SendingPlan } from '@pregoner/shared'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Lab, openLab } from '../../../test/faults/lab.ts'
import { type PlannedDeps, sendPlanned } from './send-planned.ts'

let lab: Lab
beforeAll(async () => {
  lab = await openLab()
})
afterAll(() => lab?.close())
beforeEach(async () => {
  await lab.connection.collection('broadcasts').deleteMany({})
})

const ZONE = 'Europe/Madrid'
const DAY_MS = 86_400_000
const mondays = (date: string, more: Partial<SendingPlan> = {}): SendingPlan => ({
  ...{ date, time: '09:00', repeat: 'weekly', until: null },
  ...more,
})
const deps = (planned: Partial<PlannedDeps['plannedBroadcasts']> = {}): PlannedDeps => ({
  plannedBroadcasts: { ...lab.stores.plannedBroadcasts, ...planned },
  town: lab.stores.towns.get,
  now: lab.clock.now,
})
const goTo = (iso: string) => lab.clock.advance(new Date(iso).getTime() - lab.clock.now().getTime())
async function planned(plan: SendingPlan) {
  const draft = {
    ...{ name: 'Farmàcies', text: { ca: 'Farmàcies de guàrdia' }, pictureId: null },
    segment: everySubscriber,
  }
  await lab.stores.broadcasts.create('vila', 'plan', draft, 'Joana', lab.clock.now())
  const [next] = nextOccurrences(plan, ZONE, lab.clock.now(), 1)
  if (!next) throw new Error('in the past')
  await lab.stores.plannedBroadcasts.schedule('vila', 'plan', 1, { plan, nextAt: next.at }, 'Joana', lab.clock.now())
}
const all = async () => (await lab.stores.broadcasts.list('vila')).map(({ id, state }) => `${id} ${state}`).toSorted()
const plan = () => lab.stores.broadcasts.get('vila', 'plan')

test('what is planned once goes out at its time, and not before', async () => {
  await planned({ ...mondays('2026-11-30'), repeat: 'once' })
  goTo('2026-11-30T07:59:59Z')
  await sendPlanned(deps())
  expect(await all()).toEqual(['plan scheduled'])
  goTo('2026-11-30T08:00:00Z')
  await sendPlanned(deps())
  expect(await plan()).toMatchObject({ state: 'listing', sentBy: 'Joana', sentAt: '2026-11-30T08:00:00.000Z' })
})

test('every Monday makes one notice a Monday, wherever it dies and whoever else looks', async () => {
  await planned(mondays('2026-12-07'))
  goTo('2026-12-07T08:00:00Z')
  const dying = deps({
    goOn: async () => {
      throw new Error('killed')
    },
  })
  await expect(sendPlanned(dying)).rejects.toThrow('killed')
  await Promise.all([sendPlanned(deps()), sendPlanned(deps())])
  await sendPlanned(deps())
  expect(await all()).toEqual(['plan scheduled', 'plan-2026-12-07-0900 listing'])
  expect(await plan()).toMatchObject({ nextAt: '2026-12-14T08:00:00.000Z' })
  goTo('2026-12-14T08:00:05Z')
  await sendPlanned(deps())
  expect(await all()).toEqual(['plan scheduled', 'plan-2026-12-07-0900 listing', 'plan-2026-12-14-0900 listing'])
})

test('of several missed ones the last goes out, when it is not a day old', async () => {
  await planned(mondays('2026-12-21'))
  goTo('2027-01-04T12:00:00Z')
  await sendPlanned(deps())
  expect(await all()).toEqual(['plan scheduled', 'plan-2027-01-04-0900 listing'])
  goTo('2027-01-13T12:00:00Z')
  await sendPlanned(deps())
  expect(await all()).toHaveLength(2)
  expect(await plan()).toMatchObject({ missedAt: '2027-01-11T08:00:00.000Z', nextAt: '2027-01-18T08:00:00.000Z' })
})

test('one that was missed by more than a day is a draft again and says so', async () => {
  await planned({ ...mondays('2027-01-18'), repeat: 'once' })
  lab.clock.advance(10 * DAY_MS)
  await sendPlanned(deps())
  expect(await plan()).toMatchObject({ state: 'draft', missedAt: '2027-01-18T08:00:00.000Z', plan: null })
})

test('one that was cancelled does not go out, and the last one of a plan ends it', async () => {
  await planned(mondays('2027-02-01', { until: '2027-02-07' }))
  const { rev = 0 } = (await plan()) ?? {}
  await lab.stores.plannedBroadcasts.cancel('vila', 'plan', rev, lab.clock.now())
  goTo('2027-02-01T09:00:00Z')
  await sendPlanned(deps())
  expect(await all()).toEqual(['plan draft'])
  await lab.connection.collection('broadcasts').deleteMany({})
  await planned(mondays('2027-02-02', { until: '2027-02-08' }))
  goTo('2027-02-02T09:00:00Z')
  await sendPlanned(deps())
  expect(await all()).toEqual(['plan draft', 'plan-2027-02-02-0900 listing'])
})
