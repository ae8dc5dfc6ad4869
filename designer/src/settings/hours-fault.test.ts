import { expect, test } from 'vitest'
import { hoursFault } from './hours-fault.ts'

test.each([
  ['', null],
  ['09:00-13:00 15:00-18:00', null],
  ['15:00-18:00 09:00-15:00', null],
  ['09:00-13:00 12:59-18:00', 'overlap'],
  ['13:00-09:00', 'endsBefore'],
  ['09:00-24:00', null],
  ['-13:00', 'timeMissing'],
])('shifts %s: %s', (text, fault) => {
  const shifts = text.split(' ').flatMap(shift => {
    const [from = '', to = ''] = shift.split('-')
    return shift ? [{ from, to }] : []
  })
  expect(hoursFault(shifts)).toBe(fault)
})
