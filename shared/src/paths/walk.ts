import type { CompiledFlow } from '../compile.ts'
import type { Language } from '../language.ts'
import type { Sample, Wishes } from '../sample.ts'
import type { Setup } from '../simulation/index.ts'
import type { TownFlows } from '../turn.ts'
import { beginnings } from './beginnings.ts'
import { grafts } from './circumstances.ts'
import { situation, weighedNames } from './situation.ts'
import { coveredBy, type Target, targetKey, targetsOf } from './targets.ts'
import { grow, isWaiting, plant, samplesAt, type Tree, type Turn, waitingAt } from './tree.ts'

const MAX_VARIANTS = 24 // of one waiting step, by what was answered before
const MAX_ROUNDS = 5
const ACTS_PER_NODE = 60
const MIN_ACTS = 4_000
const ACTS_PER_REPORT = 50
const MIN_PATIENCE = 400
const PATIENCE_PER_NODE = 6

export interface Walk {
  tree: Tree
  targets: ReadonlyMap<string, Target>
  /** Key of a target → the turn that takes it first, and so the shortest way there. */
  covered: ReadonlyMap<string, Turn>
  /** Whether the walk ended because it had become too long. */
  isCutShort: boolean
}

export interface Progress {
  covered: number
  all: number
}

interface Walker {
  tree: Tree
  targets: ReadonlyMap<string, Target>
  covered: Map<string, Turn>
  wishes: Wishes
  actsLeft: number
  /** How many acts a later round may do without taking an exit nobody had taken. */
  patience: number
}

function wishesOf(flows: TownFlows, language: Language): Wishes {
  const values = new Map<string, Set<string>>()
  for (const { nodes } of flows.published)
    for (const { definition, config } of nodes.values())
      for (const { name, values: worth } of definition.weighs?.(config) ?? [])
        values.set(name, new Set([...(values.get(name) ?? []), ...worth]))
  return { language, valuesOf: name => [...(values.get(name) ?? [])] }
}

function note({ targets, covered, tree }: Walker, turn: Turn): void {
  for (const passage of turn.passages) {
    if (passage.flowId !== tree.root.id) continue
    for (const key of coveredBy(passage)) if (targets.has(key) && !covered.has(key)) covered.set(key, turn)
  }
}

const isDone = ({ targets, covered, actsLeft }: Walker) => covered.size === targets.size || actsLeft <= 0

/** What to do next: the samples of the waiting node, and letting its time run out. Who tries again only goes on failing. */
function nextSamples(walker: Walker, turn: Turn, isFirstHere: boolean): Sample[] {
  const { tree, covered } = walker
  const { wait } = turn.standing.session
  const at = waitingAt(tree, turn)
  const isRetrying = (wait?.attempts ?? 0) > 0
  const leadsOn = ({ exit }: Sample) =>
    exit !== null && !(at?.flow.id === tree.root.id && covered.has(targetKey({ node: at.node.id, exit })))
  const samples = samplesAt(tree, turn, walker.wishes).filter(sample => !isRetrying || leadsOn(sample))
  const passing: Sample[] = wait?.dueAt ? [{ exit: null, act: { kind: 'clock', to: wait.dueAt } }] : []
  return samples.length === 0 || isFirstHere ? [...samples, ...passing] : samples
}

/** Walks on from these turns, nearest first. Situations that were met before are not walked again. */
function* explore(
  walker: Walker,
  roots: readonly Turn[],
  names: ReadonlySet<string>,
  isReturning: boolean,
): Generator<Progress> {
  const { tree, targets, covered } = walker
  const seen = new Set<string>()
  const variants = new Map<string, number>()
  const queue = [...roots]
  let sinceReport = 0
  let fruitless = 0
  let before = covered.size
  for (let at = 0; at < queue.length && !isDone(walker); at++) {
    if (isReturning && fruitless > walker.patience) return
    const turn = queue[at]
    if (!turn) break
    const { place, key } = situation(turn, names)
    if (seen.has(key)) continue
    seen.add(key)
    const variant = variants.get(place) ?? 0
    if (variant >= MAX_VARIANTS) continue
    variants.set(place, variant + 1)
    const begins = turn.act === null || (isReturning && !isWaiting(turn))
    const samples = begins
      ? beginnings(tree.root, walker.wishes)
      : isWaiting(turn)
        ? nextSamples(walker, turn, variant === 0)
        : []
    const begun = new Set<string>()
    for (const { exit, act } of samples) {
      if (act.kind === 'begin' && begun.has(act.node)) continue // its words lead there, which is how people come
      const { turn: next, isNew } = grow(tree, turn, act)
      if (isNew) walker.actsLeft--
      fruitless = covered.size > before ? 0 : fruitless + 1
      before = covered.size
      if (begins && next.passages.some(({ flowId, node }) => flowId === tree.root.id && node === exit))
        begun.add(exit ?? '')
      note(walker, next)
      queue.push(next)
      if (++sinceReport % ACTS_PER_REPORT === 0) yield { covered: covered.size, all: targets.size }
    }
  }
}

/** Leads through every exit of a flow, by the engine itself. Yields how far it has come; the same flow gives the same walk. */
export function* walkPaths(
  flows: TownFlows,
  root: CompiledFlow,
  setup: Setup,
  language: Language,
): Generator<Progress, Walk> {
  const walker: Walker = {
    tree: { flows, root, turns: [] },
    targets: targetsOf(root),
    covered: new Map(),
    wishes: wishesOf(flows, language),
    actsLeft: Math.max(MIN_ACTS, root.nodes.size * ACTS_PER_NODE),
    patience: Math.max(MIN_PATIENCE, root.nodes.size * PATIENCE_PER_NODE),
  }
  const roots = [plant(walker.tree, setup)]
  let names: ReadonlySet<string> = new Set()
  for (let round = 0; round < MAX_ROUNDS && !isDone(walker); round++) {
    const before = walker.covered.size
    yield* explore(walker, roots, names, round > 0)
    if (isDone(walker)) break
    const grafted = grafts(walker)
    for (const turn of grafted) note(walker, turn)
    roots.push(...grafted)
    const weighed = weighedNames(walker)
    const isNothingNew = round > 0 && walker.covered.size === before && weighed.size === names.size
    if (isNothingNew) break
    names = weighed
  }
  const { tree, targets, covered } = walker
  return { tree, targets, covered, isCutShort: walker.actsLeft <= 0 }
}
