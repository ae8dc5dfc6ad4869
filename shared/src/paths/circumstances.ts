import type { Act, Setup } from '../simulation/index.ts'
import { type Target, targetKey } from './targets.ts'
import { grow, plant, type Tree, type Turn, trail } from './tree.ts'

const SEEDS_TRIED = 40

interface Walked {
  tree: Tree
  targets: ReadonlyMap<string, Target>
  covered: ReadonlyMap<string, Turn>
}

const later = (at: string, ms: number) => new Date(new Date(at).getTime() + ms).toISOString()

/** The same conversation, begun at another time. */
function moved(setup: Setup, acts: readonly Act[], ms: number): { setup: Setup; acts: Act[] } {
  return {
    setup: { ...setup, startsAt: later(setup.startsAt, ms) },
    acts: acts.map(act => (act.kind === 'clock' ? { ...act, to: later(act.to, ms) } : act)),
  }
}

const actsTo = (turn: Turn) => trail(turn).flatMap(({ act }) => (act ? [act] : []))

/** The ways there under other circumstances: at other moments, or with other luck. */
function variationsOf({ tree }: Walked, turn: Turn, node: string): { setup: Setup; acts: Act[] }[] {
  const found = tree.root.nodes.get(node)
  const passage = turn.passages.find(({ flowId, node: passed }) => flowId === tree.root.id && passed === node)
  if (!found || !passage) return []
  const acts = actsTo(turn)
  const at = new Date(passage.at)
  const moments = found.definition.moments?.(found.config, tree.flows.town, at) ?? []
  const otherTimes = moments.map(moment => moved(turn.setup, acts, moment.getTime() - at.getTime()))
  const seeds = found.definition.drawsLots ? Array.from({ length: SEEDS_TRIED }, (_, index) => index + 1) : []
  const otherLuck = seeds.map(seed => ({ setup: { ...turn.setup, seed: turn.setup.seed + seed }, acts }))
  return [...otherTimes, ...otherLuck]
}

function rootFor(tree: Tree, setup: Setup): Turn {
  const known = tree.turns.find(({ parent, setup: planted }) => {
    return parent === null && planted.startsAt === setup.startsAt && planted.seed === setup.seed
  })
  return known ?? plant(tree, setup)
}

/** Tries the way to a step under other circumstances, and keeps the turns that leave it by an exit nobody has taken. */
export function grafts(walked: Walked): Turn[] {
  const { tree, targets, covered } = walked
  const open = new Map([...targets].filter(([key]) => !covered.has(key)))
  const kept: Turn[] = []
  const passedAt = new Map<string, Turn>()
  for (const [key, turn] of covered) {
    const target = targets.get(key)
    if (target && !passedAt.has(target.node)) passedAt.set(target.node, turn)
  }
  for (const node of new Set([...open.values()].map(({ node }) => node))) {
    const turn = passedAt.get(node)
    if (!turn) continue
    for (const { setup, acts } of variationsOf(walked, turn, node)) {
      if (![...open.values()].some(target => target.node === node)) break
      const found = follow(tree, setup, acts, node, open)
      if (found) kept.push(...found)
    }
  }
  return kept
}

/** Plays the acts in a tree of their own first, so that only what helps grows in the real one. */
function follow(
  tree: Tree,
  setup: Setup,
  acts: readonly Act[],
  node: string,
  open: Map<string, Target>,
): Turn[] | null {
  const trial: Tree = { ...tree, turns: [] }
  let turn = plant(trial, setup)
  for (const act of acts) turn = grow(trial, turn, act).turn
  const taken = turn.passages.filter(passage => passage.flowId === tree.root.id && passage.node === node)
  const fresh = taken.map(({ exit }) => targetKey({ node, exit })).filter(key => open.has(key))
  if (fresh.length === 0) return null
  for (const key of fresh) open.delete(key)
  const turns: Turn[] = []
  let kept = rootFor(tree, setup)
  for (const act of acts) {
    kept = grow(tree, kept, act).turn
    turns.push(kept)
  }
  return turns
}
