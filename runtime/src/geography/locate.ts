import type { District, Geography, MapPoint, Place, Spot } from '@pregoner/shared'
import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon'
import { createStreetFinder } from './find-street.ts'

/** Where a matter is: on the map, and in which part of the town. */
export interface Located {
  spot: Spot | null
  districtId: string | null
}

const pinOf = ({ latitude, longitude }: Place): MapPoint | null =>
  latitude === null || longitude === null ? null : [longitude, latitude]

const lies = (point: MapPoint) => (district: District) =>
  booleanPointInPolygon(point, { type: 'MultiPolygon', coordinates: district.outline })

/** Reads places against a town's districts and streets: a pin as it was set, an address by its street. */
export function createLocator({ districts, streets }: Geography): (place: Place | null) => Located {
  const findStreet = createStreetFinder(streets)
  return place => {
    const pin = place && pinOf(place)
    const street = pin ? null : findStreet([place?.name, place?.address].filter(Boolean).join(' '))
    const at = pin ?? street?.at ?? null
    if (!at) return { spot: null, districtId: null }
    return { spot: { at, isExact: pin !== null }, districtId: districts.find(lies(at))?.id ?? null }
  }
}
