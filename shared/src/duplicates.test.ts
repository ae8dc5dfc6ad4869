import { describe, expect, test } from 'vitest'
import { around, metersBetween, nearbyReports, type Reported } from './duplicates.ts'

const place = (latitude: number | null, longitude: number | null) => ({
  latitude,
  longitude,
  name: null,
  address: null,
})
const square = place(41.725, 1.8266)
const report = (id: string, more: Partial<Reported> = {}) => ({
  id,
  category: 'lamp',
  place: square,
  openedAt: '2026-03-10T09:00:00Z',
  ...more,
})
const found = (about: Reported, others: ReturnType<typeof report>[], meters = 50, days = 10) =>
  nearbyReports(about, others, { meters, days }).map(({ report, meters }) => [report.id, meters])

describe('which reports may be the same', () => {
  test.each([
    ['at the same spot', report('a'), [['a', 0]]],
    ['forty metres away', report('a', { place: place(41.72536, 1.8266) }), [['a', 40]]],
    ['sixty metres away', report('a', { place: place(41.72554, 1.8266) }), []],
    ['of another kind', report('a', { category: 'pothole' }), []],
    ['of no kind', report('a', { category: null }), []],
    ['ten days old', report('a', { openedAt: '2026-03-01T09:00:00Z' }), [['a', 0]]],
    ['older', report('a', { openedAt: '2026-02-28T09:00:00Z' }), []],
    ['only an address', report('a', { place: place(null, null) }), []],
    ['nowhere', report('a', { place: null }), []],
  ])('%s', (_what, other, expected) => {
    expect(found(report('new', { openedAt: '2026-03-11T09:00:00Z' }), [other])).toEqual(expected)
  })

  test('the nearest comes first, and of equally near ones the newest', () => {
    const others = [
      report('far', { place: place(41.72518, 1.8266) }),
      report('old', { openedAt: '2026-03-05T09:00:00Z' }),
      report('young'),
    ]
    expect(found(report('new'), others)).toEqual([
      ['young', 0],
      ['old', 0],
      ['far', 20],
    ])
  })

  test('what is of no kind has no like', () =>
    expect(found(report('new', { category: null }), [report('a', { category: null })])).toEqual([]))
})

test('a degree of latitude is as long as it is, and a degree of longitude shorter to the north', () => {
  expect(metersBetween(place(41, 2), place(42, 2))).toBeCloseTo(111_195, -1)
  expect(metersBetween(place(60, 2), place(60, 3))).toBeCloseTo(55_597, -1)
})

test('the square holds what is so near', () => {
  const { south, north, west, east } = around({ latitude: 41.725, longitude: 1.8266 }, 50)
  expect(metersBetween(square, place(north, 1.8266))).toBeCloseTo(50, 3)
  expect(metersBetween(square, place(41.725, east))).toBeCloseTo(50, 3)
  expect([south < 41.725, west < 1.8266]).toEqual([true, true])
})
