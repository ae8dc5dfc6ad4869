import { expect, test } from 'vitest'
import type { IncidentEntry } from './incident.ts'
import { trackedReference, trackedSteps } from './tracking.ts'

const entry = (at: string, status: IncidentEntry['status'], kind: IncidentEntry['kind'] = 'status'): IncidentEntry => ({
  id: at,
  at,
  kind,
  by: 'Maria Serra',
  text: 'Hem parlat amb la senyora Rosa',
  media: [],
  status,
  to: null,
  delivery: null,
  failure: null,
})

test('steps are days in the town and statuses, with nobody’s words or names', () => {
  const entries = [
    entry('2026-03-01T23:30:00.000Z', 'new', 'opened'),
    entry('2026-03-02T09:00:00.000Z', null, 'note'),
    entry('2026-03-02T10:00:00.000Z', 'in_progress', 'answer'),
    entry('2026-03-02T10:05:00.000Z', 'in_progress'),
    entry('2026-03-05T08:00:00.000Z', 'resolved'),
  ]
  const steps = trackedSteps(entries, 'Europe/Madrid')
  expect(steps).toEqual([
    { status: 'new', day: '2026-03-02' },
    { status: 'in_progress', day: '2026-03-02' },
    { status: 'resolved', day: '2026-03-05' },
  ])
  expect(JSON.stringify(steps)).not.toMatch(/Rosa|Maria/)
})

test.each([
  [' man-7k2pqrs ', 'MAN-7K2PQRS'],
  ['SAN-2345678-2', 'SAN-2345678-2'],
])('a reference is read as people write it: %j', (written, read) => {
  expect(trackedReference.parse(written)).toBe(read)
})

test.each(['', 'MAN 7K2', '$ne', 'a'.repeat(25), '../x'])('%j is no reference', written => {
  expect(trackedReference.safeParse(written).success).toBe(false)
})
