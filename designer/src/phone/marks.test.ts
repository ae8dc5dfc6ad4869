import { describe, expect, test } from 'vitest'
import { parseMarks, plainMarks, writtenMarks } from './marks.ts'

const shown = (text: string): string =>
  parseMarks(text)
    .map(piece => {
      if (piece.kind === 'text') return piece.text
      if (piece.kind === 'link') return `<a ${piece.url}>${piece.text}</a>`
      if (piece.kind === 'code') return `<code>${piece.text}</code>`
      return `<${piece.kind}>${shown(writtenMarks(piece.children))}</${piece.kind}>`
    })
    .join('')

describe('marks', () => {
  test.each([
    ['*Farmàcia* de guàrdia', '<bold>Farmàcia</bold> de guàrdia'],
    ['_avui_ i ~demà~', '<italic>avui</italic> i <strike>demà</strike>'],
    ['*molt _important_*', '<bold>molt <italic>important</italic></bold>'],
    ['el codi `ALTA 600`', 'el codi <code>ALTA 600</code>'],
    ['```dues\nlínies```', '<code>dues\nlínies</code>'],
    ['2 * 3 * 4', '2 * 3 * 4'],
    ['snake_case_name', 'snake_case_name'],
    ['*obert\ni prou*', '*obert\ni prou*'],
    ['**', '**'],
    ['* no*', '* no*'],
    ['(*sí*), «*també*».', '(<bold>sí</bold>), «<bold>també</bold>».'],
    ['`*no*`', '<code>*no*</code>'],
    ['Mireu https://www.alzira.es/a_b_c.', 'Mireu <a https://www.alzira.es/a_b_c>https://www.alzira.es/a_b_c</a>.'],
    ['www.manresa.cat', '<a https://www.manresa.cat>www.manresa.cat</a>'],
    ['javascript:alert(1)', 'javascript:alert(1)'],
  ])('%j is read as the phone reads it', (text, expected) => {
    expect(shown(text)).toBe(expected)
  })
})

/** A small generator with a seed, so that a failure can be repeated. */
function* texts(seed: number, count: number): Generator<string> {
  const alphabet = [
    '*',
    '_',
    '~',
    '`',
    '```',
    ' ',
    '\n',
    'a',
    'l·l',
    'è',
    '.',
    '2',
    'https://a.cat/x_y',
    '👋',
    '<b>',
    '{{',
  ]
  let state = seed
  const draw = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  for (let made = 0; made < count; made++) {
    yield Array.from({ length: draw(24) }, () => alphabet[draw(alphabet.length)]).join('')
  }
}

test('no text loses or gains a character', () => {
  for (const text of texts(42, 5_000)) expect(writtenMarks(parseMarks(text))).toBe(text)
})

test('a text without marks is left alone', () => {
  for (const text of texts(7, 5_000)) {
    const bare = text.replace(/[*_~`]/g, '')
    expect(plainMarks(parseMarks(bare))).toBe(bare)
  }
})

test('a long hostile text is read in linear time', () => {
  const started = performance.now()
  for (const piece of ['*', '*a', '_*~', '*a ', '`a', '```', 'https://', '*a*b']) parseMarks(piece.repeat(20_000))
  expect(performance.now() - started).toBeLessThan(2_000)
})
