import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { insertPiece, type Mark, type Selected, toggleMark } from './edit-marks.ts'

/** `Bon [dia]` is the text with «dia» selected; `Bon |dia` has the caret there. */
const read = (drawn: string): Selected => {
  const from = drawn.search(/[[|]/)
  const text = drawn.replace(/[[\]|]/g, '')
  return { text, from, to: drawn.includes('|') ? from : drawn.indexOf(']') - 1 }
}
const draw = ({ text, from, to }: Selected) =>
  from === to
    ? `${text.slice(0, from)}|${text.slice(from)}`
    : `${text.slice(0, from)}[${text.slice(from, to)}]${text.slice(to)}`

describe('a mark', () => {
  test.each<[string, Mark, string]>([
    ['Bon [dia] a tothom', 'bold', 'Bon *[dia]* a tothom'],
    ['Bon *[dia]* a tothom', 'bold', 'Bon [dia] a tothom'],
    ['Bon [*dia*] a tothom', 'bold', 'Bon [dia] a tothom'],
    ['Bon [dia ]a tothom', 'italic', 'Bon _[dia]_ a tothom'],
    ['Bon *[dia]*', 'italic', 'Bon *_[dia]_*'],
    ['[preu]', 'strike', '~[preu]~'],
    ['envieu [ALTA]', 'mono', 'envieu `[ALTA]`'],
    ['Bon |', 'bold', 'Bon *|*'],
    ['Bon *|*', 'bold', 'Bon |'],
    ['|', 'italic', '_|_'],
    ['[una\ndues]', 'bold', '[*una*\n*dues*]'],
    ['[*una*\n*dues*]', 'bold', '[una\ndues]'],
    ['[*una*\n\n  dues]', 'bold', '[*una*\n\n  *dues*]'],
    ['[una\ndues]', 'mono', '```[una\ndues]```'],
    ['```[una\ndues]```', 'mono', '[una\ndues]'],
    ['[   ]', 'bold', '*|*   '],
  ])('on %j (%s) makes %j', (before, mark, after) => {
    expect(draw(toggleMark(read(before), mark))).toBe(after)
  })

  test('put on and taken off leaves the text as it was', () => {
    const marks: Mark[] = ['bold', 'italic', 'strike', 'mono']
    fc.assert(
      fc.property(
        fc.string().filter(text => !/[*_~`]/.test(text)),
        fc.nat(),
        fc.nat(),
        fc.constantFrom(...marks),
        (text, a, b, mark) => {
          const [from = 0, to = 0] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y)
          const once = toggleMark({ text, from, to }, mark)
          const twice = toggleMark(once, mark)
          expect(twice.text).toBe(text)
          expect(once.text.length).toBeGreaterThan(text.length)
        },
      ),
    )
  })
})

test('a piece takes the place of what is selected', () => {
  expect(draw(insertPiece(read('Hola, [tu]!'), '{{nom}}'))).toBe('Hola, {{nom}}|!')
})
