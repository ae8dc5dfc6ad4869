import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Choice, normalize, understand } from '../understand.ts'

const alzira: Choice[] = [
  { id: 'phones', label: "Telèfons d'interés", synonyms: ['números'], otherLanguages: ['Teléfonos de interés'] },
  { id: 'bus', label: 'Bus municipal', synonyms: ['autobús', 'bus'], otherLanguages: ['Bus municipal'] },
  { id: 'pharmacy', label: 'Farmàcies de guàrdia', otherLanguages: ['Farmacias de guardia'] },
  { id: 'waste', label: 'Recollida de trastos i ecoparc', synonyms: ['mobles vells'] },
  { id: 'visit', label: 'Cita prèvia' },
  { id: 'taxes', label: "Pagament d'impostos" },
  { id: 'clau', label: "La Clau (tràmits amb l'ajuntament)" },
  { id: 'jobs', label: 'Ofertes de treball (Idea)', synonyms: ['feina', 'treball'] },
  { id: 'culture', label: 'Programació cultural' },
]
const empoli: Choice[] = [
  { id: 'on', label: 'Attiva iscrizione' },
  { id: 'off', label: 'Disattiva iscrizione' },
  { id: 'pharmacy', label: 'Farmacie di turno', synonyms: ['farmacia'] },
  { id: 'hours', label: 'Orari del servizio' },
]
const english: Choice[] = [
  { id: 'report', label: 'Report an incident', synonyms: ['pothole', 'broken light'] },
  { id: 'tourism', label: 'Tourism' },
  { id: 'news', label: 'News' },
]
const spanish: Choice[] = [
  { id: 'cleaning', label: 'Limpieza y residuos', synonyms: ['basura'] },
  { id: 'parks', label: 'Parques y jardines' },
  { id: 'lighting', label: 'Alumbrado público', synonyms: ['farola'] },
  { id: 'other', label: 'Otros' },
]
const menus = { alzira, empoli, english, spanish }

