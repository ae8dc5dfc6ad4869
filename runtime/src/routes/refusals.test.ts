import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SampledApi } from '../../../test/sampled-api.ts'
import { call, everyRoute, nameOf, roadsIncident, samples, startSampledApi } from '../../../test/sampled-api.ts'
import { smallFlow } from '../../../test/small-flow.ts'

let api: SampledApi
const client = (email: string) => api.person(email)
beforeAll(async () => {
  api = await startSampledApi()
}, 60_000)
afterAll(() => api.close())

describe('X7, X8, X24: what no schema knows', () => {
  const changes = () => api.routes.filter(({ body }) => body !== null)

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
    everyRoute(api.routes, async (route, sample) => {
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
    for (const route of api.routes.filter(({ method }) => method !== 'get')) {
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
