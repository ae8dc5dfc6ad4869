import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TestApi } from '../../../test/api.ts'
import { startTestApi } from '../../../test/api.ts'
import type { Client } from '../../../test/api-client.ts'
import { pothole } from '../../../test/sample-town.ts'
import { smallFlow } from '../../../test/small-flow.ts'
import { apiRoutes } from '../app.ts'
import type { Route } from './route.ts'

/** Ids of things that exist in both towns, and a body that is right for each route. */
interface Sample {
  ids?: Record<string, string>
  query?: string
  body?: unknown
  /** What the caller with every right gets; 200 when left out. */
  status?: number
}

const roadsIncident = (town: string) => `${town}:contact-1:1:0`
const picture = (town: string) => `picture-${town}`
const bytes = Buffer.from('acta')

/** One line per route of the API; a new route without one fails the test. */
const samples = (town: string): Record<string, Sample> => ({
  'get /towns/:town': {},
  'patch /towns/:town/channels/:key': { ids: { key: town }, body: { state: 'paused' } },
  'put /towns/:town/channels/:key/secrets': {
    ids: { key: town },
    body: { phoneNumberId: '123', displayNumber: '644', accessToken: 'x'.repeat(20) },
  },
  'get /towns/:town/privacy-requests': {},
  'get /towns/:town/flows': {},
  'post /towns/:town/flows': { body: { name: 'New', languages: ['ca'] } },
  'get /towns/:town/flows/:id': { ids: { id: `main-${town}` } },
  'put /towns/:town/flows/:id': {
    ids: { id: `main-${town}` },
    body: { flow: smallFlow(`main-${town}`), rev: 99 },
    status: 409,
  },
  'delete /towns/:town/flows/:id': { ids: { id: `main-${town}` }, status: 409 },
  'get /towns/:town/flows/:id/counts': { ids: { id: `main-${town}` }, query: 'period=today' },
  'get /towns/:town/flows/:id/problems': { ids: { id: `main-${town}` } },
  'post /towns/:town/flows/:id/publish': { ids: { id: `main-${town}` }, body: { rev: 99, note: '' }, status: 409 },
  'get /towns/:town/flows/:id/versions': { ids: { id: `main-${town}` } },
  'get /towns/:town/flows/:id/versions/:version': { ids: { id: `main-${town}`, version: '1' } },
  'post /towns/:town/flows/:id/versions/:version/restore': {
    ids: { id: `main-${town}`, version: '1' },
    body: { rev: 99 },
    status: 409,
  },
  'get /towns/:town/incidents': { query: 'limit=10' },
  'get /towns/:town/incidents/:id': { ids: { id: roadsIncident(town) } },
  'post /towns/:town/incidents/:id/answers': {
    ids: { id: roadsIncident(town) },
    body: { rev: 99, answerId: 'answer-99', text: 'Ho mirem', close: false },
    status: 409,
  },
  'patch /towns/:town/incidents/:id': {
    ids: { id: roadsIncident(town) },
    body: { rev: 99, status: 'planned' },
    status: 409,
  },
  'post /towns/:town/incidents/:id/notes': {
    ids: { id: roadsIncident(town) },
    body: { rev: 99, text: 'Nota' },
    status: 409,
  },
  'get /towns/:town/statistics': { query: 'period=7d' },
  'get /towns/:town/media/:mediaId': { ids: { mediaId: picture(town) }, query: 'size=thumb' },
  'post /towns/:town/media': { query: 'name=acta.txt', body: bytes },
})

let api: TestApi
let routes: Route[]
const clients = new Map<string, Client>()
const client = (email: string) => clients.get(email) ?? api.client()

beforeAll(async () => {
  api = await startTestApi()
  routes = apiRoutes(api.deps)
  const { flows, incidents, media } = api.deps
  for (const town of ['vila', 'poble']) {
    const flow = smallFlow(`main-${town}`)
    const author = { by: 'Seed', at: new Date() }
    await flows.create(town, flow, author)
    await flows.publish(town, { flow, rev: 1 }, [], 'first', author)
    const origin = {
      convId: `${town}:contact-1`,
      channelId: town,
      channelKind: 'whatsapp' as const,
      contactName: 'Núria',
      windowEndsAt: null,
    }
    const file = await media.save(town, bytes, {
      owner: { kind: 'contact', contact: origin.convId },
      mediaId: picture(town),
    })
    await incidents.openIncident(town, roadsIncident(town), origin, pothole({ media: [file] }), new Date())
    for (const who of ['admin', 'officer', 'roads', 'parks'])
      clients.set(`${who}@${town}.example`, await api.signedIn(`${who}@${town}.example`))
  }
}, 60_000)
afterAll(() => api.close())

