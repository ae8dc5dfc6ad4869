import { describe, expect, test } from 'vitest'
import { ask, type DrawnNode, drawnFlow, end, goodbye, menu, node, say, start } from '../../../test/drawn-flow.ts'
import { sampleTown } from '../../../test/sample-town.ts'
import type { Flow } from '../flow.ts'
import type { Language } from '../language.ts'
import type { TownData } from '../town.ts'
import { inspect } from './index.ts'
import { readingOf } from './readability.ts'

const town: TownData = { ...sampleTown(), texts: { ...sampleTown().texts, help: { ca: 'Truqueu al 938 765 432.' } } }
const told = (flow: Flow, others: Flow[] = [], at: TownData = town) =>
  inspect(flow, at, others).map(({ severity, code, node: id, field }) =>
    [severity, code, id, field].filter(Boolean).join(' '),
  )

const hello = start('hola')
const drawn = (nodes: Record<string, DrawnNode>, ways: string[], more: Partial<Flow> = {}) =>
  drawnFlow({ start: hello, ...nodes }, ways, more)

describe('the end of a conversation', () => {
  const asked = ['start.next > q', 'q.answered > bye', 'q.invalid > bye']
  const silent = 'warning ends_silently bye text'
  const use = {
    q: ask('x', { answer: 'text' }),
    note: node('notify', { departmentId: 'roads', text: { ca: '{{x|default:"-"}}' } }),
  }
  test.each<[string, Flow, string[]]>([
    [
      'without a word after an answer',
      drawn({ ...use, bye: end }, ['start.next > q', 'q.answered > note', 'q.invalid > note', 'note.next > bye']),
      [silent],
    ],
    [
      'with a goodbye',
      drawn({ ...use, bye: goodbye }, ['start.next > q', 'q.answered > note', 'q.invalid > note', 'note.next > bye']),
      [],
    ],
    [
      'after a text, without another word',
      drawn({ hi: say('Hola'), bye: end }, ['start.next > hi', 'hi.next > bye']),
      [],
    ],
    [
      'after nobody answered',
      drawn({ m: menu(['Sí']), hi: say('Hola'), bye: goodbye, off: end }, [
        'start.next > m',
        'm.a > bye',
        'm.other > bye',
        'm.no_reply > off',
      ]),
      ['warning unreachable hi'],
    ],
    [
      'that asks for a mark',
      drawn({ m: menu(['Sí']), bye: node('end', { text: { ca: 'Nota?' }, asksRating: true }) }, [
        'start.next > m',
        'm.a > bye',
        'm.other > bye',
      ]),
      [],
    ],
  ])('%s', (_name, flow, problems) => {
    expect(told(flow)).toEqual(problems)
  })

  test('of a flow that another one runs is none', () => {
    const part = drawnFlow({ start: node('start'), q: ask('x'), bye: end }, asked, { id: 'part' })
    const main = drawn({ run: node('subflow', { flowId: 'part' }), use: say('{{x|default:"-"}}'), bye: goodbye }, [
      'start.next > run',
      'run.returned > use',
      'use.next > bye',
    ])
    expect(told(part, [main])).toEqual([])
  })
})

describe('what is said too late', () => {
  const late = (id: string) => `warning after_window ${id} text`
  const wait = (minutes: number) => node('wait', { mode: 'for', minutes })
  const yes = (config = {}) => menu(['Sí'], config)
  test.each<[string, Flow, string[]]>([
    [
      'a reminder after a day',
      drawn({ w: wait(1_440), hi: say('Hola'), more: say('I més'), bye: end }, [
        'start.next > w',
        'w.next > hi',
        'hi.next > more',
        'more.next > bye',
      ]),
      [late('hi')],
    ],
    [
      'a reminder within the day',
      drawn({ w: wait(1_439), hi: say('Hola'), bye: end }, ['start.next > w', 'w.next > hi', 'hi.next > bye']),
      [],
    ],
    [
      'two waits that make a day',
      drawn({ w: wait(900), v: wait(900), hi: say('Hola'), bye: end }, [
        'start.next > w',
        'w.next > v',
        'v.next > hi',
        'hi.next > bye',
      ]),
      [late('hi')],
    ],
    [
      'a word when nobody answers a menu for a day',
      drawn({ m: yes(), late: say('Encara hi ets?'), bye: goodbye }, [
        'start.next > m',
        'm.a > bye',
        'm.other > bye',
        'm.no_reply > late',
        'late.next > bye',
      ]),
      [late('late')],
    ],
    [
      'an answer begins the day anew',
      drawn({ w: wait(900), m: yes({ waitMinutes: 60 }), v: wait(900), hi: say('Hola'), bye: end }, [
        'start.next > w',
        'w.next > m',
        'm.a > v',
        'm.other > v',
        'v.next > hi',
        'hi.next > bye',
      ]),
      [],
    ],
    [
      'what is not said cannot be late',
      drawn({ w: wait(2_000), n: node('notify', { departmentId: 'roads', text: { ca: 'Fet' } }), bye: end }, [
        'start.next > w',
        'w.next > n',
        'n.next > bye',
      ]),
      [],
    ],
  ])('%s', (_name, flow, problems) => {
    expect(told(flow)).toEqual(problems)
  })
})

