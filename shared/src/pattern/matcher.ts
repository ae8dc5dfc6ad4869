import { type CharTest, fits } from './chars.ts'
import type { PatternNode } from './parse.ts'

/** States of the largest matcher; matching costs at most this many steps for each character. */
const MAX_STATES = 1200

/** One state of a nondeterministic automaton: it reads a character, splits, asserts an edge of the text, or accepts. */
type State =
  | { kind: 'read'; test: CharTest; next: number }
  | { kind: 'split'; targets: readonly number[] }
  | { kind: 'begin' | 'end'; next: number }
  | { kind: 'accept' }

export interface Automaton {
  states: readonly State[]
  start: number
}

/** Thompson's construction, built from the end to the beginning; null when it takes too many states. */
export function buildAutomaton(pattern: PatternNode): Automaton | null {
  const states: State[] = [{ kind: 'accept' }]
  let isTooLarge = false

  const add = (state: State): number => {
    if (states.length >= MAX_STATES) isTooLarge = true
    else states.push(state)
    return states.length - 1
  }

  /** The state from which `node` and then `next` is matched. */
  function build(node: PatternNode, next: number): number {
    if (isTooLarge) return next
    switch (node.kind) {
      case 'char':
        return add({ kind: 'read', test: node.test, next })
      case 'begin':
      case 'end':
        return add({ kind: node.kind, next })
      case 'all':
        return node.nodes.reduceRight((after, inner) => build(inner, after), next)
      case 'any':
        return add({ kind: 'split', targets: node.nodes.map(inner => build(inner, next)) })
      case 'repeat':
        return repeat(node, next)
    }
  }

  function repeat({ node, min, max }: PatternNode & { kind: 'repeat' }, next: number): number {
    let entry = max === null ? loop(node, next) : next
    for (let count = min; count < (max ?? min) && !isTooLarge; count++) {
      entry = add({ kind: 'split', targets: [build(node, entry), next] })
    }
    for (let count = 0; count < min && !isTooLarge; count++) {
      const before = entry
      entry = build(node, before)
      if (entry === before) break // an empty group, however often
    }
    return entry
  }

  function loop(node: PatternNode, next: number): number {
    const split = add({ kind: 'split', targets: [] })
    const body = build(node, split)
    if (!isTooLarge) states[split] = { kind: 'split', targets: [body, next] }
    return split
  }

  const start = build(pattern, 0)
  return isTooLarge ? null : { states, start }
}

/** Whether the automaton accepts a whole text; `steps` is the work done, at most states times characters. */
export function run({ states, start }: Automaton, text: string): { matched: boolean; steps: number } {
  const points = Array.from(text, char => char.codePointAt(0) ?? 0)
  const seenAt = new Int32Array(states.length).fill(-1)
  let steps = 0
  let current: number[] = []

  /** Adds a state and all that are reached from it without reading, each once for a position. */
  const enter = (first: number, position: number, into: number[]): void => {
    const waiting = [first]
    for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
      const state = states[index]
      if (!state || seenAt[index] === position) continue
      seenAt[index] = position
      steps += 1
      if (state.kind === 'split') waiting.push(...state.targets)
      else if (state.kind === 'begin' && position === 0) waiting.push(state.next)
      else if (state.kind === 'end' && position === points.length) waiting.push(state.next)
      else if (state.kind === 'read' || state.kind === 'accept') into.push(index)
    }
  }

  enter(start, 0, current)
  for (const [at, point] of points.entries()) {
    const next: number[] = []
    const verdicts = new Map<CharTest, boolean>() // copies made by a repeat share one test
    const isFitting = (test: CharTest): boolean => {
      const verdict = verdicts.get(test) ?? fits(test, point)
      verdicts.set(test, verdict)
      return verdict
    }
    for (const index of current) {
      const state = states[index]
      if (state?.kind === 'read' && isFitting(state.test)) enter(state.next, at + 1, next)
    }
    current = next
    if (current.length === 0) break
  }
  return { matched: current.some(index => states[index]?.kind === 'accept'), steps }
}