const table: [keyof typeof menus, string, string | null, string?][] = [
  // by number
  ['alzira', '2', 'bus', 'number'],
  ['alzira', ' 2. ', 'bus', 'number'],
  ['alzira', '2)', 'bus', 'number'],
  ['alzira', '02', 'bus', 'number'],
  ['alzira', '2️⃣', 'bus', 'number'],
  ['alzira', '②', 'bus', 'number'],
  ['alzira', '２', 'bus', 'number'],
  ['alzira', '٢', 'bus', 'number'],
  ['alzira', 'la 2', 'bus', 'number'],
  ['alzira', "l'1", 'phones', 'number'],
  ['alzira', 'opció 2', 'bus', 'number'],
  ['alzira', "L'opció número 2, si us plau", 'bus', 'number'],
  ['alzira', 'nº 2', 'bus', 'number'],
  ['alzira', 'el segon', 'bus', 'number'],
  ['alzira', 'la segona', 'bus', 'number'],
  ['alzira', 'la 3a', 'pharmacy', 'number'],
  ['alzira', '3º', 'pharmacy', 'number'],
  ['alzira', 'vull la dos', 'bus', 'number'],
  ['alzira', 'dues', 'bus', 'number'],
  ['alzira', 'huit', 'jobs', 'number'],
  ['alzira', 'vuitena', 'jobs', 'number'],
  ['spanish', 'cuatro', 'other', 'number'],
  ['spanish', 'quiero la opción 3 por favor', 'lighting', 'number'],
  ['spanish', 'la primera', 'cleaning', 'number'],
  ['empoli', 'due', 'off', 'number'],
  ['empoli', 'la terza', 'pharmacy', 'number'],
  ['empoli', 'vorrei la 4, grazie', 'hours', 'number'],
  ['english', 'two', 'tourism', 'number'],
  ['english', 'the third, please', 'news', 'number'],
  ['english', '3rd', 'news', 'number'],
  ['alzira', '10', null],
  ['alzira', '0', null],
  ['alzira', '-', null],
  ['alzira', '2 o 3', null],
  ['alzira', '1,2', null],
  ['alzira', '22', null],
  ['alzira', 'deu', null],
  ['alzira', '99999999999999999999', null],
  ['alzira', 'no, la 2 no', null],
  // by label
  ['alzira', 'Farmàcies de guàrdia', 'pharmacy', 'label'],
  ['alzira', 'FARMACIES DE GUARDIA!!', 'pharmacy', 'label'],
  ['alzira', 'la clau', 'clau', 'label'],
  ['alzira', 'Clau', 'clau', 'label'],
  ['alzira', 'telefons d’interes', 'phones', 'label'],
  ['alzira', '🚌 Bus municipal 🚌', 'bus', 'label'],
  ['alzira', '2. Bus municipal', 'bus', 'label'],
  ['alzira', '3. Bus municipal', null],
  ['alzira', 'Bon dia, cita prèvia si us plau', 'visit', 'label'],
  ['alzira', "vull farmàcies de guàrdia d'avui", 'pharmacy', 'label'],
  ['alzira', 'em pots dir la programació cultural del mes?', 'culture', 'label'],
  ['spanish', 'otros', 'other', 'label'],
  ['empoli', 'disattiva iscrizione', 'off', 'label'],
  ['empoli', 'ATTIVA  ISCRIZIONE', 'on', 'label'],
  ['english', 'I would like to report an incident please', 'report', 'label'],
  // by synonym, the other language last
  ['alzira', 'autobús', 'bus', 'synonym'],
  ['alzira', 'a quina hora passa el bus', 'bus', 'synonym'],
  ['alzira', 'busco feina', 'jobs', 'synonym'],
  ['alzira', 'Farmacias de guardia', 'pharmacy', 'synonym'],
  ['alzira', 'quiero teléfonos de interés', 'phones', 'synonym'],
  ['spanish', 'la basura no se recoge', null],
  ['spanish', 'hay basura en mi calle', 'cleaning', 'synonym'],
  ['empoli', 'farmacia', 'pharmacy', 'synonym'],
  ['english', 'There is a pothole here', 'report', 'synonym'],
  // nearly
  ['alzira', 'farmacis de guardia', 'pharmacy', 'near'],
  ['alzira', 'farmàcies', 'pharmacy', 'near'],
  ['alzira', 'framacies', 'pharmacy', 'near'],
  ['alzira', 'vull farmaces', 'pharmacy', 'near'],
  ['alzira', 'ecoparc', 'waste', 'near'],
  ['alzira', 'impostos', 'taxes', 'near'],
  ['alzira', 'cita', 'visit', 'near'],
  ['alzira', 'ciat', 'visit', 'near'],
  ['alzira', 'programasio cultural', 'culture', 'near'],
  ['spanish', 'limpiesa', 'cleaning', 'near'],
  ['spanish', 'alumbrado', 'lighting', 'near'],
  ['empoli', 'orari', 'hours', 'near'],
  ['empoli', 'farmacie di trno', 'pharmacy', 'near'],
  ['english', 'turism', 'tourism', 'near'],
  ['english', 'newz', 'news', 'near'],
  // never guessed
  ['alzira', 'bus o farmàcies de guàrdia', null],
  ['alzira', 'no vull farmàcies de guàrdia', null],
  ['alzira', 'de', null],
  ['alzira', 'la', null],
  ['alzira', 'hola', null],
  ['alzira', 'gràcies', null],
  ['alzira', 'ok', null],
  ['alzira', 'sí', null],
  ['empoli', 'iscrizione', null],
  ['english', 'nex', null],
  ['spanish', 'parque de bomberos voluntarios', null],
  [
    'alzira',
    'ahir vaig anar a la plaça i em van dir que el bus municipal ja no passava perquè hi havia obres al carrer major',
    null,
  ],
  // hostile
  ['alzira', '', null],
  ['alzira', '   \n\t ', null],
  ['alzira', '👍👍', null],
  ['alzira', '\u0000', null],
  ['alzira', 'مرحبا', null],
  ['alzira', '\u202eوسلاعم', null],
  ['alzira', '__proto__', null],
  ['alzira', 'constructor', null],
  ['alzira', '.*', null],
  ['alzira', 'a'.repeat(4096), null],
  ['alzira', 'bus '.repeat(1024), null],
  ['alzira', 'la '.repeat(1365), null],
  ['alzira', '\ufdfa'.repeat(4096), null],
]

