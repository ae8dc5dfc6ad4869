import { expect, test } from 'vitest'
import { ask, drawnFlow, goodbye, menu, node, say, start } from '../../../test/drawn-flow.ts'
import { sampleTown } from '../../../test/sample-town.ts'
import type { Flow } from '../flow.ts'
import { inspect } from './index.ts'

const doubts = (flow: Flow, others: Flow[] = []) =>
  inspect(flow, sampleTown(), others)
    .filter(({ code }) => code.startsWith('variable_'))
    .map(({ severity, code, node: at, field }) => `${severity} ${code} ${at} ${field}`)

const skipping = (text: string) =>
  drawnFlow({ start: start('hola'), q: ask('name', { optional: true }), hi: say(text), bye: goodbye }, [
    'start.next > q',
    'q.answered > hi',
    'q.skipped > hi',
    'q.invalid > bye',
    'q.no_reply > bye',
    'hi.next > bye',
  ])

test.each([
  [
    'a text that shows what may have been skipped has a hole',
    'Hola, {{name}}.',
    ['warning variable_maybe_unset hi text'],
  ],
  ['words for that fill it', 'Hola, {{name|default:"veí"}}.', []],
])('%s', (_name, text, expected) => {
  expect(doubts(skipping(text))).toEqual(expected)
})

test('a department takes a photo that was skipped as none', () => {
  const route = node('department_route', { departmentId: 'roads', summary: { ca: 'Avís' }, photosFrom: 'photo' })
  const flow = drawnFlow(
    { start: start('hola'), q: ask('photo', { answer: 'photo', optional: true }), route, bye: goodbye },
    [
      'start.next > q',
      'q.answered > route',
      'q.skipped > route',
      'q.invalid > bye',
      'q.no_reply > bye',
      'route.opened > bye',
    ],
  )
  expect(doubts(flow)).toEqual([])
})

const inner: Flow = {
  ...drawnFlow({ start: node('start', { triggers: [] }), hi: say('Hola, {{name}}.'), bye: goodbye }, [
    'start.next > hi',
    'hi.next > bye',
  ]),
  id: 'inner',
}

/** A flow that asks for the name by one option only, or never, before another flow uses it. */
const caller = (way: string) =>
  drawnFlow(
    {
      start: start('hola'),
      menu: menu(['Sí', 'No']),
      q: ask('name'),
      run: node('subflow', { flowId: 'inner' }),
      bye: goodbye,
    },
    [
      'start.next > menu',
      'menu.a > q',
      way,
      'menu.other > bye',
      'q.answered > run',
      'q.invalid > bye',
      'run.returned > bye',
    ],
  )

test('what a flow that is run inside uses must have been set on every way there', () => {
  expect(doubts(caller('menu.b > bye'), [inner])).toEqual([])
  expect(doubts(caller('menu.b > run'), [inner])).toEqual(['warning variable_maybe_unset run flowId'])
  const never = drawnFlow({ start: start('hola'), run: node('subflow', { flowId: 'inner' }), bye: goodbye }, [
    'start.next > run',
    'run.returned > bye',
  ])
  expect(doubts(never, [inner])).toEqual(['warning variable_unset run flowId'])
})
