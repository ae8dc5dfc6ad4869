import { type CharTest, caseFolded, named, ranges, single } from './chars.ts'

const MAX_PATTERN_CHARS = 500
const MAX_NESTING = 50
const MAX_REPEAT = 500

export interface PatternProblem {
  code:
    | 'too_long'
    | 'too_complex'
    | 'unsupported'
    | 'unclosed_group'
    | 'unopened_group'
    | 'unclosed_class'
    | 'bad_class'
    | 'bad_repeat'
    | 'nothing_to_repeat'
    | 'bad_escape'
    | 'needs_escape'
  /** Where in the pattern, in characters from 0. */
  at: number
}

export type PatternNode =
  | { kind: 'char'; test: CharTest }
  | { kind: 'all'; nodes: readonly PatternNode[] }
  | { kind: 'any'; nodes: readonly PatternNode[] }
  /** `max` is null for no limit. */
  | { kind: 'repeat'; node: PatternNode; min: number; max: number | null }
  | { kind: 'begin' | 'end' }

type Parsed = { ok: true; node: PatternNode } | { ok: false; problem: PatternProblem }

/** Reads a pattern; what a linear-time matcher cannot do is refused by name. */
export function parsePattern(source: string, ignoreCase: boolean): Parsed {
  const chars = [...source]
  if (source.length > MAX_PATTERN_CHARS) return { ok: false, problem: { code: 'too_long', at: MAX_PATTERN_CHARS } }
  let at = 0
  const problems: PatternProblem[] = []

  /** Keeps the first problem and moves to the end, so that every loop stops. */
  const fail = (code: PatternProblem['code'], where: number): PatternNode => {
    problems.push({ code, at: where })
    at = chars.length
    return { kind: 'all', nodes: [] }
  }
  const char = (test: CharTest): PatternNode => ({ kind: 'char', test: ignoreCase ? caseFolded(test) : test })

  function alternatives(depth: number): PatternNode {
    const nodes = [sequence(depth)]
    while (chars[at] === '|') {
      at += 1
      nodes.push(sequence(depth))
    }
    return nodes.length === 1 && nodes[0] ? nodes[0] : { kind: 'any', nodes }
  }

  function sequence(depth: number): PatternNode {
    const nodes: PatternNode[] = []
    while (at < chars.length && chars[at] !== '|' && chars[at] !== ')') nodes.push(repeated(depth))
    return { kind: 'all', nodes }
  }

  function repeated(depth: number): PatternNode {
    const node = atom(depth)
    const begins = at
    const bounds = readRepeat()
    if (!bounds) return node
    if (node.kind === 'begin' || node.kind === 'end') return fail('nothing_to_repeat', begins)
    if (chars[at] === '?') at += 1 // a lazy repeat matches the same whole texts
    if (bounds.max !== null && (bounds.min > bounds.max || bounds.max > MAX_REPEAT)) return fail('bad_repeat', begins)
    if (bounds.min > MAX_REPEAT) return fail('bad_repeat', begins)
    const next = at
    if (readRepeat()) return fail('nothing_to_repeat', next)
    return { kind: 'repeat', node, ...bounds }
  }

  function readRepeat(): { min: number; max: number | null } | null {
    const sign = chars[at]
    if (sign === '*' || sign === '+' || sign === '?') {
      at += 1
      return { min: sign === '+' ? 1 : 0, max: sign === '?' ? 1 : null }
    }
    const [text, min = '', comma, max] = /^\{(\d{1,9})(,)?(\d{1,9})?\}/.exec(chars.slice(at, at + 24).join('')) ?? []
    if (text === undefined || (comma === undefined && max !== undefined)) return null
    at += text.length
    if (max !== undefined) return { min: Number(min), max: Number(max) }
    return { min: Number(min), max: comma ? null : Number(min) }
  }

  function atom(depth: number): PatternNode {
    const begins = at
    const sign = chars[at++] ?? ''
    switch (sign) {
      case '(':
        return group(begins, depth)
      case '[':
        return charClass(begins)
      case '.':
        return char({ negated: true, tests: [single('\n'), single('\r'), single('\u2028'), single('\u2029')] })
      case '^':
        return { kind: 'begin' }
      case '$':
        return { kind: 'end' }
      case '*':
      case '+':
      case '?':
        return fail('nothing_to_repeat', begins)
      case '{':
      case '}':
      case ']':
        return fail('needs_escape', begins)
      case '\\':
        return escaped(begins)
      default:
        return char(single(sign))
    }
  }

  function group(begins: number, depth: number): PatternNode {
    if (depth >= MAX_NESTING) return fail('too_complex', begins)
    if (chars[at] === '?') {
      if (chars[at + 1] !== ':') return fail('unsupported', begins)
      at += 2
    }
    const node = alternatives(depth + 1)
    if (chars[at] !== ')') return fail('unclosed_group', begins)
    at += 1
    return node
  }

  function escaped(begins: number): PatternNode {
    const test = readEscape()
    return typeof test === 'string' ? fail(test, begins) : char(test)
  }

  /** What follows a backslash. */
  function readEscape(): CharTest | 'unsupported' | 'bad_escape' {
    const sign = chars[at++]
    if (sign === undefined) return 'bad_escape'
    const known = named(sign)
    if (known) return known
    if (/[\dbBkpPcxu]/.test(sign)) return 'unsupported'
    return /[^\p{L}\p{N}\s_]/u.test(sign) ? single(sign) : 'bad_escape'
  }

  function charClass(begins: number): PatternNode {
    const negated = chars[at] === '^'
    if (negated) at += 1
    const tests: CharTest[] = []
    for (;;) {
      if (at >= chars.length) return fail('unclosed_class', begins)
      if (chars[at] === ']') break
      const where = at
      const from = classItem()
      if (typeof from === 'string') return fail(from, where)
      if (chars[at] !== '-' || at + 1 >= chars.length || chars[at + 1] === ']') {
        tests.push(from)
        continue
      }
      at += 1
      const to = classItem()
      if (typeof to === 'string') return fail(to, where)
      const range = ranges(from, to)
      if (!range) return fail('bad_class', where)
      tests.push(range)
    }
    at += 1
    return char({ negated, tests })
  }

  function classItem() {
    const sign = chars[at++] ?? ''
    return sign === '\\' ? readEscape() : single(sign)
  }

  const node = alternatives(0)
  if (problems.length === 0 && at < chars.length) fail('unopened_group', at)
  const [problem] = problems
  return problem ? { ok: false, problem } : { ok: true, node }
}
