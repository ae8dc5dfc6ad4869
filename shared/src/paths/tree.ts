import type { CompiledFlow, CompiledNode } from '../compile.ts'
import type { Passage } from '../engine.ts'
import type { Sample } from '../sample.ts'
import { sceneOf } from '../scene.ts'
import { type Act, type Line, playAct, type Setup, type Standing, standAtStart } from '../simulation/index.ts'
import type { TownFlows } from '../turn.ts'

/** One act of a walk and what came of it. Turns make a tree: conversations part where different things are done. */
export interface Turn {
  readonly index: number
  readonly parent: Turn | null
  readonly setup: Setup
  /** Null at the root, before anybody has said anything. */
  readonly act: Act | null
  /** The act as text, to be compared. */
  readonly actKey: string
  readonly standing: Standing
  readonly lines: readonly Line[]
  readonly passages: readonly Passage[]
  readonly children: Turn[]
}

export interface Tree {
  readonly flows: TownFlows
  readonly root: CompiledFlow
  readonly turns: Turn[]
}

const add = (tree: Tree, turn: Omit<Turn, 'index' | 'children' | 'actKey'>): Turn => {
  const added = { ...turn, actKey: JSON.stringify(turn.act), index: tree.turns.length, children: [] }
  tree.turns.push(added)
  turn.parent?.children.push(added)
  return added
}

export const plant = (tree: Tree, setup: Setup): Turn =>
  add(tree, { parent: null, setup, act: null, standing: standAtStart(setup), lines: [], passages: [] })

/** The turn in which `act` is done after `parent`; `isNew` when it had not been tried yet. */
export function grow(tree: Tree, parent: Turn, act: Act): { turn: Turn; isNew: boolean } {
  const actKey = JSON.stringify(act)
  const known = parent.children.find(child => child.actKey === actKey)
  if (known) return { turn: known, isNew: false }
  const { standing, lines, passages } = playAct(tree.flows, parent.standing, act)
  return { turn: add(tree, { parent, setup: parent.setup, act, standing, lines, passages }), isNew: true }
}

/** The turns from the root to this one, without the root. */
export function trail(turn: Turn): Turn[] {
  const turns: Turn[] = []
  for (let at: Turn | null = turn; at?.parent; at = at.parent) turns.push(at)
  return turns.reverse()
}

export const isWaiting = ({ standing: { session } }: Turn): boolean =>
  session.status === 'waiting' && session.wait !== null

/** The node that waits, with the flow it belongs to: the walked one, or one it runs. */
export function waitingAt(
  tree: Tree,
  { standing: { session } }: Turn,
): { flow: CompiledFlow; node: CompiledNode } | null {
  const frame = session.frames.at(-1)
  const root = session.flowId === null ? undefined : tree.flows.version(session.flowId, session.flowVersion ?? 0)
  const flow = frame && root && frame.flowId !== root.id ? root.subflows.get(frame.flowId) : root
  const node = flow?.nodes.get(session.wait?.node ?? '')
  return flow && node && session.status === 'waiting' ? { flow, node } : null
}

/** What may be done next, as the waiting node sees it. */
export function samplesAt(
  tree: Tree,
  turn: Turn,
  wishes: Parameters<NonNullable<CompiledNode['definition']['samples']>>[2],
): Sample[] {
  const at = waitingAt(tree, turn)
  if (!at?.node.definition.samples) return []
  const { session, now } = turn.standing
  const scene = sceneOf(at.flow, session, { node: at.node.id, now, wait: session.wait, draw: () => 0 })
  return at.node.definition.samples(at.node.config, scene, wishes)
}
