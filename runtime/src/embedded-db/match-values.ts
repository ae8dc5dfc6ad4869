import { BSONRegExp } from 'bson'
import { compare, typeRank } from './compare.ts'
import { CommandError } from './errors.ts'
import { bsonType, isDoc, isNumber, show, toNumber, typeName } from './values.ts'

/** A condition on one value; `undefined` is a missing one. */
export type ValueTest = (value: unknown) => boolean

/** Equality as a query means it: null also finds what is missing. */
export function equalTo(operand: unknown): ValueTest {
  if (operand === undefined) throw new CommandError(2, 'cannot compare to undefined')
  if (operand === null) return value => value === null || value === undefined
  return value => value !== undefined && compare(value, operand) === 0
}

/** One of a list; regular expressions in it are tried as such. */
export function oneOf(operator: string, operand: unknown): ValueTest {
  if (!Array.isArray(operand)) throw new CommandError(2, `${operator} needs an array`)
  const tests = operand.map(choice => {
    if (isOperators(choice)) throw new CommandError(2, `cannot nest $ under ${operator}`)
    return choice instanceof BSONRegExp ? matchesRegex(choice.pattern, choice.options) : equalTo(choice)
  })
  return value => tests.some(test => test(value))
}

const verdicts: Record<string, (order: number) => boolean> = {
  $gt: order => order > 0,
  $gte: order => order >= 0,
  $lt: order => order < 0,
  $lte: order => order <= 0,
}

/** $gt, $gte, $lt, $lte: only among values of the operand's type. */
export function ordered(operator: string, operand: unknown): ValueTest {
  const verdict = verdicts[operator]!
  if (operand instanceof BSONRegExp) throw new CommandError(2, 'Can’t have RegEx as arg to predicate over field')
  if (operand === undefined) throw new CommandError(2, 'cannot compare to undefined')
  if (operand === null) return value => verdict(0) && (value === null || value === undefined)
  const isKey = ['MinKey', 'MaxKey'].includes(bsonType(operand))
  const rank = typeRank(operand)
  return value => {
    if (value === undefined) return false
    if (isKey) return verdict(compare(value, operand))
    if (typeRank(value) !== rank) return false
    if (isNaNValue(value) !== isNaNValue(operand)) return false
    return verdict(compare(value, operand))
  }
}

const isNaNValue = (value: unknown): boolean => isNumber(value) && Number.isNaN(toNumber(value))

/** A text that the pattern finds, or that very regular expression stored as a value. */
export function matchesRegex(pattern: string, options: string): ValueTest {
  const wrong = options.match(/[^ims]/)
  if (wrong) throw new CommandError(51108, `invalid flag in regex options: ${wrong[0]}`)
  const regex = compileRegex(pattern, [...new Set(options)].join(''))
  return value => {
    if (typeof value === 'string') return regex.test(value)
    return value instanceof BSONRegExp && value.pattern === pattern && value.options === options
  }
}

function compileRegex(pattern: string, flags: string): RegExp {
  try {
    return new RegExp(pattern, `${flags}u`)
  } catch {
    return compileLenientRegex(pattern, flags) // PCRE allows needless escapes, which JavaScript allows without `u`
  }
}

function compileLenientRegex(pattern: string, flags: string): RegExp {
  try {
    return new RegExp(pattern, flags)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new CommandError(51091, `Regular expression is invalid: ${reason}`)
  }
}

// BSON specification, element types, with the names MongoDB's $type gives them
const typeNumbers: Record<number, string> = {
  1: 'double',
  2: 'string',
  3: 'object',
  4: 'array',
  5: 'binData',
  7: 'objectId',
  8: 'bool',
  9: 'date',
  10: 'null',
  11: 'regex',
  13: 'javascript',
  14: 'symbol',
  16: 'int',
  17: 'timestamp',
  18: 'long',
  19: 'decimal',
  [-1]: 'minKey',
  127: 'maxKey',
}
const typeNames = new Set(Object.values(typeNumbers))
const numberNames = ['int', 'long', 'double', 'decimal']

/** $type, by name, by number or by a list of them. */
export function ofType(operand: unknown): ValueTest {
  const wanted = new Set((Array.isArray(operand) ? operand : [operand]).flatMap(namedTypes))
  if (wanted.size === 0) throw new CommandError(9, ' must match at least one type')
  return value => wanted.has(typeName(value))
}

function namedTypes(type: unknown): string[] {
  if (type === 'number') return numberNames
  if (typeof type === 'string' && typeNames.has(type)) return [type]
  if (typeof type === 'string') throw new CommandError(2, `Unknown type name alias: ${type}`)
  if (!isNumber(type)) throw new CommandError(14, 'type must be represented as a number or a string')
  const name = typeNumbers[toNumber(type)]
  if (!name) throw new CommandError(2, `Invalid numerical type code: ${show(type)}`)
  return [name]
}

/** $size: how many elements an array has. */
export function ofSize(operand: unknown): ValueTest {
  const size = isNumber(operand) ? toNumber(operand) : Number.NaN
  if (!Number.isInteger(size)) {
    throw new CommandError(2, `Failed to parse $size. Expected an integer in: $size: ${show(operand)}`)
  }
  if (size < 0) throw new CommandError(2, `Failed to parse $size. Expected a non-negative number in: $size: ${size}`)
  return value => Array.isArray(value) && value.length === size
}

/** Says whether a condition is written with operators; a reference to another document is a plain value. */
export function isOperators(value: unknown): value is Record<string, unknown> {
  return isDoc(value) && Object.keys(value)[0]?.startsWith('$') === true
}
