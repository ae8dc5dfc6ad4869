import { z } from 'zod'
import { id } from './names.ts'

const MAX_DISTRICTS = 300
const MAX_CORNERS = 2_000
const MAX_STREETS = 10_000

/** Longitude and latitude, in the order of GeoJSON. */
export const mapPoint = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)])
export type MapPoint = z.infer<typeof mapPoint>

/** A closed line: the last point is the first one again. */
const ring = z.array(mapPoint).min(4).max(MAX_CORNERS)

/** A part of the town people know by name; `outline` has its pieces, each an outer ring followed by its holes. */
export const district = z.strictObject({
  id,
  name: z.string().trim().min(1).max(120),
  outline: z.array(z.array(ring).min(1).max(20)).min(1).max(50),
})
export type District = z.infer<typeof district>

/** A street and about where it is, so that an address without a pin can be shown on the map. */
export const street = z.strictObject({ name: z.string().trim().min(1).max(160), at: mapPoint })
export type Street = z.infer<typeof street>

/** What a town knows of its ground. */
export const geography = z.strictObject({
  districts: z.array(district).max(MAX_DISTRICTS),
  streets: z.array(street).max(MAX_STREETS),
})
export type Geography = z.infer<typeof geography>

export const noGeography: Geography = { districts: [], streets: [] }

/** Where something is on the map: where a pin was set, or about where its street runs. */
export const spot = z.strictObject({ at: mapPoint, isExact: z.boolean() })
export type Spot = z.infer<typeof spot>
