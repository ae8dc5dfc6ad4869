import type { CompiledFlow } from './compile.ts'
import type { FrontNotice } from './emergency.ts'
import type { Advance } from './engine.ts'
import type { Session } from './session.ts'
import type { TownData } from './town.ts'

/** What a town answers with: its published flows, and the older versions people are still in. */
export interface TownFlows {
  town: TownData
  /** Emergencies that are said before whatever a flow says. */
  fronts?: readonly FrontNotice[]
  /** The newest published version of every flow, in the order their triggers are tried. */
  published: readonly CompiledFlow[]
  /** The version a session began with; undefined when it no longer exists. */
  version(flowId: string, version: number): CompiledFlow | undefined
}

/** One input of one contact, with all it may depend on. */
export interface Turn {
  flows: TownFlows
  session: Session
  now: Date
}

export const nothing = (session: Session): Advance => ({ session, effects: [], trace: [] })

/** The flow the session is in. Whoever has finished goes back into it only while that version is what people get. */
export function currentFlow({ flows, session: { flowId, flowVersion, status } }: Turn): CompiledFlow | undefined {
  if (flowId === null || flowVersion === null) return undefined
  if (status === 'waiting') return flows.version(flowId, flowVersion)
  return flows.published.find(({ id, version }) => id === flowId && version === flowVersion)
}

/** Whether a consent this flow asks for was given before and does not hold any more. */
export function hasLapsedConsent(flow: CompiledFlow, { session, now }: Turn): boolean {
  const consents = [flow, ...flow.subflows.values()].flatMap(one => one.consents)
  return consents.some(({ definition, config }) => definition.hasLapsed?.(config, session.contact, now))
}

/** Whether the contact may be taken to a menu without passing the beginning: not when a consent given there has lapsed. */
export const mayReturn = (flow: CompiledFlow, node: string, turn: Turn): boolean =>
  turn.session.visited.includes(node) && !hasLapsedConsent(flow, turn)
