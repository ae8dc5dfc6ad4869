import type { NamesByExit } from '../node.ts'
import type { Drawing, Step } from './drawing.ts'
import type { Flows } from './flows.ts'

/** Sets of names as the bits of a whole number; the highest bit stands for consent. */
export interface Bits {
  of(names: Iterable<string>): bigint
  has(bits: bigint, name: string): boolean
  consent: bigint
  all: bigint
}

export function bitsFor(names: readonly string[]): Bits {
  const known = new Map(names.map((name, index) => [name, 1n << BigInt(index)]))
  const consent = 1n << BigInt(known.size)
  return {
    of: wanted => [...wanted].reduce((bits, name) => bits | (known.get(name) ?? 0n), 0n),
    has: (bits, name) => (bits & (known.get(name) ?? 0n)) !== 0n,
    consent,
    all: (consent << 1n) - 1n,
  }
}

/** What may be on arrival at each place, gathered over every way there. Loops are gone round until nothing is added. */
export function flood(
  { order, ways }: Drawing,
  roots: readonly string[],
  entry: bigint,
  after: (place: string, exit: string, bits: bigint) => bigint,
): Map<string, bigint> {
  const arriving = new Map(roots.map(id => [id, entry]))
  for (let isChanged = true; isChanged; ) {
    isChanged = false
    for (const id of order) {
      const bits = arriving.get(id)
      if (bits === undefined) continue
      for (const { exit, to } of ways.get(id) ?? []) {
        const before = arriving.get(to)
        const now = (before ?? 0n) | after(id, exit, bits)
        if (now === before) continue
        arriving.set(to, now)
        isChanged = true
      }
    }
  }
  return arriving
}

interface Leaving {
  /** Set for sure by whoever leaves so. */
  sets: bigint
  /** Set perhaps, the sure ones included. */
  may: bigint
  /** Set for sure, here or before, for otherwise nobody would leave so. */
  proves: bigint
}

const namesFor = (all: readonly NamesByExit[] | undefined, wanted: string) =>
  (all ?? []).flatMap(({ exit, names }) => (exit === null || exit === wanted ? names : []))

/** What leaving a step by an exit does to names and consent; a flow that is not known may do anything. */
function leaving({ definition, config, references }: Step, exit: string, bits: Bits, flows: Flows): Leaving {
  const own = {
    sets: bits.of(namesFor(definition.sets?.(config), exit)) | (definition.consentExit === exit ? bits.consent : 0n),
    may: bits.of(definition.maySet?.(config) ?? []),
    proves: bits.of(namesFor(definition.proves?.(config), exit)),
  }
  for (const { kind, id } of references) {
    if (kind !== 'flow') continue
    const run = flows.passing(id)
    own.sets |= run ? bits.of(run.sets) | (run.consents ? bits.consent : 0n) : bits.all
    own.may |= run ? bits.of(run.maySet) : bits.all
  }
  return { sets: own.sets, may: own.may | own.sets, proves: own.proves }
}

/** The names a question may have been passed over for, on arrival at each place and when it is left. */
export function emptied(drawing: Drawing, flows: Flows, bits: Bits, roots: readonly string[]) {
  const after = (place: string, exit: string, before: bigint) => {
    const step = drawing.steps.get(place)
    if (!step) return before
    const { definition, config, references } = step
    const empty = bits.of(namesFor(definition.empties?.(config), exit))
    let now = (before & ~bits.of(namesFor(definition.sets?.(config), exit))) | empty
    for (const { kind, id } of references) {
      const run = kind === 'flow' ? flows.passing(id) : undefined
      if (run) now = (now & ~bits.of(run.sets)) | bits.of(run.empties)
    }
    return now
  }
  const at = flood(drawing, roots, 0n, after)
  return { at, after: (place: string, exit: string) => after(place, exit, at.get(place) ?? 0n) }
}

export interface Arrivals {
  /** What may not have been set yet, or agreed to, when a contact comes to a place. */
  unset: ReadonlyMap<string, bigint>
  /** The same when a contact leaves by an exit. */
  unsetAfter(place: string, exit: string): bigint
  /** What may have been set. */
  set: ReadonlyMap<string, bigint>
}

/**
 * What may hold at each place. `known` is set on entry; `told` are, by place, names whose absence is reported there
 * and so is no matter further on.
 */
export function arrivals(
  drawing: Drawing,
  flows: Flows,
  bits: Bits,
  {
    roots,
    known,
    told,
  }: { roots: readonly string[]; known: { unset: bigint; set: bigint }; told: ReadonlyMap<string, bigint> },
): Arrivals {
  const leavings = new Map(
    [...drawing.steps.values()].map(step => {
      const exits = [...step.exits.map(({ id }) => id), 'goto']
      return [step.id, new Map(exits.map(exit => [exit, leaving(step, exit, bits, flows)]))]
    }),
  )
  const at = (place: string, exit: string) => leavings.get(place)?.get(exit)
  const without = (place: string, exit: string, unset: bigint) => {
    const left = at(place, exit)
    return left ? unset & ~(left.sets | left.proves | (told.get(place) ?? 0n)) : 0n
  }
  const unset = flood(drawing, roots, known.unset, without)
  const set = flood(drawing, roots, known.set, (place, exit, names) => names | (at(place, exit)?.may ?? bits.all))
  return { unset, set, unsetAfter: (place, exit) => without(place, exit, unset.get(place) ?? 0n) }
}
