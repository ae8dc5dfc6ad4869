import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ask, drawnFlow, end, menu, node, option, say, start } from '../../../test/drawn-flow.ts'
import type { Flow, FlowNode } from '../flow.ts'
import { nodeTypes } from '../nodes/index.ts'
import { difference, isFelt, stepOf } from './index.ts'

const drawing = drawnFlow(
  {
    start: start('hola', 'ei'),
    menu: menu(['Carrers', 'Arbres', 'Platges']),
    ask: ask('que'),
    check: node('condition', { branches: [{ id: 'x', label: { ca: 'Sí' }, match: 'all', rules: [] }] }),
    roads: node('department_route', { departmentId: 'roads', summary: { ca: 'Avís' } }),
    news: node('subscription', { topicIds: ['news'] }),
    jump: node('goto', { node: 'menu' }),
    link: node('message', { text: { ca: 'Mira' }, link: { label: { ca: 'Web' }, url: 'https://a.example' } }),
    bye: say('Adéu'),
    end,
  },
  [
    'start.next > menu',
    'menu.a > ask',
    'menu.b > check',
    'menu.c > jump',
    'ask.answered > roads',
    'roads.opened > news',
  ],
  { languages: ['ca', 'es'] },
)

const withNode = (flow: Flow, id: string, edit: (node: FlowNode) => FlowNode): Flow => ({
  ...flow,
  nodes: flow.nodes.map(one => (one.id === id ? edit(one) : one)),
})

/** Paths of everything in a config, with the value there. */
function places(value: unknown, path: string[] = []): { path: string[]; value: unknown }[] {
  if (typeof value !== 'object' || value === null) return [{ path, value }]
  return Object.entries(value).flatMap(([key, inside]) => places(inside, [...path, key]))
}

function put(value: unknown, [key, ...rest]: string[], given: unknown): unknown {
  if (key === undefined) return given
  if (Array.isArray(value)) return value.map((item, index) => (String(index) === key ? put(item, rest, given) : item))
  return { ...Object(value), [key]: put(Reflect.get(Object(value), key), rest, given) }
}

/** Another value of the same kind. */
function other(value: unknown): unknown {
  if (typeof value === 'string') return `${value}x`
  if (typeof value === 'number') return value + 1
  return typeof value === 'boolean' ? !value : 'x'
}

const ids = drawing.nodes.map(({ id }) => id)
const anyStep = fc.constantFrom(...ids)

/** Edits an officer can make; each makes a drawing that is felt as another. */
const edits: { [name: string]: fc.Arbitrary<Flow> } = {
  'a step is removed': anyStep.map(id => ({ ...drawing, nodes: drawing.nodes.filter(one => one.id !== id) })),
  'a step is added': fc.constantFrom(...nodeTypes).map(({ type, blank }) => ({
    ...drawing,
    nodes: [...drawing.nodes, { id: 'new', type, position: { x: 0, y: 0 }, config: { ...Object(blank) } }],
  })),
  'a step is called otherwise': fc
    .tuple(anyStep, fc.constantFrom('Pas', 'Un altre'))
    .map(([id, name]) => withNode(drawing, id, one => ({ ...one, name }))),
  'a step has another type': fc
    .tuple(anyStep, fc.constantFrom('wait', 'random', 'hours'))
    .map(([id, type]) => withNode(drawing, id, one => ({ ...one, type, config: {} }))),
  'a value of a form changes': anyStep.chain(id => {
    const config = drawing.nodes.find(one => one.id === id)?.config ?? {}
    const all = places(config).filter(({ path }) => path.length > 0)
    if (all.length === 0) return fc.constant({ ...drawing, name: 'Other' })
    return fc
      .constantFrom(...all)
      .map(({ path, value }) =>
        withNode(drawing, id, one => ({ ...one, config: Object(put(config, path, other(value))) })),
      )
  }),
  'a way leads elsewhere': fc
    .tuple(fc.constantFrom(...drawing.edges), anyStep)
    .filter(([edge, to]) => edge.to !== to)
    .map(([edge, to]) => ({ ...drawing, edges: drawing.edges.map(one => (one === edge ? { ...one, to } : one)) })),
  'a way is removed': fc
    .constantFrom(...drawing.edges)
    .map(edge => ({ ...drawing, edges: drawing.edges.filter(one => one !== edge) })),
  'options are shuffled': fc
    .shuffledSubarray(menu(['Carrers', 'Arbres', 'Platges']).config?.options as object[], { minLength: 2 })
    .filter(options => JSON.stringify(options) !== JSON.stringify(drawing.nodes[1]?.config.options))
    .map(options => withNode(drawing, 'menu', one => ({ ...one, config: { ...one.config, options } }))),
  'the languages change': fc.constantFrom<Flow['languages']>(['ca'], ['ca', 'es', 'it'], ['es']).map(languages => ({
    ...drawing,
    languages,
  })),
  'the settings change': fc.constantFrom<Flow>(
    { ...drawing, defaultLanguage: 'es' },
    { ...drawing, settings: { ...drawing.settings, mainMenu: 'menu' } },
    { ...drawing, settings: { ...drawing.settings, mergeTexts: false } },
    { ...drawing, settings: { ...drawing.settings, staleTap: 'repeat' } },
  ),
}

