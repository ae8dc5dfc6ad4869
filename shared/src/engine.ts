import type { CompiledFlow, CompiledNode } from './compile.ts'
import type { Effect } from './effect.ts'
import type { Input, NodeInput } from './input.ts'
import { mergeTexts } from './merge.ts'
import type { OutboundMessage } from './message.ts'
import type { Outcome } from './node.ts'
import { sceneOf } from './scene.ts'
import type { Session, Wait } from './session.ts'
import { splitLong } from './split.ts'

const MAX_NODES_PER_STEP = 100 // a loop drawn without a wait would never return
const MAX_VISITED = 20
const MAX_FRAMES = 10 // sub-flows inside sub-flows

/** One node passed: by which exit, when. `exit` null is where the step stopped. */
export interface Passage {
  flowId: string
  node: string
  exit: string | null
  at: string
  /** How an answer was recognised: "tap", "number", "label", "synonym", "near"… */
  rule: string | null
}

export interface Advance {
  session: Session
  effects: Effect[]
  trace: Passage[]
}

/** What one step has gathered so far. Local to `step`, which stays pure. */
interface Run {
  root: CompiledFlow
  now: Date
  session: Session
  effects: Effect[]
  messages: OutboundMessage[]
  trace: Passage[]
}

/** mulberry32: the next number of the sequence that begins with `seed`, and the seed after it. */
function draw(seed: number): { value: number; seed: number } {
  const next = (seed + 0x6d2b79f5) | 0
  let mixed = Math.imul(next ^ (next >>> 15), 1 | next)
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
  return { value: ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296, seed: next }
}

const flowOf = ({ root, session }: Run): CompiledFlow | undefined => {
  const frame = session.frames.at(-1)
  if (!frame || frame.flowId === root.id) return root
  return root.subflows.get(frame.flowId)
}

function act(run: Run, flow: CompiledFlow, node: CompiledNode, input: NodeInput | null): Outcome {
  const { definition, config } = node
  const scene = sceneOf(flow, run.session, {
    node: node.id,
    now: run.now,
    wait: input ? run.session.wait : null,
    draw() {
      const drawn = draw(run.session.seed)
      run.session = { ...run.session, seed: drawn.seed }
      return drawn.value
    },
  })
  if (!input) return definition.enter(config, scene)
  return definition.resume?.(config, input, scene) ?? { stay: true }
}

function take(run: Run, flow: CompiledFlow, node: CompiledNode, outcome: Outcome): void {
  run.messages.push(...(outcome.messages ?? []))
  run.effects.push(...(outcome.effects ?? []))
  const { session } = run
  run.session = {
    ...session,
    answers: outcome.answers ? { ...session.answers, ...outcome.answers } : session.answers,
    contact: outcome.contact ? { ...session.contact, ...outcome.contact } : session.contact,
    visited:
      node.definition.isPlace && flow === run.root
        ? [...session.visited.filter(id => id !== node.id), node.id].slice(-MAX_VISITED)
        : session.visited,
  }
}

function passed(run: Run, flow: CompiledFlow, node: CompiledNode, exit: string | null, rule: string | undefined): void {
  run.trace.push({ flowId: flow.id, node: node.id, exit, at: run.now.toISOString(), rule: rule ?? null })
}

function waitFor(run: Run, node: CompiledNode, asked: NonNullable<Outcome['wait']>): Wait {
  const { session, now } = run
  const attempts = asked.again && session.wait?.node === node.id ? session.wait.attempts + 1 : 0
  const dueAt = asked.until ?? (asked.minutes === null ? null : new Date(now.getTime() + asked.minutes * 60_000))
  return {
    kind: asked.kind,
    node: node.id,
    turn: session.turn,
    dueAt: dueAt?.toISOString() ?? null,
    attempts,
    memory: asked.memory ?? null,
  }
}

/** Ends the innermost frame: back to the flow that called it, or the end of the session. Returns the node to leave from. */
function finish(run: Run, status: 'ended' | 'failed'): { node: string; exit: string } | null {
  const frames = run.session.frames
  const frame = frames.at(-1)
  if (status === 'ended' && frame && frames.length > 1) {
    run.session = { ...run.session, frames: frames.slice(0, -1) }
    return { node: frame.node, exit: 'returned' }
  }
  run.session = { ...run.session, status, wait: null, frames: [] }
  return null
}

/** Walks on from `from` until the session waits or ends. */
function walk(run: Run, first: { node: string; input: NodeInput | null }): void {
  let nodeId: string | undefined = first.node
  let input = first.input
  for (let passedNodes = 0; nodeId !== undefined; passedNodes++) {
    const flow = flowOf(run)
    const node = flow?.nodes.get(nodeId)
    if (!flow || !node || passedNodes >= MAX_NODES_PER_STEP) return void finish(run, 'failed')
    const outcome = act(run, flow, node, input)
    input = null
    take(run, flow, node, outcome)
    if (outcome.stay) return
    if (outcome.wait) {
      passed(run, flow, node, null, outcome.rule)
      run.session = { ...run.session, status: 'waiting', wait: waitFor(run, node, outcome.wait) }
      return
    }
    nodeId = onwards(run, flow, node, outcome)
  }
}

