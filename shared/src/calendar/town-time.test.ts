import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromTownTime, townDateTime } from '../calendar.ts'

describe('the clock of the town', () => {
  it.each([
    ['2026-03-29', '01:59', '2026-03-29T00:59:00.000Z'],
    ['2026-03-29', '02:30', '2026-03-29T01:30:00.000Z'], // skipped; the clock shows 03:30
    ['2026-03-29', '03:00', '2026-03-29T01:00:00.000Z'],
    ['2026-10-25', '01:59', '2026-10-24T23:59:00.000Z'],
    ['2026-10-25', '02:30', '2026-10-25T00:30:00.000Z'], // shown twice; the first
    ['2026-10-25', '03:00', '2026-10-25T02:00:00.000Z'],
    ['2026-10-25', '24:00', '2026-10-25T23:00:00.000Z'],
    ['2026-12-31', '24:00', '2026-12-31T23:00:00.000Z'],
  ])('%s %s in Madrid is %s', (date, time, moment) => {
    expect(fromTownTime(date, time, 'Europe/Madrid').toISOString()).toBe(moment)
  })

  it('turns every moment into town time and back, but for the hour shown twice', () => {
    const zones = fc.constantFrom('Europe/Madrid', 'Atlantic/Canary', 'America/Sao_Paulo', 'Asia/Kathmandu', 'UTC')
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e9 }), zones, (seconds, timeZone) => {
        const at = new Date(Math.floor(seconds / 60) * 60_000)
        const { date, time } = townDateTime(at, timeZone)
        const back = fromTownTime(date, time, timeZone)
        expect([0, 3_600_000]).toContain(at.getTime() - back.getTime())
        expect(townDateTime(back, timeZone)).toMatchObject({ date, time })
      }),
    )
  })
})
