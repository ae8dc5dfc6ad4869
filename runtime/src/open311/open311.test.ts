import type { IncidentDetail } from '@pregoner/shared'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TestApi } from '../../../test/api.ts'
import { startTestApi } from '../../../test/api.ts'
import type { Client } from '../../../test/api-client.ts'
import { pothole } from '../../../test/sample-town.ts'

let api: TestApi
let admin: Client
let key: string
let clock = new Date('2026-03-10T09:00:00Z')
const live: { townKey: string; channel: string; reference: string }[] = []

beforeAll(async () => {
  api = await startTestApi({ now: () => clock })
  const tell = api.deps.live.incidentChanged
  api.deps.live.incidentChanged = (townKey, summary, from) => {
    live.push({ townKey, channel: summary.channel, reference: summary.reference })
    tell(townKey, summary, from)
  }
  admin = await api.signedIn('admin@vila.example')
  key = (await admin.post('/towns/vila/api-keys', { name: 'Bústia' })).body.secret
  const origin = {
    convId: 'vila:c',
    channelId: 'vila',
    channelKind: 'whatsapp' as const,
    contactName: 'Núria Canals',
    windowEndsAt: null,
  }
  const open = (id: string, at: string, more: Parameters<typeof pothole>[0]) =>
    api.deps.incidents.openIncident('vila', id, origin, pothole(more), new Date(at))
  const place = { latitude: 41.724567, longitude: 1.826789, name: null, address: 'Carrer Major, 3' }
  await open('a', '2026-03-01T09:00:00Z', { reference: 'VIL-2222222', place })
  await open('b', '2025-10-01T09:00:00Z', { reference: 'VIL-3333333' })
  await open('c', '2026-03-02T09:00:00Z', { reference: 'VIL-4444444', personId: 'mayor' })
  await open('d', '2026-03-02T09:00:00Z', { reference: 'VIL-5555555', mode: 'dialogue' })
  await open('e', '2026-03-02T09:00:00Z', { reference: 'VIL-6666666', category: null })
}, 60_000)
afterAll(() => api.close())

const get = async (path: string, headers: Record<string, string> = {}) => {
  const response = await fetch(`${api.url}/open311${path}`, { headers })
  return { status: response.status, type: response.headers.get('content-type'), body: await response.text() }
}
const json = async (path: string) => JSON.parse((await get(path)).body)
const post = async (path: string, form: Record<string, string>, query = '') => {
  const response = await fetch(`${api.url}/open311${path}${query}`, { method: 'POST', body: new URLSearchParams(form) })
  return { status: response.status, type: response.headers.get('content-type'), body: await response.text() }
}
const report = { service_code: 'pothole', lat: '41.7250', long: '1.8266', description: 'Forat <gran> & perillós' }

describe('GET services', () => {
  test('in JSON a bare list, in XML inside its tags, both in UTF-8', async () => {
    const service = {
      service_code: 'pothole',
      service_name: 'Forat',
      description: 'Forat',
      metadata: false,
      type: 'realtime',
      keywords: '',
      group: 'Via pública',
    }
    const asJson = await get('/vila/v2/services.json?jurisdiction_id=vila')
    expect([asJson.status, asJson.type]).toEqual([200, 'application/json; charset=utf-8'])
    expect(JSON.parse(asJson.body)).toEqual([service])
    const asXml = await get('/vila/v2/services.xml')
    expect([asXml.status, asXml.type]).toEqual([200, 'text/xml; charset=utf-8'])
    expect(asXml.body).toBe(
      '<?xml version="1.0" encoding="utf-8"?>\n<services><service><service_code>pothole</service_code>' +
        '<service_name>Forat</service_name><description>Forat</description><metadata>false</metadata>' +
        '<type>realtime</type><keywords/><group>Via pública</group></service></services>\n',
    )
  })

  test('without an ending the caller’s Accept decides', async () => {
    expect((await get('/vila/v2/services', { accept: 'text/xml' })).type).toContain('text/xml')
    expect((await get('/vila/v2/services')).type).toContain('application/json')
  })

  test('names come in the caller’s language when the town has it', async () => {
    const { body } = await get('/vila/v2/services.json', { 'accept-language': 'es-ES' })
    expect(JSON.parse(body)[0].group).toBe('Vía pública')
  })

  test('a definition has its code and nothing more to ask', async () => {
    expect(await json('/vila/v2/services/pothole.json')).toEqual({ service_code: 'pothole', attributes: [] })
    expect((await get('/vila/v2/services/pothole.xml')).body).toContain(
      '<service_definition><service_code>pothole</service_code><attributes/></service_definition>',
    )
  })
})

