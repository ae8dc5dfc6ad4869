import { describe, expect, test } from 'vitest'
import { drawnFlow, end, menu, node, option, say, start } from '../../../test/drawn-flow.ts'
import { sampleTown } from '../../../test/sample-town.ts'
import type { Flow } from '../flow.ts'
import { type InterfaceLanguage, interfaceLanguages } from '../language.ts'
import { describeChange, difference } from './index.ts'

const town = sampleTown()

const route = (departmentId: string, name?: string) =>
  node('department_route', { departmentId, summary: { ca: 'Avís' } }, name)

const topics = (labels: string[], config: Record<string, unknown> = {}) => ({
  ...menu(labels, config),
  name: 'Incidències',
})

const ways = ['start.next > menu', 'menu.a > roads', 'menu.b > parks', 'roads.opened > end', 'parks.opened > end']
const drawing = (steps: Parameters<typeof drawnFlow>[0] = {}, own: string[] = ways, more: Partial<Flow> = {}) =>
  drawnFlow(
    {
      start: start('hola'),
      menu: topics(['Carrers', 'Arbres']),
      roads: route('roads'),
      parks: route('parks'),
      end,
      ...steps,
    },
    own,
    { languages: ['ca', 'es'], ...more },
  )
const before = drawing()
const moved = (from: string, to: string) => ways.map(way => (way === from ? to : way))

