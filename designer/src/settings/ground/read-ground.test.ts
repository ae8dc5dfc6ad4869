import { describe, expect, test } from 'vitest'
import { readDistricts } from './read-districts.ts'
import { readStreets } from './read-streets.ts'

const ring = [
  [1, 41],
  [2, 41],
  [2, 42],
  [1, 41],
]
const feature = (properties: object, coordinates: unknown = [ring], type = 'Polygon') => ({
  type: 'Feature',
  properties,
  geometry: { type, coordinates },
})
const file = (...features: unknown[]) => JSON.stringify({ type: 'FeatureCollection', features })
const codes = (text: string) => readDistricts(text).faults.map(({ code }) => code)

describe('parts of a town', () => {
  test('come with their names, whatever the column is called, and a height is left out', () => {
    const high = ring.map(point => [...point, 240])
    const { districts, faults } = readDistricts(
      file(feature({ CODI: '01', NOM_BARRI: 'Barri Antic' }), feature({ Nombre: 'Xup' }, [[high]], 'MultiPolygon')),
    )
    expect(faults).toEqual([])
    expect(districts.map(({ id, name }) => [id, name])).toEqual([
      ['barri-antic', 'Barri Antic'],
      ['xup', 'Xup'],
    ])
    expect(districts[1]?.outline).toEqual([[ring]])
  })

  test('that are known already keep their id', () => {
    const known = readDistricts(file(feature({ name: 'Xup' }))).districts.map(one => ({ ...one, id: 'old' }))
    expect(readDistricts(file(feature({ name: 'Xup' })), known).districts.map(({ id }) => id)).toEqual(['old'])
  })

  test.each([
    ['no JSON', 'PK\u0003', 'not_geojson'],
    ['another kind of JSON', '{"type":"Topology"}', 'not_geojson'],
    ['points', file(feature({ name: 'A' }, [1, 41], 'Point')), 'no_shape'],
    ['nameless parts', file(feature({ code: 1 })), 'no_name'],
    [
      'metres instead of degrees',
      file(feature({ name: 'A' }, [ring.map(() => [402_345, 4_620_123])])),
      'not_in_degrees',
    ],
    ['a shape of two points', file(feature({ name: 'A' }, [ring.slice(0, 2)])), 'bad_shape'],
  ])('%s are refused and named', (_what, text, code) => {
    expect(codes(text)).toEqual([code])
    expect(readDistricts(text).districts).toEqual([])
  })
})

describe('streets', () => {
  test('are read from any table with a name and a place, with commas for points too', () => {
    expect(readStreets('Carrer;Latitud;Longitud\nGuimerà;41,7278;1,8268\n')).toEqual({
      streets: [{ name: 'Guimerà', at: [1.8268, 41.7278] }],
      faults: [],
    })
  })

  test('without a place are named by their line, the others are read', () => {
    const { streets, faults } = readStreets('name,lat,lon\nA,41,1\nB,,1\n,41,1\nC,141,1\n')
    expect(streets.map(({ name }) => name)).toEqual(['A'])
    expect(faults).toEqual([3, 4, 5].map(line => ({ code: 'bad_row', line })))
  })

  test('are not guessed at without headings', () => {
    expect(readStreets('Guimerà,41.7,1.8').faults).toEqual([{ code: 'no_columns' }])
  })
})
