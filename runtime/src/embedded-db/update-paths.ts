import { CommandError } from './errors.ts'
import type { MatchFound } from './match.ts'
import { type Doc, field, isDoc, isPosition, setField, show } from './values.ts'

const MAX_PADDING = 1_500_000 // MongoDB refuses to fill an array with more nulls than this

/** What `$`, `$[]` and `$[name]` in a path mean for one document. */
export type Positions = { found: MatchFound; arrayFilters: Map<string, (element: unknown) => boolean> }

/** The plain paths that a path with positional parts stands for in this document. */
export function expandPath(doc: Doc, parts: string[], { found, arrayFilters }: Positions): string[][] {
  let paths: { parts: string[]; value: unknown }[] = [{ parts: [], value: doc }]
  for (const part of parts) {
    paths = paths.flatMap(path => {
      const wanted =
        part === '$' ? [foundPosition(found)] : elementPositions(path.value, part, path.parts, arrayFilters)
      return wanted.map(name => ({ parts: [...path.parts, name], value: field(path.value, name) }))
    })
  }
  return paths.map(path => path.parts)
}

function foundPosition({ position }: MatchFound): string {
  if (position !== undefined) return String(position)
  throw new CommandError(2, 'The positional operator did not find the match needed from the query.')
}

function elementPositions(
  value: unknown,
  part: string,
  before: string[],
  filters: Positions['arrayFilters'],
): string[] {
  if (!part.startsWith('$[')) return [part]
  if (value === undefined) {
    const path = before.join('.')
    throw new CommandError(2, `The path '${path}' must exist in the document in order to apply array updates.`)
  }
  if (!Array.isArray(value)) {
    throw new CommandError(2, `Cannot apply array updates to non-array element ${before.at(-1)}: ${show(value)}`)
  }
  const accepts = filters.get(part.slice(2, -1))
  return value.flatMap((element, position) => (!accepts || accepts(element) ? [String(position)] : []))
}

/** The value at a plain path; `undefined` when there is none. */
export const valueAt = (doc: Doc, parts: string[]): unknown =>
  parts.reduce<unknown>((value, part) => field(value, part), doc)

/** Writes a value into a document of one's own, creating what is missing on the way; throws PathNotViable. */
export function writeAt(doc: Doc, parts: string[], value: unknown): void {
  let holder: unknown = doc
  parts.forEach((part, index) => {
    const isLast = index === parts.length - 1
    const present = field(holder, part)
    const descent = present === undefined ? {} : present
    const next = isLast ? value : descent
    if (isLast || present === undefined) put(holder, part, next, parts[index - 1])
    holder = next
  })
}

function put(holder: unknown, name: string, value: unknown, holderName = ''): void {
  if (isDoc(holder)) {
    setField(holder, name, value)
    return
  }
  if (!Array.isArray(holder) || !isPosition(name)) {
    throw new CommandError(28, `Cannot create field '${name}' in element {${holderName}: ${show(holder)}}`)
  }
  const position = Number(name)
  if (position - holder.length > MAX_PADDING) throw new CommandError(2, 'can’t backfill more than 1500000 elements')
  while (holder.length < position) holder.push(null)
  holder[position] = value
}

/** Removes a field; an array element becomes null instead. */
export function eraseAt(doc: Doc, parts: string[]): void {
  const holder = valueAt(doc, parts.slice(0, -1))
  const name = parts.at(-1)!
  if (field(holder, name) === undefined) return
  if (Array.isArray(holder)) holder[Number(name)] = null
  else if (isDoc(holder)) delete holder[name]
}

/** Says whether a path goes through an array. */
export const crossesArray = (doc: Doc, parts: string[]): boolean =>
  parts.some((_part, index) => Array.isArray(valueAt(doc, parts.slice(0, index))))
