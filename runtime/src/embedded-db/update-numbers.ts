import { Double, Int32, Long } from 'bson'
import { CommandError } from './errors.ts'
import { isLong, type NumberValue, toNumber } from './values.ts'

const MAX_INT32 = 2 ** 31 - 1
const MAX_INT64 = 2n ** 63n - 1n

/** Adds as MongoDB does: the result has the wider type of the two, and grows from 32 to 64 bits when it must. */
export const add = (one: NumberValue, other: NumberValue): NumberValue =>
  calculate(
    one,
    other,
    (left, right) => left + right,
    (left, right) => left + right,
  )

export const subtract = (one: NumberValue, other: NumberValue): NumberValue =>
  calculate(
    one,
    other,
    (left, right) => left - right,
    (left, right) => left - right,
  )

export const multiply = (one: NumberValue, other: NumberValue): NumberValue =>
  calculate(
    one,
    other,
    (left, right) => left * right,
    (left, right) => left * right,
  )

function calculate(
  one: NumberValue,
  other: NumberValue,
  onDoubles: (left: number, right: number) => number,
  onIntegers: (left: bigint, right: bigint) => bigint,
): NumberValue {
  if (one instanceof Double || other instanceof Double) return new Double(onDoubles(toNumber(one), toNumber(other)))
  const result = onIntegers(wide(one), wide(other))
  const size = result < 0n ? -result - 1n : result
  if (size > MAX_INT64) throw new CommandError(2, `Failed to apply the operation: ${one} and ${other} overflow 64 bits`)
  const isShort = one instanceof Int32 && other instanceof Int32 && size <= MAX_INT32
  return isShort ? new Int32(Number(result)) : Long.fromBigInt(result)
}

const wide = (value: NumberValue): bigint => (isLong(value) ? value.toBigInt() : BigInt(value.value))