/** Where the outcome leads: the next node of whatever flow is current then, or undefined when the session is over. */
function onwards(run: Run, flow: CompiledFlow, node: CompiledNode, outcome: Outcome): string | undefined {
  run.session = { ...run.session, wait: null }
  if (outcome.goTo !== undefined) {
    passed(run, flow, node, 'goto', outcome.rule)
    return outcome.goTo
  }
  if (outcome.call !== undefined) {
    passed(run, flow, node, 'called', outcome.rule)
    return enterSubflow(run, node, outcome.call)
  }
  let leaving: { flow: CompiledFlow | undefined; node: string; exit: string } | null = null
  if (outcome.exit !== undefined) {
    passed(run, flow, node, outcome.exit, outcome.rule)
    leaving = { flow, node: node.id, exit: outcome.exit }
  } else passed(run, flow, node, null, outcome.rule)
  for (;;) {
    const next = leaving?.flow?.targets.get(leaving.node)?.get(leaving.exit)
    if (next !== undefined) return next
    const back = finish(run, outcome.end ?? 'ended')
    if (!back) return undefined
    leaving = { flow: flowOf(run), ...back }
    run.trace.push({
      flowId: leaving.flow?.id ?? '',
      node: back.node,
      exit: back.exit,
      at: run.now.toISOString(),
      rule: null,
    })
  }
}

function enterSubflow(run: Run, node: CompiledNode, flowId: string): string | undefined {
  const frames = [...run.session.frames, { flowId, node: node.id }]
  const target = run.root.subflows.get(flowId)
  const start = target?.starts[0]
  if (!start || frames.length > MAX_FRAMES) {
    finish(run, 'failed')
    return undefined
  }
  run.session = { ...run.session, frames }
  return start.node
}

function begun(run: Run): Advance {
  return { session: run.session, effects: [...sendsOf(run.root, run.messages), ...run.effects], trace: run.trace }
}

/** The messages of one step as they go out: merged, unless the officer says otherwise, and none too long. */
export const sendsOf = ({ flow }: CompiledFlow, messages: readonly OutboundMessage[]): Effect[] =>
  (flow.settings.mergeTexts ? mergeTexts(messages) : messages)
    .flatMap(splitLong)
    .map(message => ({ kind: 'send_message', message }))

/**
 * Advances one contact through one flow until it waits or ends. Pure: `effects` says what to do, messages first and in
 * order. Inputs that do not concern the present wait (an old timer, a service's late answer) change nothing.
 */
export function step(flow: CompiledFlow, session: Session, input: Input, now: Date): Advance {
  const run: Run = {
    root: flow,
    now,
    session: { ...session, turn: session.turn + 1 },
    effects: [],
    messages: [],
    trace: [],
  }
  if (input.kind === 'start') {
    run.session = {
      ...run.session,
      status: 'waiting',
      flowId: flow.id,
      flowVersion: flow.version,
      frames: [{ flowId: flow.id, node: input.node }],
      wait: null,
      answers: input.answers,
      visited: session.flowId === flow.id && session.flowVersion === flow.version ? session.visited : [],
    }
    walk(run, { node: input.node, input: null })
    return begun(run)
  }
  const { wait } = session
  if (input.kind === 'moved') return { session, effects: [], trace: [] }
  const isOld = (input.kind === 'timeout' || input.kind === 'effect_result') && input.turn !== wait?.turn
  if (session.status !== 'waiting' || !wait || isOld) return { session, effects: [], trace: [] }
  walk(run, { node: wait.node, input })
  return begun(run)
}

/** What the node that waits for a reply says once more, or when it is come to. The wait stays as it is, with its time and memory. */
export function sayAgain(flow: CompiledFlow, session: Session, now: Date): OutboundMessage[] {
  const run: Run = { root: flow, now, session, effects: [], messages: [], trace: [] }
  const current = flowOf(run)
  const node = current?.nodes.get(session.wait?.node ?? '')
  if (!current || !node) return []
  if (!node.definition.repeats) return act(run, current, node, null).messages ?? []
  const at = { node: node.id, now, wait: session.wait, draw: () => 0 }
  return node.definition.repeats(node.config, sceneOf(current, session, at))
}

/** Moves a waiting or ended session to another node of its root flow, as "menu", "back" and old taps do. */
export function jump(flow: CompiledFlow, session: Session, node: string, now: Date): Advance {
  const run: Run = {
    root: flow,
    now,
    session: { ...session, turn: session.turn + 1, status: 'waiting', wait: null, frames: [{ flowId: flow.id, node }] },
    effects: [],
    messages: [],
    trace: [],
  }
  walk(run, { node, input: null })
  return begun(run)
}
