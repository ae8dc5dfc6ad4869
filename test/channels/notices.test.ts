import { everySubscriber } from '@pregoner/shared'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, createClient } from '../api-client.ts'
import { type ManualClock, manualClock, type Person, smallFiles } from '../whatsapp-double/index.ts'
import { PASSWORD, quiet, startTownServer, type TownServer } from './town-server.ts'

const HOUR_MS = 3_600_000
const path = '/towns/alzira/broadcasts'
const WABA = 'waba-demo-alzira'
let server: TownServer
let clock: ManualClock
let officer: Client
let people = 0

beforeAll(async () => {
  clock = manualClock(new Date('2026-11-23T09:00:00Z'))
  server = await startTownServer({ towns: ['alzira'], clock, withPeople: true })
  await server.runtime.stores.channels.change('alzira', 'alzira', { accountId: WABA })
  server.double.template(
    {
      name: 'avis',
      language: 'ca',
      category: 'MARKETING',
      components: [{ type: 'BODY', text: 'Bon dia, {{1}}: {{2}}' }],
    },
    'demo-alzira',
  )
  await signIn()
}, 60_000)
afterAll(() => server?.close())

async function signIn() {
  officer = createClient(server.url)
  await officer.post('/session', { email: 'officer@alzira.example', password: PASSWORD })
}
async function subscriber(name: string): Promise<Person> {
  people += 1
  const person = server.double.person({
    phone: `3460044${String(people).padStart(4, '0')}`,
    name,
    channel: 'demo-alzira',
  })
  await person.sends('ALTA 1')
  await quiet(server)
  return person
}
async function later(ms: number) {
  clock.advance(ms)
  await server.runtime.sweep()
  await quiet(server)
  await signIn() // the session has ended meanwhile
}
async function deliver() {
  for (let round = 0; round < 3; round += 1) {
    await server.runtime.sweep()
    await quiet(server)
  }
}
const notice = (more: object = {}) => ({
  ...{ name: 'Riu', text: { ca: 'El riu va alt.\nNo hi baixeu.' }, pictureId: null, segment: everySubscriber },
  ...more,
})
const template = {
  ...{ name: 'avis', category: 'marketing', languages: ['ca'] },
  places: [{ kind: 'name', otherwise: { ca: 'veïna' } }, { kind: 'first_line' }],
}

test('whoever wrote over 24 hours ago gets the template, the others the notice, and the price tells them apart', async () => {
  const late = await subscriber('Rosa')
  await later(25 * HOUR_MS)
  const open = await subscriber('Pere')
  await server.runtime.stores.towns.setTariff('alzira', {
    ...{ currency: 'EUR', otherCountries: null },
    countries: [{ country: 'ES', amount: 0.02, marketing: 0.07 }],
  })
  const asked = async (kind: 'marketing' | 'utility' | null) =>
    (await officer.post('/towns/alzira/audience', { segment: everySubscriber, template: kind })).body
  expect(await asked(null)).toMatchObject({ reached: 1, byTemplate: 0, excluded: { window_closed: 1 } })
  expect(await asked('marketing')).toMatchObject({
    ...{ reached: 2, byTemplate: 1, excluded: { window_closed: 0 }, price: { amount: 0.09 } },
  })
  expect(await asked('utility')).toMatchObject({ price: { amount: 0.04 } })

  const { id, rev } = (await officer.post(path, notice({ template }))).body
  expect((await officer.post(`${path}/${id}/send`, { rev })).status).toBe(200)
  await deliver()
  const calls = server.double.calls.filter(({ path: called, status }) => /\/messages$/.test(called) && status === 200)
  const bodies = calls.map(({ body }) => body)
  expect(bodies).toContainEqual(
    expect.objectContaining({
      type: 'template',
      template: {
        ...{ name: 'avis', language: { code: 'ca' } },
        components: [
          {
            type: 'body',
            parameters: [
              { type: 'text', text: 'Rosa' },
              { type: 'text', text: 'El riu va alt.' },
            ],
          },
        ],
      },
    }),
  )
  expect(late.inbox.at(-1)?.text).toBe('Bon dia, Rosa: El riu va alt.')
  expect(open.inbox.at(-1)?.text).toBe('El riu va alt.\nNo hi baixeu.')
  expect((await officer.get(`${path}/${id}`)).body.progress).toMatchObject({ recipients: 2, sent: 2, left: 0 })
}, 60_000)

test('a template that is paused, rejected or gone is said before sending, and nothing goes out', async () => {
  server.double.template(
    { name: 'aturada', language: 'ca', status: 'PAUSED', components: [{ type: 'BODY', text: 'Hola, {{1}}: {{2}}' }] },
    'demo-alzira',
  )
  for (const [name, why] of [
    ['aturada', 'not_approved'],
    ['enlloc', 'missing'],
  ]) {
    const { id, rev } = (await officer.post(path, notice({ template: { ...template, name } }))).body
    const refused = await officer.post(`${path}/${id}/send`, { rev })
    expect(refused.status).toBe(422)
    expect(refused.body).toMatchObject({ code: 'bad_template', problems: [{ language: 'ca', why }] })
    expect((await officer.get(`${path}/${id}`)).body.broadcast.state).toBe('draft')
  }
}, 60_000)

