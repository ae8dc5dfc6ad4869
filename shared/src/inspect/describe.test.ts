import { describe, expect, test } from 'vitest'
import { drawnFlow, goodbye, menu, node, say, start } from '../../../test/drawn-flow.ts'
import { sampleTown } from '../../../test/sample-town.ts'
import { type InterfaceLanguage, interfaceLanguages } from '../language.ts'
import { nodeTypes } from '../nodes/index.ts'
import { describeProblem, inspect, type Problem, type ProblemCode } from './index.ts'
import { problemsCa } from './words/ca.ts'
import { problemsEn } from './words/en.ts'
import { problemsEs } from './words/es.ts'
import { problemsIt } from './words/it.ts'
import { namesCa } from './words/names-ca.ts'

const problem = (code: ProblemCode, values: Problem['values'], field: string | null = null): Problem => ({
  code,
  severity: 'error',
  node: 'n',
  field,
  edge: null,
  values: { nodeName: 'Menú principal', nodeType: 'menu', nodeText: '', ...values },
  fix: null,
})

describe('the words of a problem', () => {
  test.each<[InterfaceLanguage, Problem, string]>([
    [
      'ca',
      problem('exit_unconnected', { exit: 'altres', exitLabel: 'Altres' }),
      'La sortida «Altres» de «Menú principal» no porta enlloc. Connecteu-la o elimineu-la.',
    ],
    [
      'it',
      problem('exit_unconnected', { exit: 'no_reply', exitLabel: '' }),
      'L’uscita «Non risponde» di «Menú principal» non porta da nessuna parte. Collegatela o eliminatela.',
    ],
    [
      'es',
      problem('text_missing', { language: 'ca' }, 'options.2.label'),
      'Falta el texto en catalán en «Etiqueta de la opción 3» de «Menú principal». Escríbalo.',
    ],
    [
      'en',
      problem('reference_lost', { nodeName: 'hours', nodeType: 'hours', kind: 'calendar', id: 'old' }),
      'In “Opening hours”, the calendar “old” does not exist. Choose another calendar.',
    ],
    [
      'en',
      problem('menu_empty', { nodeName: 'menu', nodeText: 'What would you like?' }),
      'Menu “What would you like?” has no option. Add one.',
    ],
    [
      'ca',
      problem('loop_without_wait', { path: 'message → Avís → message' }),
      'Aquests passos donen voltes sense esperar mai ningú: Missatge → Avís → Missatge. Talleu la volta o poseu-hi un menú, una pregunta o una espera.',
    ],
    [
      'ca',
      problem('keyword_clash', { word: 'bus', otherName: 'start', otherType: 'start', otherText: '' }),
      'La paraula «bus» fa començar «Menú principal» i també «Inici». Deixeu-la només en un.',
    ],
    [
      'ca',
      problem('config_invalid', {}, 'options.0.label.ca'),
      'El camp «Etiqueta de l’opció 1» de «Menú principal» no té un valor vàlid. Corregiu-lo.',
    ],
  ])('in %s', (language, told, words) => {
    expect(describeProblem(told, language)).toBe(words)
  })

  test('need the same of a problem in every language', () => {
    const needs = (words: string) => new Set(words.match(/\{\w+\}/g))
    for (const [code, words] of Object.entries(problemsCa)) {
      for (const other of [problemsEs, problemsIt, problemsEn]) {
        expect([code, needs(Object.entries(other).find(([key]) => key === code)?.[1] ?? '')]).toEqual([
          code,
          needs(words),
        ])
      }
    }
  })

  test('leave nothing open, in any language', () => {
    const flow = drawnFlow(
      {
        start: start('ajuda'),
        hi: say('{{x', { es: '' }),
        menu: menu(['Baixa', 'baixa', 'x'.repeat(30)]),
        lost: node('goto'),
        bye: goodbye,
      },
      ['start.next > hi', 'hi.next > menu', 'menu.a > hi', 'menu.b > gone', 'gone.x > hi'],
      { languages: ['ca', 'es'] },
    )
    const problems = inspect(flow, sampleTown(), [])
    expect(problems.length).toBeGreaterThan(8)
    for (const language of interfaceLanguages) {
      for (const found of problems) expect(describeProblem(found, language)).not.toMatch(/\{[a-z_]+\}|«»|“”|undefined/)
    }
  })

  test.each(nodeTypes.map(({ type }) => type))('call the type, the exits and the texts of %s by name', type => {
    const definition = nodeTypes.find(one => one.type === type)
    const known: Record<string, object> = namesCa
    const { types, exits, fields } = known
    expect(types).toHaveProperty(type)
    const config = definition?.blank as never
    for (const exit of definition?.exits(config) ?? []) if (!exit.label) expect(exits).toHaveProperty(exit.id)
    const texts = definition && 'texts' in definition ? definition.texts?.(config) : []
    for (const { field } of texts ?? []) expect(fields).toHaveProperty([field.replace(/\.\d+/g, '.#')])
  })
})