const townRoutesOf = (all: Route[]) => all.filter(({ path }) => path.startsWith('/towns/'))
const nameOf = ({ method, path }: Route) => `${method} ${path}`

function call(route: Route, who: Client, town: string, sample: Sample, headers: Record<string, string> = {}) {
  const path = route.path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(name === 'town' ? town : (sample.ids?.[name] ?? '')),
  )
  const query = sample.query ? `?${sample.query}` : ''
  return who.send(route.method.toUpperCase(), `${path}${query}`, sample.body, headers)
}

async function everyRoute(check: (route: Route, sample: Sample, foreign: Sample) => Promise<void>): Promise<void> {
  for (const route of townRoutesOf(routes)) {
    const [sample, foreign] = [samples('vila')[nameOf(route)], samples('poble')[nameOf(route)]]
    if (!sample || !foreign) throw new Error(`no sample for ${nameOf(route)}`)
    await check(route, sample, foreign)
  }
}

describe('X21: every route × role × foreign id', () => {
  test('every route of a town has its line in the table, and the table no other', () => {
    expect(Object.keys(samples('vila')).sort()).toEqual(townRoutesOf(routes).map(nameOf).sort())
  })

  test('nobody gets in without a session', () =>
    everyRoute(async (route, sample) => {
      const { status, body } = await call(route, api.client(), 'vila', sample)
      expect([nameOf(route), status, body.code]).toEqual([nameOf(route), 401, 'signed_out'])
    }))

  test('each role gets what is its own, and answers keep their schema', () =>
    everyRoute(async (route, sample) => {
      for (const [who, role] of [
        ['admin', 'administrator'],
        ['officer', 'officer'],
        ['roads', 'agent'],
      ] as const) {
        const { status, body } = await call(route, client(`${who}@vila.example`), 'vila', sample)
        const isAllowed = route.who.includes(role)
        expect([nameOf(route), who, status]).toEqual([nameOf(route), who, isAllowed ? (sample.status ?? 200) : 403])
        if (status === 200) route.answer?.parse(body)
      }
    }))

  test('people of another town find nothing of this one, whatever their role', () =>
    everyRoute(async (route, sample) => {
      for (const who of ['admin', 'officer', 'roads']) {
        const { status, body } = await call(route, client(`${who}@poble.example`), 'vila', sample)
        expect([nameOf(route), who, status, body.code]).toEqual([nameOf(route), who, 404, 'not_found'])
      }
    }))

  test('an id of another town is not found in one’s own', () =>
    everyRoute(async (route, _sample, foreign) => {
      if (!foreign.ids) return
      const { status } = await call(route, client('admin@vila.example'), 'vila', foreign)
      expect([nameOf(route), status]).toEqual([nameOf(route), 404])
    }))

  test('an agent of another department finds neither the incident nor its picture', async () => {
    const parks = client('parks@vila.example')
    for (const route of routes.filter(
      ({ path }) => /\/(?:incidents\/:id|media\/:mediaId)/.test(path) && path.startsWith('/towns/'),
    )) {
      const { status } = await call(route, parks, 'vila', samples('vila')[nameOf(route)] ?? {})
      expect([nameOf(route), status]).toEqual([nameOf(route), 404])
    }
    expect((await parks.get('/towns/vila/incidents')).body.incidents).toEqual([])
    expect((await client('roads@vila.example').get('/towns/vila/incidents')).body.incidents).toHaveLength(1)
  })

  test('what was foreign is in the log, with no more than ids', () => {
    const lines = api.logged.filter(line => line.includes('foreign_'))
    expect(lines.some(line => line.includes('foreign_town'))).toBe(true)
    expect(lines.some(line => line.includes('foreign_object'))).toBe(true)
    expect(lines.filter(line => /example|Núria|contact-1/.test(line))).toEqual([])
  })
})

