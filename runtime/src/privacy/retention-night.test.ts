import { expect, test } from 'vitest'
import { nightDue } from './retention-night.ts'

test.each([
  ['the first night of all', '2026-12-01T01:30:00Z', null, '2026-12-01'],
  ['the first day of all', '2026-12-01T11:00:00Z', null, null],
  ['before the night', '2026-12-01T00:30:00Z', '2026-11-30', null],
  ['the night', '2026-12-01T01:00:00Z', '2026-11-30', '2026-12-01'],
  ['the same night again', '2026-12-01T03:00:00Z', '2026-12-01', null],
  ['after a night that was not run', '2026-12-01T09:00:00Z', '2026-11-30', null],
  ['after two nights that were not run', '2026-12-01T09:00:00Z', '2026-11-29', '2026-12-01'],
  ['the hour that is there twice in autumn', '2026-10-25T01:10:00Z', '2026-10-25', null],
  ['a clock that was put back', '2026-11-20T02:00:00Z', '2026-12-01', null],
])('%s', (_, now, lastDay, due) => {
  expect(nightDue(new Date(now), 'Europe/Madrid', lastDay)).toBe(due)
})
