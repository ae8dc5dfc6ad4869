import { newContact } from '../contact.ts'
import { converse } from '../conversation.ts'
import type { Advance, Passage } from '../engine.ts'
import { type Input, replyOf } from '../input.ts'
import { newSession, type Session } from '../session.ts'
import type { TownFlows } from '../turn.ts'
import type { Act, Line, Said, Setup } from './acts.ts'
import { endingOf } from './ending.ts'

const MAX_TIMEOUTS = 50 // waits that end one after the other while time passes; a loop of short waits must stop

/** Where a simulated contact stands between two acts. Plain data: conversations may part from here. */
export interface Standing {
  readonly session: Session
  readonly now: Date
  /** Reference of the newest incident, which people answer. */
  readonly reference: string
  readonly asksSolved: boolean
  /** How many acts came before. */
  readonly acts: number
}

/** What one act brought about. */
export interface Happened {
  standing: Standing
  lines: Line[]
  passages: Passage[]
}

export const standAtStart = ({ name, language, startsAt, seed }: Setup): Standing => ({
  session: newSession({ ...newContact(name || null), language }, seed),
  now: new Date(startsAt),
  reference: '',
  asksSolved: false,
  acts: 0,
})

interface Run {
  flows: TownFlows
  session: Session
  now: Date
  reference: string
  /** Whether the answer that closes it asks if it was solved. */
  asksSolved: boolean
  lines: Line[]
  passages: Passage[]
}

/** Plays one act. Pure: `standing` stays as it was. */
export function playAct(flows: TownFlows, standing: Standing, act: Act): Happened {
  const { session, now, reference, asksSolved, acts } = standing
  const run: Run = { flows, session, now, reference, asksSolved, lines: [], passages: [] }
  play(run, act, `simulated-${acts}`)
  return {
    standing: {
      session: run.session,
      now: run.now,
      reference: run.reference,
      asksSolved: run.asksSolved,
      acts: acts + 1,
    },
    lines: run.lines,
    passages: run.passages,
  }
}

const stamp = (run: Run) => ({ at: run.now.toISOString() })

function play(run: Run, act: Act, messageId: string): void {
  const turn = run.session.wait?.turn ?? 0
  switch (act.kind) {
    case 'say':
      say(run, act.said, messageId)
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
      answer(run, act)
  }
}

/** What people say about the newest incident; the answer that closes it may ask whether it was solved, once. */
function answer(run: Run, { event, text }: Extract<Act, { kind: 'people' }>): void {
  const asks = run.asksSolved && event === 'closed' && text !== ''
  if (asks) run.asksSolved = false
  const { reference } = run
  advance(run, { kind: 'people', event, reference, text, media: [], ...(asks && { asksSolved: true }) })
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
  for (const effect of effects) {
    if (effect.kind === 'open_incident') {
      run.reference = effect.reference
      run.asksSolved = effect.asksSolved ?? false
    }
    if (effect.kind === 'send_message') {
      run.lines.push({ ...stamp(run), kind: 'town', message: effect.message, passages: trace })
    } else run.lines.push({ ...stamp(run), kind: 'effect', effect, passages: trace })
  }
  const isSilent = effects.length === 0 && trace.length === 0
  if (isSilent && input.kind === 'reply') run.lines.push({ ...stamp(run), kind: 'silence' })
  const hasEnded = trace.length > 0 || before.status === 'waiting'
  const ending = hasEnded ? endingOf(run.flows, session, trace) : null
  if (ending) run.lines.push({ ...stamp(run), kind: 'ending', ending })
}
