import { describe, expect, test } from 'vitest'
import { ask, type DrawnNode, drawnFlow, goodbye, menu, node, say, start } from '../../../test/drawn-flow.ts'
import { sampleTown } from '../../../test/sample-town.ts'
import type { Flow } from '../flow.ts'
import type { TownData } from '../town.ts'
import { inspect } from './index.ts'

const town: TownData = { ...sampleTown(), texts: { ...sampleTown().texts, help: { ca: 'Truqueu al 938 765 432.' } } }
const told = (flow: Flow, others: Flow[] = []) =>
  inspect(flow, town, others).map(({ severity, code, node, field }) => `${severity} ${code} ${node} ${field}`)

const hello = start('hola')

describe('consent', () => {
  const agree = node('consent', { text: { ca: 'Llei' } })
  const personal = ask('phone', { answer: 'phone' })
  const use = say('{{phone}}')
  const first = 'error personal_before_consent q isPersonal'
  test.each<[string, Record<string, DrawnNode>, string[], string[]]>([
    ['is missing', { q: personal, use }, ['start.next > q', 'q.answered > use', 'q.invalid > q'], [first]],
    [
      'is missing for two questions: one problem',
      { q: personal, p: ask('mail', { isPersonal: true }), use: say('{{phone}} {{mail}}') },
      ['start.next > q', 'q.answered > p', 'q.invalid > q', 'p.answered > use', 'p.invalid > p'],
      [first],
    ],
    [
      'is given before',
      { agree, q: personal, use },
      ['start.next > agree', 'agree.accepted > q', 'agree.refused > bye', 'q.answered > use', 'q.invalid > q'],
      [],
    ],
    [
      'is refused, and it asks all the same',
      { agree, q: personal, use },
      ['start.next > agree', 'agree.accepted > q', 'agree.refused > q', 'q.answered > use', 'q.invalid > q'],
      [first],
    ],
    [
      'is asked for in a menu, and gone round by another option',
      { menu: menu(['A', 'B']), agree, q: personal, use },
      [
        'start.next > menu',
        'menu.a > agree',
        'menu.b > q',
        'menu.other > menu',
        'agree.accepted > q',
        'agree.refused > bye',
        'q.answered > use',
        'q.invalid > q',
      ],
      [first],
    ],
  ])('%s', (_name, nodes, ways, problems) => {
    expect(told(drawnFlow({ start: hello, ...nodes, bye: goodbye }, [...ways, 'use.next > bye']))).toEqual(problems)
  })

  test('is looked for where a flow that asks for data is run', () => {
    const asks = drawnFlow(
      { start: node('start'), q: personal, use, bye: goodbye },
      ['start.next > q', 'q.answered > use', 'q.invalid > q', 'use.next > bye'],
      { id: 'asks' },
    )
    const consents = drawnFlow(
      { start: node('start'), agree, bye: goodbye, on: node('goto', { node: 'agree' }) },
      ['start.next > agree', 'agree.accepted > bye', 'agree.refused > on'],
      { id: 'consents' },
    )
    const run = (...ids: string[]) =>
      drawnFlow(
        { start: hello, ...Object.fromEntries(ids.map(id => [id, node('subflow', { flowId: id })])), bye: goodbye },
        [`start.next > ${ids[0]}`, ...ids.map((id, index) => `${id}.returned > ${ids[index + 1] ?? 'bye'}`)],
      )
    expect(told(asks, [run('asks')])).toEqual([])
    expect(told(run('asks'), [asks])).toEqual(['error personal_before_consent asks flowId'])
    expect(told(run('consents', 'asks'), [asks, consents])).toEqual([])
  })
})
