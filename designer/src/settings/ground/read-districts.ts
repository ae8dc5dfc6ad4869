import { type District, district } from '@pregoner/shared'
import { z } from 'zod'
import { newEntryId } from '../new-entry-id.ts'

// Names that town halls give to the column with the name of a part of the town.
const NAMES = ['name', 'nom', 'nombre', 'nome', 'barri', 'barrio', 'quartiere', 'district', 'districte', 'distrito']

const position = z.array(z.number()).min(2)
const rings = z.array(z.array(position))
const feature = z.object({
  type: z.literal('Feature'),
  properties: z.record(z.string(), z.unknown()).nullable(),
  geometry: z.discriminatedUnion('type', [
    z.object({ type: z.literal('Polygon'), coordinates: rings }),
    z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(rings) }),
  ]),
})
const collection = z.object({ type: z.literal('FeatureCollection'), features: z.array(z.unknown()).min(1) })

export type DistrictFault =
  | { code: 'not_geojson' }
  | { code: 'no_shape' | 'no_name' | 'not_in_degrees' | 'bad_shape'; at: number }

function nameOf(properties: Record<string, unknown> | null): string | null {
  const texts = Object.entries(properties ?? {}).flatMap(([key, value]) =>
    typeof value === 'string' && value.trim() !== '' ? [{ key: key.toLowerCase(), text: value.trim() }] : [],
  )
  const wanted = NAMES.map(name => texts.find(({ key }) => key === name || key.endsWith(`_${name}`))).find(Boolean)
  return (wanted ?? texts[0])?.text ?? null
}

const isInDegrees = (outline: number[][][][]) =>
  outline.flat(2).every(([longitude = 999, latitude = 999]) => Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90)

/**
 * Reads the parts of a town from GeoJSON in degrees (WGS 84); all of them, or what is wrong with which one. A name that
 * is `known` keeps its id, so that incidents stay where they are.
 */
export function readDistricts(
  text: string,
  known: readonly District[] = [],
): { districts: District[]; faults: DistrictFault[] } {
  const found = collection.safeParse(parsed(text))
  if (!found.success) return { districts: [], faults: [{ code: 'not_geojson' }] }
  const districts: District[] = []
  const faults: DistrictFault[] = []
  for (const [index, one] of found.data.features.entries()) {
    const at = index + 1
    const read = feature.safeParse(one)
    if (!read.success) {
      faults.push({ code: 'no_shape', at })
      continue
    }
    const { properties, geometry } = read.data
    const name = nameOf(properties)
    const pieces = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
    const outline = pieces.map(piece => piece.map(ring => ring.map(([x, y]) => [x, y])))
    const taken = [...known, ...districts].map(({ id }) => id)
    const id = known.find(before => before.name === name)?.id ?? newEntryId(name ?? '', taken)
    const drawn = district.safeParse({ id, name, outline })
    if (name === null) faults.push({ code: 'no_name', at })
    else if (!isInDegrees(pieces)) faults.push({ code: 'not_in_degrees', at })
    else if (!drawn.success) faults.push({ code: 'bad_shape', at })
    else districts.push(drawn.data)
  }
  return { districts, faults }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    return null
  }
}
