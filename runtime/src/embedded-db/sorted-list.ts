const MAX_RUN = 1024 // an insert moves at most this many pointers, a search looks at the log of the count of runs

/** Where an item lies: negative before the wanted stretch, zero in it, positive after it. Must not fall along the list. */
export type Place<Item> = (item: Item) => number

/** Items kept in order, in runs of limited length, so that a hundred thousand insertions stay fast. */
export type SortedList<Item> = {
  runs: Item[][]
  compare: (one: Item, other: Item) => number
}

export const createSortedList = <Item>(compare: (one: Item, other: Item) => number): SortedList<Item> => ({
  runs: [],
  compare,
})

/** A list of many items at once, in any order. */
export function fillSortedList<Item>(list: SortedList<Item>, items: Item[]): void {
  const sorted = items.sort(list.compare)
  list.runs = []
  for (let from = 0; from < sorted.length; from += MAX_RUN / 2) list.runs.push(sorted.slice(from, from + MAX_RUN / 2))
}

export function addSorted<Item>(list: SortedList<Item>, item: Item): void {
  const at = firstRun(list, other => list.compare(other, item))
  const run = list.runs[at]
  if (!run) {
    const last = list.runs.at(-1)
    if (last) insertInto(list, list.runs.length - 1, last.length, item)
    else list.runs.push([item])
    return
  }
  insertInto(
    list,
    at,
    firstInRun(run, other => list.compare(other, item)),
    item,
  )
}

function insertInto<Item>(list: SortedList<Item>, at: number, index: number, item: Item): void {
  const run = list.runs[at]!
  run.splice(index, 0, item)
  if (run.length <= MAX_RUN) return
  const isAppending = at === list.runs.length - 1 && index === run.length - 1
  list.runs.splice(at + 1, 0, run.splice(isAppending ? run.length - 1 : run.length / 2))
}

export function removeSorted<Item>(list: SortedList<Item>, item: Item): void {
  const at = firstRun(list, other => list.compare(other, item))
  const run = list.runs[at]
  if (!run) return
  const index = firstInRun(run, other => list.compare(other, item))
  if (index >= run.length || list.compare(run[index]!, item) !== 0) return
  run.splice(index, 1)
  if (run.length === 0) list.runs.splice(at, 1)
}

/** The stretch whose place is zero, from either end. The list must not change meanwhile. */
export function* stretch<Item>(list: SortedList<Item>, place: Place<Item>, isBackward = false): Generator<Item> {
  let [at, index] = isBackward
    ? before(
        list,
        find(list, item => place(item) - 0.5),
      )
    : find(list, place)
  const step = isBackward ? -1 : 1
  for (let run = list.runs[at]; run; run = list.runs[at]) {
    for (; index >= 0 && index < run.length; index += step) {
      const item = run[index]!
      if (place(item) !== 0) return
      yield item
    }
    at += step
    index = isBackward ? (list.runs[at]?.length ?? 0) - 1 : 0
  }
}

/** How many items the stretch has, without walking over it. */
export function stretchLength<Item>(list: SortedList<Item>, place: Place<Item>): number {
  const [fromRun, from] = find(list, place)
  const [toRun, to] = find(list, item => place(item) - 0.5)
  let length = to - from
  for (let at = fromRun; at < toRun; at++) length += list.runs[at]!.length
  return length
}

/** The first item whose place is not negative, as its run and its index there. */
function find<Item>(list: SortedList<Item>, place: Place<Item>): [number, number] {
  const at = firstRun(list, place)
  const run = list.runs[at]
  return [at, run ? firstInRun(run, place) : 0]
}

function before<Item>(list: SortedList<Item>, [at, index]: [number, number]): [number, number] {
  return index > 0 ? [at, index - 1] : [at - 1, (list.runs[at - 1]?.length ?? 0) - 1]
}

/** The first run whose last item is not before the wanted stretch. */
function firstRun<Item>(list: SortedList<Item>, place: Place<Item>): number {
  return bisect(list.runs.length, at => place(list.runs[at]!.at(-1)!) >= 0)
}

const firstInRun = <Item>(run: Item[], place: Place<Item>): number =>
  bisect(run.length, index => place(run[index]!) >= 0)

/** The least number below `length` for which `holds` is true; `length` when there is none. */
function bisect(length: number, holds: (index: number) => boolean): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}
