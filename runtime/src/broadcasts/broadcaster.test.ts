import type { Broadcast } from '@pregoner/shared'
import { type BroadcastDraft, everySubscriber, type Segment } from '@pregoner/shared'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Lab, type Life, openLab } from '../../../test/faults/lab.ts'
import { createChannels } from '../channels/channels.ts'
import type { Receive } from '../pipeline/receive.ts'
import type { ConsentRow, SubscriptionRow } from '../stores/subscription-store.ts'
import { createBroadcaster } from './broadcaster.ts'
import { countAudience } from './count-audience.ts'
import { createProgress } from './progress.ts'

let lab: Lab
let life: Life
let number = 0

beforeAll(async () => {
  lab = await openLab()
  await lab.stores.towns.change('vila', () => ({
    languages: ['ca', 'es'],
    topics: [
      { id: 'news', name: { ca: 'Notícies' } },
      { id: 'rain', name: { ca: 'Aiguats' } },
    ],
    words: { join: { ca: ['alta'] } },
    tariff: { currency: 'EUR', countries: [{ country: 'ES', amount: 0.02 }], otherCountries: null },
  }))
  await lab.stores.channels.save({
    ...{ key: 'vila-web', kind: 'webchat', townKey: 'vila', phoneNumberId: null, displayNumber: null },
    ...{ state: 'live', pausedReason: null },
  })
})
afterAll(() => lab?.close())
beforeEach(async () => {
  for (const name of [
    'conversations',
    'subscriptions',
    'sends',
    'consents',
    'broadcasts',
    'broadcast_recipients',
    'broadcast_parts',
  ])
    await lab.connection.collection(name).deleteMany({})
  life = lab.begin()
})
afterEach(() => life.pipeline.stop())

