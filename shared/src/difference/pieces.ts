/** What differs between two configs of one step, before it is known what each part means. Paths are those of `after`. */
export type Piece =
  | { what: 'value'; path: string; before: unknown; after: unknown }
  | { what: 'text'; path: string; language: string; before: string; after: string }
  | { what: 'words'; path: string; language: string; added: string[]; removed: string[] }
  | { what: 'added' | 'removed'; path: string; index: number; item: object }
  | { what: 'order'; path: string; items: readonly object[] }

/** Whether the value at this path is a text in several languages. */
type IsText = (path: string) => boolean
type Plain = Record<string, unknown>

const isPlain = (value: unknown): value is Plain => typeof value === 'object' && value !== null && !Array.isArray(value)
const isStrings = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every(item => typeof item === 'string')
const own = (value: Plain, key: string): unknown => (Object.hasOwn(value, key) ? value[key] : undefined)
const keysOf = (before: Plain, after: Plain) => [...new Set([...Object.keys(after), ...Object.keys(before)])]
const at = (path: string, key: string | number) => (path === '' ? String(key) : `${path}.${key}`)

/** Equal but for the order of keys. */
export function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((item, index) => isSame(item, other[index]))
  if (!isPlain(one) || !isPlain(other)) return false
  const keys = Object.keys(one)
  const isEven = keys.length === Object.keys(other).length // then all of one's keys being the other's is enough
  return (isEven ? keys : keysOf(one, other)).every(key => isSame(own(one, key), own(other, key)))
}

/** Words per language, like synonyms; two empty ones are the same anyway. */
const isWords = (before: Plain, after: Plain) => {
  const values = [...Object.values(before), ...Object.values(after)]
  return values.length > 0 && values.every(isStrings)
}

const textPieces = (before: Plain, after: Plain, path: string): Piece[] =>
  keysOf(before, after).flatMap(language => {
    const [was, is] = [own(before, language) ?? '', own(after, language) ?? ''].map(String)
    return was === is ? [] : [{ what: 'text', path, language, before: was ?? '', after: is ?? '' }]
  })

const wordPieces = (before: Plain, after: Plain, path: string): Piece[] =>
  keysOf(before, after).flatMap((language): Piece[] => {
    const [was, is] = [own(before, language), own(after, language)].map(words => (isStrings(words) ? words : []))
    const added = is?.filter(word => !was?.includes(word)) ?? []
    const removed = was?.filter(word => !is?.includes(word)) ?? []
    return added.length + removed.length === 0 ? [] : [{ what: 'words', path, language, added, removed }]
  })

const idOf = (item: unknown): string | null => {
  const id = isPlain(item) ? own(item, 'id') : undefined
  return typeof id === 'string' ? id : null
}

/** The items by their own ids; null when some have none, or two the same. */
function byId(items: readonly unknown[]): Map<string, number> | null {
  const known = new Map<string, number>()
  for (const [index, item] of items.entries()) {
    const id = idOf(item)
    if (id === null || known.has(id)) return null
    known.set(id, index)
  }
  return known
}

const lone = (what: 'added' | 'removed', path: string, items: readonly unknown[], index: number): Piece[] => {
  const item = items[index]
  return isPlain(item) ? [{ what, path, index, item }] : []
}

type Ids = Map<string, number>

function namedItems(before: readonly unknown[], after: readonly unknown[], ids: [Ids, Ids], path: string, is: IsText) {
  const [was, now] = ids
  const changed = [...now].flatMap(([id, index]) => {
    const old = was.get(id)
    return old === undefined
      ? lone('added', path, after, index)
      : pieces(before[old], after[index], at(path, index), is)
  })
  const removed = [...was].flatMap(([id, index]) => (now.has(id) ? [] : lone('removed', path, before, index)))
  const kept = [...now.keys()].filter(id => was.has(id))
  const isInOrder = isSame(
    kept,
    [...was.keys()].filter(id => now.has(id)),
  )
  const order: Piece[] = isInOrder ? [] : [{ what: 'order', path, items: after.filter(isPlain) }]
  return [...changed, ...removed, ...order]
}

/** Items without ids: those that are the same are set aside, the others are compared in order. */
function namelessItems(before: readonly unknown[], after: readonly unknown[], path: string, is: IsText): Piece[] {
  const open = [...before.keys()]
  const fresh: number[] = []
  for (const [index, item] of after.entries()) {
    const same = open.findIndex(old => isSame(before[old], item))
    if (same < 0) fresh.push(index)
    else open.splice(same, 1)
  }
  if (open.length + fresh.length === 0) return [{ what: 'order', path, items: after.filter(isPlain) }]
  return [
    ...fresh.flatMap((index, turn) => {
      const old = open[turn]
      return old === undefined
        ? lone('added', path, after, index)
        : pieces(before[old], after[index], at(path, index), is)
    }),
    ...open.slice(fresh.length).flatMap(index => lone('removed', path, before, index)),
  ]
}

/** Everything that differs between two values, as deep as it can be told apart. */
export function pieces(before: unknown, after: unknown, path: string, is: IsText): Piece[] {
  if (isSame(before, after)) return []
  if (Array.isArray(before) && Array.isArray(after) && [...before, ...after].every(isPlain)) {
    const ids = [byId(before), byId(after)]
    const [was, now] = ids
    return was && now ? namedItems(before, after, [was, now], path, is) : namelessItems(before, after, path, is)
  }
  if (!isPlain(before) || !isPlain(after)) return [{ what: 'value', path, before, after }]
  if (is(path)) return textPieces(before, after, path)
  if (isWords(before, after)) return wordPieces(before, after, path)
  return keysOf(before, after).flatMap(key => pieces(own(before, key), own(after, key), at(path, key), is))
}
