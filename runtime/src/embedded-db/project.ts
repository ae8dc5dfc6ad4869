import { CommandError } from './errors.ts'
import { type Doc, isDoc, isNumber, setField, toNumber } from './values.ts'

/** A tree of the chosen fields: `true` takes or leaves out all of a field. */
export type FieldTree = { [name: string]: FieldTree | true }

/** Turns a projection of plain fields into a function that builds new documents and leaves the stored ones alone. */
export function compileProjection(projection: Doc): (doc: Doc) => Doc {
  const choices = flatten(projection)
  if (choices.length === 0) return doc => doc
  const decisive = choices.find(([path]) => path !== '_id') ?? choices[0]!
  const isInclusion = decisive[1]
  const odd = choices.find(([path, isTaken]) => path !== '_id' && isTaken !== isInclusion)
  if (odd) throw mixed(odd[0], isInclusion)
  const takesId = choices.find(([path]) => path === '_id')?.[1] ?? true
  const tree = fieldTree(choices.map(([path]) => path).filter(path => path !== '_id'))
  if (isInclusion) return takesId ? doc => include(doc, { ...tree, _id: true }) : doc => include(doc, tree)
  return takesId ? doc => exclude(doc, tree) : doc => exclude(doc, { ...tree, _id: true })
}

function mixed(path: string, isInclusion: boolean): CommandError {
  if (isInclusion) return new CommandError(31254, `Cannot do exclusion on field ${path} in inclusion projection`)
  return new CommandError(31253, `Cannot do inclusion on field ${path} in exclusion projection`)
}

/** `{ a: { b: 1 } }` and `{ 'a.b': 1 }` say the same. */
function flatten(projection: Doc, prefix = ''): [path: string, isTaken: boolean][] {
  return Object.entries(projection).flatMap(([name, choice]) => {
    const path = prefix + name
    if (name.startsWith('$')) throw new CommandError(31325, `Unknown expression ${name}`)
    if (path.split('.').includes('$')) throw new CommandError(2, 'positional projection is not known here')
    if (isDoc(choice) && Object.keys(choice).length > 0) return flatten(choice, `${path}.`)
    if (typeof choice === 'boolean') return [[path, choice]]
    if (isNumber(choice)) return [[path, toNumber(choice) !== 0]]
    throw new CommandError(2, `The projection of '${path}' must be 0, 1, true or false`)
  })
}

/** Joins paths into a tree; throws when one lies inside another. */
export function fieldTree(paths: string[]): FieldTree {
  const tree: FieldTree = {}
  for (const path of paths) {
    const parts = path.split('.')
    const last = parts.pop()!
    let level = tree
    for (const part of parts) {
      const next = Object.hasOwn(level, part) ? level[part] : {}
      if (next === true || next === undefined) throw new CommandError(31249, `Path collision at ${path}`)
      level[part] = next
      level = next
    }
    if (Object.hasOwn(level, last)) throw new CommandError(31250, `Path collision at ${path}`)
    level[last] = true
  }
  return tree
}

/** The fields of the tree, in the order the document has them. */
export function include(doc: Doc, tree: FieldTree): Doc {
  const result: Doc = {}
  for (const name of Object.keys(doc)) {
    const inner = Object.hasOwn(tree, name) ? tree[name] : undefined
    const value = inner === true ? doc[name] : inner && includeInside(doc[name], inner)
    if (value !== undefined) setField(result, name, value)
  }
  return result
}

function includeInside(value: unknown, tree: FieldTree): unknown {
  if (isDoc(value)) return include(value, tree)
  if (!Array.isArray(value)) return undefined
  return value.map(element => includeInside(element, tree)).filter(element => element !== undefined)
}

/** The document without the fields of the tree. */
function exclude(doc: Doc, tree: FieldTree): Doc {
  const result: Doc = {}
  for (const name of Object.keys(doc)) {
    const inner = Object.hasOwn(tree, name) ? tree[name] : undefined
    if (inner !== true) setField(result, name, inner ? excludeInside(doc[name], inner) : doc[name])
  }
  return result
}

function excludeInside(value: unknown, tree: FieldTree): unknown {
  if (Array.isArray(value)) return value.map(element => excludeInside(element, tree))
  return isDoc(value) ? exclude(value, tree) : value
}
