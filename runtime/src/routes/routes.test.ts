import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SampledApi } from '../../../test/sampled-api.ts'
import { call, everyRoute, nameOf, samples, startSampledApi, townRoutesOf } from '../../../test/sampled-api.ts'

let api: SampledApi
const client = (email: string) => api.person(email)
beforeAll(async () => {
  api = await startSampledApi()
}, 60_000)
afterAll(() => api.close())

describe('X21: every route × role × foreign id', () => {
  test('every route of a town has its line in the table, and the table no other', () => {
    expect(Object.keys(samples('vila')).sort()).toEqual(townRoutesOf(api.routes).map(nameOf).sort())
  })

  test('nobody gets in without a session', () =>
    everyRoute(api.routes, async (route, sample) => {
      const { status, body } = await call(route, api.client(), 'vila', sample)
      expect([nameOf(route), status, body.code]).toEqual([nameOf(route), 401, 'signed_out'])
    }))

  test(
    'each role gets what is its own, and answers keep their schema',
    () =>
      everyRoute(api.routes, async (route, sample) => {
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
      }),
    180_000,
  )

  test('people of another town find nothing of this one, whatever their role', () =>
    everyRoute(api.routes, async (route, sample) => {
      for (const who of ['admin', 'officer', 'roads']) {
        const { status, body } = await call(route, client(`${who}@poble.example`), 'vila', sample)
        expect([nameOf(route), who, status, body.code]).toEqual([nameOf(route), who, 404, 'not_found'])
      }
    }))

  test('an id of another town is not found in one’s own', () =>
    everyRoute(api.routes, async (route, _sample, foreign) => {
      if (!foreign.ids) return
      const { status } = await call(route, client('admin@vila.example'), 'vila', foreign)
      expect([nameOf(route), status]).toEqual([nameOf(route), 404])
    }))

  test('an agent of another department finds neither the incident nor its picture', async () => {
    const parks = client('parks@vila.example')
    for (const route of api.routes.filter(
      ({ path, who }) =>
        /^\/towns\/.*\/(?:incidents\/:id|media\/:mediaId|conversations\/:id)/.test(path) && who.includes('agent'),
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
