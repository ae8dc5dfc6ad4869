import type { Input } from '@pregoner/shared'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Lab, type Life, openLab } from '../../../test/faults/lab.ts'
import type { Conversation } from '../stores/conversation-store.ts'
import type { StepEvent } from '../stores/event-store.ts'
import type { InboxItem } from '../stores/inbox-store.ts'
import type { IncidentRow } from '../stores/incident-rows.ts'
import type { Stores } from '../stores/stores.ts'

let lab: Lab
let life: Life
let people = 0
let phone: string

beforeAll(async () => {
  lab = await openLab()
})
afterAll(() => lab?.close())
beforeEach(() => {
  life = lab.begin()
  phone = `34600${String(people++).padStart(6, '0')}`
})
afterEach(() => life.pipeline.stop())

const says = (text: string, who = phone) => life.pipeline.receive.items(lab.channel, [lab.message(who, text, text)])
const heard = (who = phone) =>
  lab.platform.handedOver.filter(({ to }) => to.value === who).map(({ message }) => message.text)
const conversation = (who = phone) =>
  lab.connection.collection<Conversation>('conversations').findOne({ _id: lab.convIdOf(who) })
const inbox = () => lab.connection.collection<InboxItem>('inbox')

/** The lab's stores with something in one of them doing otherwise. */
const storesWith = <Name extends keyof Stores>(name: Name, more: Partial<Stores[Name]>): Stores => ({
  ...lab.stores,
  [name]: { ...lab.stores[name], ...more },
})

describe('a message nobody can apply', () => {
  /** Written by another version, or by nobody. */
  async function put(id: string, failures: number, attempts: number): Promise<void> {
    const [row] = await inbox().find({ kind: 'message' }).sort({ receivedAt: -1, place: -1 }).limit(1).toArray()
    if (!row) throw new Error('nothing to copy')
    const item = { ...row, _id: id, payload: { reply: null }, st: 'pending' as const, failures, attempts }
    const { doneAt: _, ...pending } = item
    await inbox().insertOne({ ...pending, receivedAt: lab.clock.now(), place: row.place + 1_000 })
  }

  test('is tried five times, then an officer gets it, and what follows is answered', async () => {
    await says('hola')
    await lab.settle(life)
    await put(`broken-${phone}`, 0, 0)
    await says('Un forat')
    for (let sweeps = 0; sweeps < 7; sweeps++) await lab.settle(life)
    expect(await inbox().findOne({ _id: `broken-${phone}` })).toMatchObject({ st: 'dead', failures: 5 })
    const incidents = await lab.connection
      .collection<IncidentRow>('incidents')
      .find({ convId: lab.convIdOf(phone) })
      .toArray()
    expect(incidents).toMatchObject([{ departmentId: 'roads', summary: 'Missatge no processat' }])
    expect(await inbox().countDocuments({ st: { $ne: 'done' }, _id: { $ne: `broken-${phone}` } })).toBe(0)
    expect(heard()).toHaveLength(3)
  })

  test('that has brought the process down ten times is not begun again', async () => {
    await says('hola')
    await lab.settle(life)
    await put(`deadly-${phone}`, 0, 10)
    await lab.settle(life)
    expect(await inbox().findOne({ _id: `deadly-${phone}` })).toMatchObject({ st: 'dead', failures: 0 })
  })

  test('is begun alone, so that its neighbours keep their tries', async () => {
    await says('hola')
    await lab.settle(life)
    await put(`suspicious-${phone}`, 0, 3)
    await says('Un forat')
    const others = await inbox()
      .find({ st: 'pending', _id: { $ne: `suspicious-${phone}` } })
      .toArray()
    await lab.settle(life)
    const after = await inbox()
      .find({ _id: { $in: others.map(({ _id }) => _id) } })
      .toArray()
    expect(Math.max(...after.map(({ attempts }) => attempts))).toBeLessThanOrEqual(1)
  })
})