/** Name of the case, the drawing after it, and its sentence in Catalan, Spanish, Italian and English. */
const cases: [string, Flow, [string, string, string, string]][] = [
  [
    'an option goes to another department',
    drawing({}, moved('menu.b > parks', 'menu.b > roads')),
    [
      'L’opció 2 «Arbres» de «Incidències» ara va a Via pública i no a Parcs.',
      'La opción 2 «Arbres» de «Incidències» ahora lleva a Vía pública y no a Parques.',
      'L’opzione 2 «Arbres» di «Incidències» ora porta a Via pública e non a Parcs.',
      'Option 2 “Arbres” of “Incidències” now goes to Via pública, not to Parcs.',
    ],
  ],
  [
    'the department of a route changes, and one option alone leads there',
    drawing({ parks: route('roads') }),
    [
      'L’opció 2 «Arbres» de «Incidències» ara va a Via pública i no a Parcs.',
      'La opción 2 «Arbres» de «Incidències» ahora lleva a Vía pública y no a Parques.',
      'L’opzione 2 «Arbres» di «Incidències» ora porta a Via pública e non a Parcs.',
      'Option 2 “Arbres” of “Incidències” now goes to Via pública, not to Parcs.',
    ],
  ],
  [
    'an option leads nowhere any more',
    drawing(
      {},
      ways.filter(way => !way.startsWith('menu.b')),
    ),
    [
      'L’opció 2 «Arbres» de «Incidències» ja no va enlloc. Abans anava a Parcs.',
      'La opción 2 «Arbres» de «Incidències» ya no lleva a ninguna parte. Antes llevaba a Parques.',
      'L’opzione 2 «Arbres» di «Incidències» non porta più da nessuna parte. Prima portava a Parcs.',
      'Option 2 “Arbres” of “Incidències” no longer goes anywhere. It went to Parcs.',
    ],
  ],
  [
    'an option is added',
    drawing({ menu: topics(['Carrers', 'Arbres', 'Platges']) }, [...ways, 'menu.c > end']),
    [
      'S’ha afegit l’opció 3 «Platges» a «Incidències», que va a «Final».',
      'Se ha añadido la opción 3 «Platges» a «Incidències», que lleva a «Final».',
      'È stata aggiunta l’opzione 3 «Platges» a «Incidències», che porta a «Fine».',
      'Option 3 “Platges” of “Incidències” is new and goes to “End”.',
    ],
  ],
  [
    'an option is removed',
    drawing(
      { menu: topics(['Carrers']) },
      ways.filter(way => !way.startsWith('menu.b')),
    ),
    [
      'S’ha tret l’opció 2 «Arbres» de «Incidències».',
      'Se ha quitado la opción 2 «Arbres» de «Incidències».',
      'È stata tolta l’opzione 2 «Arbres» da «Incidències».',
      'Option 2 “Arbres” of “Incidències” is gone.',
    ],
  ],
  [
    'an option is relabelled',
    drawing({ menu: topics(['Carrers', 'Arbres i jardins']) }),
    [
      'L’opció 2 de «Incidències» en català ara es diu «Arbres i jardins» i no «Arbres».',
      'La opción 2 de «Incidències» en catalán ahora se llama «Arbres i jardins» y no «Arbres».',
      'L’opzione 2 di «Incidències» in catalano ora si chiama «Arbres i jardins» e non «Arbres».',
      'Option 2 of “Incidències” in Catalan is now called “Arbres i jardins”, not “Arbres”.',
    ],
  ],
  [
    'options change places',
    drawing({ menu: topics([], { options: [option('b', 'Arbres'), option('a', 'Carrers')] }) }),
    [
      'Les opcions de «Incidències» ara van en aquest ordre: «Arbres» i «Carrers».',
      'Las opciones de «Incidències» ahora van en este orden: «Arbres» y «Carrers».',
      'Le opzioni di «Incidències» ora vanno in quest’ordine: «Arbres» e «Carrers».',
      'The options of “Incidències” are now in this order: “Arbres” and “Carrers”.',
    ],
  ],
  [
    'a synonym is added',
    drawing({
      menu: topics([], { options: [option('a', 'Carrers'), option('b', 'Arbres', { synonyms: { ca: ['jardí'] } })] }),
    }),
    [
      'L’opció 2 «Arbres» de «Incidències» ara també s’entén amb «jardí» (català).',
      'La opción 2 «Arbres» de «Incidències» ahora también se entiende con «jardí» (catalán).',
      'L’opzione 2 «Arbres» di «Incidències» ora si capisce anche con «jardí» (catalano).',
      'Option 2 “Arbres” of “Incidències” is now understood by “jardí” too (Catalan).',
    ],
  ],
  [
    'the flow begins with other words',
    drawing({ start: start('bon dia') }),
    [
      '«Inici» ara també comença amb «bon dia» (català). «Inici» ja no comença amb «hola» (català).',
      '«Inicio» ahora también empieza con «bon dia» (catalán). «Inicio» ya no empieza con «hola» (catalán).',
      '«Inizio» ora inizia anche con «bon dia» (catalano). «Inizio» non inizia più con «hola» (catalano).',
      '“Start” now begins with “bon dia” too (Catalan). “Start” no longer begins with “hola” (Catalan).',
    ],
  ],
  [
    'a text changes in one language',
    drawing({ menu: topics(['Carrers', 'Arbres'], { text: { ca: 'Què passa?' } }) }),
    [
      'El text de «Incidències» en català ara diu «Què passa?» i no «Què vols fer?».',
      'El texto de «Incidències» en catalán ahora dice «Què passa?» y no «Què vols fer?».',
      'Il testo di «Incidències» in catalano ora dice «Què passa?» e non «Què vols fer?».',
      'The text of “Incidències” in Catalan now says “Què passa?”, not “Què vols fer?”.',
    ],
  ],
  [
    'a step is put in between',
    drawing({ hello: say('Bon dia!') }, [...moved('start.next > menu', 'start.next > hello'), 'hello.next > menu']),
    [
      'Després de «Inici» ara ve Missatge «Bon dia!» i no «Incidències». S’ha afegit el pas Missatge «Bon dia!».',
      'Después de «Inicio» ahora viene Mensaje «Bon dia!» y no «Incidències». Se ha añadido el paso Mensaje «Bon dia!».',
      'Dopo «Inizio» ora viene Messaggio «Bon dia!» e non «Incidències». È stato aggiunto il passo Messaggio «Bon dia!».',
      'After “Start” now comes Message “Bon dia!”, not “Incidències”. The step Message “Bon dia!” is new.',
    ],
  ],
  [
    'a step is replaced by another type',
    drawing({ end: { ...say('Adéu'), name: 'Comiat' } }, ways),
    [
      'El pas «Comiat» abans era del tipus «Final» i ara és «Missatge».',
      'El paso «Comiat» antes era del tipo «Final» y ahora es «Mensaje».',
      'Il passo «Comiat» prima era del tipo «Fine» e ora è «Messaggio».',
      'The step “Comiat” was of the kind “End” and is now “Message”.',
    ],
  ],
  [
    'a wait becomes longer',
    drawing({ menu: topics(['Carrers', 'Arbres'], { waitMinutes: 2_880 }) }),
    [
      'A «Incidències», «Espera la resposta» ara és 2 dies i no 1 dia.',
      'En «Incidències», «Espera la respuesta» ahora es 2 días y no 1 día.',
      'In «Incidències», «Aspetta la risposta» ora è 2 giorni e non 1 giorno.',
      'In “Incidències”, “Waits for a reply” is now 2 days, not 1 day.',
    ],
  ],
  [
    'a choice of a form changes',
    drawing({
      roads: node('department_route', { departmentId: 'roads', summary: { ca: 'Avís' }, priority: 'urgent' }),
    }),
    [
      'A «Envia a un departament» (Via pública), «Prioritat» ara és urgent i no normal.',
      'En «Envía a un departamento» (Vía pública), «Prioridad» ahora es urgente y no normal.',
      'In «Invia a un ufficio» (Via pública), «Priorità» ora è urgente e non normale.',
      'In “Send to a department” (Via pública), “Priority” is now urgent, not normal.',
    ],
  ],
  [
    'a language is added',
    drawing({}, ways, { languages: ['ca', 'es', 'en'] }),
    [
      'S’ha afegit anglès, amb 0 textos.',
      'Se ha añadido inglés, con 0 textos.',
      'È stato aggiunto: inglese, con 0 testi.',
      'English has been added, with 0 texts.',
    ],
  ],
  [
    'a setting of the flow changes',
    drawing({}, ways, { settings: { staleTap: 'repeat', mergeTexts: true, mainMenu: 'menu' } }),
    [
      'Tocar un missatge antic ara repeteix la pregunta actual. El «0» i la paraula «menú» ara porten a «Incidències».',
      'Tocar un mensaje antiguo ahora repite la pregunta actual. El «0» y la palabra «menú» ahora llevan a «Incidències».',
      'Toccare un vecchio messaggio ora ripete la domanda attuale. «0» e la parola «menu» ora portano a «Incidències».',
      'Tapping an old message now repeats the present question. “0” and the word “menu” now lead to “Incidències”.',
    ],
  ],
  [
    'only places on the drawing change',
    { ...before, nodes: before.nodes.map(one => ({ ...one, position: { x: 9, y: 9 } })) },
    [
      'S’han mogut passos al dibuix (5). La gent no ho nota.',
      'Se han movido pasos en el dibujo (5). La gente no lo nota.',
      'Alcuni passi sono stati spostati nel disegno (5). La gente non se ne accorge.',
      'Steps were moved on the drawing (5). People do not notice.',
    ],
  ],
]

