import { expect, test } from 'vitest'
import { readAsked } from './asked-figures.ts'

test.each([
  ['', { period: '7d' }, true],
  ['period=12m&language=es', { period: '12m', language: 'es' }, true],
  ['period=century&language=tlh', { period: '7d' }, true],
  ['period=own&from=2026-01-01&to=2026-02-01', { period: 'own', from: '2026-01-01', to: '2026-02-01' }, true],
  ['period=own&from=2026-02-01&to=2026-01-01', { period: 'own', from: '2026-02-01', to: '2026-01-01' }, false],
  ['period=own&from=1999-01-01&to=2026-01-01', { period: 'own', from: '1999-01-01', to: '2026-01-01' }, false],
  ['period=own&from=2026-01-01', { period: 'own', from: '2026-01-01' }, false],
  ['from=2026-01-01&to=2026-02-01', { period: '7d' }, true],
  ['department=roads&category=', { period: '7d', department: 'roads' }, true],
])('the address ?%s asks for %j', (search, query, isRight) => {
  const asked = readAsked(new URLSearchParams(search))
  expect(JSON.parse(JSON.stringify(asked.query))).toEqual(query)
  expect(asked.isRight).toBe(isRight)
})
