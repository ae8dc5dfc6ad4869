import type { CellAt } from '@pregoner/shared'

interface Pressed {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
}

const within = (value: number, count: number) => Math.min(Math.max(value, 0), count - 1)

/** Where a key leads from a cell of a grid (WAI-ARIA, grid pattern); null for a key that does not move. */
export function movedCell(
  { row, column }: CellAt,
  { key, ctrlKey, metaKey, altKey }: Pressed,
  size: { rows: number; columns: number; page: number },
): CellAt | null {
  const isFar = ctrlKey || metaKey
  const to = (nextRow: number, nextColumn: number) => ({
    row: within(nextRow, size.rows),
    column: within(nextColumn, size.columns),
  })
  if (altKey) return null
  switch (key) {
    case 'ArrowUp':
      return to(isFar ? 0 : row - 1, column)
    case 'ArrowDown':
      return to(isFar ? size.rows : row + 1, column)
    case 'ArrowLeft':
      return to(row, isFar ? 0 : column - 1)
    case 'ArrowRight':
      return to(row, isFar ? size.columns : column + 1)
    case 'Home':
      return to(isFar ? 0 : row, 0)
    case 'End':
      return to(isFar ? size.rows : row, size.columns)
    case 'PageUp':
      return to(row - size.page, column)
    case 'PageDown':
      return to(row + size.page, column)
    default:
      return null
  }
}
