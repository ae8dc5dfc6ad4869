import { type CompiledFlow, compile } from '../compile.ts'
import { newContact } from '../contact.ts'
import { converse } from '../conversation.ts'
import type { Advance, Passage } from '../engine.ts'
import type { Flow } from '../flow.ts'
import { type Input, replyOf } from '../input.ts'
import { newSession, type Session } from '../session.ts'
import type { TownData } from '../town.ts'
import type { TownFlows } from '../turn.ts'
import type { Act, Line, Said, Setup } from './acts.ts'
import { endingOf } from './ending.ts'

const DRAFT_VERSION = 1
const MAX_TIMEOUTS = 50 // waits that end one after the other while time passes; a loop of short waits must stop

export interface Simulation {
  lines: Line[]
  session: Session
  now: Date
  passages: Passage[]
}

/** What the simulator talks to: the draft first, then the town's other flows, for sub-flows and their keywords. */
export function simulatedFlows(flow: Flow, otherFlows: readonly Flow[], town: TownData): TownFlows {
  const others = otherFlows.filter(({ id }) => id !== flow.id)
  const compiled = [flow, ...others].map(one =>
    compile(
      { flowId: one.id, version: DRAFT_VERSION, flow: one, subflows: others.filter(other => other !== one) },
      town,
    ),
  )
  const byId = new Map<string, CompiledFlow>(compiled.map(one => [one.id, one]))
  return { town, published: compiled, version: id => byId.get(id) }
}

interface Run extends Simulation {
  flows: TownFlows
  /** Reference of the newest incident, which people answer. */
  reference: string
}

/** Plays all acts from the beginning. Pure: the same acts on a changed draft show what has changed. */
export function simulate(flows: TownFlows, setup: Setup, acts: readonly Act[]): Simulation {
  const contact = { ...newContact(setup.name || null), language: setup.language }
  const run: Run = {
    flows,
    lines: [],
    session: newSession(contact, setup.seed),
    now: new Date(setup.startsAt),
    passages: [],
    reference: '',
  }
  for (const [index, act] of acts.entries()) play(run, act, index)
  const { lines, session, now, passages } = run
  return { lines, session, now, passages }
}

const stamp = (run: Run) => ({ at: run.now.toISOString() })

function play(run: Run, act: Act, index: number): void {
  const turn = run.session.wait?.turn ?? 0
  switch (act.kind) {
    case 'say':
      say(run, act.said, `simulated-${index}`)
      break
    case 'begin':
      run.lines.push({ ...stamp(run), kind: 'begun' })
      advance(run, { kind: 'start', flowId: run.flows.published[0]?.id ?? '', node: act.node, answers: {} })
      break
    case 'clock':
      passTime(run, new Date(act.to))
      break
    case 'service':
      run.lines.push({ ...stamp(run), kind: 'service', ok: act.ok })
      advance(run, { kind: 'effect_result', turn, ok: act.ok, values: act.values })
      break
    case 'people':
      run.lines.push({ ...stamp(run), kind: 'people', event: act.event, text: act.text })
      advance(run, { kind: 'people', event: act.event, reference: run.reference, text: act.text, media: [] })
  }
}

function say(run: Run, said: Said, messageId: string): void {
  const mine: Line = { ...stamp(run), kind: 'me', said, rule: null }
  run.lines.push(mine)
  const before = run.passages.length
  advance(run, replyOf({ ...said, messageId }))
  mine.rule = run.passages.slice(before).find(({ rule }) => rule !== null)?.rule ?? null
}

/** Moves the clock; waits that end meanwhile end at their own minute. Back in time nothing happens. */
function passTime(run: Run, to: Date): void {
  run.lines.push({ kind: 'clock', from: run.now.toISOString(), at: to.toISOString() })
  for (let ended = 0; ended < MAX_TIMEOUTS; ended++) {
    const { wait, status } = run.session
    if (status !== 'waiting' || !wait?.dueAt) break
    const due = new Date(wait.dueAt)
    if (due > to) break
    if (due > run.now) run.now = due
    run.lines.push({ ...stamp(run), kind: 'no_reply', node: wait.node })
    advance(run, { kind: 'timeout', turn: wait.turn })
  }
  run.now = to
}

function advance(run: Run, input: Input): void {
  const { session } = run
  take(run, converse(run.flows, session, input, run.now), input)
}

function take(run: Run, { session, effects, trace }: Advance, input: Input): void {
  const before = run.session
  run.session = session
  run.passages.push(...trace)
  const speaker = trace.at(-1)?.node ?? null
  for (const effect of effects) {
    if (effect.kind === 'open_incident') run.reference = effect.reference
    if (effect.kind === 'send_message') {
      run.lines.push({ ...stamp(run), kind: 'town', message: effect.message, node: speaker })
    } else run.lines.push({ ...stamp(run), kind: 'effect', effect, node: speaker })
  }
  const isSilent = effects.length === 0 && trace.length === 0
  if (isSilent && input.kind === 'reply') run.lines.push({ ...stamp(run), kind: 'silence' })
  const hasEnded = trace.length > 0 || before.status === 'waiting'
  const ending = hasEnded ? endingOf(run.flows, session, trace) : null
  if (ending) run.lines.push({ ...stamp(run), kind: 'ending', ending })
}
