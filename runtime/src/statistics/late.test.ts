import { expect, test } from 'vitest'
import { sampleTown } from '../../../test/sample-town.ts'
import { lateness, type Timed } from './late.ts'

const now = new Date('2026-11-20T12:00:00Z')
const opened: Timed = {
  departmentId: 'roads',
  openedAt: new Date('2026-11-19T10:00:00Z'),
  answeredAt: null,
  resolvedAt: null,
  deadlines: { answerHours: 8, resolveHours: 24 },
  pauses: [],
}
const at = (time: string) => new Date(`2026-11-${time}:00Z`)

test.each<[string, Partial<Timed>, boolean]>([
  ['one nobody answered in time', {}, true],
  ['one that was promised nothing', { deadlines: null }, false],
  ['one answered in time, whose end is overdue', { answeredAt: at('19T12:00') }, true],
  ['one answered in time and ended in time', { answeredAt: at('19T12:00'), resolvedAt: at('20T09:00') }, false],
  ['one answered late and ended in time', { answeredAt: at('19T18:01'), resolvedAt: at('19T18:05') }, true],
  ['one ended in time without an answer', { resolvedAt: at('19T17:00') }, false],
  [
    'one that waits for the citizen since before it was due',
    { answeredAt: at('19T12:00'), pauses: [{ from: at('19T12:00'), to: null }] },
    false,
  ],
  [
    'one whose wait for the citizen is not counted',
    { answeredAt: at('19T12:00'), pauses: [{ from: at('19T12:00'), to: at('20T10:00') }] },
    false,
  ],
])('late or not: %s', (_what, more, expected) => {
  expect(lateness(sampleTown(), now)({ ...opened, ...more })).toBe(expected)
})

test('hours of a department’s calendar alone count', () => {
  const morning = [{ from: '09:00', to: '13:00' }]
  const town = sampleTown()
  const weekly = { mon: morning, tue: morning, wed: morning, thu: morning, fri: morning, sat: [], sun: [] }
  town.calendars = [
    {
      ...{ id: 'office', name: 'Oficina', timeZone: 'Europe/Madrid', weekly, region: null },
      ...{ publicHolidays: [], ownHolidays: [], exceptions: [] },
    },
  ]
  const [roads] = town.departments
  if (roads) roads.calendarId = 'office'
  expect(lateness(town, now)(opened)).toBe(false) // two hours on Thursday, four on Friday
})
