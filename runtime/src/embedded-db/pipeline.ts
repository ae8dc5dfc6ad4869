import { Int32, Long } from 'bson'
import { CommandError } from './errors.ts'
import { compileExpression } from './expressions.ts'
import { compileGroup } from './group.ts'
import { compileFilter } from './match.ts'
import { compileProjection, fieldTree, include } from './project.ts'
import { parseSort, sortBy } from './query.ts'
import { eraseAt, valueAt, writeAt } from './update-paths.ts'
import { cloneDoc, type Doc, isDoc, isNumber, show, toNumber } from './values.ts'

/** One step of a report: documents in, new documents out; the ones that came in stay as they are. */
export type Stage = (docs: Doc[]) => Doc[]

const stages: Record<string, (source: unknown) => Stage> = {
  $match(source) {
    const matches = compileFilter(specification('$match', source))
    return docs => docs.filter(doc => matches(doc))
  },
  $group: compileGroup,
  $sort(source) {
    const fields = parseSort(specification('$sort', source))
    if (fields.length === 0) throw new CommandError(15976, '$sort stage must have at least one sort key')
    return docs => sortBy(docs, fields, doc => doc)
  },
  $limit(source) {
    const limit = wholeNumber('$limit', source)
    if (limit === 0) throw new CommandError(15958, 'the limit must be positive')
    return docs => docs.slice(0, limit)
  },
  $skip(source) {
    const skip = wholeNumber('$skip', source)
    return docs => docs.slice(skip)
  },
  $project: source => compileProject(specification('$project', source)),
  $count(source) {
    if (typeof source !== 'string' || source === '' || /[$.\0]/.test(source)) {
      throw new CommandError(
        40156,
        `the count field must be a non-empty string without '$' or '.', not ${show(source)}`,
      )
    }
    return docs => (docs.length === 0 ? [] : [{ [source]: new Int32(docs.length) }])
  },
  $unwind: compileUnwind,
}

/** Turns one stage into a function; throws MongoDB's error for a stage it does not know. */
export function compileStage(stage: Doc): Stage {
  const [[name, source] = ['', undefined], ...rest] = Object.entries(stage)
  if (name === '' || rest.length > 0) {
    throw new CommandError(40323, 'A pipeline stage specification object must contain exactly one field.')
  }
  if (name === '$changeStream') {
    throw new CommandError(40573, 'The $changeStream stage is only supported on replica sets')
  }
  const compile = Object.hasOwn(stages, name) ? stages[name] : undefined
  if (!compile) throw new CommandError(40324, `Unrecognized pipeline stage name: '${name}'`)
  return compile(source)
}

function specification(name: string, source: unknown): Doc {
  if (isDoc(source)) return source
  throw new CommandError(15959, `the ${name} specification must be an object`)
}

function wholeNumber(name: string, source: unknown): number {
  const value = isNumber(source) ? toNumber(source) : -1
  if (Number.isInteger(value) && value >= 0) return value
  throw new CommandError(5107201, `invalid argument to ${name} stage: Expected a non-negative number: ${show(source)}`)
}

/** $project: plain fields as in `find`, and fields computed from expressions. */
function compileProject(source: Doc): Stage {
  const isPlain = (choice: unknown) => typeof choice === 'boolean' || isNumber(choice)
  const computed = Object.entries(source).filter(([, choice]) => !isPlain(choice))
  if (Object.keys(source).length === 0)
    throw new CommandError(51272, 'projection specification must have at least one field')
  if (computed.length === 0) {
    const project = compileProjection(source)
    return docs => docs.map(project)
  }
  const taken = Object.entries(source).filter(([, choice]) => isPlain(choice) && !isNo(choice))
  const odd = Object.entries(source).find(([path, choice]) => isPlain(choice) && isNo(choice) && path !== '_id')
  if (odd) throw new CommandError(31254, `Cannot do exclusion on field ${odd[0]} in inclusion projection`)
  const tree = fieldTree(taken.map(([path]) => path))
  const keepsId = !('_id' in source) || !isNo(source._id)
  const fields = computed.map(([path, expression]) => ({
    parts: path.split('.'),
    value: compileExpression(expression),
  }))
  return docs =>
    docs.map(doc => {
      const result = cloneDoc(include(doc, keepsId ? { ...tree, _id: true } : tree))
      for (const { parts, value } of fields) {
        const given = value(doc)
        if (given === undefined) eraseAt(result, parts)
        else writeAt(result, parts, given)
      }
      return result
    })
}

const isNo = (choice: unknown): boolean => choice === false || (isNumber(choice) && toNumber(choice) === 0)

/** $unwind: one document per element of an array. */
function compileUnwind(source: unknown): Stage {
  const { path, includeArrayIndex, preserveNullAndEmptyArrays, ...others } = isDoc(source) ? source : { path: source }
  const [odd] = Object.keys(others)
  if (odd) throw new CommandError(28811, `unrecognized option to $unwind stage: ${odd}`)
  if (typeof path !== 'string' || !path.startsWith('$')) {
    throw new CommandError(28818, `path option to $unwind stage should be prefixed with a '$': ${show(path)}`)
  }
  const parts = path.slice(1).split('.')
  const positionParts = typeof includeArrayIndex === 'string' ? includeArrayIndex.split('.') : undefined
  const isDeep = parts.length > 1 || positionParts !== undefined
  const copy = (doc: Doc, value: unknown, position: Long | null) => {
    const result = isDeep ? cloneDoc(doc) : { ...doc } // nothing inside is written to, so it can be shared
    if (value !== undefined) writeAt(result, parts, value)
    else eraseAt(result, parts)
    if (positionParts) writeAt(result, positionParts, position)
    return result
  }
  const unwind = (doc: Doc): Doc[] => {
    const value = valueAt(doc, parts)
    if (Array.isArray(value) && value.length > 0) {
      return value.map((element, position) => copy(doc, element, Long.fromNumber(position)))
    }
    const isEmpty = value === undefined || value === null || Array.isArray(value)
    if (!isEmpty) return [copy(doc, value, null)]
    return preserveNullAndEmptyArrays === true ? [copy(doc, value === null ? null : undefined, null)] : []
  }
  return docs => docs.flatMap(unwind)
}
