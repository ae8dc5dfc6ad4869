import { describe, expect, test } from 'vitest'
import type { Flow, FlowNode } from './flow.ts'
import { emptyFlow } from './flow.ts'
import { nodeDefinition } from './nodes/index.ts'
import { townData } from './town.ts'
import { changesIn, type GivenAnswer, understandingOf } from './understanding.ts'

const town = townData.parse({
  key: 'vila',
  name: 'Vila',
  timeZone: 'Europe/Madrid',
  country: 'ES',
  languages: ['ca', 'es'],
  defaultLanguage: 'ca',
  departments: [],
  calendars: [],
  tables: [],
  topics: [],
  categories: [],
  texts: { help: {}, stopped: {}, notUnderstood: {}, apology: {} },
  words: {},
  allowedHosts: [],
})
const now = new Date('2026-11-23T10:00:00Z')

const option = (id: string, ca: string, es: string, synonyms: object = {}) => ({
  ...{ id, label: { ca, es }, description: {}, synonyms },
})
const menu = (synonyms: object = {}, maxAttempts = 3): FlowNode => ({
  id: 'topic',
  type: 'menu',
  position: { x: 0, y: 0 },
  config: {
    ...nodeDefinition('menu')?.blank,
    ...{ text: { ca: 'Què passa?' }, maxAttempts },
    options: [option('parks', 'Parcs', 'Parques', synonyms), option('clean', 'Neteja', 'Limpieza')],
  },
})
const flowWith = (node: FlowNode): Flow => ({ ...emptyFlow('main', 'Main', ['ca', 'es']), nodes: [node] })
const said = (text: string, language: GivenAnswer['language'] = 'ca'): GivenAnswer => ({
  ...{ text, language, media: [], place: null },
})

describe('how a step would take an answer', () => {
  const goes = understandingOf(flowWith(menu({ ca: ['gronxador'] })), 'topic', town, now)
  test.each([
    ['Parcs', 'ca', 'parks'],
    ['2', 'ca', 'clean'],
    ['el gronxador', 'ca', 'parks'],
    ['limpiesa', 'es', 'clean'],
    ['no ho sé', 'ca', null],
    ['parques', null, 'parks'],
  ] as const)('“%s” in %s leads to %s', (text, language, exit) => expect(goes(said(text, language))).toBe(exit))

  test('the last attempt is not understood either, though it goes on', () => {
    expect(understandingOf(flowWith(menu({}, 1)), 'topic', town, now)(said('no ho sé'))).toBeNull()
  })

  test('a question that repeats an answer to have it confirmed has understood it', () => {
    const config = { ...nodeDefinition('question')?.blank, answer: 'number', confirm: true }
    const ask = understandingOf(flowWith({ ...menu(), type: 'question', config }), 'topic', town, now)
    expect(ask(said('12'))).toBeUndefined()
    expect(ask(said('dotze mil o així'))).toBeNull()
  })

  test('a step that does not wait, or is not there, understands nothing', () => {
    expect(understandingOf(flowWith(menu()), 'other', town, now)(said('Parcs'))).toBeNull()
  })
})

test('what changes is counted by where answers went and where they would go', () => {
  const compared = [
    { text: 'gronxador', from: null, to: 'parks' },
    { text: 'gronxador', from: null, to: 'parks' },
    { text: 'el banc', from: null, to: 'parks' },
    { text: 'hola?', from: null, to: null },
    { text: 'papereres del parc', from: 'clean', to: 'parks' },
    { text: 'neteja', from: 'clean', to: 'clean' },
    { text: 'arbres', from: 'parks', to: null },
  ]
  expect(changesIn(compared)).toEqual({
    notUnderstood: 4,
    understood: 3,
    gained: [{ to: 'parks', count: 3, examples: ['gronxador', 'el banc'] }],
    moved: [
      { from: 'clean', to: 'parks', count: 1, examples: ['papereres del parc'] },
      { from: 'parks', to: null, count: 1, examples: ['arbres'] },
    ],
  })
})
