import type { Flow } from '../flow.ts'
import { type Drawing, drawingOf, reachedSteps, type Step } from './drawing.ts'
import { waitsOn } from './loops.ts'
import { arrivals, bitsFor, emptied } from './paths.ts'
import { needsSetting, type Read } from './reads.ts'

/** What happens to a contact who passes through a flow that another one runs. */
export interface Passing {
  /** Names set on every way through, and on some. */
  sets: readonly string[]
  maySet: readonly string[]
  /** Names that hold nothing after some way through, because a question was skipped. */
  empties: readonly string[]
  reads: ReadonlySet<string>
  /** Names that must have been set before, for some way through uses them without setting them. */
  needs: readonly Pick<Read, 'name' | 'isShown'>[]
  consents: boolean
  asksPersonalData: boolean
  waits: boolean
  takesAnswers: boolean
}

/** The other flows of the town, each looked into when it is first asked for. */
export interface Flows {
  all: readonly Drawing[]
  get(id: string): Drawing | undefined
  callers(id: string): readonly Drawing[]
  /** Undefined when there is no such flow, or when it runs itself. */
  passing(id: string): Passing | undefined
}

const drawings = new WeakMap<Flow, Drawing>()

/** Flows are never changed in place, so each is indexed once. */
export function drawingOnce(flow: Flow): Drawing {
  const known = drawings.get(flow) ?? drawingOf(flow)
  drawings.set(flow, known)
  return known
}

/** Ids of the flows a step runs. */
export const runsOf = ({ references }: Step): string[] =>
  references.flatMap(({ kind, id }) => (kind === 'flow' && id !== '' ? [id] : []))

export const runsIn = ({ steps }: Drawing): string[] => [...steps.values()].flatMap(runsOf)

/** Names a step sets by one exit or another, for sure or perhaps. */
export const setBy = ({ definition, config }: Step): string[] => [
  ...(definition.sets?.(config) ?? []).flatMap(({ names }) => names),
  ...(definition.maySet?.(config) ?? []),
]

function waitsInside(drawing: Drawing, flows: Flows, isEnd: (id: string) => boolean): boolean {
  const open = drawing.starts.slice(0, 1)
  const seen = new Set(open)
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (isEnd(id)) return false
    for (const way of drawing.ways.get(id) ?? []) {
      if (seen.has(way.to) || waitsOn(drawing, flows, way)) continue
      seen.add(way.to)
      open.push(way.to)
    }
  }
  return true
}

function passingThrough(drawing: Drawing, flows: Flows): Passing {
  const steps = reachedSteps(drawing)
  const inside = steps.flatMap(runsOf).flatMap(id => flows.passing(id) ?? [])
  const names = [...new Set([...steps.flatMap(setBy), ...inside.flatMap(({ maySet }) => maySet)])]
  const used = (step: Step): Pick<Read, 'name' | 'isShown'>[] => [
    ...step.reads.filter(read => !read.mayBeUnset && needsSetting(read)),
    ...runsOf(step).flatMap(id => flows.passing(id)?.needs ?? []),
  ]
  const bits = bitsFor([...new Set([...names, ...steps.flatMap(used).map(({ name }) => name)])])
  const roots = drawing.starts.slice(0, 1)
  const { unset, unsetAfter } = arrivals(drawing, flows, bits, {
    roots,
    known: { unset: bits.all, set: 0n },
    told: new Map(),
  })
  const looseExits = ({ id, exits }: Step) => {
    const led = new Set((drawing.ways.get(id) ?? []).map(({ exit }) => exit))
    return exits.filter(exit => !led.has(exit.id))
  }
  const atEnd = steps.reduce((missing, step) => {
    const here = step.definition.ends?.(step.config) ? (unset.get(step.id) ?? 0n) : 0n
    return looseExits(step).reduce((all, exit) => all | unsetAfter(step.id, exit.id), missing | here)
  }, 0n)
  const empty = emptied(drawing, flows, bits, roots)
  const emptyAtEnd = steps.reduce((all, step) => {
    const here = step.definition.ends?.(step.config) ? (empty.at.get(step.id) ?? 0n) : 0n
    return looseExits(step).reduce((sum, exit) => sum | empty.after(step.id, exit.id), all | here)
  }, 0n)
  const ends = new Set(
    steps.filter(step => step.definition.ends?.(step.config) || looseExits(step).length > 0).map(({ id }) => id),
  )
  return {
    sets: names.filter(name => !bits.has(atEnd, name)),
    maySet: names,
    empties: names.filter(name => bits.has(emptyAtEnd, name)),
    reads: new Set([
      ...steps.flatMap(step => step.reads.map(({ name }) => name)),
      ...inside.flatMap(({ reads }) => [...reads]),
    ]),
    needs: steps.flatMap(step => used(step).filter(({ name }) => bits.has(unset.get(step.id) ?? 0n, name))),
    consents: (atEnd & bits.consent) === 0n,
    asksPersonalData: steps.some(
      step => asksPersonalData(step, flows) && ((unset.get(step.id) ?? 0n) & bits.consent) !== 0n,
    ),
    waits: waitsInside(drawing, flows, id => ends.has(id)),
    takesAnswers: steps.some(step => takesAnswers(step, flows)),
  }
}

/** Whether a step, or a flow it runs, asks for personal data that need consent. */
export const asksPersonalData = (step: Step, flows: Flows): boolean =>
  step.definition.asksPersonalData?.(step.config) === true ||
  runsOf(step).some(id => flows.passing(id)?.asksPersonalData)

/** Whether a step, or a flow it runs, hands all answers on. */
export const takesAnswers = (step: Step, flows: Flows): boolean =>
  step.definition.takesAnswers === true || runsOf(step).some(id => flows.passing(id)?.takesAnswers)

export function flowsOf(others: readonly Flow[]): Flows {
  const all = others.map(drawingOnce)
  const byId = new Map(all.map(drawing => [drawing.flow.id, drawing]))
  const known = new Map<string, Passing | undefined>()
  const flows: Flows = {
    all,
    get: id => byId.get(id),
    callers: id => all.filter(drawing => runsIn(drawing).includes(id)),
    passing(id) {
      const drawing = byId.get(id)
      if (!drawing || known.has(id)) return known.get(id)
      known.set(id, undefined)
      const found = passingThrough(drawing, flows)
      known.set(id, found)
      return found
    },
  }
  return flows
}
