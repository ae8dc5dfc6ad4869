import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compilePattern } from '../pattern.ts'

function compiled(source: string, options = {}) {
  const pattern = compilePattern(source, options)
  if (!pattern.ok) throw new Error(`${source}: ${pattern.problem.code}`)
  return pattern
}

describe('a pattern', () => {
  it.each([
    ['abc', 'abc', true],
    ['abc', 'abcd', false],
    ['abc', 'xabc', false],
    ['', '', true],
    ['', 'a', false],
    ['a|b', 'b', true],
    ['a|', '', true],
    ['(ab|cd)+', 'abcdab', true],
    ['(?:ab)?c', 'c', true],
    ['[a-c]{2,3}', 'ab', true],
    ['[a-c]{2,3}', 'abca', false],
    ['[a-c]{2,}', 'abcabc', true],
    ['[^a-c]', 'd', true],
    ['[^a-c]', 'a', false],
    ['[\\d-]+', '12-3', true],
    ['[a\\]-]+', 'a]-', true],
    ['\\d{4} ?[A-Z]{3}', '1234 BCD', true],
    ['\\d{4} ?[A-Z]{3}', '1234 bcd', false],
    ['\\w+@\\w+\\.cat', 'anna@manresa.cat', true],
    ['.', '👍', true],
    ['.', '\n', false],
    ['[👍👎]', '👎', true],
    ['\\s\\S', ' x', true],
    ['\\D\\W', 'x-', true],
    ['^a$', 'a', true],
    ['(^a|b)+', 'ab', true],
    ['(a|^b)+', 'ab', false],
    ['a{0}', '', true],
    ['a{3}?', 'aaa', true],
    ['(a*)*b', 'aaab', true],
    ['à', 'À', false],
  ])('%s on %j: %s', (source, text, matched) => {
    expect(compiled(source).matches(text)).toBe(matched)
  })

  it.each([
    ['abc', 'ABC', true],
    ['[a-z]+', 'ÀB', false],
    ['[à-ü]+', 'ÀÜ', true],
    ['[^a]', 'A', false],
    ['\\W', 'Z', false],
  ])('%s on %j in any case: %s', (source, text, matched) => {
    expect(compiled(source, { ignoreCase: true }).matches(text)).toBe(matched)
  })

  it.each([
    ['(a', 'unclosed_group', 0],
    ['b(a|(c)', 'unclosed_group', 1],
    ['a)', 'unopened_group', 1],
    ['[a', 'unclosed_class', 0],
    ['[z-a]', 'bad_class', 1],
    ['[\\d-z]', 'bad_class', 1],
    ['*a', 'nothing_to_repeat', 0],
    ['a**', 'nothing_to_repeat', 2],
    ['a{2}{3}', 'nothing_to_repeat', 4],
    ['^*', 'nothing_to_repeat', 1],
    ['a{3,2}', 'bad_repeat', 1],
    ['a{501}', 'bad_repeat', 1],
    ['a{x}', 'needs_escape', 1],
    ['a]', 'needs_escape', 1],
    ['a\\', 'bad_escape', 1],
    ['\\y', 'bad_escape', 0],
    ['(?=a)', 'unsupported', 0],
    ['(?<!a)b', 'unsupported', 0],
    ['(?<name>a)', 'unsupported', 0],
    ['(a)\\1', 'unsupported', 3],
    ['\\bword', 'unsupported', 0],
    ['\\p{L}', 'unsupported', 0],
    ['a'.repeat(501), 'too_long', 500],
    ['('.repeat(60), 'too_complex', 50],
    ['(a{500}){500}', 'too_complex', 0],
    ['((((a{9}){9}){9}){9}){9}', 'too_complex', 0],
  ])('%s is refused: %s at %d', (source, code, at) => {
    expect(compilePattern(source)).toEqual({ ok: false, problem: { code, at } })
  })

  it('takes an empty group repeated without end in its stride', () => {
    expect(compiled('(((){500}){500}){500}a').matches('a')).toBe(true)
  })

  it('never fits a text longer than a message', () => {
    expect(compiled('a*').matches('a'.repeat(4096))).toBe(true)
    expect(compiled('a*').measure('a'.repeat(4097))).toEqual({ matched: false, steps: 0 })
  })

  const atom = fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '\\d', '\\w', '\\s', '\\.', '1', 'É')
  const { expression } = fc.letrec<{ expression: string }>(tie => ({
    expression: fc.oneof(
      { maxDepth: 4, depthSize: 'small' },
      atom,
      fc.tuple(tie('expression'), tie('expression')).map(([one, other]) => one + other),
      fc.tuple(tie('expression'), tie('expression')).map(([one, other]) => `(${one}|${other})`),
      fc
        .tuple(tie('expression'), fc.constantFrom('*', '+', '?', '{2}', '{0,2}', '{1,}'))
        .map(([inner, repeat]) => `(?:${inner})${repeat}`),
    ),
  }))
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'A', '1', '.', ' ', 'é', '\n'), maxLength: 8 })

  it('agrees with the regular expressions of JavaScript', () => {
    fc.assert(
      fc.property(expression, text, fc.boolean(), (source, said, ignoreCase) => {
        const expected = new RegExp(`^(?:${source})$`, ignoreCase ? 'iu' : 'u').test(said)
        expect(compiled(source, { ignoreCase }).matches(said)).toBe(expected)
      }),
      { numRuns: 3000 },
    )
  })

  it('compiles or refuses anything without throwing', () => {
    const signs = fc.string({ unit: fc.constantFrom(...'ab01(){}[]^$|*+?.\\-,:=<!dws'), maxLength: 30 })
    fc.assert(
      fc.property(signs, text, (source, said) => {
        const pattern = compilePattern(source)
        if (pattern.ok) expect(typeof pattern.matches(said)).toBe('boolean')
        else expect(pattern.problem.at).toBeLessThanOrEqual(source.length)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('the work of matching', () => {
  it.each(['(a+)+b', '(a|aa)+b', '(a|a)*b', '(.*a){20}b', '((a*)*)*b', '(a?){30}a{30}b', '[a-z]*[a-z]*[a-z]*[a-z]*1'])(
    'grows with the text and no faster: %s',
    source => {
      const pattern = compiled(source)
      const steps = (length: number) => pattern.measure('a'.repeat(length)).steps
      expect(steps(4000)).toBeLessThan(steps(2000) * 2.1)
      expect(steps(4000)).toBeGreaterThan(1000)
    },
  )

  it('is at most the states of the largest pattern for each character', () => {
    const { steps } = compiled('(.?){500}').measure('a'.repeat(900))
    expect(steps).toBeLessThanOrEqual(1200 * 901)
  })
})
