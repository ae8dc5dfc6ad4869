import { describe, expect, it } from 'vitest'
import { emptyFlow, type Flow } from '../flow.ts'
import type { TownData } from '../town.ts'
import type { Act, Line, Setup } from './acts.ts'
import { simulate, simulatedFlows } from './simulation.ts'

const town: TownData = {
  key: 'vila',
  name: 'Vila',
  languages: ['ca', 'es'],
  defaultLanguage: 'ca',
  country: 'ES',
  timeZone: 'Europe/Madrid',
  departments: [{ id: 'parks', name: { ca: 'Parcs' }, people: [], calendarId: null, email: null }],
  categories: [],
  topics: [],
  calendars: [],
  tables: [],
  texts: { help: {}, stopped: {}, notUnderstood: {}, apology: {} },
  words: {},
  allowedHosts: ['dades.example'],
}

const node = (id: string, type: string, config: Record<string, unknown>) => ({
  id,
  type,
  position: { x: 0, y: 0 },
  config,
})
const option = (id: string, ca: string, es: string) => ({ id, label: { ca, es }, description: {}, synonyms: {} })
const edges = (...lines: string[]): Flow['edges'] =>
  lines.map(line => {
    const [from = '', exit = '', to = ''] = line.split(' ')
    return { id: `${from}-${exit}`, from, exit, to }
  })

const menu = {
  text: { ca: 'Què vols fer?', es: '¿Qué quieres hacer?' },
  options: [
    option('report', 'Avisar', 'Avisar'),
    option('wait', 'Esperar', 'Esperar'),
    option('lost', 'Perdre’s', 'Perderse'),
  ],
  listLabel: {},
  retryText: {},
  maxAttempts: 2,
  waitMinutes: 60,
}
const route = {
  departmentId: 'parks',
  personId: null,
  category: null,
  mode: 'dialogue',
  priority: 'normal',
  summary: { ca: 'Avís' },
  textFrom: null,
  photosFrom: null,
  placeFrom: null,
  saveReferenceAs: 'reference',
  waitMinutes: 600,
}
const keyword = { kind: 'keyword', words: { ca: ['hola'], es: ['buenas'] }, mode: 'exact', saveRestAs: null }

const flow: Flow = {
  ...emptyFlow('main', 'Canal', ['ca', 'es']),
  nodes: [
    node('start', 'start', { triggers: [keyword] }),
    node('menu', 'menu', menu),
    node('route', 'department_route', route),
    node('pause', 'wait', { mode: 'for', minutes: 30 }),
    node('bye', 'end', { text: { ca: 'Adéu', es: 'Adiós' }, asksRating: false, best: 5, waitMinutes: 60 }),
    node('broken', 'message', { text: 5 }),
    node('ask', 'http_request', {
      method: 'GET',
      url: 'https://dades.example/x',
      body: '',
      map: [{ saveAs: 'temps', path: 'a' }],
    }),
    node('say', 'message', { text: { ca: 'Fa {{temps}}' }, attachment: null, place: null, link: null }),
  ],
  edges: edges(
    'start next menu',
    'menu report route',
    'menu wait pause',
    'menu lost broken',
    'menu no_reply bye',
    'pause next bye',
    'route closed bye',
    'route nobody_answered ask',
    'ask success say',
  ),
}

const setup: Setup = { name: 'Anna', language: null, startsAt: '2026-11-23T10:00:00.000Z', seed: 1 }
const say = (text: string): Act => ({ kind: 'say', said: { text, choiceId: null, media: [], place: null } })
const play = (acts: Act[], change: Partial<Setup> = {}, drawing = flow) =>
  simulate(simulatedFlows(drawing, [], town), { ...setup, ...change }, acts)

/** The lines as short words, so that a whole conversation can be compared at a glance. */
const told = (line: Line): string => {
  if (line.kind === 'me') return `> ${line.said.text} (${line.rule ?? '-'})`
  if (line.kind === 'town') return `< ${line.message.text}`
  if (line.kind === 'effect') return `! ${line.effect.kind}`
  if (line.kind === 'ending') return `= ${line.ending.kind}`
  if (line.kind === 'clock') return `@ ${line.from.slice(11, 16)}-${line.at.slice(11, 16)}`
  return `* ${line.kind}`
}
const story = (acts: Act[], change: Partial<Setup> = {}, drawing = flow) => play(acts, change, drawing).lines.map(told)

