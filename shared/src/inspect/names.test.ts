import { describe, expect, test } from 'vitest'
import { ask, type DrawnNode, drawnFlow, goodbye, menu, node, say, start } from '../../../test/drawn-flow.ts'
import { sampleTown } from '../../../test/sample-town.ts'
import type { Flow } from '../flow.ts'
import type { TownData } from '../town.ts'
import { inspect } from './index.ts'

const town: TownData = {
  ...sampleTown(),
  texts: { ...sampleTown().texts, help: { ca: 'Truqueu al 938 765 432.' } },
  tables: [
    {
      id: 'duty',
      name: 'Guàrdies',
      columns: [{ id: 'name', label: 'Nom', kind: 'text', required: true }],
      rows: [],
      departmentId: null,
    },
  ],
}
const told = (flow: Flow, others: Flow[] = []) =>
  inspect(flow, town, others).map(({ severity, code, node, field, values }) =>
    [severity, code, node, field, values.variable ?? values.name ?? values.id].filter(Boolean).join(' '),
  )

const hello = start('hola')
const uses = (name: string) => say(`Adreça: {{${name}}}`)
const condition = (operator: string, operand = ''): DrawnNode =>
  node('condition', {
    branches: [{ id: 'a', label: { ca: 'A' }, match: 'all', rules: [{ value: 'street', operator, operand }] }],
  })
/** A menu that asks for the street by one option only, before `step`. */
const perhapsAsked = (step: DrawnNode, ways = ['step.next > bye'], more: Record<string, DrawnNode> = {}) =>
  drawnFlow({ start: hello, menu: menu(['Sí', 'No']), q: ask('street'), step, ...more, bye: goodbye }, [
    'start.next > menu',
    'menu.a > q',
    'menu.b > step',
    'menu.other > bye',
    'q.answered > step',
    'q.invalid > bye',
    ...ways,
  ])
const straight = (...steps: [string, DrawnNode][]) =>
  drawnFlow({ start: hello, ...Object.fromEntries(steps), bye: goodbye }, [
    ...steps.map(([id], index) => `${index === 0 ? 'start.next' : `${steps[index - 1]?.[0]}.next`} > ${id}`),
    `${steps.at(-1)?.[0]}.next > bye`,
  ])
const route = (config: Record<string, unknown>) =>
  node('department_route', { departmentId: 'roads', summary: { ca: 'Avís' }, ...config })

