import { expect, test } from 'vitest'
import { byUrgency } from './urgency.ts'

const at = (minute: number) => new Date(Date.UTC(2026, 11, 1, 9, minute))
const emergency = { frontHours: null }

test('emergencies go first, then whoever began first', () => {
  const rows = [
    { _id: 'late', emergency: null, sentAt: at(9) },
    { _id: 'early', sentAt: at(1) },
    { _id: 'second emergency', emergency, sentAt: at(8) },
    { _id: 'first emergency', emergency, sentAt: at(7) },
  ]
  expect(byUrgency(rows).map(({ _id }) => _id)).toEqual(['first emergency', 'second emergency', 'early', 'late'])
})
