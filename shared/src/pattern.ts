import { buildAutomaton, run } from './pattern/matcher.ts'
import { type PatternProblem, parsePattern } from './pattern/parse.ts'

export type { PatternProblem } from './pattern/parse.ts'

const MAX_TEXT_CHARS = 4096 // WhatsApp Cloud API, body of a text message

export interface Pattern {
  ok: true
  /** Whether the whole text fits; a text past 4,096 characters never does. */
  matches(text: string): boolean
  /** The same, with the number of steps it took: at most states times characters, whatever the pattern. */
  measure(text: string): { matched: boolean; steps: number }
}

/**
 * A pattern an officer wrote, such as `[A-Z]{2}\d{4}`, always about the whole text. It is matched without going
 * back, so no pattern and no text can make it slow; look-around and back-references are refused.
 */
export function compilePattern(
  source: string,
  { ignoreCase = false }: { ignoreCase?: boolean } = {},
): Pattern | { ok: false; problem: PatternProblem } {
  const parsed = parsePattern(source, ignoreCase)
  if (!parsed.ok) return parsed
  const automaton = buildAutomaton(parsed.node)
  if (!automaton) return { ok: false, problem: { code: 'too_complex', at: 0 } }
  const measure = (text: string) => (text.length > MAX_TEXT_CHARS ? { matched: false, steps: 0 } : run(automaton, text))
  return { ok: true, measure, matches: text => measure(text).matched }
}
