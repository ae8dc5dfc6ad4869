import { readCsv } from '@pregoner/shared'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestApi } from '../../../test/api.ts'
import { startTestApi } from '../../../test/api.ts'
import type { Client } from '../../../test/api-client.ts'
import { pothole } from '../../../test/sample-town.ts'

const MANY = 430 // more than two pages
let api: TestApi
beforeAll(async () => {
  api = await startTestApi()
  const origin = {
    convId: 'vila:c',
    channelId: 'vila',
    channelKind: 'whatsapp' as const,
    contactName: 'Núria Canals',
    windowEndsAt: null,
  }
  for (let made = 0; made < MANY; made += 1) {
    const more = { reference: `VIL-${made}`, departmentId: made % 10 === 0 ? 'parks' : 'roads' }
    const at = new Date(Date.UTC(2026, 2, 1, 9, made))
    await api.deps.incidents.openIncident('vila', `e${made}`, origin, pothole(more), at)
  }
  const place = { latitude: -0.5, longitude: 1.8, name: null, address: '+1' }
  const evil = pothole({ reference: 'VIL-EVIL', summary: '=cmd|" /C calc"!A0', place })
  await api.deps.incidents.openIncident('vila', 'evil', origin, evil, new Date('2026-04-01T08:05:00Z'))
}, 60_000)
afterAll(() => api.close())

async function exported(who: Client, query = '') {
  const { status, body, headers } = await who.get(`/towns/vila/incidents.csv${query}`)
  const text = Buffer.from(body).toString()
  return { status, text, headers, rows: readCsv(text, { isExact: true }).records.map(({ cells }) => cells) }
}

test('all pages of what this person may see, and who took them is in the audit log', async () => {
  const officer = await api.signedIn('officer@vila.example')
  const { status, text, headers, rows } = await exported(officer)
  expect([status, headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8'])
  expect(headers.get('content-disposition')).toMatch(/^attachment; filename="incidencies-vila-\d{4}-\d\d-\d\d\.csv"$/)
  expect(text.startsWith('\ufeff"Referència"')).toBe(true)
  expect(new Set(rows.slice(1).map(([reference]) => reference)).size).toBe(MANY + 1)
  expect(text).not.toContain('Núria')
  const parks = await exported(await api.signedIn('parks@vila.example'))
  expect(parks.rows).toHaveLength(1 + MANY / 10)
  expect(new Set(parks.rows.slice(1).map(cells => cells[4]))).toEqual(new Set(['Parcs']))
  expect((await api.deps.audit.newest('vila', 2)).map(({ action }) => action)).toEqual([
    'incident.export',
    'incident.export',
  ])
})

test('filters of the feed narrow it; formulas are texts, numbers are numbers', async () => {
  const officer = await api.signedIn('officer@vila.example')
  const { text, rows } = await exported(officer, '?text=cmd&language=en&style=semicolon')
  expect(rows).toHaveLength(2)
  expect(rows[1]).toEqual([
    'VIL-EVIL',
    `'=cmd|" /C calc"!A0`,
    'New',
    'Forat',
    'Via pública',
    '',
    'Normal',
    '2026-04-01 10:05',
    expect.any(String),
    '',
    "'+1",
    '-0,5',
    '1,8',
    'WhatsApp',
  ])
  expect(text).toContain(';-0,5;1,8;')
  expect((await officer.get('/towns/vila/incidents.csv?limit=5')).status).toBe(400)
})
