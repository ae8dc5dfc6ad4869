import { type CompiledFlow, compile } from '../compile.ts'
import type { Passage } from '../engine.ts'
import type { Flow } from '../flow.ts'
import type { Session } from '../session.ts'
import type { TownData } from '../town.ts'
import type { TownFlows } from '../turn.ts'
import type { Act, Line, Setup } from './acts.ts'
import { playAct, standAtStart } from './standing.ts'

const DRAFT_VERSION = 1

export interface Simulation {
  lines: Line[]
  session: Session
  now: Date
  passages: Passage[]
}

/**
 * What the simulator talks to: the draft first, then the town's other flows, for sub-flows and their keywords. Flows that
 * run the draft run it as it is drawn now.
 */
export function simulatedFlows(flow: Flow, otherFlows: readonly Flow[], town: TownData): TownFlows {
  const others = otherFlows.filter(({ id }) => id !== flow.id)
  const all = [flow, ...others]
  const compiled = all.map(one =>
    compile({ flowId: one.id, version: DRAFT_VERSION, flow: one, subflows: all.filter(other => other !== one) }, town),
  )
  const byId = new Map<string, CompiledFlow>(compiled.map(one => [one.id, one]))
  return { town, published: compiled, version: id => byId.get(id) }
}

/** Plays all acts from the beginning. Pure: the same acts on a changed draft show what has changed. */
export function simulate(flows: TownFlows, setup: Setup, acts: readonly Act[]): Simulation {
  let standing = standAtStart(setup)
  const lines: Line[] = []
  const passages: Passage[] = []
  for (const act of acts) {
    const happened = playAct(flows, standing, act)
    standing = happened.standing
    lines.push(...happened.lines)
    passages.push(...happened.passages)
  }
  const { session, now } = standing
  return { lines, session, now, passages }
}
