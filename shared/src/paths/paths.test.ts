import { describe, expect, test } from 'vitest'
import type { Flow } from '../flow.ts'
import { lineText, runFlowTest } from '../flow-test.ts'
import { simulatedFlows } from '../simulation/index.ts'
import { draw, menu, node, question, say, start, town } from './drawn-flow.ts'
import { type AllPaths, allPaths } from './index.ts'

const at = new Date('2026-11-23T10:00:00.000Z') // a Monday, and open
function walk(flow: Flow, language: 'ca' | 'es' = 'ca', others: Flow[] = []): AllPaths {
  const walking = allPaths({ flow, others, town, language, name: 'Joana', at })
  for (;;) {
    const { done, value } = walking.next()
    if (done) return value
  }
}
const told = ({ conversations }: AllPaths) =>
  conversations.map(({ from, joins, turns }) => [
    ...(from ? [`from ${from.conversation}.${from.turn}`] : []),
    ...turns.flatMap(({ lines }) => lines.map(lineText)),
    ...(joins ? [`as ${joins.conversation}.${joins.turn}`] : []),
  ])
const missing = ({ uncovered }: AllPaths) => uncovered.map(({ node: id, exit, why }) => `${id} ${exit} ${why}`)

describe('all paths of a flow', () => {
  test('part where something else is done, and say where they go on alike', () => {
    const flow = draw(
      [start, menu('tria', 'un', 'dos'), say('a', 'Un'), say('b', 'Fet')],
      ...['start next tria', 'tria un a', 'tria dos b', 'tria other tria', 'a next b'],
    )
    expect(told(walk(flow))).toEqual([
      ['> hola', '< tria? [un] [dos]', '> un', '< Un\n\nFet', '= leads_nowhere'],
      ['from 1.1', '> dos', '< Fet', '= leads_nowhere'],
      [
        'from 1.1',
        '> ???',
        '< No ho he entès. Tria una de les opcions, si us plau.\n\ntria? [un] [dos]',
        '! not_understood text=???',
        '> ???',
        '< tria? [un] [dos]',
        '! not_understood text=???',
        'as 1.1',
      ],
      ['from 1.1', '@ 60 min', '* no_reply', '= leads_nowhere'],
    ])
  })

  test('are told in the language they are asked for', () => {
    const flow = draw([start, say('a', 'Bon dia')], 'start next a')
    expect(told(walk(flow, 'es'))).toEqual([['> buenas', '< Bon dia (es)', '= leads_nowhere']])
  })

  test('are tests that pass', () => {
    const flow = draw(
      [start, menu('tria', 'un', 'dos'), say('a', 'Un')],
      'start next tria',
      'tria un a',
      'tria other a',
    )
    const paths = walk(flow)
    for (const { setup, acts } of paths.conversations) {
      const result = runFlowTest(simulatedFlows(flow, [], town), { setup, acts, lines: [] })
      expect(result.lines.map(lineText).at(-1)).toMatch(/^=/)
    }
  })

  test.each([
    ['text', {}],
    ['text', { min: 40, max: 60 }],
    ['number', { min: 5, max: 9 }],
    ['date', {}],
    ['email', {}],
    ['phone', {}],
    ['yes_no', {}],
    ['photo', { several: true }],
    ['file', {}],
    ['location', {}],
    ['address', {}],
    ['rating', {}],
    ['pattern', { pattern: '[A-Z]{2}\\d{4}(-x)?' }],
  ])('take every exit of a question for %s %o, confirmed and optional', (answer, more) => {
    const flow = draw(
      [start, question('q', answer, { optional: true, confirm: answer !== 'photo', ...more })],
      'start next q',
    )
    expect(missing(walk(flow))).toEqual([])
  })

  test('come back at other hours for what is closed or a holiday', () => {
    const flow = draw(
      [start, menu('tria', 'un'), node('h', 'hours', { calendarId: 'oac' }), say('x', 'x')],
      ...['start next tria', 'tria un h', 'h open x', 'h closed x', 'h holiday x', 'tria other x', 'tria no_reply x'],
    )
    const paths = walk(flow)
    expect(missing(paths)).toEqual([])
    expect(new Set(paths.conversations.map(({ setup }) => setup.startsAt.slice(0, 10)))).toContain('2026-12-08')
  })

  test('try their luck until every share was drawn', () => {
    const shares = ['a', 'b', 'c'].map(id => ({ id, label: {}, weight: 1 }))
    const flow = draw(
      [start, node('r', 'random', { shares }), say('x', 'x')],
      'start next r',
      'r a x',
      'r b x',
      'r c x',
    )
    expect(missing(walk(flow))).toEqual([])
  })

  test('give the answers that decide something further on', () => {
    const rule = (value: string, operator: string, operand: string) => ({ value, operator, operand })
    const branches = [
      { id: 'child', label: {}, match: 'all', rules: [rule('edat', 'at_most', '17')] },
      { id: 'north', label: {}, match: 'all', rules: [rule('barri', 'is', 'Nord'), rule('edat', 'at_least', '18')] },
      { id: 'again', label: {}, match: 'all', rules: [rule('', 'has_label', 'vist')] },
    ]
    const seen = node('seen', 'set_value', { assignments: [{ target: 'add_label', label: 'vist' }] })
    const flow = draw(
      [start, question('edat', 'number'), question('barri', 'text'), node('c', 'condition', { branches }), seen],
      ...['start next edat', 'edat answered barri', 'barri answered c', 'c otherwise seen'],
    )
    expect(missing(walk(flow))).toEqual([])
  })

  test('play the services, the departments and whoever comes back', () => {
    const route = node('route', 'department_route', {
      ...{ departmentId: 'roads', personId: null, category: null, mode: 'dialogue', priority: 'normal' },
      ...{ summary: { ca: 'x' }, textFrom: null, photosFrom: null, placeFrom: null, saveReferenceAs: 'reference' },
      waitMinutes: 60,
    })
    const service = node('service', 'http_request', { method: 'GET', url: 'https://dades.example', body: '', map: [] })
    const consent = node('consent', 'consent', {
      ...{ purpose: 'p', version: '1', text: { ca: 'Dades' }, acceptLabel: {}, refuseLabel: {} },
      ...{ validDays: null, waitMinutes: 60 },
    })
    const notices = node('notices', 'subscription', { topicIds: ['news'], action: 'subscribe', addressFrom: null })
    const flow = draw(
      [start, consent, notices, service, route, say('x', 'x')],
      ...[
        'start next consent',
        'consent accepted notices',
        'notices done service',
        'notices already x',
        'service success route',
        'service failure x',
        'route closed x',
        'route nobody_answered x',
      ],
    )
    expect(missing(walk(flow))).toEqual([])
  })

  test('go through a flow that is run inside', () => {
    const inner = {
      ...draw([node('s', 'start', { triggers: [] }), question('nom', 'text')], 's next nom'),
      id: 'inner',
    }
    const flow = draw(
      [start, node('call', 'subflow', { flowId: 'inner' }), say('x', 'x')],
      'start next call',
      'call returned x',
    )
    expect(missing(walk(flow, 'ca', [inner]))).toEqual([])
  })

  test('say what cannot be taken, and why', () => {
    const flow = draw(
      [
        start,
        menu('tria', 'un'),
        say('lost', 'x'),
        node('broken', 'message', { text: 5 }),
        node('n', 'lookup', { tableId: '' }),
      ],
      'start next tria',
      'tria un broken',
    )
    expect(missing(walk(flow))).toEqual(['lost next unreachable', 'broken null unfinished', 'n null unfinished'])
  })

  test('are the same every time', () => {
    const flow = draw(
      [start, menu('tria', 'un', 'dos'), question('q', 'number')],
      'start next tria',
      'tria un q',
      'tria dos q',
    )
    expect(walk(flow)).toEqual(walk(flow))
  })

  test('are found in a thousand steps that lead round in circles', () => {
    const menus = Array.from({ length: 1_000 }, (_, index) => menu(`m${index}`, 'a', 'b'))
    const ways = menus.flatMap((_, index) => [
      `m${index} a m${(index + 1) % 1_000}`,
      `m${index} b m${(index * 7) % 1_000}`,
      `m${index} other m0`,
      `m${index} no_reply m0`,
    ])
    const paths = walk(draw([start, ...menus], 'start next m0', ...ways))
    expect(paths).toMatchObject({ uncovered: [], isCutShort: false, all: 4_001, covered: 4_001 })
    expect(paths.conversations.length + paths.leftOut).toBeGreaterThan(400)
  }, 30_000)
})
