import { type ToldLine, toldLines } from '../flow-test.ts'
import type { Act, Setup } from '../simulation/index.ts'
import { placeOf } from './situation.ts'
import { isWaiting, type Tree, type Turn, trail } from './tree.ts'
import { type Uncovered, uncoveredBy } from './uncovered.ts'
import type { Walk } from './walk.ts'

/** A turn of a conversation, by the number of the conversation and its own, both from 1: "3.2". */
export interface Place {
  conversation: number
  turn: number
}

/** One act and what people then read. */
export interface PathTurn {
  act: Act
  lines: ToldLine[]
}

/** One way through a flow. What it shares with an earlier one is told there. */
export interface Conversation {
  number: number
  setup: Setup
  /** After which turn it parts from an earlier conversation; null when it begins by itself. */
  from: Place | null
  /** Its own turns, numbered on from where it parts. */
  turns: PathTurn[]
  firstTurn: number
  /** The turn after which it would go on as told there; null when it is told to its end. */
  joins: Place | null
  /** Everything that is done in it from the very beginning, to be kept as a test. */
  acts: Act[]
}

export interface AllPaths {
  conversations: Conversation[]
  covered: number
  all: number
  uncovered: Uncovered[]
  /** Conversations that were found but are not told, because there are too many. */
  leftOut: number
  isCutShort: boolean
}

const MAX_CONVERSATIONS = 400 // more than anybody reads; the coverage still counts the rest

/** The turns that take an exit first, with all that leads to them. */
function neededTurns({ covered }: Walk): Set<Turn> {
  const needed = new Set<Turn>()
  for (const turn of covered.values())
    for (let at: Turn | null = turn; at && !needed.has(at); at = at.parent) needed.add(at)
  return needed
}

/** Conversations that stop while somebody waits are told on, unless another one tells how it goes on from there. */
function finish(needed: Set<Turn>): Map<Turn, Turn> {
  const hasNext = (turn: Turn) => turn.children.some(child => needed.has(child))
  const toldFrom = new Map<string, Turn>()
  for (const turn of [...needed].sort((a, b) => a.index - b.index))
    if (turn.act && hasNext(turn) && !toldFrom.has(placeOf(turn))) toldFrom.set(placeOf(turn), turn)
  const joins = new Map<Turn, Turn>()
  for (const leaf of [...needed].filter(turn => turn.act && isWaiting(turn) && !hasNext(turn))) {
    let last = leaf
    while (isWaiting(last) && !toldFrom.has(placeOf(last))) {
      const next = last.children[0]
      if (!next) break
      if (!toldFrom.has(placeOf(last))) toldFrom.set(placeOf(last), last)
      needed.add(next)
      last = next
    }
    const there = isWaiting(last) && !hasNextIn(last, needed) ? toldFrom.get(placeOf(last)) : undefined
    if (there && there !== last) joins.set(last, there)
  }
  return joins
}

const hasNextIn = (turn: Turn, needed: ReadonlySet<Turn>) => turn.children.some(child => needed.has(child))

/** From a turn along the first of what follows, to the end. */
function chainFrom(first: Turn, needed: ReadonlySet<Turn>): Turn[] {
  const chain = [first]
  for (let at = first; ; ) {
    const next = at.children.find(child => needed.has(child))
    if (!next) return chain
    chain.push(next)
    at = next
  }
}

/** The conversations in reading order: each to its end, then what goes otherwise, from its beginning on. */
function chainsOf({ turns }: Tree, needed: ReadonlySet<Turn>): Turn[][] {
  const chains: Turn[][] = []
  const openings = turns
    .filter(({ act }) => act === null)
    .flatMap(({ children }) => children.filter(one => needed.has(one)))
  const waiting = openings.reverse()
  for (let first = waiting.pop(); first; first = waiting.pop()) {
    const chain = chainFrom(first, needed)
    chains.push(chain)
    const branches = chain.flatMap(turn => turn.children.filter(child => needed.has(child)).slice(1))
    waiting.push(...branches.reverse())
  }
  return chains
}

/** A walk told as conversations that lead through every exit it took. */
export function conversationsOf(walk: Walk): AllPaths {
  const { tree, targets, covered, isCutShort } = walk
  const needed = neededTurns(walk)
  const joins = finish(needed)
  const chains = chainsOf(tree, needed)
  const told = chains.slice(0, MAX_CONVERSATIONS)
  const places = new Map<Turn, Place>()
  for (const [index, chain] of told.entries()) {
    const before = chain[0]?.parent ? (places.get(chain[0].parent)?.turn ?? 0) : 0
    for (const [at, turn] of chain.entries()) places.set(turn, { conversation: index + 1, turn: before + at + 1 })
  }
  const conversations = told.flatMap((chain, index): Conversation[] => {
    const [first] = chain
    const last = chain.at(-1)
    if (!first || !last) return []
    const whole = trail(last)
    const lines = linesByTurn(whole)
    const joined = joins.get(last)
    return [
      {
        number: index + 1,
        setup: first.setup,
        from: (first.parent && places.get(first.parent)) ?? null,
        turns: chain.flatMap(turn => (turn.act ? [{ act: turn.act, lines: lines.get(turn) ?? [] }] : [])),
        firstTurn: whole.length - chain.length + 1,
        joins: (joined && places.get(joined)) ?? null,
        acts: whole.flatMap(({ act }) => (act ? [act] : [])),
      },
    ]
  })
  return {
    conversations,
    covered: covered.size,
    all: targets.size,
    uncovered: uncoveredBy(walk),
    leftOut: chains.length - told.length,
    isCutShort,
  }
}

/** What people read in each turn; numbers drawn in an earlier turn are shortened in the later ones, too. */
function linesByTurn(whole: readonly Turn[]): Map<Turn, ToldLine[]> {
  const lines = toldLines(whole.flatMap(turn => turn.lines))
  const byTurn = new Map<Turn, ToldLine[]>()
  let at = 0
  for (const turn of whole) {
    byTurn.set(turn, lines.slice(at, at + turn.lines.length))
    at += turn.lines.length
  }
  return byTurn
}
