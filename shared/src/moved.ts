import type { CompiledFlow, CompiledNode } from './compile.ts'
import { type Advance, jump, step } from './engine.ts'
import type { InputOf } from './input.ts'
import { sceneOf } from './scene.ts'
import type { Session } from './session.ts'
import { townSays } from './town-says.ts'
import { currentFlow, hasLapsedConsent, nothing, type Turn } from './turn.ts'

/**
 * The step of its root flow at which a session waits: inside a sub-flow it is the step that runs it. Null when it
 * waits nowhere.
 */
export function rootNode({ status, wait, frames }: Session): string | null {
  if (status !== 'waiting' || !wait) return null
  return frames[1]?.node ?? wait.node
}

/** Goes back to where the session began, or to the first beginning when that is gone; what was answered is forgotten. */
function beginAgain(turn: Turn, flow: CompiledFlow): Advance {
  const { session, now } = turn
  const begun = session.frames[0]?.node
  const start = flow.starts.find(({ node }) => node === begun) ?? flow.starts[0]
  const sorry = townSays(turn, null, 'improved')
  const ended: Session = { ...session, status: 'ended', wait: null, frames: [], turn: session.turn + 1 }
  if (!start) return { session: ended, effects: [sorry], trace: [] }
  const advance = step(flow, ended, { kind: 'start', flowId: flow.id, node: start.node, answers: {} }, now)
  return { ...advance, effects: [sorry, ...advance.effects] }
}

/** Whether somebody who answers as this contact has can come to a step from a beginning: a consent not given is in the way. */
function mayComeTo(flow: CompiledFlow, wanted: string, { session, now }: Turn): boolean {
  const isRefused = ({ id, definition, config }: CompiledNode, exit: string) => {
    if (definition.consentExit !== exit) return false
    const scene = sceneOf(flow, session, { node: id, now, wait: null, draw: () => 0 })
    return definition.enter(config, scene).exit !== exit
  }
  const open = flow.starts.map(({ node }) => node)
  const seen = new Set(open)
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id === wanted) return true
    const node = flow.nodes.get(id)
    const ways = [...(flow.targets.get(id) ?? [])].flatMap(([exit, to]) => (node && isRefused(node, exit) ? [] : [to]))
    const jumps = node?.definition.refers?.(node.config).filter(({ kind }) => kind === 'node') ?? []
    for (const to of [...ways, ...jumps.map(one => one.id)]) {
      if (seen.has(to)) continue
      seen.add(to)
      open.push(to)
    }
  }
  return false
}

const mayGoOn = (flow: CompiledFlow, to: string, turn: Turn): boolean =>
  !hasLapsedConsent(flow, turn) && mayComeTo(flow, to, turn)

/** The session in another version, as far as its places exist there. */
const pinnedTo = (session: Session, flow: CompiledFlow): Session => ({
  ...session,
  flowVersion: flow.version,
  visited: session.visited.filter(node => flow.nodes.has(node)),
})

/** The step at which a session waits, and those that run the sub-flows around it; null when one is not in this flow. */
function stepsTo(flow: CompiledFlow | undefined, { wait, frames }: Session): CompiledNode[] | null {
  const places = [...frames.slice(1).map(({ node }) => node), ...(wait ? [wait.node] : [])]
  const steps = places.flatMap((id, depth) => {
    const frame = frames[depth]
    const drawn = depth === 0 ? flow : flow?.subflows.get(frame?.flowId ?? '')
    return drawn?.nodes.get(id) ?? []
  })
  return steps.length === places.length ? steps : null
}

/** Whether a session stands in a version just as well as in the one it is in, at steps of the same types. */
function standsAlike(before: CompiledFlow | undefined, flow: CompiledFlow, session: Session): boolean {
  const known = stepsTo(before, session)
  const there = stepsTo(flow, session)
  if (!known || !there) return false
  return there.every(({ definition }, index) => definition === known[index]?.definition)
}

/** The other side is at work on what a contact has asked for: coming to the step once more would ask for it again. */
const isOthersTurn = ({ wait }: Session): boolean => wait?.kind === 'people' || wait?.kind === 'effect'

/**
 * Takes whoever still waits where the officer meant into the new version. Their answers are kept; they begin again when
 * the step is not there, or when the new version wants a consent they have not given. A dialogue with people and a
 * service's answer are waited for: they go on in the new version, or else end in the one they are in.
 */
export function takeMoved(turn: Turn, { flowId, from, node, version, to }: InputOf<'moved'>): Advance {
  const { session, flows, now } = turn
  const isThere = session.flowId === flowId && session.flowVersion === from && rootNode(session) === node
  if (!isThere) return nothing(session)
  const flow = version === null ? undefined : flows.version(flowId, version)
  if (version !== null && !flow) return nothing(session)
  if (isOthersTurn(session) && (to === null || to === node)) {
    const isPossible = flow !== undefined && to !== null && mayGoOn(flow, to, turn)
    const isAlike = isPossible && standsAlike(currentFlow(turn), flow, session)
    return nothing(isAlike ? pinnedTo(session, flow) : session)
  }
  if (!flow) {
    const ended: Session = { ...session, status: 'ended', wait: null, frames: [], turn: session.turn + 1 }
    return { session: ended, effects: [townSays(turn, null, 'withdrawn')], trace: [] }
  }
  return to !== null && mayGoOn(flow, to, turn) ? jump(flow, pinnedTo(session, flow), to, now) : beginAgain(turn, flow)
}
