import type { SheetRow } from './sheet.ts'

/**
 * What somebody changed since `base`, done again to what another person saved meanwhile. Cell by cell: of a cell that
 * both changed, mine stays. A row that one of them removed and the other changed stays as well.
 */
export function mergedRows(
  base: readonly SheetRow[],
  mine: readonly SheetRow[],
  theirs: readonly SheetRow[],
): SheetRow[] {
  const before = new Map(base.map(row => [row.id, row]))
  const own = new Map(mine.map(row => [row.id, row]))
  const other = new Map(theirs.map(row => [row.id, row]))
  const kept = theirs.flatMap(row => {
    const was = before.get(row.id)
    const now = own.get(row.id)
    if (was && !now) return isSame(was, row) ? [] : [row]
    return [was && now ? withMine(was, now, row) : row]
  })
  const added = mine.filter(row => {
    if (other.has(row.id)) return false
    const was = before.get(row.id)
    return !was || !isSame(was, row)
  })
  return [...kept, ...added]
}

const keysOf = (...rows: readonly SheetRow[]) => [...new Set(rows.flatMap(({ texts }) => Object.keys(texts)))]

const isSame = (one: SheetRow, other: SheetRow) =>
  keysOf(one, other).every(key => (one.texts[key] ?? '') === (other.texts[key] ?? ''))

function withMine(was: SheetRow, mine: SheetRow, theirs: SheetRow): SheetRow {
  if (isSame(was, mine)) return theirs
  const changed = keysOf(was, mine).filter(key => (was.texts[key] ?? '') !== (mine.texts[key] ?? ''))
  return {
    ...theirs,
    texts: { ...theirs.texts, ...Object.fromEntries(changed.map(key => [key, mine.texts[key] ?? ''])) },
  }
}
