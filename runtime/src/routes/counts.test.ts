import { type Flow, type FlowNode, nodeDefinition, notUnderstood, understandingChanges } from '@pregoner/shared'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../../../test/api.ts'
import type { Client } from '../../../test/api-client.ts'
import { smallFlow } from '../../../test/small-flow.ts'

let api: TestApi
let officer: Client
const path = '/towns/vila/flows/main'
const put = (to: string, body: unknown) => officer.send('PUT', to, body)

const node = (id: string, type: string, config: object): FlowNode => ({
  ...{ id, type, position: { x: 0, y: 0 }, config: { ...nodeDefinition(type)?.blank, ...config } },
})
const option = (id: string, ca: string, synonyms: string[] = []) => ({
  ...{ id, label: { ca }, description: {}, synonyms: { ca: synonyms } },
})
const topic = (parks: string[] = []) =>
  node('topic', 'menu', { options: [option('parks', 'Parcs', parks), option('clean', 'Neteja')] })
const flow: Flow = {
  ...smallFlow('main'),
  nodes: [...smallFlow('main').nodes, topic(), node('phone', 'question', { answer: 'phone' })],
}

const at = (minutes: number) => new Date(Date.now() - minutes * 60_000)
const lost = (id: string, where: string, text: string, minutes: number, more: object = {}) => ({
  ...{ _id: id, town: 'vila', at: at(minutes), flowId: 'main', version: 1, language: 'ca', passages: [] },
  ...{ notUnderstood: [{ flowId: 'main', node: where, text }], ended: null, messageId: null, ...more },
})
const answered = (id: string, exit: string, rule: string | null, minutes: number, town = 'vila') => ({
  ...lost(id, 'topic', '', minutes, { town, notUnderstood: [], messageId: `${town}-${id}` }),
  ended: { flowId: 'main', node: 'topic', end: 'answered', exit, rule, seconds: 4 },
})
const message = (id: string, text: string, town = 'vila') => ({
  _id: `${town}-${id}`,
  town,
  text,
  media: [],
  place: null,
})

beforeAll(async () => {
  api = await startTestApi()
  officer = await api.signedIn('officer@vila.example')
  const author = { by: 'Seed', at: at(60 * 24 * 40) }
  for (const town of ['vila', 'poble']) {
    await api.deps.flows.create(town, flow, author)
    await api.deps.flows.publish(town, { flow, rev: 1 }, [], 'first', author)
  }
  const insert = (name: string, rows: { _id: string }[]) =>
    api.connection.collection<{ _id: string }>(name).insertMany(rows)
  await insert('events', [
    lost('1', 'topic', 'El gronxador!!', 50),
    lost('2', 'topic', 'el  gronxador', 40),
    lost('3', 'topic', 'truqueu al 644 40 18 39', 30),
    lost('4', 'topic', 'no ho sé', 20, { language: null }),
    lost('5', 'phone', '64440', 15),
    lost('6', 'phone', 'no en tinc', 10),
    lost('7', 'topic', 'el gronxador', 60 * 24 * 8),
    lost('8', 'topic', 'de poble', 5, { town: 'poble' }),
    lost('9', 'gone', 'sóc la Núria', 60 * 24 * 10),
    answered('a', 'clean', 'near', 9),
    answered('b', 'clean', 'tap', 8),
    answered('c', 'parks', 'label', 7),
    answered('d', 'clean', 'label', 6, 'poble'),
    { ...answered('e', 'other', null, 60 * 24 * 9), notUnderstood: [{ flowId: 'main', node: 'topic', text: 'uf' }] },
  ])
  await insert('messages', [
    message('a', 'neteja del gronxador'),
    message('b', 'Neteja'),
    message('c', 'Parcs'),
    message('e', 'uf'),
    message('d', 'neteja del gronxador', 'poble'),
  ])
})
afterAll(() => api.close())

const textsOf = async (period: string) =>
  notUnderstood.parse((await officer.get(`${path}/not-understood?period=${period}`)).body)