describe('exits nobody can take', () => {
  test('of a condition, with the branch to take away', () => {
    const branch = (id: string, operand: string) => ({
      id,
      label: { ca: id },
      match: 'all',
      rules: [{ value: 'contact.name', operator: 'is', operand }],
    })
    const flow = drawn({ if: node('condition', { branches: [branch('a', 'Pau'), branch('b', 'pau')] }), bye: end }, [
      'start.next > if',
      'if.a > bye',
      'if.b > bye',
      'if.otherwise > bye',
    ])
    expect(told(flow)).toEqual(['warning exit_never_taken if branches.1.rules'])
    expect(inspect(flow, town, [])[0]).toMatchObject({ fix: 'remove_way', values: { exitLabel: 'b' } })
  })

  test('of opening hours that never open', () => {
    const weekly = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] }
    const calendar = {
      id: 'oac',
      name: 'OAC',
      timeZone: 'Europe/Madrid',
      region: null,
      weekly,
      publicHolidays: [],
      ownHolidays: [],
      exceptions: [],
    }
    const flow = drawn({ h: node('hours', { calendarId: 'oac' }), bye: end }, [
      'start.next > h',
      'h.open > bye',
      'h.closed > bye',
      'h.holiday > bye',
    ])
    expect(told(flow, [], { ...town, calendars: [calendar] })).toEqual(['warning exit_never_taken h calendarId'])
    const open = { ...calendar, weekly: { ...weekly, mon: [{ from: '09:00', to: '14:00' }] } }
    expect(told(flow, [], { ...town, calendars: [open] })).toEqual([])
  })
})

describe('texts', () => {
  const words = (count: number) => Array.from({ length: count }, () => 'mot').join(' ')
  const hard =
    'Comuniquem-li l’obligatorietat d’acompanyar la sol·licitud d’autorització administrativa amb la documentació justificativa corresponent. '
  test.each<[string, string, string[]]>([
    ['left to be filled in', 'Truca al [[telèfon]].', ['error to_fill_in hi text']],
    ['with brackets of their own', 'Obert [de 9 a 14] i [tarda]', []],
    ['with a long sentence', `${words(31)}.`, ['hint sentence_long hi text']],
    ['of many short sentences', `${words(10)}. `.repeat(9), []],
    ['of far too many words', `${words(10)}. `.repeat(14), ['hint text_wordy hi text']],
    ['of an office', hard.repeat(3), ['hint text_hard hi text']],
    [
      'that list things',
      `Obrim:\n${Array.from({ length: 12 }, (_, day) => `• dia ${day}: de nou a dues`).join('\n')}`,
      [],
    ],
  ])('%s', (_name, ca, problems) => {
    expect(told(drawn({ hi: say(ca), bye: end }, ['start.next > hi', 'hi.next > bye']))).toEqual(problems)
  })

  test('are measured as they are read', () => {
    expect(readingOf('Hola! *Obrim* a les 9: mireu https://vila.cat/a-b o {{nom}} a@vila.cat')).toMatchObject({
      words: 6,
      longest: { words: 3 },
    })
    expect(readingOf('').ease).toBe(100)
    expect(readingOf('Il gatto mangia pesce').ease).toBe(100)
    // 89 + (300 × 1 − 10 × 42) / 4, rounded
    expect(readingOf('La documentazione amministrativa obbligatoria').ease).toBe(59)
  })
})

describe('what is never asked for in chat', () => {
  test.each<[Language, string, boolean]>([
    ['ca', 'Escriu el número del DNI', true],
    ['ca', 'Envia’ns una foto del document nacional d’identitat', true],
    ['ca', 'Digues el número de la targeta i el codi de seguretat', true],
    ['ca', 'Quin és el teu compte corrent?', true],
    ['es', 'Escriba su número de cuenta', true],
    ['es', 'Mándenos una foto del permiso de conducir', true],
    ['es', 'Indique sus datos bancarios', true],
    ['it', 'Scrivi il codice fiscale', true],
    ['it', 'Invia una foto del documento di riconoscimento', true],
    ['it', 'Qual è il numero del conto?', true],
    ['en', 'What is your passport number?', true],
    ['en', 'Please send your bank details and sort code', true],
    ['en', 'Send a photo of your driving license', true],
    ['ca', 'No escriguis mai el DNI. On és el forat?', false],
    ['es', '¿En qué número de la calle está?', false],
    ['it', 'Di che conto si tratta? Scrivi il numero della via', false],
    ['en', 'What is the number of the street?', false],
  ])('in %s: %s %s', (language, text, isForbidden) => {
    const flow = drawn(
      { q: ask('x', { text: { [language]: text } }), use: say('x', { [language]: '{{x}}' }), bye: end },
      ['start.next > q', 'q.answered > use', 'q.invalid > q', 'use.next > bye'],
      { languages: [language], defaultLanguage: language },
    )
    expect(told(flow).filter(one => one.includes('forbidden_data')).length).toBe(isForbidden ? 1 : 0)
  })
})
