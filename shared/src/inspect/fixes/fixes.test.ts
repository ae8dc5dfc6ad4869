import { describe, expect, test } from 'vitest'
import { ask, drawnFlow, goodbye, menu, node, option, say, start } from '../../../../test/drawn-flow.ts'
import { sampleTown } from '../../../../test/sample-town.ts'
import type { Flow } from '../../flow.ts'
import { interfaceLanguages } from '../../language.ts'
import type { TownData } from '../../town.ts'
import { fixProblem, fixWords, inspect, type Problem } from '../index.ts'
import { fixIds } from './ids.ts'

const town: TownData = { ...sampleTown(), texts: { ...sampleTown().texts, help: { ca: 'Truqueu al 938 765 432.' } } }
const hello = start('hola')
const happy = ['start.next > bye']
const link = (url: string) => ({ text: { ca: 'Mira' }, link: { label: { ca: 'Obre' }, url } })
const word = (...ca: string[]) => ({ kind: 'keyword', words: { ca }, mode: 'exact', saveRestAs: null })

const told = ({ code, node, field, values: { language } }: Problem) =>
  [code, node, field, language].filter(Boolean).join(' ')

describe('a fix', () => {
  const consent = node('consent', { text: { ca: 'Llei' }, purpose: 'tot' })
  test.each<[string, Flow, string[], string[]]>([
    [
      'joins an open exit to the main menu',
      drawnFlow({ start: hello, menu: menu(['Sí'], {}), hi: say('Hola') }, [
        'start.next > menu',
        'menu.a > hi',
        'menu.other > menu',
      ]),
      ['exit_unconnected hi exits.next: Join it to “Menu”'],
      [],
    ],
    [
      'ends where there is no menu',
      drawnFlow({ start: hello, hi: say('Hola') }, ['start.next > hi']),
      ['exit_unconnected hi exits.next: Put an end there'],
      [],
    ],
    [
      'takes a line away that hangs in the air',
      { ...drawnFlow({ start: hello, bye: goodbye }, [...happy, 'start.old > bye', 'gone.next > bye']) },
      ['edge_from_missing: Remove the line', 'edge_exit_missing start: Remove the line'],
      [],
    ],
    [
      'copies a text into another language',
      drawnFlow({ start: hello, hi: say('Hola'), bye: goodbye }, ['start.next > hi', 'hi.next > bye'], {
        languages: ['ca', 'es'],
      }),
      ['text_missing hi text es: Copy the text from Catalan'],
      [],
    ],
    [
      'gives a value that may be missing a dash',
      drawnFlow(
        {
          start: hello,
          q: ask('nom'),
          hi: say('Hola {{nom}}, {{nom|upper}} {{town.name}}', { es: '{{nom}}' }),
          bye: goodbye,
        },
        ['start.next > q', 'q.answered > hi', 'q.invalid > hi', 'hi.next > bye'],
      ),
      ['variable_maybe_unset hi text: Say “—” when it is missing'],
      [],
    ],
    [
      'writes a name right',
      drawnFlow({ start: hello, q: ask('adreca'), hi: say('A {{adresa|upper}}'), bye: goodbye }, [
        'start.next > q',
        'q.answered > hi',
        'q.invalid > q',
        'hi.next > bye',
      ]),
      ['variable_unset hi text: Use “adreca”', 'answer_unused q saveAs: '],
      [],
    ],
    [
      'takes data out of a label, and loose braces out of a text',
      drawnFlow(
        { start: hello, menu: menu(['Sí {{town.name}}', 'No'], { text: { ca: 'Què {{vols' } }), bye: goodbye },
        ['start.next > menu', 'menu.a > bye', 'menu.b > bye', 'menu.other > bye'],
      ),
      [
        'template_unclosed menu text ca: Remove the braces',
        'variable_in_label menu options.0.label ca: Remove the braces',
      ],
      [],
    ],
    [
      'takes a word away from one of two starts, or the whole start of it',
      drawnFlow(
        {
          start: hello,
          two: node('start', { triggers: [word('Hola', 'bon dia')] }),
          three: node('start', { triggers: [word('adeu'), word('hola')] }),
          bye: goodbye,
        },
        [...happy, 'two.next > bye', 'three.next > bye'],
      ),
      [
        'keyword_clash two triggers.0.words: Remove “Hola” here',
        'keyword_clash three triggers.1.words: Remove this way to begin',
      ],
      [],
    ],
    [
      'takes a synonym away that stands for two options',
      drawnFlow(
        {
          start: hello,
          menu: menu([], {
            options: [option('a', 'Sí', { synonyms: { ca: ['ok'] } }), option('b', 'No', { synonyms: { ca: ['ok'] } })],
          }),
          bye: goodbye,
        },
        ['start.next > menu', 'menu.a > bye', 'menu.b > bye', 'menu.other > bye'],
      ),
      ['words_clash menu options.1.synonyms ca: Remove “ok” here'],
      [],
    ],
    [
      'takes a way out away that has no rule',
      drawnFlow(
        {
          start: hello,
          if: node('condition', { branches: [{ id: 'a', label: {}, match: 'all', rules: [] }] }),
          bye: goodbye,
        },
        ['start.next > if', 'if.a > bye', 'if.otherwise > bye'],
      ),
      ['branch_empty if branches.0.rules: Remove the way'],
      [],
    ],
    [
      'puts a consent before, and an end where it is refused',
      drawnFlow({ start: hello, q: ask('mail', { answer: 'email' }), use: say('{{mail}}'), bye: goodbye }, [
        'start.next > q',
        'q.answered > use',
        'q.invalid > q',
        'use.next > bye',
      ]),
      ['personal_before_consent q isPersonal: Put a consent step before'],
      [],
    ],
    [
      'chooses another main menu, and a language of the flow',
      {
        ...drawnFlow({ start: hello, menu: menu(['Sí']), bye: goodbye }, [
          'start.next > menu',
          'menu.a > bye',
          'menu.other > bye',
        ]),
        defaultLanguage: 'es',
        settings: { staleTap: 'follow', mergeTexts: true, mainMenu: 'bye' },
      },
      [
        'default_language_missing defaultLanguage es: Make it Catalan',
        'main_menu_lost settings.mainMenu: Choose “Menu”',
      ],
      [],
    ],
    [
      'puts a start, which nothing sets off yet',
      drawnFlow({ hi: say('Hola'), bye: goodbye }, ['hi.next > bye']),
      ['start_missing: Put a start'],
      ['start_without_trigger'],
    ],
    [
      'deletes a step nobody comes to',
      drawnFlow({ start: hello, bye: goodbye, lost: say('Hola') }, [...happy, 'lost.next > bye']),
      ['unreachable lost: Delete the step'],
      [],
    ],
    [
      'swaps limits, writes an address out, takes an empty attachment away',
      drawnFlow(
        {
          start: hello,
          q: ask('anys', { answer: 'number', min: 9, max: 1 }),
          see: node('message', link('www.vila.cat/tràmits')),
          pic: say('Foto {{anys}}'),
          bye: goodbye,
        },
        ['start.next > q', 'q.answered > see', 'q.invalid > q', 'see.next > pic', 'pic.next > bye'],
      ),
      ['limits_crossed q min: Swap them', 'link_broken see link.url: Write “https://www.vila.cat/tràmits”'],
      [],
    ],
    [
      'of several lines of one exit leaves the one that is followed',
      drawnFlow({ start: hello, bye: goodbye, hi: say('Hola') }, [...happy, 'start.next > hi', 'hi.next > bye']),
      ['exit_doubled start exits.next: Remove the line'],
      [],
    ],
    [
      'asks for the consent the flow asks for elsewhere, and leads back to the menu',
      drawnFlow(
        {
          start: hello,
          menu: menu(['A', 'B']),
          agree: consent,
          q: ask('mail', { answer: 'email' }),
          use: say('{{mail}}'),
          bye: goodbye,
        },
        [
          'start.next > menu',
          'menu.a > agree',
          'menu.b > q',
          'menu.other > bye',
          'agree.accepted > q',
          'agree.refused > bye',
          'q.answered > use',
          'q.invalid > q',
          'use.next > bye',
        ],
      ),
      ['personal_before_consent q isPersonal: Put a consent step before'],
      [],
    ],
  ])('%s', (_name, flow, problems, left) => {
    const found = inspect(flow, town, [])
    expect(found.map(problem => `${told(problem)}: ${fixWords(problem, 'en')}`)).toEqual(problems)
    let drawn = flow
    for (;;) {
      const problem = inspect(drawn, town, []).find(({ fix }) => fix !== null)
      if (!problem) break
      const fixed = fixProblem(drawn, problem, town)
      if (!fixed) throw new Error(`${told(problem)} is not mended`)
      drawn = fixed
    }
    expect(inspect(drawn, town, []).map(({ code }) => code)).toEqual(left)
  })

  test('is never made of nothing, and has words in every language', () => {
    const problem = (fix: Problem['fix']): Problem => ({
      code: 'trap',
      severity: 'error',
      node: 'gone',
      field: 'text',
      edge: null,
      values: { fixName: 'Menú', fixLanguage: 'ca' },
      fix,
    })
    const flow = drawnFlow({ start: hello, bye: goodbye }, happy)
    expect(fixProblem(flow, problem(null), town)).toBe(null)
    for (const fix of fixIds) {
      for (const language of interfaceLanguages) {
        expect(fixWords(problem(fix), language)).not.toMatch(/[{}]|undefined|^$/)
      }
    }
  })
})
