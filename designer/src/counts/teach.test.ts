import { emptyFlow, type Flow, type FlowNode, type NotUnderstoodText, nodeDefinition } from '@pregoner/shared'
import { expect, test } from 'vitest'
import { offersOf, spokenIn, suggestedOffer, teach, unteachable } from './teach.ts'

const option = (id: string, ca: string, es: string) => ({ id, label: { ca, es }, description: {}, synonyms: {} })
const menu: FlowNode = {
  id: 'topic',
  type: 'menu',
  position: { x: 0, y: 0 },
  config: {
    ...nodeDefinition('menu')?.blank,
    options: [option('parks', 'Parcs', 'Parques'), option('clean', 'Neteja', 'Limpieza')],
  },
}
const flow: Flow = { ...emptyFlow('main', 'Main', ['ca', 'es']), nodes: [menu] }
const synonymsOf = ({ nodes }: Flow, id: string) => nodes.flatMap(offersOf).find(offer => offer.id === id)?.synonyms

test('a text becomes a synonym in the language of the conversation, without the signs at its end', () => {
  const taught = teach(flow, 'topic', 'parks', 'el tobogán?!', 'es')
  expect(synonymsOf(taught, 'parks')).toEqual({ es: ['el tobogán'] })
  expect(synonymsOf(taught, 'clean')).toEqual({})
  expect(synonymsOf(teach(taught, 'topic', 'parks', 'arbres', null), 'parks')).toEqual({
    ca: ['arbres'],
    es: ['el tobogán'],
  })
})

test('a language the flow does not speak gives way to its own', () => {
  expect(spokenIn(flow, 'uk')).toBe('ca')
})

test('teaching the same twice, or an option or step that is gone, changes nothing', () => {
  const taught = teach(flow, 'topic', 'parks', 'arbres', 'ca')
  expect(teach(taught, 'topic', 'parks', 'arbres', 'ca')).toBe(taught)
  expect(teach(flow, 'topic', 'gone', 'arbres', 'ca')).toBe(flow)
  expect(teach(flow, 'gone', 'parks', 'arbres', 'ca')).toBe(flow)
})

test('the option is suggested in whatever language it comes near', () => {
  expect(suggestedOffer(flow, offersOf(menu), 'limpiar la calle', null)).toBe('clean')
  expect(suggestedOffer(flow, offersOf(menu), 'no ho sé', 'ca')).toBeNull()
})

const text = (shown: string | null, isMasked = false): NotUnderstoodText => ({
  ...{ id: 'a', node: 'topic', text: shown, isMasked, count: 1, language: null, at: '', isIgnored: false },
})
test.each([
  [text('arbres'), null],
  [text('x'.repeat(80)), 'long'],
  [text('truqueu al •••', true), 'masked'],
  [text(`${'x'.repeat(160)}…`, true), 'long'],
  [text(null, true), 'hidden'],
] as const)('%o is taught unless %s', (row, why) => expect(unteachable(row)).toBe(why))
