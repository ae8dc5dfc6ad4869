import type { MarkedExcerpt } from '@pregoner/shared'
import type { Scope } from '../accounts/scope.ts'
import { withoutTokens } from '../privacy/data-links.ts'
import type {
  ConversationSearchStore,
  SearchedRow,
  SearchedStream,
  StreamPlace,
} from '../stores/conversation-search-store.ts'
import { searchedStreams } from '../stores/conversation-search-store.ts'
import { excerptOf } from './excerpt.ts'
import { wordsOf } from './searched-words.ts'

const CHUNK = 250 // rows read at once; what else the process has to do comes in between
const MOST_READ = 50_000 // rows gone through for one page: about half a second
const ENOUGH = 30 // conversations found

/** Where each stream stands; `done` once it has come to its end, null before its first row. */
export type SearchPlace = { [Stream in SearchedStream]: StreamPlace | 'done' | null }

const beginning: SearchPlace = { contacts: null, inbound: null, outbound: null }

export interface Hit {
  convId: string
  /** Null where the contact's name, phone or labels hold the words. */
  message: (MarkedExcerpt & { from: 'contact' | 'town'; at: string }) | null
}

export interface SearchPage {
  hits: Hit[]
  /** Null when everything has been gone through. */
  place: SearchPlace | null
  /** Everything since then has been gone through; null when that is all there is, or nothing for certain. */
  since: Date | null
}

/** How far back a stream has come; before its first row it is the newest of all. */
const reached = (place: StreamPlace | 'done' | null): number => {
  if (place === null) return Number.POSITIVE_INFINITY
  return place === 'done' ? Number.NEGATIVE_INFINITY : (place.at?.getTime() ?? 0)
}

/** The stream that is to go on: the one that has come back least far. */
function nextStream(place: SearchPlace): SearchedStream | null {
  const [first] = searchedStreams
    .filter(stream => place[stream] !== 'done')
    .toSorted((one, other) => reached(place[other]) - reached(place[one]))
  return first ?? null
}

/**
 * Goes through what was written, and by whom, from the newest back, and stops when enough has been found or read. A
 * message is found that holds every word which its contact's name, phone and labels do not.
 */
export async function searchConversations(
  store: ConversationSearchStore,
  scope: Scope,
  text: string,
  from: SearchPlace | null,
): Promise<SearchPage> {
  const words = wordsOf(text)
  const within = await store.readable(scope).then(ids => ids && new Set(ids))
  const place = { ...(from ?? beginning) }
  const hits = new Map<string, Hit>()

  async function found(rows: readonly SearchedRow[], isMessage: boolean): Promise<SearchedRow[]> {
    const some = rows.filter(row => words.some(word => word.isIn(row.text)))
    const whole = (row: SearchedRow, about: string) => words.every(word => word.isIn(row.text) || word.isIn(about))
    const isSplit = isMessage && words.length > 1
    const about = isSplit ? await store.contactTexts(scope.townKey, [...new Set(some.map(row => row.convId))]) : null
    return some.filter(row => whole(row, about?.get(row.convId) ?? ''))
  }

  let read = 0
  for (let stream = nextStream(place); stream; stream = nextStream(place)) {
    if (read >= MOST_READ || hits.size >= ENOUGH) break
    const at = place[stream]
    const rows = await store.read(scope.townKey, stream, at === 'done' ? null : at, CHUNK)
    const last = rows.at(-1)
    place[stream] = last && rows.length === CHUNK ? { at: last.at, id: last.id } : 'done'
    read += rows.length
    const own = rows
      .filter(row => !within || within.has(row.convId))
      .map(row => (stream === 'outbound' ? { ...row, text: withoutTokens(row.text) } : row))
    for (const row of await found(own, stream !== 'contacts')) {
      if (hits.has(row.convId)) continue
      const side = stream === 'inbound' ? ('contact' as const) : ('town' as const)
      const message =
        stream === 'contacts' ? null : { ...excerptOf(row.text, words), from: side, at: row.at?.toISOString() ?? '' }
      hits.set(row.convId, { convId: row.convId, message })
      if (hits.size < ENOUGH) continue
      place[stream] = { at: row.at, id: row.id } // the next page begins behind the last one found
      break
    }
  }
  const isOver = searchedStreams.every(stream => place[stream] === 'done')
  const since = Math.max(...searchedStreams.map(stream => reached(place[stream])))
  return {
    hits: [...hits.values()],
    place: isOver ? null : place,
    since: isOver || !Number.isFinite(since) ? null : new Date(since),
  }
}
