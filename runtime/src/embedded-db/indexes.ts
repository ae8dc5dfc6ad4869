import { compare } from './compare.ts'
import { CommandError } from './errors.ts'
import { compareDirected, type KeyField, keysOf } from './index-keys.ts'
import { compileFilter, type Matcher } from './match.ts'
import { splitPath } from './paths.ts'
import { addSorted, createSortedList, fillSortedList, removeSorted, type SortedList, stretch } from './sorted-list.ts'
import { type Doc, field, isDoc, isNumber, show, toNumber } from './values.ts'

/** A stored document. `doc` is replaced as a whole and never changed in place. */
export type Stored = { readonly seq: number; doc: Doc }
export type Entry = { key: unknown[]; stored: Stored }

/** An index: its specification as `listIndexes` gives it, and its entries in order. */
export type Index = {
  name: string
  spec: Doc
  fields: KeyField[]
  isUnique: boolean
  isSparse: boolean
  /** Once an array has given more than one key, ranges and order can no longer be read off the index alone. */
  isMultikey: boolean
  partialFilter?: Doc
  covers: Matcher
  expireAfterSeconds?: number
  entries: SortedList<Entry>
}

const knownOptions = new Set([
  ...['v', 'key', 'name', 'ns', 'background', 'unique', 'sparse', 'partialFilterExpression', 'expireAfterSeconds'],
])

/** Builds an empty index from its specification; throws MongoDB's error for a kind of index it does not know. */
export function createIndex(spec: Doc): Index {
  const unknown = Object.keys(spec).find(option => !knownOptions.has(option))
  if (unknown) {
    throw new CommandError(
      197,
      `The field '${unknown}' is not valid for an index specification of the embedded database`,
    )
  }
  const { key, name, partialFilterExpression: partialFilter, expireAfterSeconds } = spec
  if (!isDoc(key) || Object.keys(key).length === 0) throw new CommandError(67, 'Index keys cannot be empty.')
  if (typeof name !== 'string' || name === '') throw new CommandError(67, 'The index name must be a nonempty string')
  if (partialFilter !== undefined && !isDoc(partialFilter)) {
    throw new CommandError(67, '"partialFilterExpression" for an index must be a document')
  }
  if (expireAfterSeconds !== undefined && !isNumber(expireAfterSeconds)) {
    throw new CommandError(67, 'TTL index option expireAfterSeconds must be a number')
  }
  if (expireAfterSeconds !== undefined && Object.keys(key).length > 1) {
    throw new CommandError(67, 'TTL indexes are single-field indexes, compound indexes do not support TTL.')
  }
  const fields = Object.entries(key).map(([path, direction]) => keyField(path, direction))
  return {
    name,
    spec,
    fields,
    isUnique: isTrue(spec.unique),
    isSparse: isTrue(spec.sparse),
    isMultikey: false,
    partialFilter,
    covers: partialFilter ? compileFilter(partialFilter) : () => true,
    expireAfterSeconds: expireAfterSeconds && toNumber(expireAfterSeconds),
    entries: createSortedList<Entry>(
      (one, other) => compareDirected(one.key, other.key, fields) || one.stored.seq - other.stored.seq,
    ),
  }
}

const isTrue = (option: unknown): boolean => option === true || (isNumber(option) && toNumber(option) !== 0)

function keyField(path: string, direction: unknown): KeyField {
  if (!isNumber(direction) || toNumber(direction) === 0) {
    const message = `Values in the index key pattern must be 1 or -1 in the embedded database. Got: ${show(direction)}`
    throw new CommandError(67, message)
  }
  return { path, parts: splitPath(path), direction: toNumber(direction) > 0 ? 1 : -1 }
}

/** The entries a document has in an index: none when the index does not cover it. */
export function entriesOf(index: Index, stored: Stored, doc: Doc): Entry[] {
  if (!index.covers(doc)) return []
  if (index.isSparse && index.fields.every(({ parts }) => isMissing(doc, parts))) return []
  const { keys, isMultikey } = keysOf(doc, index.fields)
  if (isMultikey) index.isMultikey = true
  return keys.map(key => ({ key, stored }))
}

function isMissing(doc: Doc, parts: string[]): boolean {
  let value: unknown = doc
  for (const part of parts) {
    if (Array.isArray(value)) return false
    value = field(value, part)
  }
  return value === undefined
}

/** Throws E11000 when another document already has one of these keys. */
export function refuseDuplicates(index: Index, entries: Entry[], namespace: string): void {
  if (!index.isUnique) return
  for (const { key, stored } of entries) {
    for (const other of stretch(index.entries, entry => compareDirected(entry.key, key, index.fields))) {
      if (other.stored !== stored) throw duplicateKey(index, key, namespace)
    }
  }
}

function duplicateKey(index: Index, key: unknown[], namespace: string): CommandError {
  const keyValue = Object.fromEntries(index.fields.map(({ path }, at) => [path, key[at] ?? null]))
  const message = `E11000 duplicate key error collection: ${namespace} index: ${index.name} dup key: ${show(keyValue)}`
  return new CommandError(11000, message, { keyPattern: index.spec.key, keyValue })
}

export function addEntries(index: Index, entries: Entry[]): void {
  for (const entry of entries) addSorted(index.entries, entry)
}

export function removeEntries(index: Index, entries: Entry[]): void {
  for (const entry of entries) removeSorted(index.entries, entry)
}

/** Fills a new index; throws E11000 when it is unique and the documents are not. */
export function fillIndex(index: Index, documents: Iterable<Stored>, namespace: string): void {
  const entries: Entry[] = []
  for (const stored of documents) for (const entry of entriesOf(index, stored, stored.doc)) entries.push(entry)
  fillSortedList(index.entries, entries)
  if (!index.isUnique) return
  let previous: Entry | undefined
  for (const entry of entries) {
    const isSame = previous?.key.every((value, at) => compare(value, entry.key[at]) === 0)
    if (isSame && previous?.stored !== entry.stored) throw duplicateKey(index, entry.key, namespace)
    previous = entry
  }
}
