import { describe, expect, test } from 'vitest'
import { type DrawnNode, drawnFlow, goodbye, node, say, start } from '../../../test/drawn-flow.ts'
import { sampleTown } from '../../../test/sample-town.ts'
import type { Flow } from '../flow.ts'
import type { TownData } from '../town.ts'
import { inspect } from './index.ts'

const town: TownData = { ...sampleTown(), texts: { ...sampleTown().texts, help: { ca: 'Truqueu al 938 765 432.' } } }
const told = (flow: Flow, others: Flow[] = [], at = town) =>
  inspect(flow, at, others).map(({ severity, code, node, field }) =>
    [severity, code, node, field].filter(Boolean).join(' '),
  )

const through = (step: DrawnNode, ...exits: string[]) =>
  drawnFlow({ start: start('hola'), step, bye: goodbye }, [
    'start.next > step',
    ...exits.map(exit => `step.${exit} > bye`),
  ])
const route = (config: Record<string, unknown>) =>
  through(node('department_route', { departmentId: 'roads', summary: { ca: 'Avís' }, ...config }), 'opened')

describe('what a step names of the town', () => {
  test.each<[string, Flow, string[]]>([
    ['a department', route({ category: 'pothole' }), []],
    ['no department yet', route({ departmentId: '' }), ['error reference_missing step departmentId']],
    ['a department that is gone', route({ departmentId: 'old' }), ['error reference_lost step departmentId']],
    ['a person who is gone', route({ personId: 'old' }), ['error reference_lost step personId']],
    ['a category that is gone', route({ category: 'old' }), ['error reference_lost step category']],
    [
      'no calendar yet',
      through(node('hours'), 'open', 'closed', 'holiday'),
      ['error reference_missing step calendarId'],
    ],
    ['no topic', through(node('subscription'), 'done', 'already'), ['error topic_missing step topicIds']],
    [
      'a topic that is gone',
      through(node('subscription', { topicIds: ['news', 'old'] }), 'done', 'already'),
      ['error reference_lost step topicIds.1'],
    ],
    [
      'a service nobody allowed',
      through(node('http_request', { url: 'https://elsewhere.cat/' }), 'success', 'failure'),
      ['error service_host step url'],
    ],
    [
      'a service without https',
      through(node('http_request', { url: 'http://elsewhere.cat/' }), 'success', 'failure'),
      ['error service_address step url'],
    ],
    [
      'one way to share among',
      through(node('random', { shares: [{ id: 'a', label: {}, weight: 1 }] }), 'a'),
      ['error shares_missing step shares'],
    ],
  ])('%s', (_name, flow, problems) => {
    expect(told(flow)).toEqual(problems)
  })
})

describe('words that begin a flow', () => {
  const trigger = (word: string, mode: string) => ({ kind: 'keyword', words: { ca: [word] }, mode, saveRestAs: null })
  const begins = (triggers: unknown[], id = 'main') =>
    drawnFlow({ start: node('start', { triggers }), bye: goodbye }, ['start.next > bye'], { id, name: id })
  const two = (one: unknown, other: unknown) =>
    drawnFlow({ one: node('start', { triggers: [one] }), two: node('start', { triggers: [other] }), bye: goodbye }, [
      'one.next > bye',
      'two.next > bye',
    ])
  const link = { kind: 'link', code: 'Hola' }
  test.each<[string, Flow, Flow[], string[]]>([
    [
      'twice in one flow',
      two(trigger('Hola', 'exact'), trigger('hola!', 'exact')),
      [],
      ['error keyword_clash two triggers.0.words'],
    ],
    ['twice in one start is no matter', begins([trigger('hola', 'exact'), trigger('Hola', 'exact')]), [], []],
    [
      'looked for in two ways',
      two(trigger('bus', 'exact'), trigger('bus', 'any_word')),
      [],
      ['warning keyword_shadowed two triggers.0.words'],
    ],
    [
      'in another flow',
      begins([trigger('bus', 'exact')]),
      [begins([trigger('BUS', 'exact')], 'other')],
      ['error keyword_clash_flow start triggers.0.words'],
    ],
    [
      'in another flow, looked for in another way',
      begins([trigger('bus', 'exact')]),
      [begins([trigger('BUS', 'any_word')], 'other')],
      ['warning keyword_shadowed_flow start triggers.0.words'],
    ],
    ['in an older version of this flow', begins([trigger('bus', 'exact')]), [begins([trigger('bus', 'exact')])], []],
    [
      'the text of a link',
      begins([link]),
      [begins([trigger('hola', 'exact')], 'other')],
      ['error keyword_clash_flow start triggers.0.code'],
    ],
    [
      'the first message, twice',
      two({ kind: 'first_message' }, { kind: 'first_message' }),
      [],
      ['error start_clash two triggers.0'],
    ],
    [
      'anything else, in another flow',
      begins([{ kind: 'anything_else', restHours: 0 }]),
      [begins([{ kind: 'anything_else', restHours: 24 }], 'other')],
      ['error start_clash_flow start triggers.0'],
    ],
    [
      'a word of the whole channel',
      begins([trigger('Ajuda', 'exact')]),
      [],
      ['warning keyword_is_town_word start triggers.0.words'],
    ],
    ['a word of the whole channel and more', begins([trigger('baixa', 'begins_with')]), [], []],
  ])('%s', (_name, flow, others, problems) => {
    expect(told(flow, others)).toEqual(problems)
  })
})

describe('people', () => {
  const silent = { ...town, texts: sampleTown().texts }
  test.each<[string, Flow, Flow[], TownData, string[]]>([
    ['nobody is ever reached', through(say('Hola'), 'next'), [], silent, ['warning no_person']],
    ['a telephone number in a text', through(say('Truqueu al 93 876 54 32'), 'next'), [], silent, []],
    ['a date is no telephone number', through(say('El 12 de març de 2027'), 'next'), [], silent, ['warning no_person']],
    ['a department', route({}), [], silent, []],
    [
      'a department in another flow',
      through(say('Hola'), 'next'),
      [{ ...route({}), id: 'other', nodes: route({}).nodes.slice(1) }],
      silent,
      [],
    ],
    [
      'no word to leave the channel by',
      through(say('Hola'), 'next'),
      [],
      { ...town, words: { stop: { ca: [], es: [] } } },
      ['warning no_opt_out'],
    ],
  ])('%s', (_name, flow, others, at, problems) => {
    expect(told(flow, others, at)).toEqual(problems)
  })
})
