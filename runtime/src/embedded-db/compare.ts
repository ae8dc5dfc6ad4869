import { Binary, BSONRegExp, ObjectId, Timestamp } from 'bson'
import { CommandError } from './errors.ts'
import { bsonType, type Doc, isDoc, isLong, isNumber, type NumberValue, toNumber } from './values.ts'

// MongoDB manual, "Comparison/Sort Order". Missing is below null: an empty array sorts there.
const rank = {
  minKey: -1,
  missing: 0,
  null: 5,
  number: 10,
  string: 15,
  object: 20,
  array: 25,
  binary: 30,
  objectId: 35,
  boolean: 40,
  date: 45,
  timestamp: 47,
  regex: 50,
  maxKey: 127,
}

/** The place of a value's type in MongoDB's order; numbers of every kind share one. */
export function typeRank(value: unknown): number {
  if (value === undefined) return rank.missing
  if (value === null) return rank.null
  if (typeof value === 'string') return rank.string
  if (typeof value === 'boolean') return rank.boolean
  if (isNumber(value)) return rank.number
  if (Array.isArray(value)) return rank.array
  if (isDoc(value)) return rank.object
  if (value instanceof Date) return rank.date
  if (value instanceof ObjectId) return rank.objectId
  if (value instanceof Binary) return rank.binary
  if (value instanceof Timestamp) return rank.timestamp
  if (value instanceof BSONRegExp) return rank.regex
  const type = bsonType(value)
  if (type === 'MinKey') return rank.minKey
  if (type === 'MaxKey') return rank.maxKey
  throw new CommandError(2, `The embedded database cannot compare values of type ${type || typeof value}`)
}

/** Orders any two values as MongoDB does: first by type, then by value. */
export function compare(one: unknown, other: unknown): number {
  if (one === other) return 0
  if (typeof one === 'string' && typeof other === 'string') return compareStrings(one, other)
  const oneRank = typeRank(one)
  const byType = oneRank - typeRank(other)
  if (byType !== 0) return byType
  if (isNumber(one) && isNumber(other)) return compareNumbers(one, other)
  if (one instanceof Date && other instanceof Date) return one.getTime() - other.getTime()
  if (one instanceof ObjectId && other instanceof ObjectId) return Buffer.compare(one.id, other.id)
  if (typeof one === 'boolean') return one ? 1 : -1
  if (Array.isArray(one) && Array.isArray(other)) return compareArrays(one, other)
  if (isDoc(one) && isDoc(other)) return compareDocs(one, other)
  if (one instanceof Binary && other instanceof Binary) return compareBinaries(one, other)
  if (one instanceof BSONRegExp && other instanceof BSONRegExp) {
    return compareStrings(one.pattern, other.pattern) || compareStrings(one.options, other.options)
  }
  if (one instanceof Timestamp && other instanceof Timestamp) return one.compare(other)
  return 0
}

/** MongoDB compares UTF-8 bytes. UTF-16 units give the same order except between surrogates and what lies above them. */
function compareStrings(one: string, other: string): number {
  const length = Math.min(one.length, other.length)
  for (let index = 0; index < length; index++) {
    const difference = one.charCodeAt(index) - other.charCodeAt(index)
    if (difference !== 0) return utf8Place(one.charCodeAt(index)) - utf8Place(other.charCodeAt(index))
  }
  return one.length - other.length
}

const utf8Place = (unit: number): number => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit)

function compareNumbers(one: NumberValue, other: NumberValue): number {
  if (isLong(one) || isLong(other)) return compareWithLong(one, other)
  const left = one.value
  const right = other.value
  if (left < right) return -1
  if (left > right) return 1
  return left === right ? 0 : Number(Number.isNaN(right)) - Number(Number.isNaN(left)) // NaN is the least number
}

/** A 64-bit integer has more digits than a double: compare them exactly. */
function compareWithLong(one: NumberValue, other: NumberValue): number {
  const left = exact(one)
  const right = exact(other)
  if (Number.isNaN(left)) return Number.isNaN(right) ? 0 : -1
  if (Number.isNaN(right)) return 1
  if (left < right) return -1
  return left > right ? 1 : 0
}

const exact = (value: NumberValue): number | bigint => (isLong(value) ? value.toBigInt() : toNumber(value))

function compareArrays(one: unknown[], other: unknown[]): number {
  const length = Math.min(one.length, other.length)
  for (let index = 0; index < length; index++) {
    const result = compare(one[index], other[index])
    if (result !== 0) return result
  }
  return one.length - other.length
}

/** The order of the fields counts: type, then name, then value of each in turn. */
function compareDocs(one: Doc, other: Doc): number {
  const names = Object.keys(one)
  const otherNames = Object.keys(other)
  const length = Math.min(names.length, otherNames.length)
  for (let index = 0; index < length; index++) {
    const name = names[index]!
    const otherName = otherNames[index]!
    const result =
      typeRank(one[name]) - typeRank(other[otherName]) ||
      compareStrings(name, otherName) ||
      compare(one[name], other[otherName])
    if (result !== 0) return result
  }
  return names.length - otherNames.length
}

function compareBinaries(one: Binary, other: Binary): number {
  return one.length() - other.length() || one.sub_type - other.sub_type || Buffer.compare(one.value(), other.value())
}

/** Every digit of a large double, as a 64-bit integer shows them; and zero without a sign. */
function wholeDigits(value: number | bigint): number | bigint {
  if (typeof value === 'bigint') return value
  return Number.isInteger(value) && !Number.isSafeInteger(value) ? BigInt(value) : value + 0
}

/** A text that two values share exactly when `compare` calls them equal; for grouping. */
export function groupingKey(value: unknown): string {
  if (typeof value === 'string') return `s${value.length}:${value}`
  if (isNumber(value)) return `n${wholeDigits(exact(value))};`
  if (Array.isArray(value)) return `[${value.map(groupingKey).join('')}]`
  if (isDoc(value)) {
    return `{${Object.keys(value)
      .map(name => groupingKey(name) + groupingKey(value[name]))
      .join('')}}`
  }
  if (value instanceof Date) return `d${value.getTime()};`
  if (value instanceof ObjectId) return `o${value.toHexString()}`
  if (value instanceof Binary) return `b${value.sub_type}:${value.toString('base64')};`
  if (value instanceof BSONRegExp) return `r${groupingKey(value.pattern)}${groupingKey(value.options)}`
  if (value instanceof Timestamp) return `t${value.toBigInt()};`
  return `${typeRank(value)}${String(value)};`
}
