import { incidentStatuses } from '@pregoner/shared'
import { expect, test } from 'vitest'
import { nextStatuses } from './next-statuses.ts'

test.each(incidentStatuses)('from %s an incident goes somewhere, never nowhere and never back to new', status => {
  const next = nextStatuses(status)
  expect(next.length).toBeGreaterThan(0)
  expect(next).not.toContain(status)
  expect(next).not.toContain('new')
})

test('what has ended can only be taken up again', () => {
  expect(nextStatuses('resolved')).toEqual(['assigned', 'in_progress'])
})