describe('a simulation', () => {
  it('tells how an answer was recognised', () => {
    expect(story([say('hola'), say('2')])).toEqual(['> hola (-)', '< Què vols fer?', '> 2 (number)'])
  })

  it('speaks the language the contact is given', () => {
    expect(story([say('buenas')], { language: 'es' })).toEqual(['> buenas (-)', '< ¿Qué quieres hacer?'])
  })

  it('comes back to the draft through a flow that runs it', () => {
    const caller: Flow = {
      ...emptyFlow('caller', 'Porta', ['ca']),
      nodes: [
        node('start', 'start', { triggers: [{ ...keyword, words: { ca: ['porta'] } }] }),
        node('run', 'subflow', { flowId: 'main' }),
      ],
      edges: edges('start next run'),
    }
    const { lines } = simulate(simulatedFlows(flow, [caller], town), setup, [say('porta'), say('2')])
    expect(lines.map(told)).toEqual(['> porta (-)', '< Què vols fer?', '> 2 (number)'])
  })

  it('ends waits at their own minute while time passes', () => {
    const { lines, now } = play([say('hola'), say('Esperar'), { kind: 'clock', to: '2026-11-23T12:00:00.000Z' }])
    expect(lines.map(told).slice(2)).toEqual(['> Esperar (label)', '@ 10:00-12:00', '* no_reply', '< Adéu', '= ended'])
    expect(lines.find(line => line.kind === 'town' && line.message.text === 'Adéu')?.at).toBe(
      '2026-11-23T10:30:00.000Z',
    )
    expect(now.toISOString()).toBe('2026-11-23T12:00:00.000Z')
  })

  it('lets nothing happen when the clock goes back', () => {
    const acts: Act[] = [say('hola'), { kind: 'clock', to: '2026-11-20T08:00:00.000Z' }]
    expect(story(acts).slice(2)).toEqual(['@ 10:00-08:00'])
  })

  it('begins at a start without words', () => {
    expect(story([{ kind: 'begin', node: 'start' }])).toEqual(['* begun', '< Què vols fer?'])
  })

  it('lets people of the department answer and close', () => {
    const acts: Act[] = [
      say('hola'),
      say('Avisar'),
      { kind: 'people', event: 'answered', text: 'Hi anem.' },
      { kind: 'people', event: 'closed', text: '' },
    ]
    expect(story(acts).slice(3)).toEqual(['! open_incident', '* people', '< Hi anem.', '* people', '< Adéu', '= ended'])
  })

  it('answers for a service', () => {
    const acts: Act[] = [say('hola'), say('Avisar'), { kind: 'people', event: 'unattended', text: '' }]
    const well: Act = { kind: 'service', ok: true, values: { temps: 'sol' } }
    expect(story([...acts, well]).slice(4)).toEqual([
      '* people',
      '! call_service',
      '* service',
      '< Fa sol',
      '= leads_nowhere',
    ])
    expect(story([...acts, { ...well, ok: false }]).at(-1)).toBe('= leads_nowhere')
  })

  it('names the step that is not finished', () => {
    const { lines } = play([say('hola'), say('3')])
    expect(lines.at(-1)).toMatchObject({ kind: 'ending', ending: { kind: 'unfinished', node: 'broken' } })
  })

  it('finds a circle without a wait', () => {
    const message = { text: { ca: 'x' }, attachment: null, place: null, link: null }
    const circle: Flow = {
      ...flow,
      nodes: [node('start', 'start', { triggers: [] }), node('a', 'message', message), node('b', 'message', message)],
      edges: edges('start next a', 'a next b', 'b next a'),
    }
    expect(play([{ kind: 'begin', node: 'start' }], {}, circle).lines.at(-1)).toMatchObject({
      ending: { kind: 'circle' },
    })
  })

  it('follows the drawing as it changes', () => {
    const changed: Flow = {
      ...flow,
      nodes: flow.nodes.map(one => (one.id === 'menu' ? { ...one, config: { ...menu, text: { ca: 'Digues' } } } : one)),
    }
    expect(story([say('hola')], {}, changed)).toEqual(['> hola (-)', '< Digues'])
  })

  it('runs a sub-flow of the town and comes back', () => {
    const sub: Flow = {
      ...emptyFlow('sub', 'Altre', ['ca', 'es']),
      nodes: [
        node('s', 'start', { triggers: [] }),
        node('m', 'message', { text: { ca: 'Dins' }, attachment: null, place: null, link: null }),
      ],
      edges: edges('s next m'),
    }
    const calling: Flow = {
      ...flow,
      nodes: [
        node('start', 'start', { triggers: [keyword] }),
        node('call', 'subflow', { flowId: 'sub' }),
        ...flow.nodes.filter(({ id }) => id === 'bye'),
      ],
      edges: edges('start next call', 'call returned bye'),
    }
    const texts = (others: Flow[]) =>
      simulate(simulatedFlows(calling, others, town), setup, [say('hola')]).lines.map(told)
    expect(texts([sub])).toEqual(['> hola (-)', '< Dins\n\nAdéu', '= ended'])
    expect(texts([]).at(-1)).toBe('= no_subflow')
  })
})
