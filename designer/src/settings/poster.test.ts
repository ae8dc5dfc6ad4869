import { expect, test } from 'vitest'
import { posterSvg, whatsAppLink } from './poster.ts'

test.each([
  ['+34 644 069 801', 'hola', 'https://wa.me/34644069801?text=hola'],
  ['34644069801', '', 'https://wa.me/34644069801'],
  ['+39 338 655 3630', 'ATTIVA ISCRIZIONE', 'https://wa.me/393386553630?text=ATTIVA%20ISCRIZIONE'],
])('the link to %s with «%s» is %s', (number, keyword, link) => {
  expect(whatsAppLink(number, keyword)).toBe(link)
})

test('a poster is black on white, and its words are only words', () => {
  const svg = posterSvg({ link: 'https://wa.me/34644069801', name: 'Vila & <b>', words: 'Escriviu-nos' }, 1_000)
  expect(svg).toContain('width="1000" height="1200"')
  expect(svg).toContain('>Vila &amp; &lt;b&gt;</text>')
  expect(svg).not.toContain('<b>')
})

test('a long name gets smaller instead of wider', () => {
  const sizeOf = (name: string) =>
    Number(/font-size="([\d.]+)" font-weight="700"/.exec(posterSvg({ link: 'x', name, words: '' }, 100))?.[1])
  expect(sizeOf('Ajuntament de Sant Cebrià de Vallalta')).toBeLessThan(sizeOf('Alzira'))
})
