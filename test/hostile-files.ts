import type { FaultCode, Flow } from '@pregoner/shared'
import { smallFlow } from './small-flow.ts'

/** A file that is no flow, or one that nobody could have drawn, and what is to be said of it. */
export interface HostileFile {
  name: string
  text: string
  codes: FaultCode[]
  /** Where the first fault is: the step counted from 1, or the field. */
  step?: number
  field?: string
}

// biome-ignore lint/suspicious/noExplicitAny: hostile files have every shape but the right one
type Anything = any

const good = () => smallFlow('foreign')
const file = (flow: Anything = good(), more: object = {}) => ({
  pregoner: 'flow',
  formatVersion: 1,
  town: { key: 'poble', name: 'Poble' },
  things: [],
  flow,
  subflows: [],
  ...more,
})
const text = (document: unknown) => JSON.stringify(document)
const flowWith = (more: object): Anything => ({ ...good(), ...more })
const stepWith = (more: object): Anything => {
  const flow = good()
  return { ...flow, nodes: flow.nodes.map(node => (node.id === 'greet' ? { ...node, ...more } : node)) }
}
const greeting = good().nodes[1]?.config ?? {}
const configWith = (more: object) => stepWith({ config: { ...greeting, ...more } })
const nested = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`
const message = (id: string): Flow['nodes'][number] => ({
  id,
  type: 'message',
  position: { x: 0, y: 0 },
  config: greeting,
})
const ring = flowWith({
  nodes: [...good().nodes, message('round'), message('again')],
  edges: [
    { id: 'e1', from: 'start', exit: 'next', to: 'round' },
    { id: 'e2', from: 'round', exit: 'next', to: 'again' },
    { id: 'e3', from: 'again', exit: 'next', to: 'round' },
  ],
})
const edge = (more: object) =>
  flowWith({ edges: [...good().edges, { id: 'x', from: 'greet', exit: 'next', to: 'end', ...more }] })
const own = (key: string) => `{"${key}":{"polluted":true},${text(good()).slice(1)}`

const row = (name: string, document: unknown, codes: FaultCode[], more: Partial<HostileFile> = {}): HostileFile => ({
  name,
  text: typeof document === 'string' ? document : text(document),
  codes,
  ...more,
})

export const hostileFiles: HostileFile[] = [
  row('nothing', '', ['empty']),
  row('blanks', ' \n\t ', ['empty']),
  row('a cut file', text(file()).slice(0, 300), ['cut']),
  row('a comma too much', '{"formatVersion": 1,}', ['broken']),
  row('a web page', '<!doctype html><html></html>', ['broken']),
  row('a shopping list', 'pa, ous, llet', ['broken']),
  row('a list', [good()], ['not_a_flow']),
  row('a number', '42', ['not_a_flow']),
  row('null', 'null', ['not_a_flow']),
  row('copied steps', { pregoner: 'steps', flow: good() }, ['other_kind']),
  row('a newer flow', flowWith({ formatVersion: 2 }), ['newer_format']),
  row('a newer file', file(good(), { formatVersion: 99 }), ['newer_format']),
  row('somebody else’s file', { name: 'left-pad', version: '1.3.0', dependencies: {} }, ['not_a_flow']),
  row('a format that is no number', flowWith({ formatVersion: '1' }), ['wrong_format'], { field: 'formatVersion' }),
  row('half a million brackets', '['.repeat(500_000) + ']'.repeat(500_000), ['not_a_flow']),
  row('ten thousand objects in one another', nested(10_000), ['too_deep']),
  row('depth in a text of a step', configWith({ text: JSON.parse(nested(60)) }), ['too_deep']),
  row('a prototype', own('__proto__'), ['reserved_name']),
  row('a constructor', own('constructor'), ['reserved_name']),
  row(
    'a prototype in a step',
    text(stepWith({ config: {} })).replace('"config":{}', '"config":{"__proto__":{"a":1}}'),
    ['reserved_name'],
    { step: 2 },
  ),
  row('an operator as key', configWith({ $where: 'sleep(1000)' }), ['reserved_name'], { step: 2 }),
  row('a path as key', configWith({ 'a.b': 1 }), ['reserved_name'], { step: 2 }),
  row('an id that is a name of JavaScript', stepWith({ id: 'constructor' }), ['reserved_name'], { step: 2 }),
  row('a million steps', `{"formatVersion":1,"nodes":[${'{},'.repeat(999_999)}{}]}`, ['too_many_steps']),
  row('six thousand steps', flowWith({ nodes: Array.from({ length: 6_000 }, (_, index) => message(`n${index}`)) }), [
    'too_many_steps',
  ]),
  row('a hundred thousand lines', `{"formatVersion":1,"nodes":[],"edges":[${'{},'.repeat(99_999)}{}]}`, [
    'too_many_lines',
  ]),
  row('a million languages', `{"formatVersion":1,"languages":[${'"ca",'.repeat(600_000)}"ca"]}`, ['too_many_items'], {
    field: 'languages',
  }),
  row('a million options', configWith({ options: Array(200_000).fill({}) }), ['too_many_items'], { step: 2 }),
  row('sixty flows inside', file(good(), { subflows: Array(60).fill(good()) }), ['too_many_flows']),
  row(
    'no steps',
    { formatVersion: 1, id: 'a', name: 'A', languages: ['ca'], defaultLanguage: 'ca' },
    ['missing', 'missing', 'missing'],
    { field: 'nodes' },
  ),
  row('something nobody knows', flowWith({ script: 'alert(1)' }), ['unknown_part']),
  row('something nobody knows in a step', stepWith({ onEnter: 'alert(1)' }), ['unknown_part'], { step: 2 }),
  row('a setting nobody knows', configWith({ evil: true }), ['unknown_part'], { step: 2 }),
  row('a step of tomorrow', stepWith({ type: 'hologram' }), ['unknown_type'], { step: 2 }),
  row('a step without settings', stepWith({ config: {} }), ['missing', 'missing', 'missing', 'missing'], {
    step: 2,
    field: 'text',
  }),
  row('settings of another kind', configWith({ text: 'Bon dia' }), ['wrong_kind'], { step: 2, field: 'text' }),
  row('a text in a language nobody knows', configWith({ text: { xx: 'Hi' } }), ['unknown_part'], { step: 2 }),
  row('a text of a hundred thousand characters', configWith({ text: { ca: 'a'.repeat(100_000) } }), ['too_long'], {
    step: 2,
  }),
  row('a name of two hundred', stepWith({ name: 'a'.repeat(200) }), ['too_long'], { step: 2, field: 'name' }),
  row('two steps of one id', flowWith({ nodes: [...good().nodes, message('greet')] }), ['id_repeated'], { step: 4 }),
  row('two lines of one id', edge({ id: 'e1' }), ['line_repeated']),
  row('a line from nowhere', edge({ from: 'ghost' }), ['line_from_nowhere']),
  row('a line to nowhere', edge({ to: 'ghost' }), ['line_to_nowhere']),
  row(
    'a jump to nowhere',
    flowWith({
      nodes: [...good().nodes, { id: 'jump', type: 'goto', position: { x: 0, y: 0 }, config: { node: 'ghost' } }],
    }),
    ['step_nowhere'],
    { step: 4 },
  ),
  row('a main menu that is not there', flowWith({ settings: { mainMenu: 'ghost' } }), ['step_nowhere'], {
    field: 'settings.mainMenu',
  }),
  row('a ring without a wait', ring, ['loop']),
  row('no language', flowWith({ languages: [] }), ['too_short'], { field: 'languages' }),
  row('a language nobody knows', flowWith({ languages: ['ca', 'klingon'] }), ['unknown_language']),
  row('a language twice', flowWith({ languages: ['ca', 'ca'] }), ['language_repeated']),
  row('a main language that is none', flowWith({ defaultLanguage: 'it' }), ['default_language']),
  row('an id nobody sees', stepWith({ id: 'greet\u200b' }), ['bad_id'], { step: 2 }),
  row('an id written backwards', stepWith({ id: 'greet\u202eteerg' }), ['hidden_text'], { step: 2 }),
  row('an id of a file system', flowWith({ id: '../../etc/passwd' }), ['bad_id'], { field: 'id' }),
  row('an id that is an operator', flowWith({ id: { $ne: null } }), ['reserved_name']),
  row('a name written backwards', stepWith({ name: '\u202eolleh' }), ['hidden_text'], { step: 2 }),
  row('a name nobody sees', flowWith({ name: 'Menu\u2066' }), ['hidden_name']),
  row('a bell in a text', configWith({ text: { ca: 'Hola\u0007' } }), ['hidden_text'], { step: 2 }),
  row('a step at the end of the world', stepWith({ position: { x: 1e300, y: 0 } }), ['far_away'], { step: 2 }),
  row(
    'a step beyond all numbers',
    text(stepWith({ position: { x: 7, y: 0 } })).replace('"x":7', '"x":1e999'),
    ['wrong_kind'],
    { step: 2 },
  ),
  row('a step at no place', stepWith({ position: null }), ['wrong_kind'], { step: 2, field: 'position' }),
  row('an exit that is an object', edge({ exit: { a: 1 } }), ['wrong_kind']),
  row('a bad flow inside', file(good(), { subflows: [stepWith({ type: 'hologram' })] }), ['unknown_type'], { step: 2 }),
  row('the same flow inside twice', file(good(), { subflows: [good()] }), ['flow_repeated']),
  row('things that are none', file(good(), { things: [{ kind: 'mayor', id: 'x', name: {} }] }), ['wrong_value']),
  row('a file without a town', file(good(), { town: null }), ['wrong_kind'], { field: 'town' }),
  row(
    'fifty-five faults',
    flowWith({ nodes: Array.from({ length: 55 }, (_, index) => ({ ...message(`n${index}`), type: 'x' })), edges: [] }),
    [...Array<FaultCode>(50).fill('unknown_type'), 'more'],
  ),
]
