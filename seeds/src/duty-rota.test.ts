import { lookUp } from '@pregoner/shared'
import { describe, expect, test } from 'vitest'
import { dutyRota } from './duty-rota.ts'
import { column } from './rows.ts'

const timeZone = 'Europe/Madrid'
const pharmacies = ['Puig', 'Soler', 'Vila'].map(name => ({ name }))
const tableFrom = (now: Date, daysEach: number) => ({
  id: 'pharmacies',
  name: 'Duty pharmacies',
  departmentId: null,
  columns: [column('name', 'Name', 'text')],
  rows: dutyRota(now, timeZone, pharmacies, { changesAt: '09:00', daysEach }),
})

describe.each([1, 7])('a rota that changes every %i days', daysEach => {
  const start = new Date('2026-11-26T12:00:00Z')
  const onDuty = (made: Date, at: Date) => lookUp(tableFrom(made, daysEach), { when: 'now' }, at, timeZone, 'ca').rows

  test('has one pharmacy on duty at every hour of the next seven weeks', () => {
    const hours = Array.from({ length: 49 * 24 }, (_, hour) => new Date(start.getTime() + hour * 3_600_000))
    expect(hours.filter(at => onDuty(start, at).length !== 1)).toEqual([])
  })

  test('names the same pharmacy when it is made two weeks later', () => {
    const later = new Date(start.getTime() + 14 * 86_400_000)
    expect(onDuty(later, later)).toEqual(onDuty(start, later))
  })
})