describe('a flood', () => {
  const flood = async (count: number) => {
    const items = Array.from({ length: count }, (_, index) => lab.message(phone, `flood-${index}`, `text ${index}`))
    await life.pipeline.receive.items(lab.channel, items)
  }

  test('of one person is all stored, in order, and answered a few times only', async () => {
    await says('hola')
    await lab.settle(life)
    await flood(200)
    await lab.settle(life)
    const stored = await lab.connection
      .collection('messages')
      .find({ convId: lab.convIdOf(phone), text: { $regex: '^text' } })
      .sort({ seq: 1 })
      .toArray()
    expect(stored.map(({ text }) => text)).toEqual(Array.from({ length: 200 }, (_, index) => `text ${index}`))
    expect(heard().length).toBeLessThan(50)
    const events = await lab.connection
      .collection<StepEvent>('events')
      .find({ convId: lab.convIdOf(phone) })
      .toArray()
    expect(events.reduce((sum, { messagesOut }) => sum + messagesOut, 0)).toBe(heard().length)
  })

  test('does not keep others waiting for the next sweep', async () => {
    await flood(300)
    await says('hola', '34699999999')
    while (!life.pipeline.isIdle()) await new Promise(resolve => setTimeout(resolve, 1))
    expect(heard('34699999999')).toEqual(['Què voleu?'])
    expect(await inbox().countDocuments({ st: 'pending', failures: 0 })).toBe(0)
  })

  test("never silences people's words", async () => {
    await says('hola')
    await lab.settle(life)
    const input = { kind: 'people', event: 'answered', reference: 'X', text: 'Ja hi anem', media: [] } satisfies Input
    await Promise.all([flood(30), life.pipeline.receiveOfficerInput(lab.convIdOf(phone), `answer-${phone}`, input)])
    await lab.settle(life)
    expect(heard()).toContain('Ja hi anem')
  })
})

test('an effect that fails for ever holds up its own conversation only', async () => {
  await life.pipeline.stop()
  const bad = lab.convIdOf(phone)
  life = lab.begin(
    storesWith('incidents', {
      openIncident: (town, id, ...rest) => {
        if (id.startsWith(bad)) throw new Error('no such department')
        return lab.stores.incidents.openIncident(town, id, ...rest)
      },
    }),
  )
  const other = `${phone}9`
  for (const text of ['hola', 'Un forat', 'Aquí', 'ometre']) {
    await Promise.all([says(text), says(text, other)])
    await lab.settle(life)
  }
  expect((await conversation())?.outbox).not.toEqual([])
  expect((await conversation(other))?.outbox).toEqual([])
  expect(heard(other).at(-1)).toContain('Gràcies')
  await life.pipeline.stop()
  life = lab.begin()
  await lab.settle(life)
  expect((await conversation())?.outbox).toEqual([])
  expect(heard().at(-1)).toContain('Gràcies')
})

test('a timer outlives the process, and strikes once', async () => {
  for (const text of ['hola', 'Esperar']) {
    await says(text)
    await lab.settle(life)
  }
  await life.pipeline.stop()
  lab.clock.advance(11 * 60_000)
  life = lab.begin()
  for (let sweeps = 0; sweeps < 3; sweeps++) await lab.settle(life)
  expect(heard().filter(text => text.includes('deu minuts'))).toHaveLength(1)
})

test('a worker that wakes up late finds that its work has been overtaken, and does it anew', async () => {
  await says('hola')
  await lab.settle(life)
  let wakeUp = () => {}
  const asleep = new Promise<void>(resolve => {
    wakeUp = resolve
  })
  let isReady = () => {}
  const ready = new Promise<void>(resolve => {
    isReady = resolve
  })
  const late = lab.begin(
    storesWith('conversations', {
      async commit(changed) {
        isReady()
        await asleep
        return lab.stores.conversations.commit(changed)
      },
    }),
  )
  await late.pipeline.receive.items(lab.channel, [lab.message(phone, 'late', 'Un forat')])
  await ready
  await says('Davant de la farmàcia') // stepped by the other, together with what the late one holds
  await lab.settle(life)
  wakeUp()
  await lab.settle(late)
  await lab.settle(life)
  expect(heard()).toEqual(['Què voleu?', 'Què passa?', 'Una foto?'])
  const found = await conversation()
  expect(found).toMatchObject({ rev: 2, seq: 6, outbox: [], session: { wait: { node: 'photo' } } })
  await late.pipeline.stop()
})

test('what a citizen says ends the wait for it, and a repeated projection changes nothing more', async () => {
  const scope = { townKey: 'vila', role: 'officer', departments: [], personId: 'anna', personName: 'Anna' } as const
  for (const text of ['hola', 'Parlar']) {
    await says(text)
    await lab.settle(life)
  }
  const rows = lab.connection.collection<IncidentRow>('incidents')
  const row = await rows.findOne({ convId: lab.convIdOf(phone) })
  if (!row) throw new Error('there is no incident')
  const waits = { set: { waitingSince: lab.clock.now() }, entries: [], outbox: [] }
  await lab.stores.incidents.edit(scope, row._id, row.rev, waits)
  lab.clock.advance(5_000)

  const failing = lab.begin(
    storesWith('conversations', { pullOutbox: () => Promise.reject(new Error('the process died here')) }),
  )
  await failing.pipeline.receive.items(lab.channel, [lab.message(phone, 'again', 'És al número 3')])
  await lab.settle(failing)
  await failing.pipeline.stop()
  await lab.settle(life)
  const after = await rows.findOne({ _id: row._id })
  expect([after?.waitingSince, after?.entries.filter(({ kind }) => kind === 'resumed').length]).toEqual([null, 1])
})
