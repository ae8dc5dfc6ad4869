import { type BulletinDraft, fromTownTime } from '@pregoner/shared'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Lab, type Life, openLab } from '../../../test/faults/lab.ts'
import { createBroadcaster } from '../broadcasts/broadcaster.ts'
import { createProgress } from '../broadcasts/progress.ts'
import { createChannels } from '../channels/channels.ts'
import { type BulletinDeps, issueDue } from './issue-due.ts'

const MONDAY = '2026-11-23'
const draft: BulletinDraft = {
  ...{ name: 'Farmàcies', topicId: 'pharmacies', isOn: true, weekdays: [1], time: '12:00' },
  intro: { ca: 'Farmàcia de guàrdia:', es: 'Farmacia de guardia:' },
  sections: [{ tableId: 'duty', when: 'now', heading: {}, rowText: { ca: '{{row.name}}' }, maxRows: 10 }],
  outro: {},
}
const SAID = 'Farmàcia de guàrdia:\n\nSoler'
const duty = (name: string, from: string, to: string) => ({ id: name, from, to, values: { name } })
const rota = [
  duty('Puig', '2026-11-16T09:00', '2026-11-23T12:00'),
  duty('Soler', '2026-11-23T12:00', '2026-11-30T12:00'),
]
const at = (date: string, time: string) => fromTownTime(date, time, 'Europe/Madrid')
const PHONES = ['34620000001', '34620000002', '34620000003']

let lab: Lab
let life: Life
let now: Date

const setRows = (rows: typeof rota) =>
  lab.stores.towns.change('vila', () => ({
    languages: ['ca', 'es'],
    topics: [{ id: 'pharmacies', name: { ca: 'Farmàcies' } }],
    words: { join: { ca: ['alta'] } },
    tables: [
      {
        ...{ id: 'duty', name: 'Guàrdies', departmentId: null, rows },
        columns: [{ id: 'name', label: 'Nom', kind: 'text', required: true }],
      },
    ],
  }))
const deps = (): BulletinDeps => ({ ...lab.stores, onBroadcast: () => {}, now: () => now })
const put = (nextAt: Date | null, change: Partial<BulletinDraft> = {}) =>
  lab.stores.bulletins.create({
    ...{ _id: 'duty', town: 'vila', ...draft, ...change, by: 'Joana', changedAt: now, nextAt },
  })
async function carry(): Promise<void> {
  const openChannel = createChannels(lab.stores.channels, lab.clock.now).get
  const broadcaster = createBroadcaster({
    ...{ ...lab.stores, openChannel, town: lab.stores.towns.get, receive: life.pipeline.receive, now: lab.clock.now },
    inFlight: life.pipeline.bulk,
    progress: createProgress({ ...lab.stores, onMoved: () => {}, now: lab.clock.now }),
    onFailure: error => {
      throw error
    },
  })
  await broadcaster.sweep()
  await lab.settle(life)
}
const heard = () => lab.platform.handedOver.filter(({ message }) => message.text.startsWith('Farm')).length
const issues = async () => (await lab.stores.bulletins.get('vila', 'duty'))?.issues
const nextAt = async () => (await lab.stores.bulletins.get('vila', 'duty'))?.nextAt

beforeAll(async () => {
  lab = await openLab()
  await setRows(rota)
  life = lab.begin()
  for (const phone of PHONES)
    await life.pipeline.receive.items(lab.channel, [lab.message(phone, `alta-${phone}`, 'alta 1')])
  await lab.settle(life)
})
afterAll(async () => {
  await life.pipeline.stop()
  await lab.close()
})
beforeEach(async () => {
  now = at(MONDAY, '12:00')
  await setRows(rota)
})
afterEach(async () => {
  for (const name of ['bulletins', 'bulletin_issues', 'broadcasts', 'broadcast_recipients'])
    await lab.connection.collection(name).deleteMany({})
})

test('comes out at its minute to every subscriber, once, and goes on to the next week', async () => {
  await put(now)
  now = at(MONDAY, '11:59')
  await issueDue(deps())
  expect(await issues()).toEqual([])
  now = at(MONDAY, '12:00')
  await issueDue(deps())
  await issueDue(deps())
  const before = heard()
  await carry()
  await carry()
  expect(heard() - before).toBe(PHONES.length)
  expect(lab.platform.handedOver.at(-1)?.message.text).toBe(SAID)
  expect(await issues()).toEqual([{ date: MONDAY, outcome: 'sent', broadcastId: `duty-${MONDAY}` }])
  expect(await nextAt()).toBe(at('2026-11-30', '12:00').toISOString())
})

