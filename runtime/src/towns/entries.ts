import { isDeepStrictEqual } from 'node:util'
import type { TownData, TownEntry, TownList, TownThing } from '@pregoner/shared'
import { townLists } from '@pregoner/shared'
import { AppError } from '../errors.ts'

const MAX_ENTRIES = { departments: 200, categories: 300, topics: 200, calendars: 100 } as const

/** What flows and incidents call an entry of each list. */
export const thingOf = {
  departments: 'department',
  categories: 'category',
  topics: 'topic',
  calendars: 'calendar',
} as const satisfies { [List in TownList]: TownThing }

/** As its schema reads it, so that entries of an older installation equal what a screen sends back. */
const read = (list: TownList, entry: unknown): unknown => townLists[list].parse(entry)

const knows = (entries: readonly { id: string }[], id: string | null) =>
  id === null || entries.some(entry => entry.id === id)

function refersWell(town: TownData, list: TownList, entry: unknown): boolean {
  if (list === 'departments') return knows(town.calendars, townLists.departments.parse(entry).calendarId)
  return list !== 'categories' || knows(town.departments, townLists.categories.parse(entry).departmentId)
}

/**
 * Puts an entry of a list in place of what it `was`, or adds it when it was null. Throws `stale` with what is there when
 * somebody else has changed it, `not_found` when it is gone, and `unknown_entry` when it names what the town has not.
 */
export function withEntry<List extends TownList>(
  town: TownData,
  list: List,
  entry: TownEntry<List>,
  was: TownEntry<List> | null,
): Partial<TownData> {
  const entries: readonly { id: string }[] = town[list]
  const stored = entries.find(({ id }) => id === entry.id)
  if (!stored && was !== null) throw new AppError('not_found')
  const isAsItWas = stored ? was !== null && isDeepStrictEqual(read(list, stored), was) : was === null
  if (!isAsItWas) throw new AppError('stale', 'the entry is another one by now', { current: stored ?? null })
  if (!refersWell(town, list, entry)) throw new AppError('unknown_entry')
  if (!stored && entries.length >= MAX_ENTRIES[list]) throw new AppError('too_large')
  return { [list]: stored ? entries.map(each => (each.id === entry.id ? entry : each)) : [...entries, entry] }
}

/** The list without an entry; throws `not_found` when it is not there. */
export function withoutEntry(town: TownData, list: TownList, id: string): Partial<TownData> {
  const entries: readonly { id: string }[] = town[list]
  if (!entries.some(entry => entry.id === id)) throw new AppError('not_found')
  return { [list]: entries.filter(entry => entry.id !== id) }
}
