import type { IncidentSpot } from '@pregoner/shared'
import { type IncidentRow, pinOf } from './incident-rows.ts'

const METRE = 1e5 // five decimals of a degree are about one metre

/** What the map needs of an incident. */
export const spotFields = { rev: 1, reference: 1, spot: 1, place: 1, status: 1 } as const
export type SpotRow = Pick<IncidentRow, '_id' | keyof typeof spotFields>

const rounded = (degrees: number) => Math.round(degrees * METRE) / METRE

/** The incidents that have a place on the map. */
export const spotsOf = (rows: readonly SpotRow[]): IncidentSpot[] =>
  rows.flatMap(({ _id, rev, reference, spot, place, status }): IncidentSpot[] => {
    const where = spot ?? pinOf(place)
    return where ? [[_id, rev, reference, rounded(where.at[0]), rounded(where.at[1]), where.isExact, status]] : []
  })
