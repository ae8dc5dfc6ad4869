import { expect, test } from 'vitest'
import { incidentStatuses } from './incident.ts'
import { canBecome, hasEnded, transitions } from './incident-status.ts'

test('nothing becomes new again, and nothing becomes what it is', () => {
  for (const status of incidentStatuses) {
    expect(canBecome(status, 'new')).toBe(false)
    expect(canBecome(status, status)).toBe(false)
  }
})

test('what is open can end in every way; what has ended can only be taken up again', () => {
  const ends = incidentStatuses.filter(hasEnded)
  for (const status of incidentStatuses) {
    if (hasEnded(status)) expect(transitions[status]).toEqual(['assigned', 'in_progress'])
    else expect(transitions[status]).toEqual(expect.arrayContaining(ends))
  }
})
