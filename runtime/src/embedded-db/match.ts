import { BSONRegExp } from 'bson'
import { CommandError } from './errors.ts'
import { equalTo, isOperators, matchesRegex, ofSize, ofType, oneOf, ordered, type ValueTest } from './match-values.ts'
import { someValue, splitPath } from './paths.ts'
import { type Doc, isDoc, isNumber, show, toNumber } from './values.ts'

/** Filled by a match: the position of the array element that satisfied it, for the update operator `$`. */
export type MatchFound = { position?: number }
/** Says whether a document satisfies a filter. */
export type Matcher = (doc: unknown, found?: MatchFound) => boolean

/** Turns a filter into a test; throws MongoDB's error for what it does not know. */
export function compileFilter(filter: Doc): Matcher {
  const tests = Object.entries(filter).flatMap(([name, condition]) => compileClause(name, condition))
  if (tests.length === 1) return tests[0]!
  return (doc, found) => tests.every(test => test(doc, found))
}

function compileClause(name: string, condition: unknown): Matcher[] {
  if (name === '$and') return compileList(name, condition)
  if (name === '$or') {
    const tests = compileList(name, condition)
    return [(doc, found) => tests.some(test => test(doc, found))]
  }
  if (name === '$nor') {
    const tests = compileList(name, condition)
    return [doc => !tests.some(test => test(doc))]
  }
  if (name === '$comment') return []
  if (name.startsWith('$')) throw new CommandError(2, `unknown top level operator: ${name}`)
  return compileCondition(splitPath(name), condition)
}

function compileList(name: string, list: unknown): Matcher[] {
  if (!Array.isArray(list) || list.length === 0) throw new CommandError(2, `${name} must be a nonempty array`)
  return list.map(clause => {
    if (!isDoc(clause)) throw new CommandError(2, `${name}: entries need to be full objects`)
    return compileFilter(clause)
  })
}

function compileCondition(parts: string[], condition: unknown): Matcher[] {
  if (condition instanceof BSONRegExp) return [anyValue(parts, matchesRegex(condition.pattern, condition.options))]
  if (!isOperators(condition)) return [anyValue(parts, equalTo(condition))]
  return Object.entries(condition).flatMap(([operator, operand]) =>
    compileOperator(parts, operator, operand, condition),
  )
}

function anyValue(parts: string[], test: ValueTest): Matcher {
  return (doc, found) =>
    someValue(doc, parts, (value, position) => {
      if (!test(value)) return false
      if (found && position !== undefined) found.position = position
      return true
    })
}

const not =
  (tests: Matcher[]): Matcher =>
  doc =>
    !tests.every(test => test(doc))

function compileOperator(parts: string[], operator: string, operand: unknown, siblings: Doc): Matcher[] {
  switch (operator) {
    case '$eq':
      return [anyValue(parts, equalTo(operand))]
    case '$ne':
      if (operand instanceof BSONRegExp) throw new CommandError(2, "Can't have regex as arg to $ne.")
      return [not([anyValue(parts, equalTo(operand))])]
    case '$in':
      return [anyValue(parts, oneOf(operator, operand))]
    case '$nin':
      return [not([anyValue(parts, oneOf(operator, operand))])]
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      return [anyValue(parts, ordered(operator, operand))]
    case '$exists':
      return [existence(parts, operand)]
    case '$type':
      return [anyValue(parts, ofType(operand))]
    case '$size': {
      const test = ofSize(operand)
      return [doc => someValue(doc, parts, test, false)]
    }
    case '$all':
      return compileAll(parts, operand)
    case '$elemMatch':
      return [compileElemMatch(parts, operand)]
    case '$not':
      return [compileNot(parts, operand)]
    case '$regex':
      return [compileRegexOperator(parts, operand, siblings.$options)]
    case '$options':
      if (!('$regex' in siblings)) throw new CommandError(2, '$options needs a $regex')
      return []
    default:
      throw new CommandError(2, `unknown operator: ${operator}`)
  }
}

function existence(parts: string[], operand: unknown): Matcher {
  const exists = anyValue(parts, value => value !== undefined)
  const isWanted = isNumber(operand) ? toNumber(operand) !== 0 : operand !== false && operand !== null
  return isWanted ? exists : not([exists])
}

function compileAll(parts: string[], operand: unknown): Matcher[] {
  if (!Array.isArray(operand)) throw new CommandError(2, '$all needs an array')
  if (operand.length === 0) return [() => false]
  return operand.map(wanted => {
    if (isDoc(wanted) && '$elemMatch' in wanted) return compileElemMatch(parts, wanted.$elemMatch)
    if (isOperators(wanted)) throw new CommandError(2, 'no $ expressions in $all')
    return anyValue(parts, oneOf('$all', [wanted]))
  })
}

function compileElemMatch(parts: string[], operand: unknown): Matcher {
  if (!isDoc(operand)) throw new CommandError(2, '$elemMatch needs an Object')
  const matches = compileElement(operand)
  return (doc, found) =>
    someValue(
      doc,
      parts,
      (value, outer) => {
        const position = Array.isArray(value) ? value.findIndex(element => matches(element)) : -1
        if (position < 0) return false
        if (found) found.position = outer ?? position
        return true
      },
      false,
    )
}

/** A condition on one array element: on the element itself when written with operators, else on its fields. */
export function compileElement(condition: Doc): (element: unknown) => boolean {
  const isOnElement = isOperators(condition) && !['$and', '$or', '$nor'].includes(Object.keys(condition)[0] ?? '')
  if (!isOnElement) {
    const matches = compileFilter(condition)
    return element => isDoc(element) && matches(element)
  }
  const tests = compileCondition([], condition) // an empty path is the element itself, even when it is an array
  return element => tests.every(test => test(element))
}

function compileNot(parts: string[], operand: unknown): Matcher {
  if (operand instanceof BSONRegExp) return not(compileCondition(parts, operand))
  if (!isDoc(operand)) throw new CommandError(2, '$not needs a regex or a document')
  if (Object.keys(operand).length === 0) throw new CommandError(2, '$not cannot be empty')
  if (!isOperators(operand)) throw new CommandError(2, `unknown operator: ${Object.keys(operand)[0]}`)
  return not(compileCondition(parts, operand))
}

function compileRegexOperator(parts: string[], operand: unknown, options: unknown): Matcher {
  if (options !== undefined && typeof options !== 'string') throw new CommandError(2, '$options has to be a string')
  if (operand instanceof BSONRegExp) {
    return anyValue(parts, matchesRegex(operand.pattern, options ?? operand.options))
  }
  if (typeof operand !== 'string') throw new CommandError(2, `$regex has to be a string, not ${show(operand)}`)
  return anyValue(parts, matchesRegex(operand, options ?? ''))
}
