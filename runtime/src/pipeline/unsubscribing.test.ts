import { Readable } from 'node:stream'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Lab, type Life, openLab } from '../../../test/faults/lab.ts'
import type { Identity } from '../channels/channel.ts'
import type { ConsentRow, SubscriptionRow } from '../stores/subscription-store.ts'
import { createImporter } from '../subscribers/importer.ts'
import { lookThrough } from '../subscribers/look-through.ts'

const DAY_MS = 86_400_000
let lab: Lab
let life: Life
let people = 0
let phone = ''
const news = { id: 'news', name: { ca: 'Notícies' } }

beforeAll(async () => {
  lab = await openLab()
  await lab.stores.towns.change('vila', () => ({
    languages: ['ca'],
    topics: [news, { id: 'rain', name: { ca: 'Aiguats' } }],
    words: { join: { ca: ['alta'] } },
  }))
})
afterAll(() => lab?.close())
beforeEach(() => {
  people += 1
  phone = `3467${String(people).padStart(7, '0')}`
  lab.platform.handedOver.length = 0
  life = lab.begin()
})
afterEach(() => life.pipeline.stop())

const says = async (text: string, from = phone) => {
  await life.pipeline.receive.items(lab.channel, [lab.message(from, `${text}-${people}`, text)])
  await lab.settle(life)
}
const chooses = async (value: 'stop' | 'resume', identities: [Identity, ...Identity[]]) => {
  const externalId = `${phone}|${lab.clock.now().getTime()}|${value}`
  await life.pipeline.receive.items(lab.channel, [
    { kind: 'opt_out', externalId, identities, isStop: value === 'stop' },
  ])
  await lab.settle(life)
}
const own = (): [Identity, ...Identity[]] => [{ type: 'phone', value: phone }]
let files = 0
/** Takes a file in that says this phone agreed on this day; `added` is how many it would have subscribed. */
const takenIn = async (day: string) => {
  files += 1
  const id = `file-${files}`
  await lookThrough(
    Readable.from([Buffer.from(`Telèfon;Data;Prova\n+${phone};${day};Full`)]),
    {
      ...{ id, townKey: 'vila', country: 'ES', topic: news, topicName: 'Notícies', channelId: 'vila' },
      ...{ fileName: 'alta.csv', maxBytes: 1_000, now: lab.clock.now() },
    },
    { imports: lab.stores.subscriberImports, subscriptions: lab.stores.subscriptions },
  )
  await lab.stores.subscriberImports.begin('vila', id)
  await createImporter({ ...lab.stores, now: lab.clock.now, onFailure: error => expect(error).toBeNull() }).sweep()
}
const today = () => lab.clock.now().toISOString().slice(0, 10)
const topics = async () => {
  const filter = { town: 'vila', address: `+${phone}`, subscribed: true }
  const rows = await lab.connection.collection<SubscriptionRow>('subscriptions').find(filter).toArray()
  return rows.map(({ topicId }) => topicId)
}
const endings = async () => {
  const filter = { address: `+${phone}`, accepted: false }
  const rows = await lab.connection.collection<ConsentRow>('consents').find(filter).toArray()
  return rows.map(({ purpose, source }) => `${purpose} ${source}`)
}

test('whoever stops notices in WhatsApp itself is unsubscribed at once, with proof, and told nothing', async () => {
  await says('alta 1')
  await says('alta 2')
  lab.platform.handedOver.length = 0
  await chooses('stop', own())
  expect([await topics(), (await endings()).sort()]).toEqual([[], ['topic:news platform', 'topic:rain platform']])
  expect(lab.platform.handedOver).toEqual([])
})

test('also when they have never written, and were taken in from a file', async () => {
  await takenIn('2026-11-01')
  expect(await topics()).toEqual(['news'])
  await chooses('stop', [{ type: 'bsuid', value: `ES.${phone}` }, ...own()])
  expect([await topics(), await endings()]).toEqual([[], ['topic:news platform']])
})

test('also what began after their last message', async () => {
  await says('hola')
  lab.clock.advance(3 * DAY_MS)
  await takenIn(today())
  lab.clock.advance(DAY_MS)
  await chooses('stop', own())
  expect(await topics()).toEqual([])
})

test('an older yes in a file does not bring back who has stopped everything, a newer one does', async () => {
  await chooses('stop', own())
  await takenIn('2026-11-01')
  expect(await topics()).toEqual([])
  lab.clock.advance(2 * DAY_MS)
  await takenIn(today())
  expect(await topics()).toEqual(['news'])
})

test('allowing notices again in WhatsApp subscribes to nothing by itself; a word does', async () => {
  await says('alta 1')
  await chooses('stop', own())
  lab.clock.advance(60_000)
  await chooses('resume', own())
  expect(await topics()).toEqual([])
  await says('alta 2')
  expect(await topics()).toEqual(['rain'])
})

test.each(['baixa', 'BAJA', 'stop', 'Annulla iscrizione', 'unsubscribe', 'Donar-me de baixa'])(
  '“%s” ends everything at once, whatever the town speaks and whoever subscribed the number',
  async word => {
    await takenIn('2026-11-01')
    await says('alta 2')
    await says(word)
    expect(await topics()).toEqual([])
    expect(lab.platform.handedOver.at(-1)?.message.text).toContain('ja no rebràs més avisos')
  },
)
