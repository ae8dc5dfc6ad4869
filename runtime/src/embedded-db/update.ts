import { Double, Int32, Long, Timestamp } from 'bson'
import { compare } from './compare.ts'
import { CommandError } from './errors.ts'
import { addToSet, type Modify, pop, pull, pullAll, push } from './update-arrays.ts'
import { add, multiply } from './update-numbers.ts'
import { crossesArray, eraseAt, expandPath, type Positions, valueAt, writeAt } from './update-paths.ts'
import { cloneDoc, type Doc, isDoc, isIdentical, isLong, isNumber, show, typeName } from './values.ts'

/** Changes a document of one's own; `isInsert` during an upsert that inserts. */
type Change = { parts: string[]; apply(doc: Doc, parts: string[], isInsert: boolean): void }

const set =
  (operand: unknown): Modify =>
  () =>
    operand

function limit(sign: 1 | -1): (operand: unknown) => Modify {
  return operand => value => (value === undefined || compare(operand, value) * sign > 0 ? operand : undefined)
}

function arithmetic(operator: '$inc' | '$mul', calculate: typeof add): (operand: unknown) => Modify {
  return operand => {
    const verb = operator === '$inc' ? 'increment' : 'multiply'
    if (!isNumber(operand)) throw new CommandError(14, `Cannot ${verb} with non-numeric argument: ${show(operand)}`)
    return (value, path) => {
      if (value === undefined) return operator === '$inc' ? operand : multiply(zeroLike(operand), operand)
      if (isNumber(value)) return calculate(value, operand)
      const problem = `has the field '${path}' of non-numeric type ${typeName(value)}`
      throw new CommandError(14, `Cannot apply ${operator} to a value of non-numeric type. The document ${problem}`)
    }
  }
}

function zeroLike(operand: unknown): Int32 | Double | Long {
  if (operand instanceof Double) return new Double(0)
  return isLong(operand) ? Long.ZERO : new Int32(0)
}

function currentDate(operand: unknown): Modify {
  const type = isDoc(operand) ? operand.$type : operand
  if (type === 'timestamp') return () => new Timestamp({ t: Math.floor(Date.now() / 1000), i: 1 })
  if (typeof type === 'boolean' || type === 'date') return () => new Date()
  throw new CommandError(2, `${show(operand)} is not valid for $currentDate`)
}

/** The operators that give one field a new value. */
const modifiers: Record<string, (operand: unknown) => Modify> = {
  $set: set,
  $setOnInsert: set,
  $inc: arithmetic('$inc', add),
  $mul: arithmetic('$mul', multiply),
  $min: limit(-1),
  $max: limit(1),
  $currentDate: currentDate,
  $push: push,
  $addToSet: addToSet,
  $pull: pull,
  $pullAll: pullAll,
  $pop: pop,
}

function changesOf(operator: string, path: string, operand: unknown): Change[] {
  const parts = checkedPath(path)
  if (operator === '$unset') return [{ parts, apply: eraseAt }]
  if (operator === '$rename') return rename(parts, operand)
  const modify = modifiers[operator]
  if (!modify) throw unknownModifier(operator)
  const change = modify(operand)
  const apply: Change['apply'] = (doc, at, isInsert) => {
    if (operator === '$setOnInsert' && !isInsert) return
    const value = change(valueAt(doc, at), path)
    if (value !== undefined) writeAt(doc, at, value)
  }
  return [{ parts, apply }]
}

function rename(from: string[], operand: unknown): Change[] {
  if (typeof operand !== 'string')
    throw new CommandError(2, `The 'to' field for $rename must be a string: ${show(operand)}`)
  const to = checkedPath(operand)
  const apply: Change['apply'] = doc => {
    const value = valueAt(doc, from)
    if (value === undefined) return
    if (crossesArray(doc, from))
      throw new CommandError(2, `The source field cannot be an array element, '${from.join('.')}'`)
    if (crossesArray(doc, to))
      throw new CommandError(2, `The destination field cannot be an array element, '${operand}'`)
    eraseAt(doc, from)
    writeAt(doc, to, value)
  }
  return [
    { parts: from, apply: () => undefined },
    { parts: to, apply },
  ]
}