const TEXT = { ca: 'Demà no hi haurà aigua', es: 'Mañana no habrá agua' }
const draft = (segment: Partial<Segment> = {}): BroadcastDraft => ({
  ...{ name: 'Tall', text: TEXT, pictureId: null, segment: { ...everySubscriber, topicIds: ['news'], ...segment } },
})
const says = async (phone: string, ...texts: string[]) => {
  for (const text of texts) {
    await life.pipeline.receive.items(lab.channel, [lab.message(phone, `${text}-${++number}`, text)])
    await lab.settle(life)
  }
}
const progress = { of: (town: string, id: string) => counting().of(town, id), moved: () => {}, grown: () => {} }
const counting = () => createProgress({ ...lab.stores, onMoved: () => {}, now: lab.clock.now })
const broadcasterOf = (order: Receive['order'] = life.pipeline.receive.order) =>
  createBroadcaster({
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
async function begin(segment: Partial<Segment> = {}): Promise<Broadcast> {
  const id = `notice-${++number}`
  await lab.stores.broadcasts.create('vila', id, draft(segment), 'Joana', lab.clock.now())
  const begun = await lab.stores.broadcasts.begin('vila', id, 1, 'Joana', lab.clock.now())
  if (!begun) throw new Error('not begun')
  return begun
}
const heard = (phone: string) =>
  lab.platform.handedOver
    .filter(({ to, message }) => to.value === phone && Object.values(TEXT).includes(message.text))
    .map(({ message }) => message.text)
const audience = async (segment: Partial<Segment> = {}) => {
  const town = await lab.stores.towns.get('vila')
  if (!town) throw new Error('no town')
  const all = { ...everySubscriber, topicIds: ['news'], ...segment }
  const asked = { segment: all, template: null }
  return countAudience(lab.stores.audiences, town, ['vila', 'vila-web'], asked, lab.clock.now())
}
const phoneOf = (index: number) => `3462${String(number).padStart(3, '0')}${String(index).padStart(4, '0')}`

test('everybody subscribed gets it once in their language, beside what their flow is asking', async () => {
  const [catalan = '', spanish = '', other = ''] = [1, 2, 3].map(phoneOf)
  await says(catalan, 'hola', 'alta 1')
  await says(spanish, 'alta 1')
  await says(other, 'alta 2')
  await lab.connection
    .collection<{ _id: string }>('conversations')
    .updateOne({ _id: lab.convIdOf(spanish) }, { $set: { 'session.contact.language': 'es' } })
  const before = await lab.connection
    .collection<{ _id: string }>('conversations')
    .findOne({ _id: lab.convIdOf(catalan) })
  const { id } = await begin()
  await broadcasterOf().sweep()
  await lab.settle(life)
  await broadcasterOf().sweep()
  await lab.settle(life)
  expect([heard(catalan), heard(spanish), heard(other)]).toEqual([[TEXT.ca], [TEXT.es], []])
  const after = await lab.connection
    .collection<{ _id: string }>('conversations')
    .findOne({ _id: lab.convIdOf(catalan) })
  expect(after).toMatchObject({ session: { wait: (before as unknown as { session: { wait: object } }).session.wait } })
  expect(await lab.stores.broadcasts.get('vila', id)).toMatchObject({ state: 'sent' })
  expect(await progress.of('vila', id)).toMatchObject({ recipients: 2, waiting: 0, sent: 2, failed: 0 })
})

test('wherever it stops and begins again, nobody gets it twice and nobody is left out', async () => {
  const phones = Array.from({ length: 40 }, (_, index) => phoneOf(index))
  for (const phone of phones)
    await life.pipeline.receive.items(lab.channel, [lab.message(phone, `alta-${phone}`, 'alta 1')])
  await lab.settle(life)
  const { id } = await begin()
  let lives = 0
  const dying: Receive['order'] = async (place, order) => {
    // Dies before, or right after it is durable: what stands behind is done again.
    lives += 1
    if (lives % 3 === 0) throw new Error('killed')
    await life.pipeline.receive.order(place, order)
    if (lives % 7 === 0) throw new Error('killed')
  }
  for (let tries = 0; tries < 200; tries += 1) {
    if ((await lab.stores.broadcasts.get('vila', id))?.state === 'sent') break
    await broadcasterOf(dying)
      .sweep()
      .catch(() => {})
    await life.pipeline.stop()
    life = lab.begin()
    lab.clock.advance(11_000) // what was not sent when it stopped is taken up again later
    await lab.settle(life)
  }
  await lab.settle(life)
  lab.clock.advance(11_000)
  await lab.settle(life)
  expect(lives).toBeGreaterThan(40)
  expect(phones.map(phone => heard(phone).length)).toEqual(phones.map(() => 1))
}, 60_000)

test('whoever leaves or is blocked while it goes out gets nothing', async () => {
  const [stays = '', leaves = '', blocked = ''] = [1, 2, 3].map(phoneOf)
  for (const phone of [stays, leaves, blocked]) await says(phone, 'alta 1')
  const { id } = await begin()
  const first = broadcasterOf(async () => {
    throw new Error('killed')
  })
  await expect(first.sweep()).rejects.toThrow('killed')
  await says(leaves, 'baixa 1')
  await lab.connection
    .collection<{ _id: string }>('conversations')
    .updateOne(
      { _id: lab.convIdOf(blocked) },
      { $set: { blocked: { by: 'Joana', reason: 'insults', at: new Date() } } },
    )
  await broadcasterOf().sweep()
  await lab.settle(life)
  expect([heard(stays), heard(leaves), heard(blocked)]).toEqual([[TEXT.ca], [], []])
  expect(await progress.of('vila', id)).toMatchObject({ recipients: 3, sent: 1, left: 2, waiting: 0 })
})

test('a segment says who it reaches, who gets nothing and why, and the price', async () => {
  const [open = '', closed = '', blocked = '', stranger = '', french = ''] = [1, 2, 3, 4, 5].map(phoneOf)
  await says(closed, 'alta 1')
  lab.clock.advance(25 * 3_600_000)
  for (const phone of [open, blocked]) await says(phone, 'alta 1')
  await says(stranger, 'hola')
  await lab.connection
    .collection<{ _id: string }>('conversations')
    .updateOne(
      { _id: lab.convIdOf(blocked) },
      { $set: { blocked: { by: 'Joana', reason: 'insults', at: new Date() } } },
    )
  const given: SubscriptionRow = {
    ...{ _id: `vila:news:+${french}`, town: 'vila', topicId: 'news', address: `+${french}`, channelId: 'vila' },
    ...{ contactId: '', subscribed: true, at: lab.clock.now(), messageId: null, source: 'import' },
  }
  await lab.connection.collection<SubscriptionRow>('subscriptions').insertOne(given)
  expect(await audience()).toEqual({
    reached: 1,
    byTemplate: 0,
    excluded: { no_consent: 0, blocked: 1, window_closed: 1, never_wrote: 1 },
    languages: { ca: 1 },
    price: { amount: 0.02, currency: 'EUR' },
    priced: 1,
    unpriced: 0,
  })
  expect((await audience({ topicIds: [] })).excluded).toMatchObject({ no_consent: 1 })
  expect(await audience({ topicIds: ['rain'] })).toMatchObject({ reached: 0 })
})

test.each<[string, Partial<Segment>, number]>([
  ['everybody', {}, 2],
  ['a language', { languages: ['es'] }, 1],
  ['a neighbourhood, however it is written', { neighbourhoods: ['la font'] }, 1],
  ['a label', { labels: ['esport'] }, 1],
  ['a field', { field: { name: 'edat', value: '30' } }, 1],
  ['a field nobody has', { field: { name: '__proto__', value: '30' } }, 0],
  ['who wrote lately', { activeDays: 1 }, 2],
  ['two lines at once', { languages: ['ca'], labels: ['esport'] }, 0],
])('a segment by %s', async (_name, segment, reached) => {
  const [anna = '', bernat = ''] = [1, 2].map(phoneOf)
  for (const phone of [anna, bernat]) await says(phone, 'alta 1')
  await lab.connection.collection<{ _id: string }>('conversations').updateOne(
    { _id: lab.convIdOf(anna) },
    {
      $set: {
        'session.contact.language': 'es',
        'session.contact.labels': ['Esport'],
        'session.contact.fields': { barri: 'La  Font', edat: 30 },
      },
    },
  )
  expect((await audience(segment)).reached).toBe(reached)
})

test('131050: the platform says that somebody wants no more, and every subscription of theirs ends at once', async () => {
  const phone = phoneOf(1)
  await says(phone, 'alta 1', 'alta 2')
  const answer = lab.platform.answer
  lab.platform.answer = async () => ({ kind: 'failed', code: 131_050, reason: 'User has stopped marketing messages' })
  try {
    const { id } = await begin()
    await broadcasterOf().sweep()
    await lab.settle(life)
    expect(await progress.of('vila', id)).toMatchObject({
      failed: 1,
      reasons: [{ reason: '131050 User has stopped marketing messages', count: 1 }],
    })
  } finally {
    lab.platform.answer = answer
  }
  await lab.settle(life)
  expect((await audience({ topicIds: [] })).reached).toBe(0)
  const ended = await lab.connection.collection<ConsentRow>('consents').find({ accepted: false }).toArray()
  expect(ended.map(({ purpose, source }) => [purpose, source]).sort()).toEqual([
    ['topic:news', 'platform'],
    ['topic:rain', 'platform'],
  ])
})
