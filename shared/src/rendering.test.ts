import { describe, expect, test } from 'vitest'
import { type Choice, type OutboundMessage, textMessage } from './message.ts'
import { countChars, fits, numberedText, obstaclesTo, renderingOf } from './rendering.ts'

const choices = (count: number, label = 'Opció', description: string | null = null): Choice[] =>
  Array.from({ length: count }, (_, index) => ({ id: `o${index}`, label: `${label} ${index + 1}`, description }))
const menu = (offered: Choice[], text = 'Tria'): OutboundMessage => ({ ...textMessage(text, 'ca'), choices: offered })

describe('the form of a menu', () => {
  test.each<[string, OutboundMessage, string, string[], string[]]>([
    ['three short options', menu(choices(3)), 'buttons', [], []],
    ['four', menu(choices(4)), 'list', ['too_many'], []],
    ['eleven', menu(choices(11)), 'numbered', ['too_many'], ['too_many']],
    ['a label over 20', menu(choices(1, 'Recollida de trastos')), 'list', ['label_long'], []],
    ['a label over 24', menu(choices(1, 'Recollida de trastos vells')), 'numbered', ['label_long'], ['label_long']],
    ['a description', menu(choices(1, 'Opció', 'De dilluns a divendres')), 'list', ['has_description'], []],
    [
      'a description over 72',
      menu(choices(1, 'a', 'x'.repeat(73))),
      'numbered',
      ['has_description'],
      ['description_long'],
    ],
    ['a text over 1,024', menu(choices(2), 'x'.repeat(1_025)), 'list', ['text_long'], []],
    ['no text', menu(choices(2), ''), 'numbered', ['no_text'], ['no_text']],
    ['the same label twice', menu([...choices(1), ...choices(1)]), 'numbered', ['label_repeated'], ['label_repeated']],
  ])('with %s, and what is in the way of the others', (_name, message, form, forButtons, forList) => {
    expect(renderingOf(message)).toBe(form)
    expect(obstaclesTo('buttons', message).map(({ code }) => code)).toEqual(forButtons)
    expect(obstaclesTo('list', message).map(({ code }) => code)).toEqual(forList)
    expect(obstaclesTo('numbered', message)).toEqual([])
  })

  test('of one without choices is none', () => expect(renderingOf(menu([]))).toBe('none'))
})

test('numbered text keeps the descriptions', () => {
  expect(numberedText(menu(choices(2, 'Opció', 'matins')))).toBe('Tria\n\n1. Opció 1 – matins\n2. Opció 2 – matins')
})

test.each([
  ['', 0],
  ['Sol·licitud', 11],
  ['a\nb', 3],
  ['a\r\nb', 3],
  ['👩‍🚒', 1],
  ['e\u0301', 1],
])('%j has %i characters, as a person sees them', (text, chars) => {
  expect(countChars(text)).toBe(chars)
  expect(fits(text, chars)).toBe(true)
  if (chars > 0) expect(fits(text, chars - 1)).toBe(false)
})
