import { emptyFlow, type MenuOption, renderingOf, type TownData } from '@pregoner/shared'
import { describe, expect, it } from 'vitest'
import { previewMessages } from './preview.ts'

const town: TownData = {
  key: 'vila',
  name: 'Vila',
  languages: ['ca', 'es'],
  defaultLanguage: 'ca',
  country: 'ES',
  timeZone: 'Europe/Madrid',
  departments: [],
  categories: [],
  topics: [],
  calendars: [],
  tables: [],
  texts: { help: {}, stopped: {}, notUnderstood: {}, apology: {} },
  words: {},
  allowedHosts: [],
}
const flow = emptyFlow('main', 'Canal', ['ca', 'es'])
const now = new Date('2026-11-23T10:00:00Z')

const option = (index: number): MenuOption => ({
  id: `o${index}`,
  label: { ca: `Opció ${index}` },
  description: {},
  synonyms: {},
})
const menuOf = (count: number) => ({
  text: { ca: 'Bon dia, {{contact.name}}. {{carrer}}?', es: 'Buenos días' },
  options: Array.from({ length: count }, (_, index) => option(index)),
  listLabel: {},
  retryText: {},
  maxAttempts: 3,
  waitMinutes: 60,
})
const preview = (type: string, config: unknown, language: 'ca' | 'es' = 'ca') =>
  previewMessages({ flow, node: 'n', type, config, town }, language, now)

describe('a preview', () => {
  it.each([
    [3, 'buttons'],
    [4, 'list'],
    [11, 'numbered'],
  ])('of a menu of %d options is drawn as %s', (count, rendering) => {
    expect(preview('menu', menuOf(count)).map(renderingOf)).toEqual([rendering])
  })

  it('shows where values will stand', () => {
    expect(preview('menu', menuOf(1))[0]?.text).toBe('Bon dia, ‹nom del contacte›. ‹carrer›?')
  })

  it('speaks the language asked for', () => {
    expect(preview('menu', menuOf(1), 'es')[0]).toMatchObject({ text: 'Buenos días', language: 'es' })
  })

  it('of a config that is not finished is empty', () => {
    expect(preview('menu', { text: 7 })).toEqual([])
    expect(preview('unknown', {})).toEqual([])
  })

  it('asks for the rating of an end', () => {
    const end = { text: { ca: 'Adéu' }, asksRating: true, best: 3, waitMinutes: 60 }
    expect(preview('end', end)[0]?.choices.map(choice => choice.label)).toEqual(['1', '2', '3'])
  })
})
