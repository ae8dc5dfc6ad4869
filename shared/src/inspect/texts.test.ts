import { describe, expect, test } from 'vitest'
import { ask, drawnFlow, goodbye, menu, node, option, say, start } from '../../../test/drawn-flow.ts'
import { sampleTown } from '../../../test/sample-town.ts'
import type { Flow } from '../flow.ts'
import type { TownData } from '../town.ts'
import { inspect } from './index.ts'

const town: TownData = { ...sampleTown(), texts: { ...sampleTown().texts, help: { ca: 'Truqueu al 938 765 432.' } } }
const told = (flow: Flow) =>
  inspect(flow, town, []).map(({ severity, code, node, field, values }) =>
    [severity, code, node, field, values.language].filter(Boolean).join(' '),
  )

const ways = ['start.next > step', 'step.next > bye']
const both = { languages: ['ca', 'es'] } satisfies Partial<Flow>
const said = (step: ReturnType<typeof say>, more: Partial<Flow> = {}) =>
  drawnFlow({ start: start('hola'), step, bye: goodbye }, ways, more)
const chosen = (labels: string[], config: Record<string, unknown> = {}) =>
  drawnFlow({ start: start('hola'), step: menu(labels, config), bye: goodbye }, [
    'start.next > step',
    ...[...labels.keys()].map(index => `step.${String.fromCharCode(97 + index)} > bye`),
    'step.other > bye',
  ])
const asked = (config: Record<string, unknown>) =>
  drawnFlow(
    { start: start('hola'), step: ask('answer', config), bye: { ...goodbye, config: { text: { ca: '{{answer}}' } } } },
    ['start.next > step', 'step.answered > bye', 'step.invalid > step'],
  )

describe('texts', () => {
  test.each<[string, Flow, string[]]>([
    ['nothing written is one problem, in however many languages', said(say(''), both), ['error text_empty step text']],
    ['a language is missing', said(say('Hola'), both), ['error text_missing step text es']],
    ['blanks are no text', said(say('Hola', { es: ' ' }), both), ['error text_missing step text es']],
    [
      'a text nobody need write is missing in one language',
      drawnFlow(
        { start: start('hola'), bye: { ...goodbye, config: { text: { ca: 'Adéu' } } } },
        ['start.next > bye'],
        both,
      ),
      ['warning text_partly_missing bye text es'],
    ],
    [
      'a value may be the same in all languages',
      said(node('set_value', { assignments: [{ target: 'answer', name: 'kind', value: { ca: '3' } }] }), both),
      [],
    ],
    ['a picture speaks for itself', said(node('message', { attachment: attachment('foto.png') })), []],
    [
      'a place as well',
      said(node('message', { place: { latitude: 41, longitude: 2, name: null, address: null } })),
      [],
    ],
    [
      'a picture that is not there',
      said(node('message', { attachment: attachment(null) })),
      ['error attachment_missing step attachment'],
    ],
    ['as long as the channel takes', said(say('x'.repeat(4_096))), []],
    ['longer than that', said(say('x'.repeat(4_097))), ['error text_too_long step text ca']],
    [
      'with room for what is filled in',
      said(say(`${'x'.repeat(4_060)}{{contact.name}}`)),
      ['error text_too_long step text ca'],
    ],
    ['a sign of several units is one character', said(say('👨‍👩‍👧'.repeat(4_000))), []],
    [
      'a caption is shorter',
      said(node('message', { text: { ca: 'x'.repeat(1_025) }, attachment: attachment('foto.png') })),
      ['error text_too_long step text ca'],
    ],
    [
      'a link that is none',
      said(node('message', { text: { ca: 'Web' }, link: { label: { ca: 'Web' }, url: 'vila.cat' } })),
      ['error link_broken step link.url'],
    ],
    ['braces that do not close', said(say('Hola {{contact.name')), ['error template_unclosed step text ca']],
    ['a format there is none of', said(say('Hola {{contact.name|shout}}')), ['error template_filter step text ca']],
    ['a name that is none', said(say('Hola {{el teu nom}}')), ['error template_name step text ca']],
    [
      'a label is shown as it is written',
      chosen(['Hola {{name}}']),
      ['error variable_in_label step options.0.label ca'],
    ],
  ])('%s', (_name, flow, problems) => {
    expect(told(flow)).toEqual(problems)
  })
})

