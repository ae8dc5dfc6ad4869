import { BSONRegExp } from 'bson'
import { CommandError } from './errors.ts'
import { isOperators } from './match-values.ts'
import { valueAt, writeAt } from './update-paths.ts'
import { clone, type Doc, isDoc } from './values.ts'

/** The document an upsert starts from: what the filter says fields are equal to. */
export function docFromFilter(filter: Doc): Doc {
  const doc: Doc = {}
  addEqualities(doc, filter)
  return doc
}

function addEqualities(doc: Doc, filter: Doc): void {
  for (const [name, condition] of Object.entries(filter)) {
    const clauses = Array.isArray(condition) ? condition.filter(isDoc) : []
    if (name === '$and' || (name === '$or' && clauses.length === 1)) {
      for (const clause of clauses) addEqualities(doc, clause)
    } else if (!name.startsWith('$')) {
      addEquality(doc, name, condition)
    }
  }
}

function addEquality(doc: Doc, path: string, condition: unknown): void {
  if (condition instanceof BSONRegExp) return
  if (isOperators(condition) && !('$eq' in condition)) return
  const value = isOperators(condition) ? condition.$eq : condition
  const parts = path.split('.')
  if (valueAt(doc, parts) !== undefined) {
    throw new CommandError(54, `cannot infer query fields to set, path '${path}' is matched twice`)
  }
  writeAt(doc, parts, clone(value))
}