const told = (after: Flow, language: InterfaceLanguage) =>
  difference(before, after).map(change => describeChange(change, town, language))

describe.each(cases)('when %s', (_name, after, sentences) => {
  test.each(interfaceLanguages.map((language, index) => [language, sentences[index]] as const))(
    'it is told in %s',
    (language, sentence) => expect(told(after, language).join(' ')).toContain(sentence),
  )
})

test('no sentence keeps a gap to fill', () => {
  for (const [, after] of cases)
    for (const language of interfaceLanguages)
      for (const sentence of told(after, language)) expect(sentence).not.toMatch(/[{}]|undefined/)
})

test('a step without a name is not called by the words it has just got', () => {
  const hello = (words: string) => drawnFlow({ hello: say(words) }, [])
  const [change] = difference(hello('Bon dia'), hello('Bona nit'))
  const sentence = change && describeChange(change, town, 'ca')
  expect(sentence).toBe('El text de «Missatge» en català ara diu «Bona nit» i no «Bon dia».')
})

test('a long text is told around what differs', () => {
  const long = (word: string) =>
    `${'Benvinguts al canal de la vila. '.repeat(6)}Obrim ${word} a les nou. ${'I més. '.repeat(20)}`
  const at = (word: string) => drawing({ menu: topics(['Carrers', 'Arbres'], { text: { ca: long(word) } }) })
  const [change] = difference(at('dilluns'), at('dimarts'))
  const sentence = change ? describeChange(change, town, 'ca') : ''
  expect(sentence).toMatch(/ara diu «….*Obrim dimarts a les nou\..*…» i no «….*Obrim dilluns/)
  expect(sentence.length).toBeLessThan(300)
})
