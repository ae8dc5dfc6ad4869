import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../../../test/api.ts'
import type { Client } from '../../../test/api-client.ts'
import { type Lab, type Life, openLab } from '../../../test/faults/lab.ts'

type Line = { _id: string; accepted?: boolean; at?: Date }

const marta = '34600333333'
let lab: Lab
let life: Life
let api: TestApi
let admin: Client
beforeAll(async () => {
  lab = await openLab()
  life = lab.begin()
  api = await startTestApi({ ...lab.stores, now: lab.clock.now })
  admin = await api.signedIn('admin@vila.example')
  for (const text of ['hola', 'Avisos', 'Accepto']) {
    lab.clock.advance(1_000)
    await life.pipeline.receive.items(lab.channel, [{ ...lab.message(marta, text, text), name: '=Núria' }])
    await lab.settle(life)
  }
}, 60_000)
afterAll(async () => {
  await life.pipeline.stop()
  await api.close()
  await lab.close()
})

const ledger = async (query = '') => (await admin.get(`/towns/vila/consents${query}`)).body

test('the ledger says who agreed to which text, when and by which message', async () => {
  const { entries } = await ledger()
  expect(entries).toMatchObject([
    { purpose: 'topic:news', version: 'Notícies', accepted: true },
    { contactName: '=Núria', phone: `+${marta}`, purpose: 'avisos', version: '1', accepted: true, withdrawnAt: null },
  ])
  expect(entries[1].messageId).toEqual(expect.any(String))
})

test.each([
  ['nuria', 2],
  ['600333', 2],
  ['topic', 1],
  ['AVISOS', 1],
  ['avisos nuria', 1],
  ['pere', 0],
])('it is searched by person and purpose: %s', async (text, found) => {
  expect((await ledger(`?text=${text}`)).entries).toHaveLength(found)
})

test('a consent that was taken back says when', async () => {
  const [given] = (await ledger('?text=avisos')).entries
  const at = new Date(Date.parse(given.at) + 60_000)
  const [row] = await lab.connection.collection<Line>('consents').find({ purpose: 'avisos' }).toArray()
  await lab.connection.collection<Line>('consents').insertOne({ ...row, _id: 'later', accepted: false, at })
  const { entries } = await ledger('?text=avisos&limit=1')
  expect(entries).toMatchObject([{ accepted: false, withdrawnAt: null }])
  const older = await ledger(
    `?text=avisos&limit=1&before=${encodeURIComponent((await ledger('?text=avisos&limit=1')).next)}`,
  )
  expect(older).toMatchObject({ entries: [{ accepted: true, withdrawnAt: at.toISOString() }], next: null })
})

test('numbers of a file are told as numbers, and what one of them takes back is not the others’', async () => {
  const at = (day: number) => new Date(Date.UTC(2026, 0, day))
  const signed = { town: 'vila', channelId: 'vila', contactId: '', purpose: 'topic:agenda', messageId: null }
  await lab.connection
    .collection<Line>('consents')
    .insertMany(
      ['+34600777001', '+34600777002'].flatMap(address => [
        { ...signed, _id: `in ${address}`, version: 'Agenda', accepted: true, at: at(1), address },
        ...(address.endsWith('2')
          ? [{ ...signed, _id: `out ${address}`, version: '', accepted: false, at: at(9), address }]
          : []),
      ]),
    )
  const { entries } = await ledger('?text=600777')
  expect(entries).toMatchObject([
    { accepted: false, phone: '+34600777002', conversationId: null },
    { accepted: true, phone: '+34600777002', withdrawnAt: at(9).toISOString() },
    { accepted: true, phone: '+34600777001', withdrawnAt: null, conversationId: null },
  ])
  await lab.connection.collection<Line>('consents').deleteMany({ purpose: signed.purpose })
})

test('as a file no spreadsheet runs it, and taking it out is in the log', async () => {
  const csv = (await admin.get('/towns/vila/consents/export?text=avisos')).body.toString('utf8')
  expect(csv.split('\r\n')).toHaveLength(4)
  expect(csv).toContain(`"'=Núria"`)
  const { lines } = await lab.stores.audit.page('vila', { action: 'consent', limit: 20 }, null)
  expect(lines.map(({ action }) => action)).toEqual(expect.arrayContaining(['consent.export', 'consent.search']))
})

test('a request is shown served, and an erasure by its proof alone', async () => {
  const say = async (text: string) => {
    await life.pipeline.receive.items(lab.channel, [lab.message(marta, text, text)])
    for (let round = 0; round < 4; round += 1) await lab.settle(life)
  }
  await say('les meves dades')
  const asked = (await admin.get('/towns/vila/privacy-requests')).body
  expect(asked).toMatchObject([{ request: 'export', servedAt: expect.any(String), link: { downloads: 0 } }])
  await say('esborra les meves dades')
  expect((await admin.get('/towns/vila/privacy-requests')).body).toEqual([])
  const { body } = await admin.get('/towns/vila/erasures')
  expect(body).toMatchObject([{ channel: 'whatsapp', wasTold: true, finishedAt: expect.any(String) }])
  expect(body[0].counts).toMatchObject({ consents: 3, conversations: 1, privacy_requests: 2 })
  expect((await ledger()).entries).toEqual([])
})
