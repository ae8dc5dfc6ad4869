import { compare } from './compare.ts'
import { CommandError } from './errors.ts'
import { type Doc, field, isDoc, isPosition } from './values.ts'

/** One field of an index or of a sort: its path and 1 (ascending) or -1. */
export type KeyField = { path: string; parts: string[]; direction: 1 | -1 }
/** What a document puts into an index: its keys, and whether an array made them. */
export type DocKeys = { keys: unknown[][]; isMultikey: boolean }

/**
 * The keys of a document: one value per field; an array gives one key per different element. Missing is null, an empty
 * array is `undefined`, which sorts before null. Two arrays side by side are refused, as in MongoDB.
 */
export function keysOf(doc: Doc, fields: KeyField[]): DocKeys {
  const plain = plainKey(doc, fields)
  if (plain) return { keys: [plain], isMultikey: false }
  const keys: unknown[][] = []
  expand(
    fields.map(() => undefined),
    fields.map(({ parts }) => ({ holder: doc, parts })),
    keys,
  )
  return { keys: distinctKeys(keys), isMultikey: true }
}

/** The only key of a document that has no array on any of the paths; else nothing. */
function plainKey(doc: Doc, fields: KeyField[]): unknown[] | undefined {
  const key: unknown[] = []
  for (const { parts } of fields) {
    let value: unknown = doc
    for (const part of parts) {
      value = field(value, part)
      if (Array.isArray(value)) return undefined
    }
    key.push(value ?? null)
  }
  return key
}

/** What is left of one field's path, and where it goes on; no holder once its value is known. */
type Rest = { holder: unknown; parts: string[] } | undefined

function expand(fixed: unknown[], rests: Rest[], keys: unknown[][]): void {
  const key = [...fixed]
  const waiting = rests.map((rest, index) => {
    const stop = rest && walk(rest)
    if (stop && !Array.isArray(stop.holder)) key[index] = stop.holder ?? null
    return stop && Array.isArray(stop.holder) ? stop : undefined
  })
  const arrays = new Set(waiting.flatMap(rest => (rest ? [rest.holder] : [])))
  if (arrays.size === 0) {
    keys.push(key)
    return
  }
  if (arrays.size > 1) {
    const names = waiting.flatMap((rest, index) => (rest ? [rests[index]?.parts.at(-1)] : []))
    throw new CommandError(171, `cannot index parallel arrays [${names.join('] [')}]`)
  }
  const [array] = arrays
  if (!Array.isArray(array)) return
  for (const element of array.length === 0 ? [undefined] : array) {
    const next = [...key]
    const inside = waiting.map((rest, index) => {
      if (!rest) return undefined
      if (rest.parts.length > 0) return { holder: isDoc(element) ? element : {}, parts: rest.parts }
      next[index] = element
      return undefined
    })
    expand(next, inside, keys)
  }
}

/** Follows a path until its end or the first array; a position in the path goes through the array. */
function walk({ holder, parts }: { holder: unknown; parts: string[] }): { holder: unknown; parts: string[] } {
  let value = holder
  for (let index = 0; index < parts.length; index++) {
    if (Array.isArray(value) && !isPosition(parts[index]!)) return { holder: value, parts: parts.slice(index) }
    value = field(value, parts[index]!)
  }
  return { holder: value, parts: [] }
}

function distinctKeys(keys: unknown[][]): unknown[][] {
  return keys.filter((key, index) => keys.findIndex(other => compareKeys(key, other) === 0) === index)
}

const compareKeys = (one: unknown[], other: unknown[]): number => {
  for (let index = 0; index < one.length; index++) {
    const result = compare(one[index], other[index])
    if (result !== 0) return result
  }
  return 0
}

/** Orders two keys in the directions of their fields. */
export function compareDirected(one: unknown[], other: unknown[], fields: KeyField[], from = 0): number {
  for (let index = from; index < fields.length; index++) {
    const result = compare(one[index], other[index])
    if (result !== 0) return result * fields[index]!.direction
  }
  return 0
}

/** The one key a document is sorted by: of an array, the element that comes first in the wanted direction. */
export function sortKeyOf(doc: Doc, fields: KeyField[]): unknown[] {
  const { keys } = keysOf(doc, fields)
  return keys.reduce((least, key) => (compareDirected(key, least, fields) < 0 ? key : least))
}
