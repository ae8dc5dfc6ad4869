import { describe, expect, test } from 'vitest'
import { ask, drawnFlow, goodbye, menu, node, say, start } from '../../../test/drawn-flow.ts'
import { sampleTown } from '../../../test/sample-town.ts'
import type { Flow } from '../flow.ts'
import type { TownData } from '../town.ts'
import { inspect } from './index.ts'

const town: TownData = { ...sampleTown(), texts: { ...sampleTown().texts, help: { ca: 'Truqueu al 938 765 432.' } } }
const told = (flow: Flow, others: Flow[] = []) =>
  inspect(flow, town, others).map(({ severity, code, node, field }) =>
    [severity, code, node, field].filter(Boolean).join(' '),
  )

const hello = start('hola')
const happy = ['start.next > bye']

describe('the ways of a drawing', () => {
  test.each<[string, Flow, string[]]>([
    ['a small flow has no problem', drawnFlow({ start: hello, bye: goodbye }, happy), []],
    ['an empty flow lacks a start', drawnFlow({}, []), ['error start_missing']],
    [
      'without a start, steps are looked at all the same',
      drawnFlow({ hi: say(''), bye: goodbye }, ['hi.next > bye']),
      ['error start_missing', 'error text_empty hi text'],
    ],
    [
      'a start nothing sets off',
      drawnFlow({ start: node('start'), bye: goodbye }, happy),
      ['warning start_without_trigger start triggers'],
    ],
    [
      'a keyword without a word',
      drawnFlow({ start: start(' '), bye: goodbye }, happy),
      ['error keyword_missing start triggers.0.words'],
    ],
    [
      'an exit that leads nowhere',
      drawnFlow({ start: hello, hi: say('Hola') }, ['start.next > hi']),
      ['error exit_unconnected hi exits.next'],
    ],
    [
      'a menu may leave open what happens when nobody replies, and no other exit',
      drawnFlow({ start: hello, menu: menu(['Sí', 'No']), bye: goodbye }, ['start.next > menu', 'menu.a > bye']),
      ['error exit_unconnected menu exits.b', 'error exit_unconnected menu exits.other'],
    ],
    [
      'a step nobody comes to',
      drawnFlow({ start: hello, bye: goodbye, lost: say('') }, happy),
      ['warning unreachable lost'],
    ],
    [
      'a branch nobody comes to is one problem, also when it turns in a ring',
      drawnFlow({ start: hello, bye: goodbye, a: say('A'), b: say('B'), c: say('C'), d: say('D') }, [
        ...happy,
        'a.next > b',
        'b.next > bye',
        'c.next > d',
        'd.next > c',
      ]),
      ['warning unreachable_branch a', 'warning unreachable_branch c'],
    ],
    [
      'notes and frames are no steps',
      drawnFlow({ start: hello, bye: goodbye, note: node('note'), frame: node('frame') }, happy),
      [],
    ],
    [
      'a jump is a way',
      drawnFlow({ start: hello, go: node('goto', { node: 'bye' }), bye: goodbye }, ['start.next > go']),
      [],
    ],
    [
      'a jump to nowhere',
      drawnFlow({ start: hello, go: node('goto', { node: 'gone' }), empty: node('goto') }, ['start.next > go']),
      ['error reference_lost go node', 'warning unreachable empty'],
    ],
    [
      'a ring without a wait is one problem',
      drawnFlow({ start: hello, a: say('A'), b: say('B') }, ['start.next > a', 'a.next > b', 'b.next > a']),
      ['error loop_without_wait a'],
    ],
    [
      'a step that leads to itself',
      drawnFlow({ start: hello, a: say('A') }, ['start.next > a', 'a.next > a']),
      ['error loop_without_wait a'],
    ],
    [
      'a ring through a jump',
      drawnFlow({ start: hello, a: say('A'), go: node('goto', { node: 'a' }) }, ['start.next > a', 'a.next > go']),
      ['error loop_without_wait a'],
    ],
    [
      'a menu in a ring waits',
      drawnFlow({ start: hello, menu: menu(['Sí']), a: say('A') }, [
        'start.next > menu',
        'menu.a > a',
        'menu.other > a',
        'a.next > menu',
      ]),
      [],
    ],
    [
      'a consent that holds does not wait, a refusal does',
      drawnFlow({ start: hello, ok: node('consent', { text: { ca: 'Llei' } }), a: say('A') }, [
        'start.next > ok',
        'ok.accepted > a',
        'ok.refused > ok',
        'a.next > ok',
      ]),
      ['error loop_without_wait ok'],
    ],
    [
      'a ring that waits but never comes to an end, a menu or a person is told where it is entered',
      drawnFlow({ start: hello, menu: menu(['Sí']), a: say('A'), wait: node('wait') }, [
        'start.next > menu',
        'menu.a > a',
        'menu.other > a',
        'a.next > wait',
        'wait.next > a',
      ]),
      ['error trap a'],
    ],
    [
      'a ring with a way out to a person',
      drawnFlow(
        {
          start: hello,
          q: ask('name'),
          to: node('notify', { departmentId: 'roads', text: { ca: '{{name}}' } }),
          wait: node('wait'),
        },
        ['start.next > q', 'q.answered > to', 'q.invalid > q', 'q.no_reply > q', 'to.next > wait', 'wait.next > q'],
      ),
      [],
    ],
  ])('%s', (_name, flow, problems) => {
    expect(told(flow)).toEqual(problems)
  })
})

