const KEY = 'pregoner.filling'
const MAX_KEPT = 50 // flows; the oldest are forgotten

/** How many places were open at most, by flow that began with a template or took a part of one in. */
type Fillings = { [flowId: string]: number }

const isFillings = (value: unknown): value is Fillings =>
  typeof value === 'object' && value !== null && Object.values(value).every(count => typeof count === 'number')

function read(): Fillings {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}')
    return isFillings(kept) ? kept : {}
  } catch {
    return {} // storage forbidden or spoilt: only the progress is lost
  }
}

function write(fillings: Fillings): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(Object.fromEntries(Object.entries(fillings).slice(-MAX_KEPT))))
  } catch {
    // not remembered, but counted as long as the page stays
  }
}

/** From now on the flow shows what is left to fill in. */
export const startFilling = (flowId: string): void => write({ ...read(), [flowId]: 0 })

export const isFilling = (flowId: string): boolean => Object.hasOwn(read(), flowId)

/** Remembers how many places are open now and answers how many there were at most. */
export function countOpen(flowId: string, open: number): number {
  const fillings = read()
  const most = Math.max(fillings[flowId] ?? 0, open)
  if (most !== fillings[flowId]) write({ ...fillings, [flowId]: most })
  return most
}

export function endFilling(flowId: string): void {
  const { [flowId]: _, ...others } = read()
  write(others)
}
