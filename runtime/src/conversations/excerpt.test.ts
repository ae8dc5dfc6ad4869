import { expect, test } from 'vitest'
import { excerptOf } from './excerpt.ts'
import { wordsOf } from './searched-words.ts'

/** The excerpt with its marks drawn as brackets. */
const drawn = (text: string, searched: string) => {
  const excerpt = excerptOf(text, wordsOf(searched))
  return excerpt.marks.reduceRight(
    (words, [from, to]) => `${words.slice(0, from)}[${words.slice(from, to)}]${words.slice(to)}`,
    excerpt.text,
  )
}
const far = 'paraula '.repeat(30)

test.each([
  ['La farmàcia', 'farmacia', 'La [farmàcia]'],
  ['LA FARMÀCIA de la farmacèutica', 'la farma', '[LA] [FARMÀ]CIA de [la] [farma]cèutica'],
  ['res', 'farmacia', 'res'],
  ['a.b', '.', 'a[.]b'],
  ['', 'hola', ''],
])('%j searched for %j shows %j', (text, searched, shown) => {
  expect(drawn(text, searched)).toBe(shown)
})

test('of a long text the words around the first find are shown', () => {
  const shown = drawn(`${far}un fanal apagat ${far}`, 'fanal')
  expect(shown).toMatch(/^…(?:paraula )+un \[fanal\] apagat .*…$/)
  expect(shown.length).toBeLessThan(180)
})

test('a find in one endless word is shown from where it stands', () => {
  expect(drawn(`${'x'.repeat(3_000)}fanal${'x'.repeat(3_000)}`, 'fanal')).toMatch(/^…\[fanal\]x+…$/)
})
