import type { Advance, Input, TownFlows } from '@pregoner/shared'
import type { Conversation } from '../stores/conversation-store.ts'
import type { EndedStay } from '../stores/event-store.ts'

/** What a step made of the place a contact stood at: where they stand now, and how their stay ended, when it did. */
export interface Stay {
  at: Conversation['at']
  ended: EndedStay | null
}

interface Step {
  before: Pick<Conversation, 'session' | 'at'>
  advance: Advance
  input: Input | null
  now: Date
  flows: TownFlows
}

/** 47 s stays 47, 1,234 s becomes 1,200: two digits are what a screen shows, and keep the different values few. */
function rounded(seconds: number): number {
  const scale = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, seconds))) - 1)
  return Math.round(seconds / scale) * scale
}

function placeAfter({
  session: { status, wait, flowId, flowVersion, frames },
}: Advance): Omit<NonNullable<Conversation['at']>, 'since'> | null {
  if (status !== 'waiting' || !wait || flowId === null || flowVersion === null) return null
  return { flowId: frames.at(-1)?.flowId ?? flowId, version: flowVersion, node: wait.node }
}

/** Whether a step may be the last of a conversation, so that nobody leaves too early there. */
function mayEndAt({ flowId, version, node }: NonNullable<Conversation['at']>, { before, flows }: Step): boolean {
  const root = flows.version(before.session.flowId ?? flowId, version)
  const drawn = (root?.id === flowId ? root : root?.subflows.get(flowId))?.nodes.get(node)
  return drawn?.definition.ends?.(drawn.config) ?? false
}

function howItEnded(place: NonNullable<Conversation['at']>, step: Step): Pick<EndedStay, 'end' | 'exit' | 'rule'> {
  const { advance, input } = step
  const [first] = advance.trace
  const isPassed = first?.flowId === place.flowId && first.node === place.node
  const passed = { exit: isPassed ? first.exit : null, rule: isPassed ? first.rule : null }
  if (input?.kind === 'reply' && isPassed) return { ...passed, end: 'answered' }
  if (input?.kind === 'reply' && advance.session.status === 'ended' && !first) return { ...passed, end: 'left' }
  if (input?.kind !== 'timeout') return { ...passed, end: 'elsewhere' }
  const isAskedAgain = advance.session.status === 'waiting' && advance.session.wait?.kind === 'reply'
  return { ...passed, end: isAskedAgain || mayEndAt(place, step) ? 'no_reply' : 'left' }
}

/**
 * Follows a contact's stay at one step. It lasts while they wait there, through answers that are not understood; only
 * stays at a step that waits for words are reported when they end.
 */
export function stayAfter(step: Step): Stay {
  const { before, advance, now } = step
  const place = placeAfter(advance)
  const isStaying =
    before.at !== null &&
    place?.flowId === before.at.flowId &&
    place.node === before.at.node &&
    place.version === before.at.version &&
    advance.trace.every(({ exit }) => exit === null)
  if (isStaying) return { at: before.at, ended: null }
  const at = place && { ...place, since: now }
  if (!before.at || before.session.wait?.kind !== 'reply') return { at, ended: null }
  const { flowId, node, since } = before.at
  const seconds = since ? rounded(Math.max(0, Math.round((now.getTime() - since.getTime()) / 1_000))) : null
  return { at, ended: { flowId, node, ...howItEnded(before.at, step), seconds } }
}
