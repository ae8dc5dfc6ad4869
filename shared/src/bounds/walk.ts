import { isMore, type Level, nothingSent, withPiece } from './level.ts'
import type { Place, PlaceWay } from './places.ts'

/** Where somebody stands on a way through the places, and how they came there. */
export interface Stand extends Level {
  place: number
  /** By what they left `before`. */
  exit: string | null
  before: Stand | null
}

/** What is counted: misunderstandings as well, or only what is said when everything is understood at once. */
export type Counting = 'most' | 'usual'

export interface Walking {
  places: readonly Place[]
  isJoining: boolean
  counting: Counting
}

/** The level once a place has said what it says. */
export const heardAt = ({ places, isJoining }: Walking, place: number, level: Level): Level =>
  (places[place]?.pieces ?? []).reduce((now, piece) => withPiece(now, piece, isJoining), level)

const stood = (level: Level, place: number, exit: string | null, before: Stand | null): Stand => ({
  count: level.count,
  fill: level.fill,
  place,
  exit,
  before,
})

export const begin = (place: number): Stand => stood(nothingSent, place, null, null)

/** Having gone a way, with as much said as there can be. */
export function goneTalking(walking: Walking, stand: Stand, way: PlaceWay): Stand {
  if (way.isMute) return stood(stand, way.to, way.exit, stand)
  const place = walking.places[stand.place]
  const heard = heardAt(walking, stand.place, stand)
  const later = place?.later[walking.counting] ?? 0
  const level = place?.mayWait ? { count: heard.count + later, fill: Number.POSITIVE_INFINITY } : heard
  return stood(level, way.to, way.exit, stand)
}

/** Having gone a way with as little said as there must be. */
export function goneQuietly(walking: Walking, stand: Stand, way: PlaceWay): Stand {
  if (way.isMute || (!way.hasWaited && way.isSilent)) return stood(stand, way.to, way.exit, stand)
  const heard = heardAt(walking, stand.place, stand)
  const level = way.hasWaited ? { count: heard.count, fill: Number.POSITIVE_INFINITY } : heard
  return stood(level, way.to, way.exit, stand)
}

/** The end of a way: everything the last place says is counted, too. */
export function ended(walking: Walking, stand: Stand, isTalking: boolean): Stand {
  const heard = heardAt(walking, stand.place, stand)
  const later = isTalking ? (walking.places[stand.place]?.later[walking.counting] ?? 0) : 0
  return { ...stand, count: heard.count + later, fill: heard.fill }
}

export const furthest = (one: Stand | undefined, other: Stand): Stand => (one && !isMore(other, one) ? one : other)
