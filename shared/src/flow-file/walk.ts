import { type FlowFault, fault, HIDDEN, shown } from './fault.ts'

type Path = readonly (string | number)[]

const reserved = new Set(['__proto__', 'constructor', 'prototype'])
const MAX_DEPTH = 32 // a drawing needs eight; deeper is an attack on whoever walks it
const MAX_ITEMS = 1_000 // of any list but those of steps and lines, which have bounds of their own
const MAX_WALK_FAULTS = 200 // the rest would be more of the same
const long = new Set(['nodes', 'edges', 'things'])

/** Marks that turn the direction of what follows without being seen. */
const TURNING = /[\u202a-\u202e]/
const CONTROL = /[\p{Cc}]/u

const isUnsafe = (key: string) => reserved.has(key) || key.startsWith('$') || key.includes('.')

/** Which step of which flow a path of the document leads to. */
export interface Named {
  flow: string | null
  step: number | null
  stepName: string
  field: string | null
}
export type Naming = (path: Path) => Named

function keyFaults(key: string, path: Path, nameOf: Naming): FlowFault[] {
  if (isUnsafe(key)) return [fault('reserved_name', { ...nameOf(path), values: { name: shown(key) } })]
  return HIDDEN.test(key) ? [fault('hidden_name', { ...nameOf(path), values: { name: shown(key) } })] : []
}

/**
 * What is dangerous in a document whatever it means: depth, names of JavaScript's own objects and of database
 * operators, endless lists, marks that hide what is written. Walks without recursion.
 */
export function dangers(document: unknown, nameOf: Naming): FlowFault[] {
  const faults: FlowFault[] = []
  const open: { value: unknown; path: Path }[] = [{ value: document, path: [] }]
  for (let next = open.pop(); next && faults.length < MAX_WALK_FAULTS; next = open.pop()) {
    const { value, path } = next
    if (typeof value === 'string') {
      const isHidden = TURNING.test(value) || CONTROL.test(value.replace(/[\t\n\r]/g, ''))
      if (isHidden) faults.push(fault('hidden_text', nameOf(path)))
    }
    if (typeof value !== 'object' || value === null) continue
    if (path.length > MAX_DEPTH) {
      faults.push(fault('too_deep', { values: { path: shown(path.slice(0, 6).join(' › ')) } }))
      break
    }
    if (Array.isArray(value)) {
      if (value.length > MAX_ITEMS && !long.has(String(path.at(-1)))) {
        faults.push(fault('too_many_items', { ...nameOf(path), values: { count: value.length, max: MAX_ITEMS } }))
        continue
      }
      for (let index = value.length - 1; index >= 0; index--) open.push({ value: value[index], path: [...path, index] })
      continue
    }
    for (const [key, inner] of Object.entries(value).reverse()) {
      faults.push(...keyFaults(key, path, nameOf))
      open.push({ value: inner, path: [...path, key] })
    }
  }
  return faults
}
