import {
  type Advance,
  converse,
  type Effect,
  type InputOf,
  parseYesNo,
  type Reply,
  readWireId,
  type Session,
  type TownFlows,
  type WindowTemplate,
  windowTemplateMessage,
} from '@pregoner/shared'
import { isWindowClosed } from '../channels/service-window.ts'
import type { Conversation, Outgoing, Parked } from '../stores/conversation-store.ts'
import type { Turn } from './items.ts'

/** More than this in one conversation is handed over at once, and refused by the platform where all can see it. */
const MAX_PARKED = 24
/** How often a contact is asked to reply, at most. */
const ASK_AGAIN_MS = 24 * 3_600_000

/** An effect with the incident entry whose words it carries. */
export interface Carried {
  effect: Effect
  entryId: string | null
}

/** One turn taken: what the session became, what is to be carried out, and what waits for the contact. */
export interface Taken {
  session: Session
  carried: Carried[]
  trace: Advance['trace']
  parked: Parked | null
  /** What the incident must be told of an answer that waits now. */
  mark: Omit<Extract<Outgoing, { what: 'parked' }>, 'id' | 'seq' | 'what'> | null
}

/** What a town takes turns with. */
export interface TownWays {
  flows: TownFlows
  windowTemplate: WindowTemplate | null
}

const nothingParked: Parked = { words: [], askedAt: null }

/** People's words come first; what the flow says after them is nobody's answer. */
function carriedBy(effects: readonly Effect[], entryId: string | null): Carried[] {
  const words = effects.findIndex(({ kind }) => kind === 'send_message')
  return effects.map((effect, index) => ({ effect, entryId: index === words ? entryId : null }))
}

/** Keeps what people say, and asks the contact to reply unless that was done lately. */
function park(
  before: { session: Session; parked: Parked },
  input: InputOf<'people'>,
  { entryId, at }: { entryId: string; at: Date },
  { flows: { town }, windowTemplate }: TownWays,
): Taken {
  const { session, parked } = before
  const isTimeToAsk = parked.askedAt === null || at.getTime() - parked.askedAt.getTime() >= ASK_AGAIN_MS
  const words = [...parked.words, { id: entryId, input }]
  if (!windowTemplate || !isTimeToAsk) {
    return { session, carried: [], trace: [], parked: { ...parked, words }, mark: { entryId, ask: null } }
  }
  const ask = { entryId: `${entryId}:ask`, template: windowTemplate.name }
  return {
    session,
    carried: [asking(session, input.reference, ask.entryId, { town, windowTemplate })],
    trace: [],
    parked: { words, askedAt: at },
    mark: { entryId, ask },
  }
}

/** The template that asks the contact to reply. */
function asking(
  session: Session,
  reference: string,
  entryId: string,
  { town, windowTemplate }: { town: TownFlows['town']; windowTemplate: WindowTemplate },
): Carried {
  const language = session.contact.language ?? town.defaultLanguage
  const message = windowTemplateMessage(windowTemplate, language, { town: town.name, reference })
  return { effect: { kind: 'send_message', message }, entryId }
}

/** Asks once more for a reply, while there is something to send on it; else the incident is told that it is waited for. */
function askAgain(
  { session, parked }: { session: Session; parked: Parked },
  input: InputOf<'people'>,
  { entryId, at }: { entryId: string; at: Date },
  { flows: { town }, windowTemplate }: TownWays,
): Taken {
  const nothing = { session, carried: [], trace: [] }
  if (!windowTemplate || parked.words.length === 0) return { ...nothing, parked, mark: { entryId, ask: null } }
  const carried = [asking(session, input.reference, entryId, { town, windowTemplate })]
  return { ...nothing, carried, parked: { ...parked, askedAt: at }, mark: null }
}

/** Says what was parked, in order, as if people were saying it now. */
function sayParked(session: Session, { words }: Parked, flows: TownFlows, at: Date): Omit<Taken, 'parked' | 'mark'> {
  let current = session
  const carried: Carried[] = []
  const trace: Advance['trace'] = []
  for (const { id, input } of words) {
    const advance = converse(flows, current, input, at)
    current = advance.session
    carried.push(...carriedBy(advance.effects, id))
    trace.push(...advance.trace)
  }
  return { session: current, carried, trace }
}

/** Whether a reply says no more than "yes, send it": a tap on the template's own button, or a yes. */
function onlyFetches(input: Reply): boolean {
  if (input.media.length > 0 || input.place) return false
  if (input.choiceId !== null) return readWireId(input.choiceId) === null
  return input.text !== null && parseYesNo(input.text) === true
}

const advanced = ({ session, effects, trace }: Advance, entryId: string | null) => ({
  session,
  carried: carriedBy(effects, entryId),
  trace,
})

/**
 * Takes one turn of a conversation with the 24-hour window in mind. What people say after it has closed is parked in
 * the conversation, in the same write as all else, and goes out before the contact's next words are taken. Pure.
 */
export function takeTurn(
  conversation: Pick<Conversation, 'channelKind' | 'lastInAt' | 'parked'>,
  turn: Turn,
  session: Session,
  ways: TownWays,
): Taken {
  const { input, at, entryId } = turn
  const parked = conversation.parked ?? nothingParked
  const lastInAt = turn.changes.lastInAt ?? conversation.lastInAt
  const isClosed = isWindowClosed(conversation.channelKind, lastInAt, at)
  const stays = { parked: conversation.parked ?? null, mark: null }

  if (input?.kind === 'people' && input.asksReply) {
    return askAgain({ session, parked }, input, { entryId: entryId ?? '', at }, ways)
  }
  const hasWords = input?.kind === 'people' && (input.text !== '' || input.media.length > 0)
  const mustWait = isClosed && (hasWords || parked.words.length > 0) && parked.words.length < MAX_PARKED
  if (input?.kind === 'people' && entryId !== null && mustWait) {
    return park({ session, parked }, input, { entryId, at }, ways)
  }
  if (turn.inbound !== null && !isClosed && parked.words.length > 0) {
    const said = sayParked(session, parked, ways.flows, at)
    if (input?.kind !== 'reply') return { ...said, parked: null, mark: null }
    if (onlyFetches(input)) {
      return { ...said, session: { ...said.session, messageId: input.messageId }, parked: null, mark: null }
    }
    const then = advanced(converse(ways.flows, said.session, input, at), entryId)
    return {
      session: then.session,
      carried: [...said.carried, ...then.carried],
      trace: [...said.trace, ...then.trace],
      parked: null,
      mark: null,
    }
  }
  const { wait } = session
  if (input?.kind === 'timeout' && input.turn === wait?.turn && wait.kind === 'people' && parked.words.length > 0) {
    return { session: { ...session, wait: { ...wait, dueAt: null } }, carried: [], trace: [], ...stays } // it was answered
  }
  if (!input) return { session, carried: [], trace: [], ...stays }
  return { ...advanced(converse(ways.flows, session, input, at), entryId), ...stays }
}
