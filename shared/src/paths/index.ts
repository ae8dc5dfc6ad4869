import type { Flow } from '../flow.ts'
import type { Language } from '../language.ts'
import { simulatedFlows } from '../simulation/index.ts'
import type { TownData } from '../town.ts'
import { type AllPaths, conversationsOf } from './conversations.ts'
import { type Progress, walkPaths } from './walk.ts'

export type { AllPaths, Conversation, PathTurn, Place as PathPlace } from './conversations.ts'
export type { Uncovered, WhyNot } from './uncovered.ts'
export type { Progress as PathProgress } from './walk.ts'

const SEED = 1

export interface PathsOptions {
  flow: Flow
  /** The town's other flows, which this one may run. */
  others: readonly Flow[]
  town: TownData
  language: Language
  /** The contact's name. */
  name: string
  /** When the conversations take place, unless a step needs another time. */
  at: Date
}

/** Every way through a flow as conversations, shortest first, by the engine itself. Yields how far the walk has come. */
export function* allPaths({ flow, others, town, language, name, at }: PathsOptions): Generator<Progress, AllPaths> {
  const flows = simulatedFlows(flow, others, town)
  const [root] = flows.published
  if (!root) throw new Error('a flow is always among the simulated ones')
  const known = language === flow.defaultLanguage ? null : language
  const setup = { name, language: known, startsAt: at.toISOString(), seed: SEED }
  return conversationsOf(yield* walkPaths(flows, root, setup, language))
}
