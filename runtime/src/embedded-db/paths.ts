import { field, isDoc, isPosition } from './values.ts'

/** Receives one value found at a path (`undefined`: missing) and the position in the array that led to it. */
export type Visit = (value: unknown, position: number | undefined) => boolean

/**
 * Tries the values a query sees at a path: arrays on the way are searched element by element, an array at the end gives
 * each element and then itself (only itself with `leafArrays` false). True as soon as `visit` accepts one.
 */
export function someValue(holder: unknown, parts: string[], visit: Visit, leafArrays = true, from = 0): boolean {
  let value = holder
  for (let index = from; index < parts.length; index++) {
    if (!isDoc(value)) return visit(undefined, undefined)
    value = field(value, parts[index]!)
    if (Array.isArray(value)) return someElement(value, parts, visit, leafArrays, index + 1)
  }
  return visit(value, undefined)
}

function someElement(array: unknown[], parts: string[], visit: Visit, leafArrays: boolean, from: number): boolean {
  if (from === parts.length) {
    return (leafArrays && array.some((element, position) => visit(element, position))) || visit(array, undefined)
  }
  const part = parts[from]!
  const named = isPosition(part) ? Number(part) : -1
  return array.some((element, position) => {
    if (isDoc(element) && someValue(element, parts, value => visit(value, position), leafArrays, from)) return true
    return position === named && someAtPosition(element, parts, visit, leafArrays, from + 1)
  })
}

/** A position written in the path is not searched for: it says which element, and an array at the very end stays whole. */
function someAtPosition(element: unknown, parts: string[], visit: Visit, leafArrays: boolean, from: number): boolean {
  if (from === parts.length) return visit(element, undefined)
  if (isDoc(element)) return someValue(element, parts, visit, leafArrays, from)
  return Array.isArray(element) && someElement(element, parts, visit, leafArrays, from)
}

/** Splits a dotted path. */
export const splitPath = (path: string): string[] => path.split('.')
