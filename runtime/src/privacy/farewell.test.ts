import { expect, test } from 'vitest'
import { sampleTown } from '../../../test/sample-town.ts'
import { dataLinkText, erasedText } from './farewell.ts'

const link = { link: 'https://vila.example/my-data/x', days: '7', times: '5' }
const town = sampleTown()
const saying = (texts: Partial<typeof town.texts>) => ({ ...town, texts: { ...town.texts, ...texts } })

test.each([
  ['the usual words', {}, 'Les teves dades: https://vila.example/my-data/x'],
  ['blanks are the usual words', { ca: '  ' }, 'Les teves dades: https'],
  [
    'the town’s own',
    { ca: 'Aquí: {link} ({days} dies, {times} cops)' },
    'Aquí: https://vila.example/my-data/x (7 dies, 5 cops)',
  ],
  ['without the link it stands below', { ca: 'Les tens aquí.' }, 'Les tens aquí.\n\nhttps://vila.example/my-data/x'],
  ['a value is not filled in again', { ca: '{link}{link}' }, `${link.link}${link.link}`],
])('MY DATA: %s', (_, dataLink, told) => {
  expect(dataLinkText(saying({ dataLink }), 'ca', link).startsWith(told)).toBe(true)
})

test('DELETE: the town’s own words, in the citizen’s language or the town’s', () => {
  expect(erasedText(town, 'ca')).toContain('S’han esborrat les teves dades')
  expect(erasedText(null, 'es')).toContain('Se han borrado')
  const own = saying({ dataErased: { ca: 'Adéu-siau!', es: '' } })
  expect([erasedText(own, 'ca'), erasedText(own, 'es')]).toEqual(['Adéu-siau!', 'Adéu-siau!'])
})
