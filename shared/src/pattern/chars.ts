/** Which characters fit: a range of code points, any of several tests, or none of them. */
export type CharTest =
  | { from: number; to: number }
  | { negated: boolean; tests: readonly CharTest[] }
  | { folded: CharTest }

export const single = (char: string): CharTest => range(char, char)

const range = (from: string, to: string): CharTest => ({ from: from.codePointAt(0) ?? 0, to: to.codePointAt(0) ?? 0 })

/** `a-z` from its two ends; null when an end is not a single character or they are the wrong way round. */
export function ranges(from: CharTest, to: CharTest): CharTest | null {
  if (!('from' in from) || !('from' in to) || from.from !== from.to || to.from !== to.to) return null
  return from.from <= to.from ? { from: from.from, to: to.from } : null
}

const digit: CharTest = { negated: false, tests: [range('0', '9')] }
const word: CharTest = { negated: false, tests: [range('a', 'z'), range('A', 'Z'), range('0', '9'), single('_')] }
/** The white space of JavaScript: ECMA-262, WhiteSpace and LineTerminator. */
const space: CharTest = {
  negated: false,
  tests: [
    range('\t', '\r'),
    ...[...' \u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff'].map(single),
    range('\u2000', '\u200a'),
  ],
}
const not = (test: CharTest): CharTest => ({ negated: true, tests: [test] })

const namedTests = new Map<string, CharTest>([
  ['d', digit],
  ['w', word],
  ['s', space],
  ['D', not(digit)],
  ['W', not(word)],
  ['S', not(space)],
  ['n', single('\n')],
  ['r', single('\r')],
  ['t', single('\t')],
])

/** The test behind `\d`, `\w`, `\s`, their opposites and `\n`. */
export const named = (letter: string): CharTest | undefined => namedTests.get(letter)

/** The same test, blind to upper and lower case. */
export const caseFolded = (test: CharTest): CharTest => ({ folded: test })

export function fits(test: CharTest, point: number): boolean {
  if ('from' in test) return test.from <= point && point <= test.to
  if ('tests' in test) return test.tests.some(inner => fits(inner, point)) !== test.negated
  return fitsFolded(test.folded, point)
}

/** A set is left out only when no case of the character is in it. */
function fitsFolded(test: CharTest, point: number): boolean {
  if ('tests' in test && test.negated) return !test.tests.some(inner => fitsFolded(inner, point))
  const char = String.fromCodePoint(point)
  const cases = new Set([char, char.toLowerCase(), char.toUpperCase()])
  return [...cases].some(text => [...text].length === 1 && fits(test, text.codePointAt(0) ?? 0))
}