describe('X7, X8, X24: what no schema knows', () => {
  const changes = () => routes.filter(({ body }) => body !== null)

  test('an unknown key, a role or an id in a body is refused', async () => {
    for (const route of changes()) {
      const sample = samples('vila')[nameOf(route)]
      if (!sample) continue
      for (const key of ['surplus', '_id', 'role', 'town', 'departments']) {
        const body = { ...(sample.body as object), [key]: 'x' }
        const { status } = await call(route, client('admin@vila.example'), 'vila', { ...sample, body })
        expect([nameOf(route), key, status]).toEqual([nameOf(route), key, 400])
      }
    }
  })

  test('an operator in place of any value is refused', async () => {
    for (const route of changes()) {
      const sample = samples('vila')[nameOf(route)]
      if (!sample) continue
      for (const key of Object.keys(sample.body as object)) {
        const body = { ...(sample.body as object), [key]: { $ne: null } }
        const { status } = await call(route, client('admin@vila.example'), 'vila', { ...sample, body })
        expect([nameOf(route), key, status]).toEqual([nameOf(route), key, 400])
      }
    }
    const { status } = await api.client().post('/session', { email: { $gt: '' }, password: { $gt: '' } })
    expect(status).toBe(400)
  })

  test('an operator or an unknown name in a query is refused', () =>
    everyRoute(async (route, sample) => {
      for (const query of ['surplus=1', 'status[$ne]=new', '$where=1', 'period[$regex]=.']) {
        const { status } = await call(route, client('admin@vila.example'), 'vila', { ...sample, query })
        expect([nameOf(route), query, status]).toEqual([nameOf(route), query, 400])
      }
    }))

  test('an id that could be anything else is refused', async () => {
    const admin = client('admin@vila.example')
    for (const id of ['$ne', 'a.b', '__proto__', 'constructor', '{}', 'x'.repeat(61)]) {
      const { status } = await admin.get(`/towns/vila/flows/${encodeURIComponent(id)}`)
      expect([id, [400, 422].includes(status)]).toEqual([id, true])
    }
    expect((await admin.get('/towns/%24ne/flows')).status).toBe(400)
  })

  test.each([
    ['"config":{"__proto__":{"isAdmin":true}}', 422],
    ['"config":{"deep":[{"constructor":{"prototype":{"x":1}}}]}', 422],
    ['"config":{"prototype":1}', 422],
    ['"config":{"$where":"1"}', 400],
    ['"config":{"a.b":1}', 400],
  ])('a key of JavaScript’s or the database’s own in a drawing is refused: %s', async (config, expected) => {
    const flow = JSON.stringify(smallFlow('main-vila')).replace(/"config":\{/, `${config},"unused":{`)
    const body = `{"rev":1,"flow":${flow}}`
    const { status } = await client('admin@vila.example').send('PUT', '/towns/vila/flows/main-vila', body)
    expect(status).toBe(expected)
    expect(Object.prototype).not.toHaveProperty('isAdmin')
  })

  test('a node that is called like a part of JavaScript is refused', async () => {
    const flow = smallFlow('main-vila')
    const renamed = {
      ...flow,
      nodes: flow.nodes.map(node => ({ ...node, id: node.id === 'end' ? 'constructor' : node.id })),
    }
    const { status } = await client('admin@vila.example').send('PUT', '/towns/vila/flows/main-vila', {
      rev: 1,
      flow: renamed,
    })
    expect(status).toBe(422)
  })
})

const foreignPages: Record<string, string>[] = [
  { 'x-pregoner': '' },
  { origin: 'https://evil.example' },
  { origin: 'null' },
  { origin: '' },
]

describe('X20, X26: other sites, broken bodies, errors', () => {
  test('a change without our header, or from another page, is refused', async () => {
    for (const route of routes.filter(({ method }) => method !== 'get')) {
      const sample = samples('vila')[nameOf(route)] ?? { body: {} }
      for (const headers of foreignPages) {
        const { status, body } = await call(route, client('admin@vila.example'), 'vila', sample, headers)
        expect([nameOf(route), headers, status, body.code]).toEqual([nameOf(route), headers, 403, 'other_origin'])
      }
    }
  })

  test.each([
    ['{"rev":', 400],
    ['[]', 400],
    ['null', 400],
    ['', 400],
    [`{"rev":1,"text":"${'x'.repeat(70_000)}"}`, 413],
    [`{"rev":${'['.repeat(60)}${']'.repeat(60)}}`, 400],
  ])('a broken or bloated body is refused (%#)', async (body, expected) => {
    const { status } = await client('admin@vila.example').post(
      `/towns/vila/incidents/${roadsIncident('vila')}/notes`,
      body,
    )
    expect(status).toBe(expected)
  })

  test('errors are told in the reader’s language', async () => {
    const words = async (language: string) =>
      (await api.client().get('/session', { 'accept-language': language })).body.message
    expect(await words('ca')).toContain('Torneu a entrar')
    expect(await words('it-IT,it;q=0.9')).toContain('Accedete')
    expect(await words('fr')).toContain('Sign in again')
  })

  test('an unknown address is not found, in our words', async () => {
    const { status, body } = await api.client().get('/nothing/here')
    expect([status, body.code]).toEqual([404, 'not_found'])
  })
})
