import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../../../test/api.ts'
import { type Lab, type Life, openLab } from '../../../test/faults/lab.ts'
import { smallFiles } from '../../../test/whatsapp-double/index.ts'
import { linkHash, MAX_DOWNLOADS, withoutTokens } from './data-links.ts'

const phone = '34600777888'
let lab: Lab
let life: Life
let api: TestApi
let token: string
beforeAll(async () => {
  lab = await openLab()
  api = await startTestApi({ ...lab.stores, now: lab.clock.now, towns: lab.stores.towns })
  life = lab.begin()
  const convId = lab.convIdOf(phone)
  for (const text of ['hola', 'Un forat', 'Davant de <b>casa</b>', 'Ometre', 'les meves dades']) {
    await life.pipeline.receive.items(lab.channel, [lab.message(phone, text, text)])
    await lab.settle(life)
  }
  const owner = { kind: 'contact', contact: convId } as const
  await lab.stores.media.save('vila', smallFiles.photo, { owner, mediaId: 'foto-1', name: 'forat.jpg' })
  token = /my-data\/([\w-]+)/.exec(lastHeard())?.[1] ?? ''
}, 60_000)
afterAll(async () => {
  await life.pipeline.stop()
  await api.close()
  await lab.close()
})

const lastHeard = () => lab.platform.handedOver.filter(({ to }) => to.value === phone).at(-1)?.message.text ?? ''

test('MY DATA is answered with a link of 256 random bits, of which only the hash is kept', async () => {
  expect(lastHeard()).toContain('https://pregoner.example/my-data/')
  expect(Buffer.from(token, 'base64url')).toHaveLength(32)
  const [row] = await lab.connection.collection('privacy_requests').find().toArray()
  expect(row?.link).toMatchObject({ hash: linkHash(token), downloads: 0 })
  expect(JSON.stringify(row)).not.toContain(token)
  expect(withoutTokens(lastHeard())).not.toContain(token)
})

test('the file holds everything in readable form, as JSON, and the files themselves', async () => {
  const page = await api.client().get(`/my-data/${token}`)
  expect(page.body).toMatchObject({ townName: 'Vila', downloadsLeft: MAX_DOWNLOADS })
  const { status, body, headers } = await api.client().get(`/my-data/${token}/file`)
  expect([status, headers.get('content-type')]).toEqual([200, 'application/zip'])
  const text = body.toString('utf8')
  expect(text).toContain('Davant de &lt;b&gt;casa&lt;/b&gt;')
  const json = JSON.parse(text.slice(text.indexOf('{\n  "town"'), text.indexOf('\n}PK') + 2))
  expect(json.person).toMatchObject({ phone, answers: { what: 'Davant de <b>casa</b>' } })
  for (const name of ['messages', 'sends', 'incidents', 'events', 'notices'])
    expect([name, json[name].length > 0]).toEqual([name, true])
  expect(json.files).toMatchObject([{ path: 'files/foto-1.jpg', name: 'forat.jpg' }])
  expect(text).toContain('files/foto-1.jpg')
})

test('the link ends after some downloads and after seven days, and an unknown one meets the same answer', async () => {
  const open = () => api.client().get(`/my-data/${token}/file`)
  for (let times = 1; times < MAX_DOWNLOADS; times += 1) expect((await open()).status).toBe(200)
  expect((await open()).status).toBe(404)
  await lab.connection.collection('privacy_requests').updateMany({}, { $set: { 'link.downloads': 0 } })
  expect((await api.client().get(`/my-data/${token}`)).status).toBe(200)
  lab.clock.advance(7 * 86_400_000 + 1)
  expect((await open()).status).toBe(404)
  expect((await api.client().get('/my-data/unknown')).body.code).toBe('not_found')
})

test('what was downloaded is in the log', async () => {
  const { lines } = await lab.stores.audit.page('vila', { action: 'privacy.download', limit: 10 }, null)
  expect(lines).toHaveLength(MAX_DOWNLOADS)
})
