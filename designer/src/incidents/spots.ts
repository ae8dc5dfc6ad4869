import type { IncidentSpots, IncidentStatus, IncidentSummary, MapPoint } from '@pregoner/shared'
import type { IncidentFilter } from '../api/incidents.ts'
import { matches, type Reader } from './matches.ts'

/** An incident as the map shows it. */
export interface MapSpot {
  id: string
  rev: number
  reference: string
  at: MapPoint
  isExact: boolean
  status: IncidentStatus
}

/** Everything the filter matches and the map can show, by id. */
export type Spots = ReadonlyMap<string, MapSpot>

export const spotsById = ({ spots }: IncidentSpots): Spots =>
  new Map(
    spots.map(([id, rev, reference, longitude, latitude, isExact, status]) => [
      id,
      { id, rev, reference, at: [longitude, latitude], isExact, status },
    ]),
  )

/** Takes changed incidents in, in whatever order and however often they arrive: the highest rev counts. */
export function receiveSpots(
  known: Spots,
  arrived: readonly IncidentSummary[],
  filter: IncidentFilter,
  reader: Reader,
): Spots {
  const spots = new Map(known)
  for (const incident of arrived) {
    const { id, rev, reference, spot, status } = incident
    const before = spots.get(id)
    if (before && before.rev >= rev) continue
    // The server found a known one by words that the summary may not tell.
    const isMatching = matches(incident, before ? { ...filter, text: undefined } : filter, reader)
    if (isMatching && spot) spots.set(id, { id, rev, reference, at: spot.at, isExact: spot.isExact, status })
    else spots.delete(id)
  }
  return spots
}
