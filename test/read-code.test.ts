import sharp from 'sharp'
import { expect, test } from 'vitest'
import { fullNumber } from '../designer/src/settings/full-number.ts'
import { posterSvg, whatsAppLink } from '../designer/src/settings/poster.ts'
import { readCode } from './read-code.ts'

test.each([
  ['644 069 801', 'ES', 'hola', 'https://wa.me/34644069801?text=hola'],
  ['338 655 3630', 'IT', 'ATTIVA ISCRIZIONE', 'https://wa.me/393386553630?text=ATTIVA%20ISCRIZIONE'],
  [
    '+34 699 792 133',
    'ES',
    'alta: què hi ha & com?',
    'https://wa.me/34699792133?text=alta%3A%20qu%C3%A8%20hi%20ha%20%26%20com%3F',
  ],
] as const)(
  'a phone that looks at the poster of %s opens the conversation with its word',
  async (shown, country, word, opens) => {
    const link = whatsAppLink(fullNumber(shown, country), word)
    const svg = Buffer.from(posterSvg({ link, name: 'Sant Cebrià de Vallalta', words: 'Escriviu-nos' }, 600))
    expect(await readCode(svg)).toBe(opens)
    expect(new URL(opens).searchParams.get('text')).toBe(word)
  },
)

test('a poster that is dirty in places is still read, and one without a code is not', async () => {
  const link = whatsAppLink('34644069801', 'hola')
  const svg = Buffer.from(posterSvg({ link, name: 'Manresa', words: 'Escriviu-nos' }, 600))
  const spot = {
    input: { create: { width: 70, height: 70, channels: 4, background: '#333333' } },
    left: 270,
    top: 270,
  } as const
  expect(await readCode(await sharp(svg).composite([spot]).png().toBuffer())).toBe(link)
  const blank = { create: { width: 600, height: 720, channels: 4, background: '#ffffff' } } as const
  expect(await readCode(await sharp(blank).png().toBuffer())).toBeNull()
})