function checkedPath(path: string): string[] {
  const parts = path.split('.')
  if (parts.includes('')) {
    throw new CommandError(56, `The update path '${path}' contains an empty field name, which is not allowed.`)
  }
  if (parts[0]?.startsWith('$')) {
    throw new CommandError(
      52,
      `The dollar ($) prefixed field '${parts[0]}' in '${path}' is not allowed in the context of an update's path.`,
    )
  }
  return parts
}

const unknownModifier = (operator: string): CommandError =>
  new CommandError(
    9,
    `Unknown modifier: ${operator}. Expected a valid update modifier or pipeline-style update specified as an array`,
  )

/** An update made ready: whether it replaces the document, and how it makes the new one. */
export type Update = {
  isReplacement: boolean
  /** The names of array filters that the paths mention. */
  filterNames: string[]
  apply(doc: Doc, positions: Positions, isInsert?: boolean): Doc
}

/** Reads an update document; throws MongoDB's error for what it does not know or what conflicts. */
export function compileUpdate(update: unknown): Update {
  if (!isDoc(update)) throw new CommandError(9, 'Update argument must be an object: pipelines are not known here')
  if (!Object.keys(update)[0]?.startsWith('$')) return replacement(update)
  const changes = Object.entries(update).flatMap(([operator, fields]) => {
    if (!Object.hasOwn(modifiers, operator) && operator !== '$unset' && operator !== '$rename')
      throw unknownModifier(operator)
    if (!isDoc(fields)) {
      throw new CommandError(
        9,
        `Modifiers operate on fields but we found type ${typeName(fields)} instead. For example: {$mod: {<field>: ...}}`,
      )
    }
    return Object.entries(fields).flatMap(([path, operand]) => changesOf(operator, path, operand))
  })
  changes.sort((one, other) => comparePaths(one.parts, other.parts))
  refuseConflicts(changes)
  return {
    isReplacement: false,
    filterNames: changes.flatMap(({ parts }) => parts.flatMap(part => /^\$\[(.+)\]$/.exec(part)?.[1] ?? [])),
    apply(doc, positions, isInsert = false) {
      const result = cloneDoc(doc)
      for (const { parts, apply } of changes) {
        const paths = parts.some(part => part.startsWith('$')) ? expandPath(result, parts, positions) : [parts]
        for (const path of paths) apply(result, path, isInsert)
      }
      refuseChangedId(doc, result)
      return result
    },
  }
}

function replacement(update: Doc): Update {
  const dollar = Object.keys(update).find(name => name.startsWith('$'))
  if (dollar) throw new CommandError(52, `The dollar ($) prefixed field '${dollar}' is not valid for storage.`)
  return {
    isReplacement: true,
    filterNames: [],
    apply(doc) {
      const { _id = doc._id, ...rest } = update
      const result = _id === undefined ? rest : { _id, ...rest }
      refuseChangedId(doc, result)
      return result
    },
  }
}

/** MongoDB changes fields in the order of their paths, positions by their number. */
function comparePaths(one: string[], other: string[]): number {
  for (let index = 0; index < Math.min(one.length, other.length); index++) {
    const left = one[index]!
    const right = other[index]!
    if (left === right) continue
    const areNumbers = /^\d+$/.test(left) && /^\d+$/.test(right)
    return (areNumbers ? Number(left) - Number(right) : 0) || (left < right ? -1 : 1)
  }
  return one.length - other.length
}

/** Two changes may not touch the same field, nor one a field inside the other's; sorted paths have them side by side. */
function refuseConflicts(changes: Change[]): void {
  changes.forEach(({ parts }, index) => {
    const previous = changes[index - 1]?.parts
    if (!previous?.every((part, at) => part === parts[at])) return
    const message = `Updating the path '${parts.join('.')}' would create a conflict at '${previous.join('.')}'`
    throw new CommandError(40, message)
  })
}

function refuseChangedId(before: Doc, after: Doc): void {
  if (before._id === undefined || isIdentical(before._id, after._id)) return
  throw new CommandError(66, "Performing an update on the path '_id' would modify the immutable field '_id'")
}
