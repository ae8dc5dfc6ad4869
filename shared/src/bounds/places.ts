import type { Flow } from '../flow.ts'
import type { Drawing, Step } from '../inspect/drawing.ts'
import { drawingOnce, runsOf } from '../inspect/flows.ts'
import type { Sends } from '../sends.ts'
import type { TownData } from '../town.ts'
import { type Piece, pieceOf } from './level.ts'

/** A step on the way through a flow and the flows it runs; those are laid out anew at each step that runs them. */
export interface Place {
  flowId: string
  node: string
  pieces: readonly Piece[]
  /** Messages after the first, each in a turn of its own; `isEndless` where nothing limits them. */
  later: { usual: number; most: number; isEndless: boolean }
  /** Whether somebody may wait here, by whatever exit they leave. */
  mayWait: boolean
  ways: PlaceWay[]
  /** The conversation may end here: at an end, or by an exit that leads nowhere. */
  mayEnd: boolean
  /** A menu, to be preferred as the place one comes back to. */
  isMenu: boolean
}

export interface PlaceWay {
  exit: string
  to: number
  /** Whoever goes this way has waited. */
  hasWaited: boolean
  /** Without having waited nothing was said to them. */
  isSilent: boolean
  /** Nothing is ever said to whoever goes this way. */
  isMute: boolean
}

const MAX_PLACES = 10_000 // flows that run flows that run flows; far above what a town draws

const silent: Sends = { first: [], later: { usual: 0, most: 0 } }

interface Building {
  town: TownData
  others: ReadonlyMap<string, Drawing>
  places: Place[]
}

function placeOf({ town }: Building, { flow }: Drawing, node: string, step: Step | undefined): Place {
  const sends = step?.definition.sends?.(step.config, town) ?? silent
  const { usual, most } = sends.later
  return {
    flowId: flow.id,
    node,
    pieces: sends.first.map(one => pieceOf(one, flow.languages, flow.defaultLanguage)),
    later: { usual, most: most ?? usual, isEndless: most === null },
    mayWait: step?.definition.resume !== undefined,
    ways: [],
    mayEnd: false,
    isMenu: step?.definition.isPlace === true,
  }
}

/**
 * Adds the places of a drawing that `roots` lead to. What ends goes on at `back`, the place after the step that runs it,
 * or ends the conversation where there is none. Null when there are too many.
 */
function lay(
  building: Building,
  drawing: Drawing,
  roots: readonly string[],
  back: number | null,
  running: readonly string[],
): ReadonlyMap<string, number> | null {
  const { places, others } = building
  const known = new Map<string, number>()
  const open = [...roots]
  const indexOf = (node: string) => {
    const before = known.get(node)
    if (before !== undefined) return before
    known.set(node, places.length)
    places.push(placeOf(building, drawing, node, drawing.steps.get(node)))
    open.push(node)
    return places.length - 1
  }
  const done = new Set<string>()
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const place = places[indexOf(node)]
    if (done.has(node) || !place) continue
    done.add(node)
    if (places.length > MAX_PLACES) return null
    const step = drawing.steps.get(node)
    const ways = drawing.ways.get(node) ?? []
    const loose = step?.exits.filter(({ id }) => !ways.some(({ exit }) => exit === id)) ?? []
    const { silentExits = [], muteExits = [] } = step?.definition.sends?.(step.config, building.town) ?? silent
    const wayOf = (exit: string, to: number) => ({
      exit,
      to,
      hasWaited: step?.definition.waits?.(step.config, exit) === true,
      isSilent: silentExits.includes(exit),
      isMute: muteExits.includes(exit),
    })
    const [run] = step ? runsOf(step) : []
    const inner = run === undefined ? undefined : others.get(run)
    const first = inner?.starts[0]
    let after = place
    if (inner && first !== undefined && run !== undefined && !running.includes(run)) {
      after = { ...placeOf(building, drawing, node, undefined), ways: [] }
      const afterIndex = places.push(after) - 1
      const laid = lay(building, inner, [first], afterIndex, [...running, run])
      const start = laid?.get(first)
      if (start === undefined) return null
      place.ways.push(wayOf('called', start))
    }
    after.ways.push(...ways.map(({ exit, to }) => wayOf(exit, indexOf(to))))
    const doesEnd =
      step?.definition.ends?.(step.config) === true ||
      (step !== undefined && step.exits.length === 0 && ways.length === 0)
    if (back === null) after.mayEnd = doesEnd || loose.some(({ isOptional }) => !isOptional)
    else {
      if (doesEnd) after.ways.push(wayOf('ended', back))
      after.ways.push(...loose.map(({ id }) => wayOf(id, back)))
    }
  }
  return known
}

export interface Layout {
  places: readonly Place[]
  /** Where each start of the flow is among the places. */
  starts: readonly { node: string; place: number }[]
}

/** The whole way through a flow as places and ways; null when it is too large to be looked at. */
export function layOut(flow: Flow, town: TownData, others: readonly Flow[]): Layout | null {
  const drawing = drawingOnce(flow)
  const byId = new Map(others.filter(({ id }) => id !== flow.id).map(one => [one.id, drawingOnce(one)]))
  const building: Building = { town, others: byId, places: [] }
  const known = lay(building, drawing, drawing.starts, null, [flow.id])
  if (!known) return null
  const starts = drawing.starts.map(node => ({ node, place: known.get(node) ?? 0 }))
  return { places: building.places, starts }
}