test('what was not understood is put together by what it says, personal data masked', async () => {
  const { texts, isCut } = await textsOf('7d')
  expect(isCut).toBe(false)
  expect(
    texts.map(({ node: where, text, count, language, isMasked }) => [where, text, count, language, isMasked]),
  ).toEqual([
    ['phone', null, 2, 'ca', true],
    ['topic', 'el gronxador', 2, 'ca', false],
    ['topic', 'no ho sé', 1, null, false],
    ['topic', 'truqueu al •••', 1, 'ca', true],
  ])
  expect((await textsOf('30d')).texts[0]).toMatchObject({ text: 'el gronxador', count: 3 })
  expect((await textsOf('v1')).texts[0]).toMatchObject({ count: 3 })
})

test('an officer puts a text aside and takes it up again; nothing the citizen wrote is kept with it', async () => {
  const id = (await textsOf('7d')).texts.find(({ text }) => text === 'no ho sé')?.id
  const isIgnored = async () => (await textsOf('7d')).texts.find(text => text.id === id)?.isIgnored
  expect((await put(`${path}/not-understood/${id}`, { isIgnored: true })).status).toBe(200)
  expect(await isIgnored()).toBe(true)
  expect(JSON.stringify(await api.connection.collection('ignored_texts').find({}).toArray())).not.toContain('sé')
  await put(`${path}/not-understood/${id}`, { isIgnored: false })
  expect(await isIgnored()).toBe(false)
})

test('what was put aside goes with a flow that is deleted', async () => {
  const { body } = await officer.post('/towns/vila/flows', { name: 'Short', languages: ['ca'] })
  const short = `/towns/vila/flows/${body.flow.id}`
  expect((await put(`${short}/not-understood/${'a'.repeat(32)}`, { isIgnored: true })).status).toBe(200)
  expect((await officer.send('DELETE', short)).status).toBe(200)
  expect(await api.connection.collection('ignored_texts').countDocuments({ flowId: body.flow.id })).toBe(0)
})

test('a changed step is tried on what people answered there in their own words', async () => {
  const { id, type, config } = topic(['gronxador'])
  const body = { node: { id, type, config }, languages: ['ca', 'es'], defaultLanguage: 'ca' }
  const { body: changes } = await officer.post(`${path}/understanding?period=30d`, body)
  expect(understandingChanges.parse(changes)).toEqual({
    notUnderstood: 6,
    understood: 2,
    gained: [{ to: 'parks', count: 3, examples: ['el gronxador', 'El gronxador!!'] }],
    moved: [{ from: 'clean', to: null, count: 1, examples: ['neteja del gronxador'] }],
    isCut: false,
  })
})

test('of a step that asks for personal data nobody’s words are shown, however it is drawn', async () => {
  const drawn = [
    { id: 'phone', type: 'menu', config: node('phone', 'menu', { options: [option('none', 'No en tinc')] }).config },
    { id: 'gone', type: 'menu', config: node('gone', 'menu', { options: [option('none', 'Sóc la Núria')] }).config },
  ]
  for (const step of drawn) {
    const body = { node: step, languages: ['ca'], defaultLanguage: 'ca' }
    const { body: changes } = await officer.post(`${path}/understanding?period=30d`, body)
    expect(understandingChanges.parse(changes).gained).toEqual([{ to: 'none', count: 1, examples: ['•••'] }])
  }
})

test.each([
  ['an unknown period', 'get', '/counts?period=year', undefined, 400],
  ['a version nobody published', 'get', '/counts?period=v9', undefined, 404],
  ['version zero', 'get', '/not-understood?period=v0', undefined, 404],
  ['a text that is no id', 'put', `/not-understood/${'x'.repeat(32)}`, { isIgnored: true }, 400],
  ['an operator for a step', 'post', '/understanding?period=7d', { node: { $ne: 1 } }, 400],
  ['a step far too large', 'post', '/understanding?period=7d', { node: 'x'.repeat(300_000) }, 413],
] as const)('%s is refused', async (_what, method, rest, body, status) => {
  expect((await officer.send(method.toUpperCase(), `${path}${rest}`, body)).status).toBe(status)
})

test('no citizen’s words are logged', () => {
  const log = api.logged.join('\n')
  expect(log).not.toBe('')
  expect(log).not.toMatch(/gronxador|644/)
})
