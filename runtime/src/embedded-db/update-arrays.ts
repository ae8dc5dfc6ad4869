import { BSONRegExp } from 'bson'
import { compare } from './compare.ts'
import { CommandError } from './errors.ts'
import { compareDirected, sortKeyOf } from './index-keys.ts'
import { compileElement } from './match.ts'
import { matchesRegex } from './match-values.ts'
import { parseSort } from './query.ts'
import { type Doc, isDoc, isNumber, show, toNumber, typeName } from './values.ts'

/** Gives the new value of a field from its present one (`undefined`: missing); `undefined` leaves it alone. */
export type Modify = (value: unknown, path: string) => unknown

function arrayOr(value: unknown, path: string, operator: string): unknown[] {
  if (value === undefined) return []
  if (Array.isArray(value)) return value
  if (operator === '$push' || operator === '$addToSet') {
    throw new CommandError(2, `The field '${path}' must be an array but is of type ${typeName(value)}`)
  }
  throw new CommandError(2, `Cannot apply ${operator} to a non-array value`)
}

export function push(operand: unknown): Modify {
  const { added, position, slice, arrange } = pushClauses(operand)
  return (value, path) => {
    const present = arrayOr(value, path, '$push')
    const at = position === undefined ? present.length : position
    const from = at < 0 ? Math.max(0, present.length + at) : Math.min(at, present.length)
    const all = arrange([...present.slice(0, from), ...added, ...present.slice(from)])
    if (slice === undefined) return all
    return slice >= 0 ? all.slice(0, slice) : all.slice(slice)
  }
}

const pushNames = new Set(['$each', '$position', '$slice', '$sort'])

function pushClauses(operand: unknown) {
  if (!isDoc(operand) || !('$each' in operand)) {
    return { added: [operand], position: undefined, slice: undefined, arrange: (all: unknown[]) => all }
  }
  const unknown = Object.keys(operand).find(name => !pushNames.has(name))
  if (unknown) throw new CommandError(2, `Unrecognized clause in $push: ${unknown}`)
  if (!Array.isArray(operand.$each)) {
    throw new CommandError(
      2,
      `The argument to $each in $push must be an array but it was of type: ${typeName(operand.$each)}`,
    )
  }
  return {
    added: operand.$each,
    position: wholeClause(operand, '$position'),
    slice: wholeClause(operand, '$slice'),
    arrange: arrangement(operand.$sort),
  }
}

function wholeClause(operand: Doc, name: string): number | undefined {
  const value = operand[name]
  if (value === undefined) return undefined
  if (isNumber(value) && Number.isInteger(toNumber(value))) return toNumber(value)
  throw new CommandError(2, `The value for ${name} must be an integer value but was given type: ${typeName(value)}`)
}

function arrangement(sort: unknown): (all: unknown[]) => unknown[] {
  if (sort === undefined) return all => all
  if (isNumber(sort) && Math.abs(toNumber(sort)) === 1) return all => all.sort((a, b) => compare(a, b) * toNumber(sort))
  if (!isDoc(sort) || Object.keys(sort).length === 0) {
    throw new CommandError(
      2,
      `The $sort is invalid: use 1/-1 to sort the whole element, or {field:1/-1} to sort embedded fields`,
    )
  }
  const fields = parseSort(sort)
  const keyOf = (element: unknown) => sortKeyOf(isDoc(element) ? element : {}, fields)
  return all => all.sort((one, other) => compareDirected(keyOf(one), keyOf(other), fields))
}

export function addToSet(operand: unknown): Modify {
  const isList = isDoc(operand) && '$each' in operand
  const added = isList ? operand.$each : [operand]
  if (!Array.isArray(added)) {
    throw new CommandError(
      14,
      `The argument to $each in $addToSet must be an array but it was of type ${typeName(added)}`,
    )
  }
  return (value, path) => {
    const all = [...arrayOr(value, path, '$addToSet')]
    const before = all.length
    for (const one of added) if (!all.some(other => compare(one, other) === 0)) all.push(one)
    return value !== undefined && all.length === before ? undefined : all
  }
}

export function pull(operand: unknown): Modify {
  return removal('$pull', pulled(operand))
}

/** $pull takes a condition on an element's fields, one on the element itself, or a plain value. */
function pulled(operand: unknown): (element: unknown) => boolean {
  if (operand instanceof BSONRegExp) return matchesRegex(operand.pattern, operand.options)
  if (isDoc(operand) && Object.keys(operand).length > 0) return compileElement(operand)
  if (isDoc(operand)) return isDoc // an empty condition, which every document satisfies
  return element => compare(element, operand) === 0
}

export function pullAll(operand: unknown): Modify {
  if (!Array.isArray(operand)) {
    throw new CommandError(2, `$pullAll requires an array argument but was given a ${typeName(operand)}`)
  }
  return removal('$pullAll', element => operand.some(one => compare(element, one) === 0))
}

function removal(operator: string, isRemoved: (element: unknown) => boolean): Modify {
  return (value, path) => {
    if (value === undefined) return undefined
    const present = arrayOr(value, path, operator)
    const rest = present.filter(element => !isRemoved(element))
    return rest.length === present.length ? undefined : rest
  }
}

export function pop(operand: unknown): Modify {
  const end = isNumber(operand) ? toNumber(operand) : undefined
  if (end !== 1 && end !== -1) throw new CommandError(9, `$pop expects 1 or -1, found: ${show(operand)}`)
  return (value, path) => {
    if (value === undefined) return undefined
    if (!Array.isArray(value)) {
      throw new CommandError(14, `Path '${path}' contains an element of non-array type '${typeName(value)}'`)
    }
    return end === 1 ? value.slice(0, -1) : value.slice(1)
  }
}
