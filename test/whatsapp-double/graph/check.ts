import { isRecord, isText, type Json } from '../json.ts'
import { GraphFailure } from './errors.ts'

// 131008 for what is missing, 131009 for what is empty, too long or double, 100 for a wrong kind or an unknown key

export const missing = (path: string) => new GraphFailure(131008, `The parameter ${path} is required.`)
export const invalid = (path: string, why: string) => new GraphFailure(131009, `${path} ${why}`)
export const wrongKind = (path: string, kind: string) => new GraphFailure(100, `Param ${path} must be ${kind}`)

/** Meta counts characters in a unit it does not tell; here they are Unicode code points. */
export const lengthOf = (text: string) => [...text].length

interface TextRules {
  max: number
  path: string
}

/** A text that must be there, not blank and not over-long. */
export function requireText(owner: Json, key: string, { max, path }: TextRules): string {
  const value = owner[key]
  if (value === undefined || value === null) throw missing(path)
  if (!isText(value)) throw wrongKind(path, 'a string.')
  if (value.trim() === '') throw invalid(path, 'must not be empty.')
  const length = lengthOf(value)
  if (length > max) throw invalid(path, `length invalid. Min length: 1, Max length: ${max}, got ${length}`)
  return value
}

export function optionalText(owner: Json, key: string, rules: TextRules): string | undefined {
  return owner[key] === undefined ? undefined : requireText(owner, key, rules)
}

export function requireRecord(owner: Json, key: string, path: string): Json {
  const value = owner[key]
  if (value === undefined || value === null) throw missing(path)
  if (!isRecord(value)) throw wrongKind(path, 'a JSON object.')
  return value
}

export function requireList(owner: Json, key: string, { min, max, path }: TextRules & { min: number }): Json[] {
  const value = owner[key]
  if (value === undefined || value === null) throw missing(path)
  if (!Array.isArray(value)) throw wrongKind(path, 'an array.')
  if (value.length < min || value.length > max) {
    throw invalid(path, `count invalid. Min ${min}, max ${max}, got ${value.length}`)
  }
  return value.map((entry, index) => {
    if (!isRecord(entry)) throw wrongKind(`${path}[${index}]`, 'a JSON object.')
    return entry
  })
}

export function requireNumber(owner: Json, key: string, { min, max, path }: TextRules & { min: number }): number {
  const raw = owner[key]
  if (raw === undefined || raw === null || raw === '') throw missing(path)
  const value = isText(raw) ? Number(raw) : raw
  if (typeof value !== 'number' || !Number.isFinite(value)) throw wrongKind(path, 'a number.')
  if (value < min || value > max) throw invalid(path, `must be from ${min} to ${max}.`)
  return value
}

export function requireOneOf(owner: Json, key: string, allowed: readonly string[], path: string): string {
  const value = requireText(owner, key, { max: 100, path })
  if (!allowed.includes(value)) throw wrongKind(path, `one of {${allowed.join(', ').toUpperCase()}}.`)
  return value
}

export function onlyKeys(owner: Json, path: string, keys: readonly string[]) {
  const stray = Object.keys(owner).find(key => !keys.includes(key))
  if (stray !== undefined) throw new GraphFailure(100, `Unexpected key "${stray}" on param "${path}".`)
}

export function unique(values: readonly string[], path: string) {
  const double = values.find((value, index) => values.indexOf(value) !== index)
  if (double !== undefined) throw invalid(path, `must be unique, "${double}" appears more than once.`)
}

export function requireUrl(owner: Json, key: string, path: string): string {
  const value = requireText(owner, key, { max: 2000, path })
  if (!/^https?:\/\/[^\s/]/i.test(value) || !URL.canParse(value))
    throw invalid(path, 'must be a valid http or https URL.')
  return value
}
