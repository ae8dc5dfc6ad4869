import { AppError } from '../errors.ts'

const MAX_DEPTH = 40 // a flow with its texts needs about 10
const reserved = new Set(['__proto__', 'constructor', 'prototype'])

/**
 * Refuses keys that would reach a prototype or read as a database operator, anywhere in a JSON body.
 * Schemas refuse unknown keys anyway; this also holds inside the free-form parts of a flow.
 */
export function checkKeys(body: unknown): void {
  const open: { value: unknown; depth: number }[] = [{ value: body, depth: 0 }]
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, depth } = next
    if (typeof value !== 'object' || value === null) continue
    if (depth > MAX_DEPTH) throw new AppError('bad_request', 'nested too deeply')
    for (const key of Object.keys(value)) {
      if (reserved.has(key)) throw new AppError('reserved_name', 'a key of JavaScript’s own objects')
      if (key.startsWith('$') || key.includes('.')) throw new AppError('bad_request', 'an operator or a path as key')
    }
    for (const child of Object.values(value)) open.push({ value: child, depth: depth + 1 })
  }
}