describe('GET requests', () => {
  const ids = async (query: string) =>
    (await json(`/vila/v2/requests.json${query}`)).map(
      (each: { service_request_id: string }) => each.service_request_id,
    )

  test('a citizen’s conversation gives neither words nor exact place', async () => {
    const [found, ...more] = await json('/vila/v2/requests/VIL-2222222.json')
    expect(more).toEqual([])
    expect(found).toEqual({
      service_request_id: 'VIL-2222222',
      status: 'open',
      status_notes: 'Rebut',
      service_name: 'Forat',
      service_code: 'pothole',
      description: null,
      agency_responsible: 'Via pública',
      service_notice: null,
      requested_datetime: '2026-03-01T09:00:00.000Z',
      updated_datetime: expect.stringMatching(/Z$/),
      expected_datetime: null,
      address: null,
      address_id: null,
      zipcode: null,
      lat: 41.725,
      long: 1.827,
      media_url: null,
    })
    expect((await get('/vila/v2/requests/VIL-2222222.xml')).body).toContain(
      '<service_requests><request><service_request_id>VIL-2222222</service_request_id><status>open</status>',
    )
  })

  test('what is for one person, a dialogue or of no kind is nobody else’s', async () => {
    expect(await ids('')).toEqual(['VIL-2222222'])
    for (const id of ['VIL-4444444', 'VIL-5555555', 'VIL-6666666'])
      expect((await get(`/vila/v2/requests/${id}.json`)).status).toBe(404)
    expect(await ids('?service_request_id=VIL-4444444,VIL-5555555')).toEqual([])
  })

  test.each([
    ['?service_request_id=VIL-2222222,VIL-3333333&status=closed', ['VIL-2222222', 'VIL-3333333']],
    ['?start_date=2025-09-15T00:00:00Z', ['VIL-3333333']],
    ['?start_date=2025-09-15T00:00:00Z&end_date=2025-10-02T00:00:00%2B01:00', ['VIL-3333333']],
    ['?end_date=2025-11-01', ['VIL-3333333']],
    ['?status=closed', []],
    ['?status=open,closed&service_code=pothole', ['VIL-2222222']],
    ['?service_code=lamp', []],
    ['?page=2&page_size=1', []],
  ])('%s finds %j', async (query, found) => expect(await ids(query)).toEqual(found))

  test.each([
    ['/vila/v2/requests.json?start_date=2025-01-01T00:00:00Z&end_date=2025-12-01T00:00:00Z', 400],
    ['/vila/v2/requests.json?start_date=yesterday', 400],
    ['/vila/v2/requests.json?status=late', 400],
    ['/vila/v2/requests.json?status[$ne]=open', 400],
    ['/vila/v2/requests.json?page_size=1001', 400],
    ['/vila/v2/requests.json?status=open&status=closed', 400],
    ['/vila/v2/requests.json?jurisdiction_id=poble', 404],
    ['/vila/v2/requests/VIL-9999999.json', 404],
    ['/vila/v2/services/lamp.json', 404],
    ['/vila/v2/tokens/VIL-9999999.json', 404],
    ['/nowhere/v2/services.json', 404],
    ['/vila/v2/nothing.json', 404],
    ['/vila/v2/services.yaml', 404],
  ])('%s is refused in the specification’s form', async (path, status) => {
    const answer = await get(path)
    expect(answer.status).toBe(status)
    expect(JSON.parse(answer.body)).toEqual([{ code: status, description: expect.stringMatching(/\w/) }])
  })

  test('an error in XML', async () => {
    expect((await get('/vila/v2/services/lamp.xml')).body).toBe(
      '<?xml version="1.0" encoding="utf-8"?>\n<errors><error><code>404</code>' +
        '<description>service_code provided was not found</description></error></errors>\n',
    )
  })
})

