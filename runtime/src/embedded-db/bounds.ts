import { BSONRegExp } from 'bson'
import { compare, typeRank } from './compare.ts'
import { isOperators } from './match-values.ts'
import { bsonType, type Doc, isDoc, typeName } from './values.ts'

type Limit = { value: unknown; isInclusive: boolean }
/** What a filter says about one path: the only values it can have, or a range within one type. */
export type Bound = { points?: unknown[]; lower?: Limit; upper?: Limit }

/** What a filter's conjunction says about each path, as far as an index can use it. */
export function boundsOf(filter: Doc, bounds = new Map<string, Bound>()): Map<string, Bound> {
  for (const [name, condition] of Object.entries(filter)) {
    if (name === '$and' && Array.isArray(condition)) {
      for (const clause of condition) if (isDoc(clause)) boundsOf(clause, bounds)
    } else if (!name.startsWith('$')) {
      const bound = { ...bounds.get(name) }
      addCondition(bound, condition)
      bounds.set(name, bound)
    }
  }
  return bounds
}

function addCondition(bound: Bound, condition: unknown): void {
  if (!isOperators(condition)) {
    addPoints(bound, [condition])
    return
  }
  for (const [operator, operand] of Object.entries(condition)) {
    if (operator === '$eq') addPoints(bound, [operand])
    if (operator === '$in' && Array.isArray(operand)) addPoints(bound, operand)
    if (!isRangeValue(operand)) continue
    if (operator === '$gt' || operator === '$gte') {
      bound.lower ??= { value: operand, isInclusive: operator === '$gte' }
    }
    if (operator === '$lt' || operator === '$lte') {
      bound.upper ??= { value: operand, isInclusive: operator === '$lte' }
    }
  }
}

function addPoints(bound: Bound, values: unknown[]): void {
  if (bound.points || !values.every(isPointValue)) return
  const sorted = [...values].sort(compare)
  bound.points = sorted.filter((value, index) => index === 0 || compare(value, sorted[index - 1]) !== 0)
}

/** A value whose equality an index finds: an array is kept there element by element. */
const isPointValue = (value: unknown): boolean =>
  value !== undefined && !Array.isArray(value) && !(value instanceof BSONRegExp) && !isOperators(value) && !isKey(value)

const isKey = (value: unknown): boolean => ['MinKey', 'MaxKey'].includes(bsonType(value))

const rangeTypes = new Set(['string', 'int', 'long', 'double', 'date', 'objectId', 'bool', 'binData'])
const isRangeValue = (value: unknown): boolean => rangeTypes.has(typeName(value))

/** Where a value lies: -1 below the range, 0 in it, 1 above. A value of another type is never in it. */
export function placeInRange(value: unknown, { lower, upper }: Bound): number {
  const byType = typeRank(value) - typeRank((lower ?? upper)?.value)
  if (byType !== 0) return Math.sign(byType)
  if (lower) {
    const order = compare(value, lower.value)
    if (order < 0 || (order === 0 && !lower.isInclusive)) return -1
  }
  if (!upper) return 0
  const order = compare(value, upper.value)
  return order > 0 || (order === 0 && !upper.isInclusive) ? 1 : 0
}

/** Says whether every document within the bounds satisfies a partial index's filter too, as far as is plain to see. */
export function implies(bounds: Map<string, Bound>, partialFilter: Doc): boolean {
  return Object.entries(partialFilter).every(([path, wanted]) => {
    if (path.startsWith('$')) return false
    const bound = bounds.get(path)
    return bound !== undefined && boundImplies(bound, wanted)
  })
}

function boundImplies(bound: Bound, wanted: unknown): boolean {
  if (!isOperators(wanted)) return hasOnlyPoints(bound, value => compare(value, wanted) === 0)
  return Object.entries(wanted).every(([operator, operand]) => {
    if (operator === '$exists') {
      return operand === true && (isRanged(bound) || hasOnlyPoints(bound, value => value !== null))
    }
    if (operator === '$eq') return hasOnlyPoints(bound, value => compare(value, operand) === 0)
    if (operator === '$in' && Array.isArray(operand)) {
      return hasOnlyPoints(bound, value => operand.some(choice => compare(choice, value) === 0))
    }
    if (operator === '$type' && typeof operand === 'string') {
      return hasOnlyPoints(bound, value => typeName(value) === operand)
    }
    return false
  })
}

const isRanged = (bound: Bound): boolean => bound.lower !== undefined || bound.upper !== undefined

const hasOnlyPoints = (bound: Bound, test: (value: unknown) => boolean): boolean =>
  bound.points !== undefined && bound.points.length > 0 && bound.points.every(test)
