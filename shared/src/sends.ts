import type { LocalizedText } from './language.ts'

/** A message that a node sends when it is come to, as far as it must be known what it is joined with. */
export interface Sending {
  /** What it says; several are written one under the other. */
  texts: readonly LocalizedText[]
  /** How long it may become when texts before it are joined to it; 0 when none can be. */
  room: number
  /** Words only, so that it can itself be joined to what comes next. */
  isOpen: boolean
}

/** What a visit to a node may send, for a bound of the price of a conversation. */
export interface Sends {
  first: readonly Sending[]
  /** Further messages while it waits, each on its own: when everything is understood, and at most. Null: no limit. */
  later: { usual: number; most: number | null }
  /** Exits by which people also leave without having waited, and nothing is said to them then. */
  silentExits?: readonly string[]
  /** Exits by which nobody leaves to whom anything was said. */
  muteExits?: readonly string[]
}

export const onlyOnce: Sends['later'] = { usual: 0, most: 0 }
