import { emptyFlow, type Flow, nodeDefinition, type TownData } from '@pregoner/shared'
import { describe, expect, test } from 'vitest'
import { adoptPart, matchesIn } from './adopt-part.ts'
import { type Surroundings, thingsOf } from './town-things.ts'

const node = (id: string, type: string, config: object) => ({
  id,
  type,
  position: { x: 0, y: 0 },
  config: { ...nodeDefinition(type)?.blank, ...config },
})
const column = (id: string, label: string) => ({ id, label, kind: 'text' as const, required: false })

const town = (changes: Partial<TownData>): TownData => ({
  key: 'here',
  name: 'Vilanova',
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
  ...changes,
})
const department = (id: string, name: object) => ({ id, name, people: [], calendarId: null, email: null })

const there: Surroundings = {
  flows: [{ id: 'survey', name: 'Enquesta' }],
  town: town({
    key: 'there',
    departments: [department('parks', { ca: 'Parcs', es: 'Parques' }), department('lights', { ca: 'Enllumenat' })],
    topics: [{ id: 'news', name: { ca: 'Notícies' } }],
    tables: [
      {
        id: 'shops',
        name: 'Farmàcies',
        columns: [column('name', 'Nom'), column('street', 'Carrer')],
        rows: [],
        departmentId: null,
      },
    ],
  }),
}
const here: Surroundings = {
  flows: [{ id: 'f1', name: 'Altres' }],
  town: town({
    departments: [department('d-7', { es: 'PARQUES' }), department('d-8', { es: 'Via pública' })],
    topics: [{ id: 'news', name: { ca: 'Novetats' } }],
    tables: [
      {
        id: 't9',
        name: 'Farmacies',
        columns: [column('nom', 'Nom'), column('adr', 'Adreça')],
        rows: [],
        departmentId: null,
      },
    ],
  }),
}

const part: Flow = {
  ...emptyFlow('complaints', 'Queixes', ['ca', 'es']),
  nodes: [
    node('a', 'department_route', { departmentId: 'parks' }),
    node('b', 'department_route', { departmentId: 'lights' }),
    node('c', 'subscription', { topicIds: ['news'] }),
    node('d', 'lookup', {
      tableId: 'shops',
      match: { column: 'street', answer: 'street' },
      sortBy: 'name',
      rowText: { ca: '{{row.name}}: {{ row.street|upper }} {{name}}' },
    }),
    node('e', 'subflow', { flowId: 'survey' }),
    node('f', 'message', {
      attachment: { kind: 'image', mediaId: 'photo', url: null, fileName: null, description: { ca: 'El parc' } },
    }),
    node('g', 'condition', {
      branches: [
        { id: 'x', label: {}, match: 'all', rules: [{ value: '', operator: 'subscribed_to', operand: 'news' }] },
      ],
    }),
  ],
}
const things = thingsOf(part, there)
const configs = (flow: Flow) => Object.fromEntries(flow.nodes.map(({ id, config }) => [id, config]))

describe('copied steps in another town', () => {
  test('what they name is known by id, else by name, else it is open', () => {
    expect(matchesIn(part, things, here).map(({ thing, here: id, by }) => [thing.kind, thing.id, id, by])).toEqual([
      ['department', 'parks', 'd-7', 'name'],
      ['department', 'lights', null, null],
      ['topic', 'news', 'news', 'id'],
      ['table', 'shops', 't9', 'name'],
      ['column', 'street', null, null],
      ['column', 'name', 'nom', 'name'],
      ['flow', 'survey', null, null],
    ])
  })

  test('they come to name what is there, in the texts of rows too, and lose files the town has not got', () => {
    const { part: adopted, lacks } = adoptPart(part, matchesIn(part, things, here))
    expect(configs(adopted)).toMatchObject({
      a: { departmentId: 'd-7' },
      b: { departmentId: 'lights' },
      d: {
        tableId: 't9',
        match: { column: 'street', answer: 'street' },
        sortBy: 'nom',
        rowText: { ca: '{{row.nom}}: {{ row.street|upper }} {{name}}' },
      },
      f: { attachment: { mediaId: null, description: { ca: 'El parc' } } },
    })
    expect(lacks).toEqual([
      { node: 'b', kind: 'department', id: 'lights', name: 'Enllumenat' },
      { node: 'd', kind: 'column', id: 'street', name: 'Carrer' },
      { node: 'e', kind: 'flow', id: 'survey', name: 'Enquesta' },
      { node: 'f', kind: 'file', field: 'attachment.mediaId' },
    ])
  })

  test('the officer’s word wins, a column follows its table, and what is not offered is not taken', () => {
    const chosen = new Map([
      ['department lights ', 'd-8'],
      ['department parks ', null],
      ['column street shops', 'adr'],
      ['flow survey ', 'nowhere'],
    ])
    const matches = matchesIn(part, things, here, chosen)
    expect(matches.filter(({ by }) => by === 'choice').map(({ thing, here: id }) => [thing.id, id])).toEqual([
      ['parks', null],
      ['lights', 'd-8'],
      ['street', 'adr'],
    ])
    expect(configs(adoptPart(part, matches).part)).toMatchObject({
      d: { match: { column: 'adr', answer: 'street' }, rowText: { ca: '{{row.nom}}: {{ row.adr|upper }} {{name}}' } },
      g: { branches: [{ rules: [{ operand: 'news' }] }] },
    })
  })

  test('two of the same name leave the choice to the officer', () => {
    const twins = {
      ...here,
      town: { ...here.town, departments: [...here.town.departments, department('d-9', { ca: 'Parcs' })] },
    }
    expect(matchesIn(part, things, twins)[0]).toMatchObject({ here: null, by: null })
  })

  test('a topic named inside a rule is replaced where it stands', () => {
    const other = { ...here, town: { ...here.town, topics: [{ id: 't-1', name: { ca: 'Notícies' } }] } }
    expect(configs(adoptPart(part, matchesIn(part, things, other)).part)).toMatchObject({
      c: { topicIds: ['t-1'] },
      g: { branches: [{ rules: [{ operand: 't-1' }] }] },
    })
  })
})
