import { type Bound, boundsOf, implies, placeInRange } from './bounds.ts'
import type { Collection } from './collection.ts'
import { compare } from './compare.ts'
import { compareDirected, type KeyField } from './index-keys.ts'
import type { Entry, Index, Stored } from './indexes.ts'
import { type Place, stretch, stretchLength } from './sorted-list.ts'
import type { Doc } from './values.ts'

const MAX_STRETCHES = 4000 // beyond this many combinations of $in values, later fields are only checked, not looked up
const MAX_MERGED = 64 // joining more ordered stretches than this costs more than sorting

/** Documents among which all that a filter can find are, and whether they come in the wanted order. */
export type Plan = { candidates: Iterable<Stored>; isOrdered: boolean; indexName?: string }

/** Chooses the index that leaves the fewest documents to look at; without one, the whole collection. */
export function planQuery(collection: Collection, filter: Doc, sort: KeyField[], limit = Infinity): Plan {
  const bounds = boundsOf(filter)
  const size = collection.documents.size
  let best: Plan = { candidates: collection.documents.values(), isOrdered: sort.length === 0 }
  let leastCost = size * (best.isOrdered ? 1 : 2)
  for (const index of collection.indexes) {
    const lookup = lookUp(index, filter, bounds, sort)
    if (!lookup) continue
    if (findsOne(index, lookup)) return { candidates: walk(index, lookup), isOrdered: true, indexName: index.name }
    const found = lookup.places.reduce((sum, place) => sum + stretchLength(index.entries, place), 0)
    const canStopEarly = lookup.isOrdered && lookup.coversFilter
    const cost = canStopEarly ? Math.min(found, limit) : found * (lookup.isOrdered ? 1 : 2)
    if (cost > leastCost || (cost === leastCost && best.isOrdered)) continue
    leastCost = cost
    best = { candidates: walk(index, lookup), isOrdered: lookup.isOrdered, indexName: index.name }
  }
  return best
}

/** One value for every field of a unique index: at most one document, whatever its order. */
const findsOne = (index: Index, { places, fixed }: Lookup): boolean =>
  index.isUnique && places.length === 1 && fixed === index.fields.length

type Lookup = {
  places: Place<Entry>[]
  /** How many fields at the front of the index have fixed values in each place. */
  fixed: number
  isOrdered: boolean
  /** The places are each in the wanted order, but not one after the other. */
  needsMerge: boolean
  isBackward: boolean
  /** Nothing in the filter is left to check that could leave documents out. */
  coversFilter: boolean
}

function lookUp(index: Index, filter: Doc, bounds: Map<string, Bound>, sort: KeyField[]): Lookup | undefined {
  if (index.partialFilter && !implies(bounds, index.partialFilter)) return undefined
  if (index.isSparse && !isNeverMissing(bounds.get(index.fields[0]!.path))) return undefined
  const usable = usableFields(index)
  let prefixes: unknown[][] = [[]]
  let fixed = 0
  for (const { path } of usable) {
    const points = bounds.get(path)?.points
    if (!points || (fixed > 0 && prefixes.length * points.length > MAX_STRETCHES)) break
    prefixes = prefixes.flatMap(prefix => points.map(point => [...prefix, point]))
    fixed++
  }
  const next = usable[fixed]
  const range = next && rangeOf(bounds.get(next.path), index.isMultikey)
  const order = prefixes.length > MAX_MERGED ? undefined : orderOf(index, bounds, sort, fixed)
  if (fixed === 0 && !range && (!order || sort.length === 0)) return undefined
  const used = usable.slice(0, fixed + (range ? 1 : 0)).map(({ path }) => path)
  return {
    places: prefixes.map(prefix => placeOf(index, prefix, range)),
    fixed,
    isOrdered: sort.length === 0 || order !== undefined,
    needsMerge: sort.length > 0 && prefixes.length > 1 && order !== undefined,
    isBackward: order === 'backward',
    coversFilter: Object.keys(filter).every(path => used.includes(path)),
  }
}

/** Two fields inside one array may be satisfied by different elements, which one key does not show: use the first. */
function usableFields({ fields, isMultikey }: Index): KeyField[] {
  const roots = fields.map(({ parts }) => parts[0])
  const firstShared = roots.findIndex((root, at) => roots.indexOf(root) < at)
  return isMultikey && firstShared >= 0 ? fields.slice(0, firstShared) : fields
}

const isNeverMissing = (bound: Bound | undefined): boolean =>
  bound !== undefined &&
  (bound.lower !== undefined || bound.upper !== undefined || bound.points?.every(point => point !== null) === true)

/** Of an array, one element may satisfy the lower limit and another the upper one: then only one limit can be used. */
function rangeOf(bound: Bound | undefined, isMultikey: boolean): Bound | undefined {
  if (!bound?.lower && !bound?.upper) return undefined
  return isMultikey && bound.lower ? { lower: bound.lower } : bound
}

function placeOf(index: Index, prefix: unknown[], range: Bound | undefined): Place<Entry> {
  const { fields } = index
  return ({ key }) => {
    for (let at = 0; at < prefix.length; at++) {
      const order = compare(key[at], prefix[at])
      if (order !== 0) return order * fields[at]!.direction
    }
    return range ? placeInRange(key[prefix.length], range) * fields[prefix.length]!.direction : 0
  }
}

/** Whether the index gives the wanted order, and from which end; fields with one fixed value do not matter. */
function orderOf(index: Index, bounds: Map<string, Bound>, sort: KeyField[], fixed: number) {
  if (index.isMultikey) return undefined
  const isFixed = ({ path }: KeyField) =>
    bounds.get(path)?.points?.length === 1 && index.fields.some(field => field.path === path)
  const wanted = sort.filter(field => !isFixed(field))
  const given = index.fields.slice(fixed)
  let backward: boolean | undefined
  for (let at = 0; at < wanted.length; at++) {
    const field = given[at]
    if (!field || field.path !== wanted[at]!.path) return undefined
    const isReversed = field.direction !== wanted[at]!.direction
    if (backward !== undefined && backward !== isReversed) return undefined
    backward = isReversed
  }
  return backward ? 'backward' : 'forward'
}

function* walk(index: Index, lookup: Lookup): Generator<Stored> {
  const stretches = lookup.places.map(place => stretch(index.entries, place, lookup.isBackward))
  const entries = lookup.needsMerge ? merge(index, lookup, stretches) : chain(stretches)
  if (!index.isMultikey) {
    for (const { stored } of entries) yield stored
    return
  }
  const seen = new Set<Stored>()
  for (const { stored } of entries) {
    if (!seen.has(stored)) yield stored
    seen.add(stored)
  }
}

function* chain(stretches: Iterable<Entry>[]): Generator<Entry> {
  for (const entries of stretches) yield* entries
}

/** Joins stretches that are each in order into one that is. */
function* merge(index: Index, { fixed, isBackward }: Lookup, stretches: Generator<Entry>[]): Generator<Entry> {
  const sign = isBackward ? -1 : 1
  const heads = stretches.map(entries => ({ entries, head: entries.next().value })).filter(({ head }) => head)
  while (heads.length > 0) {
    let least = 0
    for (let at = 1; at < heads.length; at++) {
      const one = heads[at]?.head
      const other = heads[least]?.head
      if (one && other && compareDirected(one.key, other.key, index.fields, fixed) * sign < 0) least = at
    }
    const chosen = heads[least]
    if (!chosen?.head) return
    yield chosen.head
    chosen.head = chosen.entries.next().value
    if (!chosen.head) heads.splice(least, 1)
  }
}
