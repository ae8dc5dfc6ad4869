import { describe, expect, test } from 'vitest'
import { compile } from './compile.ts'
import { newContact } from './contact.ts'
import { converse, type TownFlows } from './conversation.ts'
import { emptyFlow, type Flow } from './flow.ts'
import { type Input, type Reply, replyOf } from './input.ts'
import type { Choice } from './message.ts'
import { newSession, type Session } from './session.ts'
import type { TownData } from './town.ts'

const town: TownData = {
  key: 'vila',
  name: 'Vila',
  languages: ['ca'],
  defaultLanguage: 'ca',
  country: 'ES',
  timeZone: 'Europe/Madrid',
  departments: [],
  categories: [],
  topics: [],
  calendars: [],
  tables: [],
  texts: { help: {}, stopped: {}, notUnderstood: {}, apology: {} },
  words: {},
  allowedHosts: [],
}

type Step = [id: string, type: string, config: Record<string, unknown>]

/** A flow with `start` first; an edge is "from exit to". */
function drawn(id: string, steps: Step[], edges: string[], settings: Partial<Flow['settings']> = {}): Flow {
  const flow = emptyFlow(id, id, ['ca'])
  const nodes = steps.map(([nodeId, type, config]) => ({ id: nodeId, type, position: { x: 0, y: 0 }, config }))
  const arrows = edges.map((edge, index) => {
    const [from = '', exit = '', to = ''] = edge.split(' ')
    return { id: `e${index}`, from, exit, to }
  })
  return { ...flow, nodes, edges: arrows, settings: { ...flow.settings, ...settings } }
}

const start = (word: string): Step => {
  const trigger = { kind: 'keyword', words: { ca: [word] }, mode: 'exact', saveRestAs: null }
  return ['start', 'start', { triggers: [trigger] }]
}
const says = (id: string, ca: string): Step => [
  id,
  'message',
  { text: { ca }, attachment: null, place: null, link: null },
]
function menu(ca: string, options: Record<string, string>): Step {
  const listed = Object.entries(options).map(([id, label]) => ({
    id,
    label: { ca: label },
    description: {},
    synonyms: {},
  }))
  const rest = { listLabel: {}, retryText: {}, maxAttempts: 3, waitMinutes: 1_440 }
  return ['menu', 'menu', { text: { ca }, options: listed, ...rest }]
}
const question = (answer: string, several = false): Step => [
  'ask',
  'question',
  {
    ...{ text: { ca: 'Què passa?' }, answer, saveAs: 'what', optional: false, skipLabel: {}, retryText: {} },
    ...{ maxAttempts: 3, waitMinutes: 1_440, confirm: false, min: null, max: null, pattern: '', best: 5 },
    ...{ several, isPersonal: false },
  },
]
const consent: Step = [
  'consent',
  'consent',
  {
    ...{ purpose: 'service', version: '1', text: { ca: 'Acceptes?' }, acceptLabel: {}, refuseLabel: {} },
    ...{ validDays: 30, waitMinutes: 1_440 },
  },
]

interface Published {
  flows: Flow[]
  subflows?: Flow[]
}

/** Somebody who writes to a town; `publish` replaces what the town has published, keeping what they are in. */
function citizen({ flows, subflows = [] }: Published) {
  const compiled = (published: Flow[], version: number) =>
    published.map(flow => compile({ flowId: flow.id, version, flow, subflows }, town))
  let published = compiled(flows, 1)
  const all = [...published]
  let session: Session = newSession(newContact(), 1)
  let now = new Date('2026-11-23T10:00:00Z')
  let said = 0
  let asked: string[] = []
  const offered: Choice[] = []

  function put(input: Input): string {
    const version: TownFlows['version'] = (id, number) => all.find(one => one.id === id && one.version === number)
    const advance = converse({ town, published, version }, session, input, now)
    session = advance.session
    asked = advance.effects.map(({ kind }) => kind)
    const messages = advance.effects.flatMap(effect => (effect.kind === 'send_message' ? [effect.message] : []))
    offered.push(...messages.flatMap(({ choices }) => choices))
    return messages.map(({ text }) => text).join(' / ')
  }
  const reply = (given: Partial<Reply>) => put(replyOf({ messageId: `message-${++said}`, ...given }))
  return {
    put,
    say: (text: string) => reply({ text }),
    tap(label: string) {
      const choice = offered.findLast(one => one.label === label)
      return reply({ text: label, choiceId: choice?.id ?? '' })
    },
    photo: () => reply({ media: [{ mediaId: 'p', kind: 'image', mime: 'image/jpeg', name: null, caption: null }] }),
    pass(days: number) {
      now = new Date(now.getTime() + days * 86_400_000)
    },
    publish(next: Flow[]) {
      published = compiled(next, 2)
      all.push(...published)
    },
    session: () => session,
    /** Kinds of effects of the last step. */
    asked: () => asked,
  }
}

const asking = drawn(
  'main',
  [start('hola'), consent, menu('Tria', { bins: 'Escombraries', roll: 'Baixa del padró' }), says('done', 'Fet')],
  ['start next consent', 'consent accepted menu', 'menu bins done', 'menu roll done', 'done next menu'],
  { mainMenu: 'menu' },
)

