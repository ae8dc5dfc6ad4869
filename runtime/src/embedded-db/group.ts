import { Double, Int32 } from 'bson'
import { compare, groupingKey } from './compare.ts'
import { CommandError } from './errors.ts'
import { compileExpression } from './expressions.ts'
import { add } from './update-numbers.ts'
import { type Doc, isDoc, isNumber, type NumberValue, setField, toNumber } from './values.ts'

/** Takes the values of one group, one by one, and gives what they come to. */
type Accumulator = { take(value: unknown): void; result(): unknown }

function sum(): Accumulator {
  let total: NumberValue = new Int32(0)
  return {
    take: value => {
      if (isNumber(value)) total = add(total, value)
    },
    result: () => total,
  }
}

function average(): Accumulator {
  let total = 0
  let count = 0
  return {
    take: value => {
      if (!isNumber(value)) return
      total += toNumber(value)
      count++
    },
    result: () => (count === 0 ? null : new Double(total / count)),
  }
}

function extreme(sign: 1 | -1): () => Accumulator {
  return () => {
    let best: unknown = null
    return {
      take: value => {
        if (value === undefined || value === null) return
        if (best === null || compare(value, best) * sign > 0) best = value
      },
      result: () => best,
    }
  }
}

function first(): Accumulator {
  let isTaken = false
  let kept: unknown = null
  return {
    take: value => {
      if (!isTaken) kept = value ?? null
      isTaken = true
    },
    result: () => kept,
  }
}

function last(): Accumulator {
  let kept: unknown = null
  return {
    take: value => {
      kept = value ?? null
    },
    result: () => kept,
  }
}

const accumulators: Record<string, () => Accumulator> = {
  $sum: sum,
  $avg: average,
  $min: extreme(-1),
  $max: extreme(1),
  $first: first,
  $last: last,
}

/** $group: one document per different `_id`. */
export function compileGroup(source: unknown): (docs: Doc[]) => Doc[] {
  if (!isDoc(source)) throw new CommandError(15947, "a group's fields must be specified in an object")
  if (!('_id' in source)) throw new CommandError(15955, 'a group specification must include an _id')
  const { _id, ...others } = source
  const idOf = compileExpression(_id)
  const fields = Object.entries(others).map(([name, accumulation]) => ({
    name,
    ...compileAccumulation(name, accumulation),
  }))
  return docs => {
    const groups = new Map<string, { id: unknown; results: Accumulator[] }>()
    for (const doc of docs) {
      const id = idOf(doc) ?? null
      const key = groupingKey(id)
      const group = groups.get(key) ?? { id, results: fields.map(({ create }) => create()) }
      groups.set(key, group)
      fields.forEach(({ expression }, at) => {
        group.results[at]!.take(expression(doc))
      })
    }
    return [...groups.values()].map(({ id, results }) => {
      const result: Doc = { _id: id }
      fields.forEach(({ name }, at) => {
        setField(result, name, results[at]!.result())
      })
      return result
    })
  }
}

function compileAccumulation(name: string, accumulation: unknown) {
  const [[operator, operand] = ['', undefined], ...rest] = isDoc(accumulation) ? Object.entries(accumulation) : []
  if (operator === '') throw new CommandError(40234, `The field '${name}' must be an accumulator object`)
  if (rest.length > 0) throw new CommandError(40238, `The field '${name}' must specify one accumulator`)
  const create = Object.hasOwn(accumulators, operator) ? accumulators[operator] : undefined
  if (!create) throw new CommandError(15952, `unknown group operator '${operator}'`)
  return { create, expression: compileExpression(operand) }
}
