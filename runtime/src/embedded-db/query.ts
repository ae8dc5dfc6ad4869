import type { Collection } from './collection.ts'
import { CommandError } from './errors.ts'
import { compareDirected, type KeyField, sortKeyOf } from './index-keys.ts'
import type { Stored } from './indexes.ts'
import { compileFilter, type Matcher } from './match.ts'
import { splitPath } from './paths.ts'
import { planQuery } from './plan.ts'
import { type Doc, isNumber, show, toNumber } from './values.ts'

export type Query = { filter: Doc; sort?: KeyField[]; skip?: number; limit?: number; matches?: Matcher }

/** The documents a query finds, in its order. */
export function findDocuments(collection: Collection, query: Query): Stored[] {
  const { filter, sort = [], skip = 0, limit = Infinity, matches = compileFilter(filter) } = query
  const { candidates, isOrdered } = planQuery(collection, filter, sort, skip + limit)
  const found: Stored[] = []
  const enough = isOrdered ? skip + limit : Infinity
  if (enough <= 0) return found
  for (const stored of candidates) {
    if (!matches(stored.doc)) continue
    found.push(stored)
    if (found.length >= enough) break
  }
  const sorted = isOrdered ? found : sortBy(found, sort, ({ doc }) => doc)
  return skip === 0 && sorted.length <= limit ? sorted : sorted.slice(skip, skip + limit)
}

/** Sorts as MongoDB does; what is equal stays in its order. */
export function sortBy<Item>(items: Item[], fields: KeyField[], docOf: (item: Item) => Doc): Item[] {
  if (fields.length === 0) return items
  const keyed = items.map(item => ({ item, key: sortKeyOf(docOf(item), fields) }))
  return keyed.sort((one, other) => compareDirected(one.key, other.key, fields)).map(({ item }) => item)
}

/** Reads a sort specification. */
export function parseSort(sort: Doc): KeyField[] {
  return Object.entries(sort).map(([path, direction]) => {
    const sign = isNumber(direction) ? toNumber(direction) : undefined
    if (sign !== 1 && sign !== -1) {
      throw new CommandError(
        15975,
        `$sort key ordering must be 1 (for ascending) or -1 (for descending), not ${show(direction)}`,
      )
    }
    return { path, parts: splitPath(path), direction: sign }
  })
}
