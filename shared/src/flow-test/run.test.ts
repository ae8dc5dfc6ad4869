import { describe, expect, test } from 'vitest'
import { emptyFlow, type Flow } from '../flow.ts'
import { flowTest } from '../flow-test.ts'
import { type Act, type Setup, simulate, simulatedFlows } from '../simulation/index.ts'
import type { TownData } from '../town.ts'
import { runFlowTest } from './run.ts'
import { lineText, toldLines } from './told-line.ts'

const town: TownData = {
  key: 'vila',
  name: 'Vila',
  languages: ['ca'],
  defaultLanguage: 'ca',
  country: 'ES',
  timeZone: 'Europe/Madrid',
  departments: [{ id: 'roads', name: { ca: 'Via pública' }, people: [], calendarId: null, email: null }],
  categories: [],
  topics: [],
  calendars: [],
  tables: [],
  texts: { help: {}, stopped: {}, notUnderstood: {}, apology: {} },
  words: {},
  allowedHosts: [],
}

type Config = Record<string, unknown>
const node = (id: string, type: string, config: Config) => ({ id, type, position: { x: 0, y: 0 }, config })
const option = (id: string, ca: string) => ({ id, label: { ca }, description: {}, synonyms: {} })
const saying = (ca: string) => ({ text: { ca }, attachment: null, place: null, link: null })
const menu = {
  text: { ca: 'Què passa?' },
  options: [option('hole', 'Forat'), option('light', 'Llum')],
  listLabel: {},
  retryText: {},
  maxAttempts: 2,
  waitMinutes: 60,
}
const route = {
  departmentId: 'roads',
  ...{ personId: null, category: null, mode: 'one_answer', priority: 'normal', summary: { ca: 'Forat' } },
  ...{ textFrom: null, photosFrom: null, placeFrom: null, saveReferenceAs: 'reference', waitMinutes: 600 },
}
const hello = { kind: 'keyword', words: { ca: ['hola'] }, mode: 'exact', saveRestAs: null }

const flow: Flow = {
  ...emptyFlow('main', 'Canal', ['ca']),
  nodes: [
    node('start', 'start', { triggers: [hello] }),
    node('greet', 'message', saying('Bon dia')),
    node('menu', 'menu', menu),
    node('route', 'department_route', route),
    node('thanks', 'message', saying('Gràcies: {{reference}}')),
    node('end', 'end', { text: {}, asksRating: false, best: 5, waitMinutes: 60 }),
  ],
  edges: [
    ['start', 'next', 'greet'],
    ['greet', 'next', 'menu'],
    ['menu', 'hole', 'route'],
    ['menu', 'light', 'end'],
    ['route', 'opened', 'thanks'],
    ['thanks', 'next', 'end'],
  ].map(([from = '', exit = '', to = '']) => ({ id: `${from}-${exit}`, from, exit, to })),
}

const setup: Setup = { name: 'Anna', language: null, startsAt: '2026-11-23T10:00:00.000Z', seed: 1 }
const say = (text: string, choiceId: string | null = null): Act => ({
  kind: 'say',
  said: { text, choiceId, media: [], place: null },
})
const acts = [say('hola'), say('Forat', 'main~menu~1~hole')]
const flowsOf = (drawing: Flow) => simulatedFlows(drawing, [], town)
const kept = flowTest.parse({
  ...{ id: 'one', name: 'Forat', setup, acts },
  lines: toldLines(simulate(flowsOf(flow), setup, acts).lines),
})
const withConfig = (id: string, config: Config): Flow => ({
  ...flow,
  nodes: flow.nodes.map(one => (one.id === id ? { ...one, config: { ...one.config, ...config } } : one)),
})
const without = (edge: string): Flow => ({ ...flow, edges: flow.edges.filter(({ id }) => id !== edge) })
const run = (drawing: Flow) => runFlowTest(flowsOf(drawing), kept)
const fault = (drawing: Flow) => {
  const result = run(drawing)
  if (result.hasPassed) return null
  const { index, expected, got, node } = result
  return [index, expected && lineText(expected), got && lineText(got), node]
}

describe('a flow test', () => {
  test('keeps what people read, without what chance draws', () => {
    expect(kept.lines.map(lineText)).toEqual([
      '> hola',
      '< Bon dia\n\nQuè passa? [Forat] [Llum]',
      '> Forat',
      '< Gràcies: VIL-…',
      '! open_incident departmentId=roads · mode=one_answer · priority=normal · reference=VIL-… · summary=Forat',
      '= ended',
    ])
  })

  test('passes on the drawing it was kept from, whatever number chance gives the incident', () => {
    expect(run(flow)).toMatchObject({ hasPassed: true })
    expect(runFlowTest(flowsOf(flow), { ...kept, setup: { ...setup, seed: 7 } })).toMatchObject({ hasPassed: true })
  })

  test('passes when a step moves, gets a name or is joined by other lines', () => {
    const moved: Flow = {
      ...flow,
      nodes: flow.nodes.map(one => ({ ...one, position: { x: 5, y: 9 }, name: 'Nou' })).reverse(),
      edges: flow.edges.map(edge => ({ ...edge, id: `${edge.id}-2` })),
    }
    expect(run(moved)).toMatchObject({ hasPassed: true })
  })

  const relabelled = { options: [option('hole', 'Sot'), option('light', 'Llum')] }
  test.each<[string, Flow, unknown[]]>([
    [
      'other words of one step among several',
      withConfig('greet', { text: { ca: 'Bona tarda' } }),
      [1, '< Bon dia\n\nQuè passa? [Forat] [Llum]', '< Bona tarda\n\nQuè passa? [Forat] [Llum]', 'greet'],
    ],
    [
      'another label',
      withConfig('menu', relabelled),
      [1, '< Bon dia\n\nQuè passa? [Forat] [Llum]', '< Bon dia\n\nQuè passa? [Sot] [Llum]', 'menu'],
    ],
    [
      'another department',
      withConfig('route', { departmentId: 'parks' }),
      [
        4,
        '! open_incident departmentId=roads · mode=one_answer · priority=normal · reference=VIL-… · summary=Forat',
        '! open_incident departmentId=parks · mode=one_answer · priority=normal · reference=VIL-… · summary=Forat',
        'route',
      ],
    ],
    ['a way that leads nowhere', without('menu-hole'), [3, '< Gràcies: VIL-…', '= leads_nowhere', 'menu']],
    ['a start without words', withConfig('start', { triggers: [] }), expect.arrayContaining([1, null]) as unknown[]],
  ])('finds the first differing line: %s', (_name, drawing, expected) => {
    expect(fault(drawing)).toEqual(expected)
  })

  test('still taps an option that is called otherwise now', () => {
    const result = run(withConfig('menu', relabelled))
    expect(result.lines.map(lineText).slice(2, 4)).toEqual(['> Sot', '< Gràcies: VIL-…'])
  })

  test('still taps the option when its menu was drawn anew', () => {
    const renewed: Flow = {
      ...flow,
      nodes: flow.nodes.map(one => (one.id === 'menu' ? { ...one, id: 'menu-2' } : one)),
      edges: flow.edges.map(edge => ({
        ...edge,
        from: edge.from === 'menu' ? 'menu-2' : edge.from,
        to: edge.to === 'menu' ? 'menu-2' : edge.to,
      })),
    }
    expect(run(renewed)).toMatchObject({ hasPassed: true })
  })
})
