import { readCsv } from '@pregoner/shared'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../../../test/api.ts'
import { pothole } from '../../../test/sample-town.ts'
import { smallFlow } from '../../../test/small-flow.ts'

let api: TestApi
let officer: Awaited<ReturnType<TestApi['signedIn']>>
let agent: typeof officer

beforeAll(async () => {
  api = await startTestApi()
  const { flows, incidents } = api.deps
  await flows.create('vila', smallFlow('main'), { by: 'Seed', at: new Date() })
  const origin = {
    ...{ convId: 'vila:c', channelId: 'vila', channelKind: 'whatsapp' as const, contactName: 'Núria' },
    windowEndsAt: null,
  }
  const opened = [
    pothole({ reference: 'R1', answers: { barri: '=HYPERLINK("http://x.example")' } }),
    pothole({ reference: 'R2', departmentId: 'parks', category: null }),
  ]
  for (const [index, effect] of opened.entries())
    await incidents.openIncident('vila', `vila:c:1:${index}`, origin, effect, new Date())
  const at = new Date()
  const ended = { flowId: 'main', node: 'greet', end: 'left', exit: null, rule: null, seconds: 5 }
  await api.connection.collection<{ _id: string }>('events').insertMany(
    [0, 1, 2].map(index => ({
      ...{ _id: `e${index}`, town: 'vila', at, convId: `vila:p${index}`, channelKind: 'whatsapp', language: 'ca' },
      ...{ messagesIn: 2, messagesOut: 1, passages: [], notUnderstood: [], subscriptions: [], ratings: [], ended },
    })),
  )
  officer = await api.signedIn('officer@vila.example')
  agent = await api.signedIn('parks@vila.example')
}, 30_000)
afterAll(() => api.close())

test('officers get the whole town, with the steps people leave by name', async () => {
  const { status, body } = await officer.get('/towns/vila/statistics?period=today')
  expect(status).toBe(200)
  expect(body.talk.now).toMatchObject({ people: 3, conversations: 3, messagesIn: 6, messagesOut: 3 })
  expect(body.talk.steps).toMatchObject([
    { flowId: 'main', flowName: smallFlow('main').name, node: 'greet', stays: 3, left: 3, type: 'message' },
  ])
  expect(body.work.now.incidents).toBe(2)
})

test('agents get their departments alone, in the figures and in the file, whatever they ask for', async () => {
  const { body } = await agent.get('/towns/vila/statistics?period=7d')
  expect([body.talk, body.work.now.incidents]).toEqual([null, 1])
  expect(body.departments.map((row: { key: string }) => row.key)).toEqual(['parks'])
  const roads = await agent.get('/towns/vila/statistics?period=7d&department=roads')
  expect(roads.body.work.now.incidents).toBe(0)
  const file = await agent.get('/towns/vila/statistics/file?period=7d&table=departments&in=en')
  expect(String(file.body)).toContain('Parcs')
  expect(String(file.body)).not.toContain('Via pública')
})

test.each([
  ['period=century', 400],
  ['period=own', 400],
  ['period=own&from=2026-02-01&to=2026-01-01', 400],
  ['period=own&from=2020-01-01&to=2026-01-01', 400],
  ['period=7d&from=2026-01-01&to=2026-01-02', 400],
  ['period=own&from=2026-01-01&to=2026-02-01', 200],
  ['period=7d&language=xx', 400],
  ['period=7d&town=poble', 400],
])('%s is answered with %d', async (query, status) => {
  expect((await officer.get(`/towns/vila/statistics?${query}`)).status).toBe(status)
})

test('X10: a file runs nothing in a spreadsheet, says what it is and keeps numbers', async () => {
  const { body, headers } = await officer.get('/towns/vila/statistics/file?period=7d&table=neighbourhoods&in=es')
  expect(headers.get('content-type')).toBe('text/csv; charset=utf-8')
  expect(headers.get('content-disposition')).toMatch(
    /^attachment; filename="vila-estadisticas-neighbourhoods-[\d-]+.csv"$/,
  )
  const { records } = readCsv(String(body), { isExact: true })
  expect(records.map(({ cells }) => cells.slice(0, 2))).toEqual([
    ['Barrio', 'Incidencias'],
    ['', '1'],
    [`'=HYPERLINK("http://x.example")`, '1'],
  ])
})

test.each([
  ['figures', 'Xifra'],
  ['series', 'Quan'],
  ['departments', 'Departament'],
  ['categories', 'Categoria'],
  ['languages', 'Llengua'],
  ['steps', 'Flux'],
  ['ratings', 'Nota màxima'],
  ['topics', 'Tema'],
])('the table of %s has its headings', async (table, heading) => {
  const { status, body } = await officer.get(`/towns/vila/statistics/file?period=7d&table=${table}&in=ca`)
  expect([status, String(body).replace('\ufeff', '').split(',')[0]]).toEqual([200, `"${heading}"`])
})
