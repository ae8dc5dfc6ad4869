import { countChars, interfaceLanguages } from '@pregoner/shared'
import { expect, test } from 'vitest'
import { emojis, findEmojis } from './search.ts'

test('every emoji is one character with a name in each language of the screens, and stands once', () => {
  for (const { sign, names } of emojis) {
    expect([sign, countChars(sign)]).toEqual([sign, 1])
    for (const language of interfaceLanguages) expect([sign, language, names[language]]).not.toContain('')
  }
  expect(new Set(emojis.map(({ sign }) => sign)).size).toBe(emojis.length)
  expect(emojis.length).toBeGreaterThanOrEqual(150)
})

test.each([
  ['farma', '💊'],
  ['perill', '⚠️'],
  ['basura', '🗑️'],
  ['vigili', '🧑‍🚒'],
  ['POTHOLE', '🕳️'],
  ['nadal', '🎄'],
  ['cita', '🗓️'],
])('%s finds %s', (wanted, sign) => {
  expect(findEmojis(wanted).map(emoji => emoji.sign)).toContain(sign)
})

test('nothing wanted finds all; nonsense finds none', () => {
  expect(findEmojis('  ')).toEqual(emojis)
  expect(findEmojis('xyzzy')).toEqual([])
})
