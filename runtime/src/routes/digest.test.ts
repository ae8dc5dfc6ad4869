import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../../../test/api.ts'

let api: TestApi
let withMail: TestApi
beforeAll(async () => {
  api = await startTestApi()
  withMail = await startTestApi({ canSendMail: true })
}, 60_000)
afterAll(() => Promise.all([api.close(), withMail.close()]))

test('without a mail server the weekly letters are off and cannot be turned on', async () => {
  const admin = await api.signedIn('admin@vila.example')
  expect((await admin.get('/towns/vila/digest')).body).toMatchObject({ canSend: false, isOn: false })
  const { status, body } = await admin.send('PUT', '/towns/vila/digest', { isOn: true })
  expect([status, body.code]).toEqual([409, 'not_possible'])
})

test('an administrator turns them on, an officer sees it, and it is in the log', async () => {
  const admin = await withMail.signedIn('admin@vila.example')
  const officer = await withMail.signedIn('officer@vila.example')
  expect((await admin.get('/towns/vila/digest')).body).toMatchObject({ canSend: true, isOn: false })
  expect((await admin.send('PUT', '/towns/vila/digest', { isOn: true })).body.isOn).toBe(true)
  expect((await officer.get('/towns/vila/digest')).body).toEqual({
    ...{ canSend: true, isOn: true },
    departments: [
      { id: 'roads', email: null, isStopped: false, last: null },
      { id: 'parks', email: null, isStopped: false, last: null },
    ],
    people: [],
  })
  expect((await officer.send('PUT', '/towns/vila/digest', { isOn: false })).status).toBe(403)
  const logged = await withMail.connection.collection('audit').find({ action: 'town.digest_on' }).toArray()
  expect(logged).toMatchObject([{ town: 'vila', object: 'vila' }])
  const other = await withMail.signedIn('officer@poble.example')
  expect((await other.get('/towns/poble/digest')).body.isOn).toBe(false)
})

test('everybody chooses for themselves, in their language, and the administrator sees who gets it', async () => {
  const roads = await withMail.signedIn('roads@vila.example')
  const admin = await withMail.signedIn('admin@vila.example')
  const own = { townKey: 'vila', departments: ['roads'] }
  expect((await roads.get('/account/digests')).body.towns).toMatchObject([{ ...own, isWanted: false }])
  const choose = (isWanted: boolean, townKey = 'vila') =>
    roads.send('PUT', '/account/digests', { townKey, isWanted, language: 'es' })
  expect((await choose(true)).body.towns).toMatchObject([{ ...own, isWanted: true }])
  const { people } = (await admin.get('/towns/vila/digest')).body
  expect(people).toMatchObject([{ email: 'roads@vila.example', last: null }])
  expect(await withMail.connection.collection('digest_choices').findOne({ town: 'vila' })).toMatchObject({
    language: 'es',
  })
  expect((await choose(true, 'poble')).status).toBe(404)
  expect((await choose(false)).body.towns).toMatchObject([{ ...own, isWanted: false }])
  expect((await admin.get('/towns/vila/digest')).body.people).toEqual([])
  const logged = await withMail.connection
    .collection('audit')
    .find({ action: /^account.digest/ })
    .toArray()
  expect(logged.map(({ town, action }) => [town, action])).toEqual([
    ['vila', 'account.digest_on'],
    ['vila', 'account.digest_off'],
  ])
})
