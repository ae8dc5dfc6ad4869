import {
  Binary,
  BSONRegExp,
  calculateObjectSize,
  Double,
  deserialize,
  Int32,
  Long,
  ObjectId,
  serialize,
  Timestamp,
} from 'bson'
import { CommandError } from './errors.ts'

/** A decoded document. Numbers stay `Int32`, `Double` or `Long`, so that each keeps its type over a round trip. */
export type Doc = Record<string, unknown>

const MAX_DOCUMENT_BYTES = 16 * 1024 * 1024 // MongoDB's limit, announced as maxBsonObjectSize

/** Decodes BSON bytes so that encoding them again gives the same bytes. */
export const decode = (bytes: Uint8Array): Doc => deserialize(bytes, { promoteValues: false, bsonRegExp: true })

/** Encodes a document; throws BSONObjectTooLarge past 16 MB. */
export function encode(doc: Doc): Uint8Array {
  const bytes = serialize(doc)
  if (bytes.length <= MAX_DOCUMENT_BYTES) return bytes
  throw new CommandError(10334, `BSONObj size: ${bytes.length} is invalid. Size must be between 0 and 16793600(16MB)`)
}

export const encodedSize = (doc: Doc): number => calculateObjectSize(doc)

export function isDoc(value: unknown): value is Doc {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
}

/** Reads one field of a document or one position of an array; `undefined` is a missing one. */
export function field(holder: unknown, name: string): unknown {
  if (Array.isArray(holder)) return isPosition(name) ? holder[Number(name)] : undefined
  return isDoc(holder) && Object.hasOwn(holder, name) ? holder[name] : undefined
}

/** Sets a field even when it has a name that JavaScript treats specially. */
export function setField(doc: Doc, name: string, value: unknown): void {
  if (name !== '__proto__') doc[name] = value
  else Object.defineProperty(doc, name, { value, writable: true, enumerable: true, configurable: true })
}

/** Says whether a part of a path can name a position of an array: digits without a leading zero. */
export const isPosition = (part: string): boolean => /^(0|[1-9]\d{0,8})$/.test(part)

export type NumberValue = Int32 | Double | Long

/** A `Timestamp` is made like a `Long`, but it is not a number. */
export const isLong = (value: unknown): value is Long => value instanceof Long && bsonType(value) === 'Long'

export const isNumber = (value: unknown): value is NumberValue =>
  value instanceof Int32 || value instanceof Double || isLong(value)

export const toNumber = (value: NumberValue): number => (isLong(value) ? value.toNumber() : value.value)

/** Copies documents and arrays; the values inside are never changed in place and are shared. */
export function clone(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(clone)
  return isDoc(value) ? cloneDoc(value) : value
}

export function cloneDoc(doc: Doc): Doc {
  const copy: Doc = {}
  for (const name of Object.keys(doc)) setField(copy, name, clone(doc[name]))
  return copy
}

/** The document with `_id` in front, as MongoDB stores it; a new `_id` when it has none. */
export function withIdFirst(doc: Doc): Doc {
  if (Object.keys(doc)[0] === '_id') return doc
  const { _id = new ObjectId(), ...rest } = doc
  return { _id, ...rest }
}

/** Says whether encoding both gives the same bytes: same types, same order of fields. */
export function isIdentical(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  if (Object.getPrototypeOf(one) !== Object.getPrototypeOf(other)) return false
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((element, index) => isIdentical(element, other[index]))
  }
  if (isDoc(one) && isDoc(other)) {
    const names = Object.keys(one)
    const otherNames = Object.keys(other)
    return (
      names.length === otherNames.length &&
      names.every((name, index) => name === otherNames[index] && isIdentical(one[name], other[name]))
    )
  }
  const bytes = serialize({ value: one })
  return Buffer.compare(bytes, serialize({ value: other })) === 0
}

/** MongoDB's name of a value's type, as `$type` knows it and error messages say it. */
export function typeName(value: unknown): string {
  if (value === undefined) return 'missing'
  if (value === null) return 'null'
  if (typeof value === 'string') return 'string'
  if (typeof value === 'boolean') return 'bool'
  if (Array.isArray(value)) return 'array'
  if (isDoc(value)) return 'object'
  if (value instanceof Date) return 'date'
  if (value instanceof ObjectId) return 'objectId'
  if (value instanceof Int32) return 'int'
  if (value instanceof Double) return 'double'
  if (value instanceof Timestamp) return 'timestamp'
  if (isLong(value)) return 'long'
  if (value instanceof Binary) return 'binData'
  if (value instanceof BSONRegExp) return 'regex'
  return otherTypeNames[bsonType(value)] ?? 'unknown'
}

const otherTypeNames: Record<string, string> = {
  Decimal128: 'decimal',
  MinKey: 'minKey',
  MaxKey: 'maxKey',
  BSONSymbol: 'symbol',
  Code: 'javascript',
  DBRef: 'object',
}

export const bsonType = (value: unknown): string =>
  typeof value === 'object' && value !== null && '_bsontype' in value ? String(value._bsontype) : ''

/** Shows a value inside an error message, as MongoDB's shell would write it. */
export function show(value: unknown): string {
  if (isNumber(value)) return String(toNumber(value))
  if (value instanceof ObjectId) return `ObjectId('${value.toHexString()}')`
  if (value instanceof Date) return `new Date(${value.getTime()})`
  if (Array.isArray(value)) return value.length === 0 ? '[]' : `[ ${value.map(show).join(', ')} ]`
  if (isDoc(value)) {
    const fields = Object.entries(value).map(([name, inner]) => `${name}: ${show(inner)}`)
    return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`
  }
  return value === undefined ? 'missing' : JSON.stringify(value)
}
