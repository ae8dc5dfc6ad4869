import type { Place } from '@pregoner/shared'
import { describe, expect, test } from 'vitest'
import { createLocator } from './locate.ts'

const square = (west: number, south: number, size: number): [number, number][] => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
]
const locate = createLocator({
  districts: [
    { id: 'ring', name: 'Eixample', outline: [[square(0, 0, 3), square(1, 1, 1)]] },
    { id: 'core', name: 'Nucli antic', outline: [[square(1, 1, 1)]] },
    { id: 'isles', name: 'Les Illes', outline: [[square(10, 0, 1)], [square(20, 0, 1)]] },
  ],
  streets: [{ name: 'Carrer Major', at: [1.5, 1.5] }],
})
const nowhere: Place = { latitude: null, longitude: null, name: null, address: null }
const pin = (longitude: number, latitude: number): Place => ({ ...nowhere, longitude, latitude })

describe('a place of a citizen', () => {
  test.each([
    ['in a district', pin(0.5, 0.5), 'ring'],
    ['in the hole of one, which is another', pin(1.5, 1.5), 'core'],
    ['in the second piece of one', pin(20.5, 0.5), 'isles'],
    ['outside', pin(5, 5), null],
  ])('with a pin %s is found there', (_where, place, districtId) => {
    expect(locate(place)).toEqual({ spot: { at: [place.longitude, place.latitude], isExact: true }, districtId })
  })

  test('with an address is about where its street is', () => {
    const found = { spot: { at: [1.5, 1.5], isExact: false }, districtId: 'core' }
    expect(locate({ ...nowhere, address: 'c/ Major 3' })).toEqual(found)
  })

  test('with a pin is where the pin is, whatever address comes with it', () => {
    expect(locate({ ...pin(0.5, 0.5), address: 'c/ Major 3' }).districtId).toBe('ring')
  })

  test.each([null, nowhere, { ...nowhere, address: 'a casa' }])('that says nothing (%j) is nowhere', place => {
    expect(locate(place)).toEqual({ spot: null, districtId: null })
  })
})