describe('names', () => {
  test.each<[string, Flow, string[]]>([
    [
      'facts of contact, town and clock are always there',
      straight(['a', say('{{contact.name}} {{contact.street}} {{town.name}} {{today}} {{now}} {{next_opening}}')]),
      [],
    ],
    [
      'nothing sets it: one problem, however often it is used',
      straight(['a', uses('street')], ['b', uses('street')]),
      ['error variable_unset a text street'],
    ],
    [
      'nothing sets it, but there are words for that',
      straight(['a', uses('street|default:"?"')]),
      ['warning variable_unset a text street'],
    ],
    [
      'it is set only later',
      straight(
        ['a', uses('kind')],
        ['b', node('set_value', { assignments: [{ target: 'answer', name: 'kind', value: { ca: '3' } }] })],
      ),
      ['error variable_unset a text kind'],
    ],
    ['it is set on some ways', perhapsAsked(uses('street')), ['warning variable_maybe_unset step text street']],
    ['it is set on some ways, and there are words for the others', perhapsAsked(uses('street|default:"?"')), []],
    [
      'told once on a way',
      perhapsAsked(uses('street'), ['step.next > again', 'again.next > bye'], { again: uses('street') }),
      ['warning variable_maybe_unset step text street'],
    ],
    [
      'a rule made sure of it',
      drawnFlow(
        {
          start: hello,
          menu: menu(['Sí', 'No']),
          q: ask('street'),
          if: condition('is_set'),
          step: uses('street'),
          bye: goodbye,
        },
        [
          'start.next > menu',
          'menu.a > q',
          'menu.b > if',
          'menu.other > bye',
          'q.answered > if',
          'q.invalid > bye',
          'if.a > step',
          'if.otherwise > bye',
          'step.next > bye',
        ],
      ),
      [],
    ],
    [
      'a rule looks at what may not be set',
      perhapsAsked(condition('is', 'Major'), ['step.a > bye', 'step.otherwise > bye']),
      ['warning variable_maybe_unset step branches.0.rules street'],
    ],
    [
      'a rule that looks at nothing',
      straightTo(
        node('condition', {
          branches: [{ id: 'a', label: {}, match: 'all', rules: [{ value: '', operator: 'is', operand: 'x' }] }],
        }),
      ),
      ['error rule_without_value step branches.0.rules'],
    ],
    [
      'a route takes what may not be set',
      perhapsAsked(route({ placeFrom: 'street' }), ['step.opened > bye']),
      ['warning variable_maybe_unset step placeFrom street'],
    ],
    [
      'an address of a service',
      straightTo(node('http_request', { url: 'https://x.cat/{{street}}' }), 'success', 'failure'),
      ['error service_host step url', 'error variable_unset step url street'],
    ],
    [
      'the rest of a keyword may be there',
      drawnFlow(
        {
          start: node('start', {
            triggers: [
              { kind: 'keyword', words: { ca: ['alta'] }, mode: 'begins_with', saveRestAs: 'phone' },
              { kind: 'first_message' },
            ],
          }),
          a: uses('phone'),
          bye: goodbye,
        },
        ['start.next > a', 'a.next > bye'],
      ),
      ['warning variable_maybe_unset a text phone'],
    ],
    ['a column of the table', straightTo(lookup('{{row.name}}, {{row.to|date}}'), 'found', 'nothing'), []],
    [
      'a column that is gone',
      straightTo(lookup('{{row.street}}'), 'found', 'nothing'),
      ['error column_lost step rowText street'],
    ],
    [
      'a column to sort by that is gone',
      straightTo(lookup('{{row.name}}', { sortBy: 'street' }), 'found', 'nothing'),
      ['error column_lost step sortBy street'],
    ],
    ['a column where there are no rows', straight(['a', uses('row.name')]), ['error row_out_of_place a text row.name']],
    [
      'a table that is gone is one problem',
      straightTo(lookup('{{row.x}}', { tableId: 'old', sortBy: 'y' }), 'found', 'nothing'),
      ['error reference_lost step tableId old'],
    ],
  ])('%s', (_name, flow, problems) => {
    expect(told(flow)).toEqual(problems)
  })

  test('a flow that is run sets names for the one that runs it, and the other way round', () => {
    const part = drawnFlow(
      { start: node('start'), q: ask('street'), use: uses('town_part'), bye: goodbye },
      ['start.next > q', 'q.answered > use', 'use.next > bye', 'q.invalid > q', 'q.no_reply > q'],
      { id: 'part' },
    )
    const whole = drawnFlow(
      { start: hello, q: ask('town_part'), run: node('subflow', { flowId: 'part' }), a: uses('street'), bye: goodbye },
      ['start.next > q', 'q.answered > run', 'q.invalid > bye', 'run.returned > a', 'a.next > bye'],
    )
    expect(told(whole, [part])).toEqual([])
    expect(told(part, [whole])).toEqual([])
    expect(told(part)).toEqual([
      'warning start_without_trigger start triggers',
      'warning variable_unset use text town_part',
    ])
  })
})

function straightTo(step: DrawnNode, ...exits: string[]) {
  const out = exits.length > 0 ? exits : ['a', 'otherwise']
  return drawnFlow({ start: hello, step, bye: goodbye }, [
    'start.next > step',
    ...out.map(exit => `step.${exit} > bye`),
  ])
}

function lookup(ca: string, more: Record<string, unknown> = {}) {
  return node('lookup', { tableId: 'duty', rowText: { ca }, ...more })
}

describe('answers nobody uses', () => {
  const asked = (next: DrawnNode, exit: string) =>
    drawnFlow({ start: hello, q: ask('street'), next, bye: goodbye }, [
      'start.next > q',
      'q.answered > next',
      'q.invalid > bye',
      `next.${exit} > bye`,
    ])
  test.each<[string, Flow, string[]]>([
    ['are told', asked(say('Gràcies'), 'next'), ['warning answer_unused q saveAs street']],
    ['but not when a text says them', asked(uses('street'), 'next'), []],
    ['nor when a department gets them all', asked(route({}), 'opened'), []],
    [
      'nor when a rule only looks whether they are there',
      perhapsAsked(condition('is_not_set'), ['step.a > bye', 'step.otherwise > bye']),
      [],
    ],
  ])('%s', (_name, flow, problems) => {
    expect(told(flow)).toEqual(problems)
  })
})