test('wherever it dies and begins again, there is one notice of the day, on its way', async () => {
  const steps = ['get', 'create', 'begin', 'note', 'append', 'goOn'] as const
  for (const step of steps) {
    for (const isDone of [false, true]) {
      await put(at(MONDAY, '12:00'))
      const real = deps()
      let isDead = false
      // Dies once at this step, before or right after it is durable.
      const dying = <Args extends unknown[], Result>(name: string, work: (...args: Args) => Promise<Result>) => {
        return async (...args: Args): Promise<Result> => {
          if (name !== step || isDead) return work(...args)
          isDead = true
          if (isDone) await work(...args)
          throw new Error('killed')
        }
      }
      const { get, create, begin } = real.broadcasts
      const mortal: BulletinDeps = {
        ...real,
        broadcasts: { get: dying('get', get), create: dying('create', create), begin: dying('begin', begin) },
        bulletins: {
          ...real.bulletins,
          note: dying('note', real.bulletins.note),
          goOn: dying('goOn', real.bulletins.goOn),
        },
        audit: { append: dying('append', real.audit.append) },
      }
      await expect(issueDue(mortal)).rejects.toThrow('killed')
      if (step === 'note') await setRows([]) // what it said first stands, whatever the table says by now
      await issueDue(deps())
      const made = await lab.stores.broadcasts.list('vila')
      expect(made.map(({ id, state, rev }) => ({ id, state, rev }))).toEqual([
        { id: `duty-${MONDAY}`, state: 'listing', rev: 2 },
      ])
      expect(await issues()).toHaveLength(1)
      expect(await nextAt()).toBe(at('2026-11-30', '12:00').toISOString())
      for (const name of ['bulletins', 'bulletin_issues', 'broadcasts'])
        await lab.connection.collection(name).deleteMany({})
      await setRows(rota)
    }
  }
})

test('several processes make one notice', async () => {
  await put(now)
  await Promise.all(Array.from({ length: 5 }, () => issueDue(deps())))
  expect(await lab.stores.broadcasts.list('vila')).toHaveLength(1)
})

describe('a bulletin', () => {
  const outcome = async () => (await issues())?.map(each => each.outcome)

  test('with nothing to say is skipped, and says so', async () => {
    await setRows([])
    await put(now)
    await issueDue(deps())
    expect(await outcome()).toEqual(['empty'])
    expect(await lab.stores.broadcasts.list('vila')).toEqual([])
    expect(await nextAt()).toBe(at('2026-11-30', '12:00').toISOString())
  })

  test.each([
    ['2026-11-23', '22:00', 'sent'],
    ['2026-11-24', '08:00', 'missed'],
  ])('that nobody could send before %s %s is %s', async (date, time, expected) => {
    await put(at(MONDAY, '12:00'))
    now = at(date, time)
    await issueDue(deps())
    expect(await outcome()).toEqual([expected])
    expect(await nextAt()).toBe(at('2026-11-30', '12:00').toISOString())
  })

  test('of just before midnight still goes out just after it', async () => {
    await put(at(MONDAY, '23:55'), { time: '23:55' })
    now = at('2026-11-24', '00:30')
    await issueDue(deps())
    expect(await outcome()).toEqual(['sent'])
  })

  test('that is off never comes out', async () => {
    await put(null, { isOn: false })
    now = at('2027-01-04', '12:00')
    await issueDue(deps())
    expect(await outcome()).toEqual([])
  })

  test('moved to a later hour of a day it came out on does not come out again', async () => {
    await put(now)
    await issueDue(deps())
    await lab.connection.collection('bulletins').updateOne({}, { $set: { nextAt: at(MONDAY, '13:00') } })
    now = at(MONDAY, '13:00')
    await issueDue(deps())
    expect(await lab.stores.broadcasts.list('vila')).toHaveLength(1)
    expect(await outcome()).toEqual(['sent'])
  })
})
