import { CommandError } from './errors.ts'
import { type Doc, isDoc, isNumber, toNumber, typeName } from './values.ts'

/** The full name of the collection a command is about. */
export function namespaceOf(command: Doc): string {
  const [name] = Object.values(command)
  if (typeof name !== 'string' || name === '') {
    throw new CommandError(73, `collection name has invalid type ${typeName(name)}`)
  }
  return `${databaseOf(command)}.${name}`
}

export const databaseOf = (command: Doc): string => (typeof command.$db === 'string' ? command.$db : 'test')

/** A field that holds a document; an empty one when it is not given. */
export function docArgument(command: Doc, name: string): Doc {
  const value = command[name] ?? {}
  if (isDoc(value)) return value
  throw wrongType(name, value, 'object')
}

/** A field that holds documents. */
export function docsArgument(command: Doc, name: string): Doc[] {
  const value = command[name] ?? []
  if (Array.isArray(value) && value.every(isDoc)) return value
  throw wrongType(name, value, 'array of objects')
}

/** A field that holds a whole number of at least zero. */
export function countArgument(command: Doc, name: string): number | undefined {
  const value = command[name]
  if (value === undefined || value === null) return undefined
  if (!isNumber(value)) throw wrongType(name, value, 'number')
  const count = toNumber(value)
  if (Number.isInteger(count) && count >= 0) return count
  throw new CommandError(51024, `BSON field '${name}' value must be >= 0, actual value '${count}'`)
}

/** A field that is a yes or no; a number counts as yes unless zero. */
export function flagArgument(command: Doc, name: string, otherwise = false): boolean {
  const value = command[name]
  if (value === undefined || value === null) return otherwise
  if (typeof value === 'boolean') return value
  if (isNumber(value)) return toNumber(value) !== 0
  throw wrongType(name, value, 'bool')
}

const wrongType = (name: string, value: unknown, wanted: string): CommandError =>
  new CommandError(14, `BSON field '${name}' is the wrong type '${typeName(value)}', expected type '${wanted}'`)