describe('a menu', () => {
  it.each(table)('%s: %j means %s', (menu, text, choiceId, rule) => {
    const understood = understand(menus[menu], { text })
    expect(understood?.choiceId ?? null).toBe(choiceId)
    if (rule) expect(understood?.rule).toBe(rule)
  })

  it('takes a tap by its id whatever the text says', () => {
    expect(understand(alzira, { choiceId: 'taxes', text: 'Bus' })).toEqual({
      choiceId: 'taxes',
      rule: 'tap',
      matched: "Pagament d'impostos",
    })
  })

  it('does not read the words of a tap on an older message', () => {
    expect(understand(alzira, { choiceId: 'gone', text: 'Bus municipal' })).toBeNull()
  })

  it('tells what matched', () => {
    expect(understand(alzira, { text: 'vull feina' })?.matched).toBe('feina')
    expect(understand(alzira, { text: 'la tercera' })?.matched).toBe('3')
    expect(understand(alzira, { text: 'farmacis' })?.matched).toBe('Farmàcies de guàrdia')
  })

  it('reads a label made of digits before it counts', () => {
    const marks = ['5', '4', '3', '2', '1'].map(label => ({ id: `mark-${label}`, label }))
    expect(understand(marks, { text: '5' })?.choiceId).toBe('mark-5')
  })

  it('knows labels of emoji only', () => {
    const faces = [
      { id: 'good', label: '👍' },
      { id: 'bad', label: '👎' },
    ]
    expect(understand(faces, { text: '👎🏽' })?.choiceId).toBe('bad')
    expect(understand(faces, { text: '🙂' })).toBeNull()
  })

  it('reads numbers and words of labels that carry their own numbers', () => {
    const numbered = [
      { id: 'a', label: '1. Esports' },
      { id: 'b', label: '2️⃣ Cultura' },
    ]
    expect(understand(numbered, { text: 'cultura' })?.choiceId).toBe('b')
    expect(understand(numbered, { text: 'esports' })).toMatchObject({ choiceId: 'a', rule: 'label' })
  })

  it('never takes one digit for another', () => {
    const zones = [
      { id: 'one', label: 'Zona 1' },
      { id: 'old', label: 'Barri vell' },
    ]
    expect(understand(zones, { text: 'zona 3' })).toBeNull()
    expect(understand(zones, { text: 'zonna 1' })?.choiceId).toBe('one')
  })

  it('asks again when two choices share a wording or are equally near', () => {
    const twins = [
      { id: 'a', label: 'Cita metge', synonyms: ['hora'] },
      { id: 'b', label: 'Cita padró', synonyms: ['hora'] },
      { id: 'c', label: 'Casal' },
      { id: 'd', label: 'Canal' },
    ]
    for (const text of ['cita', 'hora', 'caral']) expect(understand(twins, { text })).toBeNull()
  })

  it('prefers the longer of two labels said as one phrase', () => {
    const nested = [
      { id: 'all', label: 'Farmàcies' },
      { id: 'duty', label: 'Farmàcies de guàrdia' },
    ]
    expect(understand(nested, { text: 'vull veure farmàcies de guàrdia' })?.choiceId).toBe('duty')
    expect(understand(nested, { text: 'farmàcies' })?.choiceId).toBe('all')
  })

  it('always understands its own labels, numbers and ids', () => {
    const label = fc.stringMatching(/^[a-zà-ú]{4,10}( [a-z]{4,8}){0,2}$/)
    fc.assert(
      fc.property(fc.uniqueArray(label, { minLength: 1, maxLength: 9, selector: normalize }), labels => {
        const choices = labels.map((text, at) => ({ id: `c${at}`, label: text }))
        for (const [at, choice] of choices.entries()) {
          expect(understand(choices, { text: choice.label.toUpperCase() })?.choiceId).toBe(choice.id)
          expect(understand(choices, { text: String(at + 1) })?.choiceId).toBe(choice.id)
          expect(understand(choices, { choiceId: choice.id })?.choiceId).toBe(choice.id)
        }
      }),
    )
  })

  it('answers with one of its choices or null, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), text => {
        const understood = understand(alzira, { text })
        if (understood) expect(alzira.some(choice => choice.id === understood.choiceId)).toBe(true)
      }),
    )
  })
})
