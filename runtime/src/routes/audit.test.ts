import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../../../test/api.ts'
import type { Client } from '../../../test/api-client.ts'

let api: TestApi
let admin: Client
beforeAll(async () => {
  api = await startTestApi()
  admin = await api.signedIn('admin@vila.example')
  for (const object of ['=evil()', 'main']) {
    await api.deps.audit.append({ town: 'vila', personId: 'gone', action: 'flow.publish', object, at: new Date() })
  }
  await api.deps.audit.append({ town: 'poble', personId: null, action: 'flow.publish', object: 'x', at: new Date() })
}, 60_000)
afterAll(() => api.close())

test('an administrator reads who did what, by name where there is one', async () => {
  await admin.send('PATCH', '/towns/vila/channels/vila', { state: 'paused' })
  const { body } = await admin.get('/towns/vila/audit?limit=2')
  expect(body.entries).toMatchObject([
    { n: 3, action: 'channel.paused', object: 'vila', personName: 'administrator of vila' },
    { n: 2, action: 'flow.publish', object: 'main', personId: 'gone', personName: null },
  ])
  const older = await admin.get(`/towns/vila/audit?before=${body.next}`)
  expect(older.body).toMatchObject({ entries: [{ n: 1 }], next: null })
})

test('the log is exported with its hashes and its verification, and taking it out is in the log', async () => {
  const csv = (await admin.get('/towns/vila/audit/export?format=csv')).body.toString('utf8').split('\r\n')
  expect(csv[1]).toContain(`"'=evil()"`)
  expect(csv.at(-2)).toMatch(/^"verification",,,"intact","4",,"[0-9a-f]{64}",true$/)
  const { body } = await admin.get('/towns/vila/audit/export?format=json')
  expect(body.lines.map(({ action }: { action: string }) => action)).toContain('audit.export')
  expect(body.verification).toEqual((await admin.get('/towns/vila/audit/verification')).body)
  expect(body.verification).toMatchObject({ isIntact: true, lines: 5 })
})

test('a log that was tampered with says so', async () => {
  await api.connection.collection<{ _id: string }>('audit').updateOne({ _id: 'vila:2' }, { $set: { object: 'other' } })
  const { body } = await admin.get('/towns/vila/audit/verification')
  expect(body).toMatchObject({ isIntact: false, fault: { n: 2, kind: 'changed' } })
  const csv = (await admin.get('/towns/vila/audit/export?format=csv')).body.toString('utf8')
  expect(csv).toContain('"changed 2"')
})
