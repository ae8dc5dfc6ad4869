/** The list with the item at `from` moved by `by` places; the same list when it would fall off. */
export function moved<Item>(list: readonly Item[], from: number, by: number): Item[] {
  const to = from + by
  const next = [...list]
  if (to < 0 || to >= list.length) return next
  next.splice(to, 0, ...next.splice(from, 1))
  return next
}

/** The list with another item at `index`. */
export const replaced = <Item>(list: readonly Item[], index: number, item: Item): Item[] => list.with(index, item)

export const without = <Item>(list: readonly Item[], index: number): Item[] => list.filter((_, at) => at !== index)