function attachment(mediaId: string | null) {
  return { kind: 'image', mediaId, url: null, fileName: null, description: {} }
}

describe('options', () => {
  const many = Array.from({ length: 11 }, (_, index) => `Línia ${index + 1}`)
  const described = (text: string) => ({ options: [option('a', 'Bus', { description: { ca: text } })] })
  const meant = (...options: Record<string, unknown>[]) => ({
    options: options.map((more, index) => option(String.fromCharCode(97 + index), `Opció ${index + 1}`, more)),
  })
  test.each<[string, Flow, string[]]>([
    ['none', chosen([]), ['error menu_empty step options']],
    ['three short ones are buttons', chosen(['Un', 'Dos', 'x'.repeat(20)]), []],
    ['one too long for a button', chosen(['Un', 'x'.repeat(21)]), ['warning choices_as_list step options.1.label ca']],
    ['four of that length are a list anyway', chosen(['x'.repeat(21), 'Dos', 'Tres', 'Quatre']), []],
    [
      'one too long for a list',
      chosen(['x'.repeat(25), 'Dos', 'Tres', 'Quatre']),
      ['warning choices_as_numbers step options.0.label ca'],
    ],
    ['described ones are a list on purpose', chosen(['Bus'], described('Horaris')), []],
    [
      'a description too long for a list',
      chosen(['Bus'], described('x'.repeat(73))),
      ['warning choices_as_numbers step options.0.description ca'],
    ],
    [
      'more than ten are numbered, whatever their length',
      chosen([...many.slice(1), 'x'.repeat(30)]),
      ['warning menu_long step options'],
    ],
    ['two of the same name', chosen(['Bus', 'Pàrquing', 'BUS!']), ['error label_repeated step options.2.label ca']],
    [
      'a synonym of two options',
      chosen(['1', '2'], meant({ synonyms: { ca: ['cotxe'] } }, { synonyms: { ca: ['Cotxe'] } })),
      ['warning words_clash step options.1.synonyms ca'],
    ],
    [
      'a synonym that is the label of another',
      chosen(['1', '2'], meant({ synonyms: { ca: ['opció 2'] } }, {})),
      ['warning words_clash step options.0.synonyms ca'],
    ],
    ['a synonym that is the own label', chosen(['1'], meant({ synonyms: { ca: ['opció 1'] } })), []],
    [
      'a word by which people leave the channel',
      chosen(['1'], meant({ synonyms: { ca: ['baixa'] } })),
      ['warning option_takes_word step options.0.synonyms'],
    ],
    ['help and menu say what they do', chosen(['Ajuda', 'Menú']), []],
    [
      'two with one id',
      drawnFlow(
        { start: start('hola'), step: menu([], { options: [option('a', 'U'), option('a', 'Dos')] }), bye: goodbye },
        ['start.next > step', 'step.a > bye', 'step.other > bye'],
      ),
      ['error option_repeated step options'],
    ],
  ])('%s', (_name, flow, problems) => {
    expect(told(flow)).toEqual(problems)
  })
})

describe('what is asked for', () => {
  const forbidden = ['warning forbidden_data step text ca']
  test.each<[string, string, string[]]>([
    ['the DNI', 'Quin és el teu DNI?', forbidden],
    ['the codice fiscale', 'Scrivi il tuo codice fiscale', forbidden],
    ['an identity card', 'Numero della carta d’identità?', forbidden],
    ['a bank account', 'Escriu l’IBAN on vols cobrar', forbidden],
    ['a card', 'Quin és el número de la teva targeta?', forbidden],
    ['a warning not to send it', 'Explica’ns què passa. No ens enviïs mai el DNI.', []],
    ['a word that only begins so', 'Vols plantar un pinyó?', []],
    ['a loyalty card', 'Com va anar amb la targeta ciutadana?', []],
  ])('%s', (_name, ca, problems) => {
    expect(told(asked({ text: { ca } }))).toEqual(problems)
  })

  test('a pattern that cannot be read, and limits the wrong way round', () => {
    expect(told(asked({ answer: 'pattern', pattern: '(', min: 5, max: 1 }))).toEqual([
      'error pattern_broken step pattern',
      'error limits_crossed step min',
    ])
  })
})
