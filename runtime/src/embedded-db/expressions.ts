import { Long, ObjectId } from 'bson'
import { compare } from './compare.ts'
import { formatDate } from './date-format.ts'
import { CommandError } from './errors.ts'
import { subtract } from './update-numbers.ts'
import { type Doc, field, isDoc, isNumber, setField, toNumber, typeName } from './values.ts'

/** The value of an expression for one document; `undefined` is missing. */
export type Expression = (doc: Doc) => unknown

/** Turns an expression of a report into a function; throws MongoDB's error for one it does not know. */
export function compileExpression(source: unknown): Expression {
  if (typeof source === 'string' && source.startsWith('$')) return fieldPath(source)
  if (Array.isArray(source)) {
    const elements = source.map(compileExpression)
    return doc => elements.map(element => element(doc) ?? null)
  }
  if (!isDoc(source)) return () => source
  const names = Object.keys(source)
  const operator = names.find(name => name.startsWith('$'))
  if (operator === undefined) return objectOf(source)
  if (names.length > 1)
    throw new CommandError(15983, 'An object representing an expression must have exactly one field')
  const compile = Object.hasOwn(operators, operator) ? operators[operator] : undefined
  if (!compile) throw new CommandError(168, `Unrecognized expression '${operator}'`)
  return compile(source[operator])
}

function fieldPath(source: string): Expression {
  if (source === '$$ROOT') return doc => doc
  if (source.startsWith('$$')) throw new CommandError(17276, `Use of undefined variable: ${source.slice(2)}`)
  const parts = source.slice(1).split('.')
  if (parts.includes('')) throw new CommandError(40353, `FieldPath must not be empty or have empty parts: ${source}`)
  return doc => valueThrough(doc, parts)
}

/** A path through an array gives an array of what its elements have. */
function valueThrough(value: unknown, parts: string[]): unknown {
  const [name, ...rest] = parts
  if (name === undefined) return value
  if (Array.isArray(value)) {
    return value
      .map(element => (isDoc(element) ? valueThrough(element, parts) : undefined))
      .filter(one => one !== undefined)
  }
  return valueThrough(isDoc(value) ? field(value, name) : undefined, rest)
}

function objectOf(source: Doc): Expression {
  const fields = Object.entries(source).map(([name, inner]) => [name, compileExpression(inner)] as const)
  return doc => {
    const result: Doc = {}
    for (const [name, expression] of fields) {
      const value = expression(doc)
      if (value !== undefined) setField(result, name, value)
    }
    return result
  }
}

function operands(operator: string, source: unknown, count: number): Expression[] {
  const list = Array.isArray(source) ? source : [source]
  if (list.length === count) return list.map(compileExpression)
  throw new CommandError(
    16020,
    `Expression ${operator} takes exactly ${count} arguments. ${list.length} were passed in.`,
  )
}

function comparison(operator: string, verdict: (order: number) => boolean): (source: unknown) => Expression {
  return source => {
    const [one, other] = operands(operator, source, 2)
    return doc => verdict(compare(one!(doc), other!(doc)))
  }
}

/** What counts as no: false, zero, null and missing. */
function isTruthy(value: unknown): boolean {
  if (isNumber(value)) return toNumber(value) !== 0
  return value !== false && value !== null && value !== undefined
}

function cond(source: unknown): Expression {
  const [condition, yes, no] = condParts(source).map(compileExpression)
  return doc => (isTruthy(condition!(doc)) ? yes!(doc) : no!(doc))
}

const condNames = ['if', 'then', 'else']

function condParts(source: unknown): unknown[] {
  if (!isDoc(source)) {
    if (Array.isArray(source) && source.length === 3) return source
    throw new CommandError(16020, 'Expression $cond takes exactly 3 arguments.')
  }
  const odd = Object.keys(source).find(name => !condNames.includes(name))
  if (odd) throw new CommandError(17083, `Unrecognized parameter to $cond: ${odd}`)
  const missing = condNames.find(name => !Object.hasOwn(source, name))
  if (missing) throw new CommandError(17080, `Missing '${missing}' parameter to $cond`)
  return condNames.map(name => source[name])
}

function difference(source: unknown): Expression {
  const [one, other] = operands('$subtract', source, 2)
  return doc => {
    const from = one!(doc) ?? null
    const taken = other!(doc) ?? null
    if (from === null || taken === null) return null
    if (isNumber(from) && isNumber(taken)) return subtract(from, taken)
    if (from instanceof Date && taken instanceof Date) return Long.fromNumber(from.getTime() - taken.getTime())
    if (from instanceof Date && isNumber(taken)) return new Date(from.getTime() - Math.round(toNumber(taken)))
    throw new CommandError(14, `can't $subtract ${typeName(taken)} from ${typeName(from)}`)
  }
}

function dateToString(source: unknown): Expression {
  if (!isDoc(source)) throw new CommandError(18629, '$dateToString only supports an object as its argument')
  const { date, format = '%Y-%m-%dT%H:%M:%S.%LZ', timezone = 'UTC', onNull = null, ...others } = source
  const [odd] = Object.keys(others)
  if (odd) throw new CommandError(18534, `Unrecognized argument to $dateToString: ${odd}`)
  if (date === undefined) throw new CommandError(18628, "Missing 'date' parameter to $dateToString")
  const parts = [date, format, timezone, onNull].map(compileExpression)
  return doc => {
    const [value, pattern, zone, otherwise] = parts.map(part => part(doc))
    if (value === null || value === undefined) return otherwise
    const moment = value instanceof ObjectId ? value.getTimestamp() : value
    if (!(moment instanceof Date))
      throw new CommandError(16006, `can't convert from BSON type ${typeName(value)} to Date`)
    if (typeof pattern !== 'string') throw new CommandError(18533, "$dateToString requires that 'format' be a string")
    if (zone === null || zone === undefined) return null
    return formatDate(moment, pattern, String(zone))
  }
}

function ifNull(source: unknown): Expression {
  const choices = Array.isArray(source) ? source.map(compileExpression) : []
  if (choices.length < 2) throw new CommandError(1257300, '$ifNull needs at least two arguments')
  return doc => {
    const values = choices.map(choice => choice(doc))
    return values.find(value => value !== null && value !== undefined) ?? values.at(-1)
  }
}

const operators: Record<string, (source: unknown) => Expression> = {
  $literal: source => () => source,
  $eq: comparison('$eq', order => order === 0),
  $ne: comparison('$ne', order => order !== 0),
  $gt: comparison('$gt', order => order > 0),
  $gte: comparison('$gte', order => order >= 0),
  $lt: comparison('$lt', order => order < 0),
  $lte: comparison('$lte', order => order <= 0),
  $cond: cond,
  $ifNull: ifNull,
  $subtract: difference,
  $dateToString: dateToString,
}