describe('POST requests', () => {
  test('opens an incident of channel open311, live, without a conversation', async () => {
    const sent = { ...report, api_key: key, first_name: 'Pau', last_name: 'Ferrer', email: 'pau@example.com' }
    const answer = await post('/vila/v2/requests.json', { ...sent, 'attribute[WHISHETN]': '123' })
    expect([answer.status, answer.type]).toEqual([200, 'application/json; charset=utf-8'])
    const [made] = JSON.parse(answer.body)
    expect(made).toEqual({
      service_request_id: expect.stringMatching(/^VIL-[2-9B-DF-HJ-NP-TV-XZ]{7}$/),
      service_notice: null,
      account_id: null,
    })
    expect(live.at(-1)).toEqual({ townKey: 'vila', channel: 'open311', reference: made.service_request_id })

    const roads = await api.signedIn('roads@vila.example')
    const { body } = await roads.get('/towns/vila/incidents?text=perillos')
    const [summary] = body.incidents
    expect(summary).toMatchObject({
      channel: 'open311',
      departmentId: 'roads',
      contactName: 'Pau Ferrer',
      windowEndsAt: null,
    })
    const detail: IncidentDetail = (await roads.get(`/towns/vila/incidents/${summary.id}`)).body
    expect(detail.answers).toEqual({ email: 'pau@example.com', attribute_WHISHETN: '123' })

    const answering = { rev: detail.rev, answerId: 'answer-0001', text: 'Gràcies', close: false }
    const refused = await roads.post(`/towns/vila/incidents/${summary.id}/answers`, answering)
    expect([refused.status, refused.body.code]).toEqual([409, 'no_conversation'])
    const telling = { rev: detail.rev, status: 'planned', tell: 'Demà' }
    expect((await roads.send('PATCH', `/towns/vila/incidents/${summary.id}`, telling)).body.code).toBe(
      'no_conversation',
    )
    const planned = { rev: detail.rev, status: 'planned' }
    expect((await roads.send('PATCH', `/towns/vila/incidents/${summary.id}`, planned)).status).toBe(200)

    const path = `/vila/v2/requests/${made.service_request_id}`
    const [silent] = await json(`${path}.json`)
    expect(silent).toMatchObject({ description: null, lat: 41.725, long: 1.827, media_url: null })
    expect((await admin.send('PUT', '/towns/vila/open311', { publishesReports: true })).status).toBe(200)
    const [told] = await json(`${path}.json`)
    expect(told).toMatchObject({
      description: 'Forat <gran> & perillós',
      lat: 41.725,
      long: 1.8266,
      status_notes: 'Planificat',
    })
    expect(JSON.stringify(told)).not.toMatch(/Pau|pau@/)
    const asXml = await get(`${path}.xml`)
    expect(asXml.body).toContain('<description>Forat &lt;gran&gt; &amp; perillós</description>')
    expect(await json(`/vila/v2/tokens/${made.service_request_id}.json`)).toEqual([
      { service_request_id: made.service_request_id, token: made.service_request_id },
    ])
  })

  test('an address will do instead of a point, and XML comes back as XML', async () => {
    const { api_key, service_code } = { api_key: key, service_code: 'pothole' }
    const form = { api_key, service_code, address_string: 'Carrer de la Pau, 1', lat: '', long: '' }
    const answer = await post('/vila/v2/requests.xml', form, '?jurisdiction_id=vila')
    expect([answer.status, answer.type]).toEqual([200, 'text/xml; charset=utf-8'])
    expect(answer.body).toMatch(
      /^<\?xml version="1\.0" encoding="utf-8"\?>\n<service_requests><request><service_request_id>VIL-\w{7}<\/service_request_id><service_notice\/><account_id\/><\/request><\/service_requests>\n$/,
    )
  })

  test.each([
    ['without a key', { api_key: '' }, 403],
    ['with another key', { api_key: `pgn_0123456789ab_${'x'.repeat(43)}` }, 403],
    ['of no service', { service_code: 'lamp' }, 404],
    ['without a service', { service_code: '' }, 400],
    ['without a place', { lat: '', long: '' }, 400],
    ['with half a point', { long: '' }, 400],
    ['beyond the map', { lat: '91' }, 400],
    ['with a number that is none', { lat: 'NaN' }, 400],
    ['with a script for a picture', { media_url: 'javascript:alert(1)' }, 400],
    ['with a novel', { description: 'x'.repeat(4_001) }, 400],
    ['for another jurisdiction', { jurisdiction_id: 'poble' }, 404],
    ['with an unknown field', { role: 'administrator' }, 400],
    ['with an operator', { 'description[$ne]': '1' }, 400],
  ])('%s is refused', async (_what, wrong, status) => {
    const answer = await post('/vila/v2/requests.json', { ...report, api_key: key, ...wrong })
    expect([answer.status, JSON.parse(answer.body)]).toEqual([
      status,
      [{ code: status, description: expect.stringMatching(/\w/) }],
    ])
    clock = new Date(clock.getTime() + 60_000) // wrong keys are counted by the minute
  })

  test('a key opens its own town only, and nothing once it is revoked', async () => {
    const made = (await admin.post('/towns/vila/api-keys', { name: 'Una altra' })).body
    const send = (town: string) => post(`/${town}/v2/requests.json`, { ...report, api_key: made.secret })
    expect((await send('poble')).status).toBe(403)
    expect((await send('vila')).status).toBe(200)
    const listed = (await admin.get('/towns/vila/api-keys')).body
    expect(listed[0]).toMatchObject({
      id: made.key.id,
      name: 'Una altra',
      revokedAt: null,
      usedAt: expect.stringMatching(/Z$/),
    })
    expect(JSON.stringify(listed)).not.toContain(made.secret)
    expect(JSON.stringify(await api.connection.collection('api_keys').find().toArray())).not.toContain(
      made.secret.split('_').slice(2).join('_'),
    )
    expect((await admin.send('DELETE', `/towns/vila/api-keys/${made.key.id}`)).body.revokedAt).toMatch(/Z$/)
    expect((await send('vila')).status).toBe(403)
    const audited = (await api.deps.audit.newest('vila', 20)).map(({ action }) => action)
    expect(audited).toEqual(expect.arrayContaining(['api_key.make', 'api_key.revoke', 'open311.report']))
  })

  test('guessing keys is slowed down', async () => {
    clock = new Date(clock.getTime() + 60_000)
    const statuses: number[] = []
    for (let guess = 0; guess < 12; guess += 1)
      statuses.push((await post('/vila/v2/requests.json', { ...report, api_key: 'guess' })).status)
    expect(statuses.slice(9)).toEqual([403, 429, 429])
    clock = new Date(clock.getTime() + 60_000)
  })

  test('no key and no sender is ever logged', () => {
    expect(api.logged.filter(line => line.includes(key) || /Ferrer|pau@|perillós/.test(line))).toEqual([])
  })
})
