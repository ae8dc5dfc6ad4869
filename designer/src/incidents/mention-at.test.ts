import { describe, expect, test } from 'vitest'
import { complete, meantBy, mentionAt } from './mention-at.ts'

/** The cursor is where the bar is. */
const at = (marked: string) => mentionAt(marked.replace('|', ''), marked.indexOf('|'))

describe('a mention that is being written', () => {
  test.each<[string, string | null]>([
    ['@|', ''],
    ['Hola @la|', 'la'],
    ['(@Laia M| i més', 'Laia M'],
    ['@Laia Mas, ho veus? @pe|', 'pe'],
    ['oficina@pau|', null],
    ['sense|', null],
    ['@una\naltra|', null],
    [`@${'x'.repeat(41)}|`, null],
  ])('in «%s» is «%s»', (marked, expected) => {
    expect(at(marked)?.words ?? null).toBe(expected)
  })

  test.each<[string, string[]]>([
    ['', ['Núria Pla', 'Pau Ferrer']],
    ['nu', ['Núria Pla']],
    ['fe', ['Pau Ferrer']],
    ['pau fe', ['Pau Ferrer']],
    ['p', ['Núria Pla', 'Pau Ferrer']],
    ['x', []],
  ])('«%s» may mean %j', (words, expected) => {
    const people = [{ name: 'Núria Pla' }, { name: 'Pau Ferrer' }]
    expect(meantBy(words, people).map(({ name }) => name)).toEqual(expected)
  })

  test('is completed in place, with one space behind', () => {
    const text = 'Hola @nu què?'
    const begun = mentionAt(text, 8)
    expect(begun && complete(text, begun, 'Núria Pla')).toEqual({ text: 'Hola @Núria Pla què?', cursor: 16 })
  })
})