describe('nobody gets past a consent that does not hold', () => {
  const waysBack: [string, (by: ReturnType<typeof citizen>) => string][] = [
    ['"0"', by => by.say('0')],
    ['"back"', by => by.say('enrere')],
    ['an old button', by => by.tap('Escombraries')],
  ]
  test.each(waysBack)('by %s, before it is given', (_way, goBack) => {
    const by = citizen({ flows: [asking] })
    by.say('hola')
    goBack(by)
    expect(by.session().wait?.node).toBe('consent')
  })

  test.each(waysBack)('by %s, after it has expired', (_way, goBack) => {
    const by = citizen({ flows: [asking] })
    by.say('hola')
    by.tap('Accepto')
    by.pass(31)
    by.say('hola')
    expect(goBack(by)).toContain('Acceptes?')
    expect(by.session().wait?.node).toBe('consent')
  })

  test.each(waysBack)('by %s, after it was refused when asked again', (_way, goBack) => {
    const by = citizen({ flows: [asking] })
    by.say('hola')
    by.tap('Accepto')
    by.pass(31)
    by.say('hola')
    by.tap('No accepto')
    goBack(by)
    expect(by.session().wait?.node).not.toBe('menu')
  })
})

describe('a tap belongs to the step that offered it', () => {
  const one = drawn('one', [start('llums'), menu('Primer', { a: 'Sí, crema', b: 'No' })], ['start next menu'])
  const two = drawn(
    'two',
    [start('voreres'), menu('Segon', { a: 'Esborra', b: 'Res' }), says('gone', 'Esborrat')],
    ['start next menu', 'menu a gone'],
  )

  test('not to one of the same name in another flow', () => {
    const by = citizen({ flows: [one, two] })
    by.say('llums')
    by.say('voreres')
    expect(by.tap('Sí, crema')).toContain('Segon')
    expect(by.session().status).toBe('waiting')
  })

  test('not to one of the same name in a sub-flow', () => {
    const sub: Step = ['sub', 'subflow', { flowId: 'two' }]
    const outer = drawn(
      'outer',
      [start('hola'), menu('Fora', { a: 'Entra', b: 'Una altra' }), sub, says('other', 'Altra')],
      ['start next menu', 'menu a sub', 'menu b other'],
    )
    const by = citizen({ flows: [outer], subflows: [two] })
    by.say('hola')
    by.tap('Entra')
    expect(by.tap('Una altra')).toBe('Altra')
  })
})

test('a tap on an older message loses nothing that was sent meanwhile', () => {
  const photos = drawn(
    'photos',
    [start('hola'), menu('Tria', { go: 'Endavant' }), question('photo', true), says('thanks', 'Gràcies')],
    ['start next menu', 'menu go ask', 'ask answered thanks'],
    { staleTap: 'repeat' },
  )
  const by = citizen({ flows: [photos] })
  by.say('hola')
  by.tap('Endavant')
  by.photo()
  const { wait } = by.session()
  expect(by.tap('Endavant')).toContain('Què passa?')
  expect(by.session().wait).toEqual(wait)
  expect(by.say('ja està')).toBe('Gràcies')
  expect(by.session().answers.what).toHaveLength(1)
})

test('a town-wide word is not taken for a piece of an option', () => {
  const by = citizen({ flows: [asking] })
  by.say('hola')
  by.tap('Accepto')
  expect(by.say('baixa')).toContain('ja no rebràs més avisos')
})

test.each([
  ['les meves dades', 'privacy_request'],
  ['delete my data', 'privacy_request'],
  ['cancella i miei dati', 'privacy_request'],
  ['unsubscribe', 'end_subscriptions'],
])('"%s" is heard whatever the options are called, in any language', (word, effect) => {
  const named = drawn(
    'main',
    [start('hola'), menu('Tria', { data: word, other: 'Una altra cosa' })],
    ['start next menu'],
  )
  const by = citizen({ flows: [named] })
  by.say('hola')
  by.say(word)
  expect(by.asked()).toContain(effect)
  by.say('hola')
  by.tap(word)
  expect(by.asked()).not.toContain(effect)
})

test('whoever has finished gets what is published now, whoever is inside goes on', () => {
  const flow = (greeting: string) =>
    drawn('main', [start('hola'), menu(greeting, { bye: 'Adéu' })], ['start next menu'], { mainMenu: 'menu' })
  const inside = citizen({ flows: [flow('Vell')] })
  const finished = citizen({ flows: [flow('Vell')] })
  for (const by of [inside, finished]) by.say('hola')
  finished.tap('Adéu')
  for (const by of [inside, finished]) by.publish([flow('Nou')])
  expect(inside.say('0')).toBe('Vell')
  expect(finished.say('0')).toBe('Nou')
})

test('words during a call of a service do not begin the flow again', () => {
  const call: Step = ['call', 'http_request', { method: 'GET', url: 'https://a.example/', body: '', map: [] }]
  const any: Step = ['start', 'start', { triggers: [{ kind: 'anything_else', restHours: 0 }] }]
  const by = citizen({
    flows: [drawn('main', [any, call, says('ok', 'Fet')], ['start next call', 'call success ok'])],
  })
  by.say('hola')
  const turn = by.session().wait?.turn ?? -1
  by.say('hi ha algú?')
  expect(by.put({ kind: 'effect_result', turn, ok: true, values: {} })).toBe('Fet')
})

test.each(['\u200b', '\u202e\u2066', ' \u00a0 ', '\u3164'])('an answer nobody can see is none', text => {
  const by = citizen({ flows: [drawn('main', [start('hola'), question('text')], ['start next ask'])] })
  by.say('hola')
  by.say(text)
  expect(by.session().answers.what).toBeUndefined()
})