describe('any edit', () => {
  test.each(Object.entries(edits))('tells that %s, and back again', (_name, edited) => {
    fc.assert(
      fc.property(edited, after => {
        expect(difference(drawing, after).length).toBeGreaterThan(0)
        expect(difference(after, drawing).length).toBeGreaterThan(0)
        expect(difference(after, structuredClone(after))).toEqual([])
      }),
      { numRuns: 40 },
    )
  })
})

test('a drawing does not differ from itself, whatever the order of its keys and ways', () => {
  const shuffled: Flow = {
    ...drawing,
    edges: drawing.edges.map(({ to, exit, from }, index) => ({ to, exit, from, id: `other-${index}` })).toReversed(),
    nodes: drawing.nodes.map(one => ({
      ...one,
      config: Object.fromEntries(Object.entries(one.config).toReversed()),
    })),
  }
  expect(difference(drawing, shuffled)).toEqual([])
})

test('steps that only moved are told apart from what citizens feel', () => {
  const after = { ...drawing, nodes: drawing.nodes.map(one => ({ ...one, position: { x: 5, y: 5 } })) }
  const changes = difference(drawing, after)
  expect(changes).toEqual([{ kind: 'positions', count: drawing.nodes.length }])
  expect(changes.some(isFelt)).toBe(false)
})

test('notes and frames are on the canvas only', () => {
  const note = { id: 'note', type: 'note', position: { x: 0, y: 0 }, config: { text: 'Reunió' } }
  const changes = difference(drawing, { ...drawing, nodes: [...drawing.nodes, note] })
  expect(changes).toEqual([{ kind: 'canvas', count: 1 }])
})

test('what is written in a language that is new is counted, not listed', () => {
  const after: Flow = {
    ...withNode(drawing, 'bye', one => ({ ...one, config: { ...one.config, text: { ca: 'Adéu', it: 'Ciao' } } })),
    languages: ['ca', 'es', 'it'],
  }
  expect(difference(drawing, after)).toEqual([{ kind: 'languages', added: ['it'], removed: [], texts: 1 }])
})

test('changes come in the order people meet them', () => {
  const edited = ['bye', 'roads', 'menu', 'start'].reduce(
    (flow, id) => withNode(flow, id, one => ({ ...one, name: `New ${id}` })),
    drawing,
  )
  expect(difference(drawing, edited).map(change => stepOf(change)?.id)).toEqual(['start', 'menu', 'roads', 'bye'])
})

test('an option that is renamed stays the same option', () => {
  const options = [option('a', 'Carrers i places'), option('b', 'Arbres'), option('c', 'Platges')]
  const changes = difference(
    drawing,
    withNode(drawing, 'menu', one => ({ ...one, config: { ...one.config, options } })),
  )
  expect(changes).toMatchObject([{ kind: 'text', field: 'options.0.label', option: { number: 1 }, isRead: true }])
})