describe('broken documents', () => {
  const good = drawnFlow({ start: hello, bye: goodbye }, happy)
  const edge = { id: 'x', from: 'start', exit: 'next', to: 'bye' }
  test.each<[string, Flow, string[]]>([
    [
      'two nodes with one id',
      { ...good, nodes: [...good.nodes, ...good.nodes.slice(1)] },
      ['error node_id_repeated bye'],
    ],
    [
      'two edges with one id',
      drawnFlow({ start: hello, hi: say('Hola'), bye: goodbye }, [], {
        edges: [
          { id: 'x', from: 'start', exit: 'next', to: 'hi' },
          { id: 'x', from: 'hi', exit: 'next', to: 'bye' },
        ],
      }),
      ['error edge_id_repeated'],
    ],
    ['two edges from one exit', { ...good, edges: [...good.edges, edge] }, ['error exit_doubled start exits.next']],
    [
      'an edge to a step that is gone is not a loose exit as well',
      { ...good, edges: [{ ...edge, to: 'gone' }] },
      ['error edge_end_missing start exits.next', 'warning unreachable bye'],
    ],
    [
      'an edge to a note',
      drawnFlow({ start: hello, note: node('note') }, ['start.next > note']),
      ['error edge_to_canvas start exits.next'],
    ],
    [
      'an edge of an exit, or of a step, that is gone does no harm',
      { ...good, edges: [...good.edges, { ...edge, id: 'y', exit: 'old' }, { ...edge, id: 'z', from: 'gone' }] },
      ['warning edge_from_missing', 'warning edge_exit_missing start'],
    ],
    [
      'a type of tomorrow is one problem, and what follows is reached',
      drawnFlow({ start: hello, new: node('hologram'), bye: goodbye }, ['start.next > new', 'new.next > bye']),
      ['error type_unknown new'],
    ],
    [
      'a config that does not fit names its fields',
      drawnFlow({ start: hello, q: ask('Not A Name', { best: 99 }), bye: goodbye }, [
        'start.next > q',
        'q.answered > bye',
      ]),
      ['error config_invalid q saveAs', 'error config_invalid q best'],
    ],
    [
      'a main menu that is no menu, a default language that is none of the flow',
      { ...good, defaultLanguage: 'es', settings: { ...good.settings, mainMenu: 'bye' } },
      ['error default_language_missing defaultLanguage', 'warning main_menu_lost settings.mainMenu'],
    ],
  ])('%s', (_name, flow, problems) => {
    expect(told(flow)).toEqual(problems)
  })
})

describe('flows that run others', () => {
  const runs = (flowId: string, id = 'main', first = hello) =>
    drawnFlow(
      { start: first, run: node('subflow', { flowId }), bye: goodbye },
      ['start.next > run', 'run.returned > bye'],
      {
        id,
        name: id,
      },
    )
  const part = drawnFlow({ start: node('start'), bye: goodbye }, happy, { id: 'part' })
  test.each<[string, Flow, Flow[], string[]]>([
    ['one that is there', runs('part'), [part], []],
    ['one that is not published', runs('part'), [], ['error subflow_missing run flowId']],
    ['none chosen', runs(''), [], ['error reference_missing run flowId']],
    ['one without a start', runs('part'), [{ ...part, nodes: [] }], ['error subflow_without_start run flowId']],
    ['itself', runs('main'), [], ['error subflow_recursive run flowId']],
    [
      'one that runs this one again',
      runs('part'),
      [runs('main', 'part', start('altra'))],
      ['error subflow_recursive run flowId'],
    ],
    ['a start without trigger is fine where another flow runs it', part, [runs('part')], []],
    [
      'a part without a wait makes no wait in a ring',
      drawnFlow({ start: hello, run: node('subflow', { flowId: 'part' }) }, ['start.next > run', 'run.returned > run']),
      [part],
      ['error loop_without_wait run'],
    ],
  ])('%s', (_name, flow, others, problems) => {
    expect(told(flow, others)).toEqual(problems)
  })
})
