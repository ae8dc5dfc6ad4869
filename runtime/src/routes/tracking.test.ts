import { trackedIncident } from '@pregoner/shared'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestApi } from '../../../test/api.ts'
import { startTestApi } from '../../../test/api.ts'
import { pothole } from '../../../test/sample-town.ts'
import { entryOf } from '../stores/incident-entries.ts'

let api: TestApi
let clock = new Date('2026-03-05T10:00:00Z')
beforeAll(async () => {
  api = await startTestApi({ now: () => clock })
  for (const town of ['vila', 'poble']) {
    const origin = {
      convId: `${town}:c`,
      channelId: town,
      channelKind: 'whatsapp' as const,
      contactName: 'Núria Canals',
      windowEndsAt: null,
    }
    const reference = `${town.slice(0, 3).toUpperCase()}-2345678`
    await api.deps.incidents.openIncident(
      town,
      `${town}:c:1:0`,
      origin,
      pothole({ reference }),
      new Date('2026-03-01T09:00:00Z'),
    )
  }
  const officer = {
    townKey: 'vila',
    role: 'officer',
    departments: [],
    personId: 'p',
    personName: 'Maria Serra',
  } as const
  const at = '2026-03-04T09:00:00.000Z'
  await api.deps.incidents.edit(officer, 'vila:c:1:0', 1, {
    set: { status: 'resolved', assignee: 'Maria Serra' },
    entries: [
      entryOf({ id: 'n', at, kind: 'note', by: 'Maria Serra', text: 'La Rosa diu que sí' }),
      entryOf({ id: 's', at, kind: 'status', by: 'Maria Serra', status: 'resolved', text: 'fet' }),
    ],
    outbox: [],
  })
}, 60_000)
afterAll(() => api.close())

test('whoever holds the reference sees status, kind, department and days, and nobody’s data', async () => {
  const { status, body, headers } = await api.client().get('/track/vil-2345678')
  expect([status, headers.get('cache-control')]).toEqual([200, 'no-store'])
  expect(trackedIncident.parse(body)).toEqual({
    reference: 'VIL-2345678',
    townName: 'vila',
    language: 'ca',
    status: 'resolved',
    category: { ca: 'Forat' },
    department: { ca: 'Via pública', es: 'Vía pública' },
    area: null,
    steps: [
      { status: 'new', day: '2026-03-01' },
      { status: 'resolved', day: '2026-03-04' },
    ],
  })
  expect(JSON.stringify(body)).not.toMatch(/Major|farmàcia|Núria|Maria|Rosa|41\.7|picture|fet/)
})

test('the letters say which town’s it is', async () => {
  const { body } = await api.client().get('/track/POB-2345678')
  expect(body.townName).toBe('poble')
})

test('guessing is slowed down, and a slowed-down guesser is not told a right one either', async () => {
  clock = new Date('2026-03-05T10:05:00Z')
  const statuses: number[] = []
  for (let guess = 0; guess < 14; guess += 1)
    statuses.push((await api.client().get(`/track/VIL-BCDFG${guess + 10}`)).status)
  expect(statuses.filter(status => status === 404)).toHaveLength(10)
  expect(statuses.slice(10)).toEqual([429, 429, 429, 429])
  const { status, headers } = await api.client().get('/track/VIL-2345678')
  expect([status, headers.get('retry-after')]).toEqual([429, '60'])
  clock = new Date('2026-03-05T10:06:00Z')
  expect((await api.client().get('/track/VIL-2345678')).status).toBe(200)
})

test.each(['%24ne', 'a.b', 'VIL%202', 'x'.repeat(25)])(
  '%s is refused before anything is looked up',
  async reference => {
    expect((await api.client().get(`/track/${reference}`)).status).toBe(400)
  },
)