test('outside the town’s hours a notice waits, and goes out when they begin', async () => {
  const person = await subscriber('Maria')
  const admin = createClient(server.url)
  await admin.post('/session', { email: 'admin@alzira.example', password: PASSWORD })
  expect((await admin.send('PUT', '/towns/alzira/notice-rules', { calendarId: 'gone', approval: 'none' })).status).toBe(
    422,
  )
  expect(
    (await admin.send('PUT', '/towns/alzira/notice-rules', { calendarId: 'ajuntament', approval: 'none' })).status,
  ).toBe(200)
  const uses = await admin.get('/towns/alzira/calendars/ajuntament/uses')
  expect(uses.body).toContainEqual({ by: 'notices', id: 'notices', name: '', count: 1 })
  clock.advance(Date.parse('2026-11-25T21:00:00Z') - clock.now().getTime()) // Wednesday, at night
  await signIn()
  await person.sends('Hola')
  await quiet(server)
  const { id, rev } = (await officer.post(path, notice({ text: { ca: 'Demà no hi ha aigua' } }))).body
  await officer.post(`${path}/${id}/send`, { rev })
  await deliver()
  const heard = () => person.inbox.filter(({ text }) => text === 'Demà no hi ha aigua').length
  expect(heard()).toBe(0)
  expect((await officer.get(`${path}/${id}`)).body.broadcast.state).toBe('listing')
  await later(Date.parse('2026-11-26T08:00:00Z') - clock.now().getTime())
  await deliver()
  expect(heard()).toBe(1)
  expect((await officer.get(`${path}/${id}`)).body.broadcast.state).toBe('sent')
}, 60_000)

test('an emergency is confirmed by its word, waits for no hours, and stands in front of every flow until withdrawn', async () => {
  const subscribed = await subscriber('Empar')
  const stranger = server.double.person({ phone: '34600449999', name: 'Vicent', channel: 'demo-alzira' })
  clock.advance(Date.parse('2026-11-26T22:00:00Z') - clock.now().getTime()) // at night, outside the town's hours
  await signIn()
  const text = 'El Xúquer se n’ix. Pugeu als pisos alts.'
  const emergency = { frontHours: 6 }
  const { id, rev } = (await officer.post(path, notice({ text: { ca: text }, emergency }))).body
  const send = (word?: string) => officer.post(`${path}/${id}/send`, { rev, ...(word && { word }) })
  expect((await send()).body.code).toBe('unconfirmed')
  expect((await send('sí')).body.code).toBe('unconfirmed')
  expect((await send('emergencia')).body).toMatchObject({ state: 'listing', frontUntil: '2026-11-27T04:00:00.000Z' })
  await deliver()
  const heard = (person: Person) => person.inbox.filter(message => message.text === text).length
  expect([heard(subscribed), heard(stranger)]).toEqual([1, 0])
  expect((await officer.get('/towns/alzira/front-notices')).body).toMatchObject([{ id, name: 'Riu' }])

  for (const person of [subscribed, stranger, stranger]) {
    await person.sends('Hola')
    await quiet(server)
  }
  expect([heard(subscribed), heard(stranger)]).toEqual([1, 1]) // who has read it is not told again
  expect(stranger.inbox[0]?.text).toBe(text) // and it comes before what the flow says
  expect(stranger.inbox.length).toBeGreaterThan(1)

  expect((await officer.send('DELETE', `/towns/alzira/front-notices/${id}`)).status).toBe(200)
  expect((await officer.send('DELETE', `/towns/alzira/front-notices/${id}`)).status).toBe(404)
  const late = server.double.person({ phone: '34600449998', name: 'Pau', channel: 'demo-alzira' })
  await late.sends('Hola')
  await quiet(server)
  expect(heard(late)).toBe(0)
}, 60_000)

test('a button under a picture starts its flow, also for somebody in the middle of another one', async () => {
  await server.runtime.stores.towns.change('alzira', () => ({ notices: { calendarId: null, approval: 'none' } }))
  const person = await subscriber('Consol')
  const stored = await officer.post('/towns/alzira/media', smallFiles.photo, { 'content-type': 'image/jpeg' })
  const pictureId = stored.body.mediaId
  expect(pictureId).toBeTruthy()
  const buttons = [{ label: { ca: 'Fes un avís' }, flowId: 'incidencies' }]
  const unknown = await officer.post(path, notice({ buttons: [{ label: { ca: 'Va' }, flowId: 'enlloc' }] }))
  expect(unknown.status).toBe(422)
  const { id, rev } = (await officer.post(path, notice({ buttons, pictureId }))).body
  await person.sends('Hola')
  await quiet(server)
  expect((await officer.post(`${path}/${id}/send`, { rev })).status).toBe(200)
  await deliver()
  const call = server.double.calls.findLast(({ body }) => JSON.stringify(body ?? '').includes('start~incidencies'))
  expect(call?.body).toMatchObject({
    type: 'interactive',
    interactive: {
      type: 'button',
      header: { type: 'image', image: { id: expect.any(String) } },
      action: { buttons: [{ type: 'reply', reply: { id: 'start~incidencies', title: 'Fes un avís' } }] },
    },
  })
  await person.taps('Fes un avís')
  await quiet(server)
  await person.sends('1') // the flow asks for the language first
  await quiet(server)
  expect(person.inbox.at(-1)?.text).toContain('Per a resoldre la incidència')
}, 60_000)
