import type { Flow, PeopleMove } from '@pregoner/shared'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Conversation } from '../../runtime/src/stores/conversation-store.ts'
import type { Send } from '../../runtime/src/stores/send-store.ts'
import type { Stores } from '../../runtime/src/stores/stores.ts'
import { ask, drawnFlow, node, say, start } from '../drawn-flow.ts'
import { type FaultKind, faultKinds, injectFault, isStruckBy } from './fault-injector.ts'
import { type Lab, type Life, openLab } from './lab.ts'

let lab: Lab
let cases = 0
beforeAll(async () => {
  lab = await openLab()
})
afterAll(() => lab?.close())

const PEOPLE = 2
/** Longer than a send waits for its outcome, than a job stays claimed. */
const WAITS_MS = [31_000, 95_000]
/** Longer than until people are gone through once more. */
const AGAIN_MS = 16_000

const first = (id: string, more: Partial<Flow> = {}): Flow => ({
  ...drawnFlow({ start: start(id), what: ask('que'), bye: say('Gràcies') }, [
    'start.next > what',
    'what.answered > bye',
  ]),
  id,
  name: id,
  ...more,
})
const second = (id: string): Flow => ({
  ...drawnFlow(
    { start: start(id), what: ask('que'), more: ask('mes', { text: { ca: 'Què més?' } }), bye: say('Adéu') },
    ['start.next > what', 'what.answered > more', 'more.answered > bye'],
  ),
  id,
  name: id,
})

const author = { by: 'test', at: new Date('2026-11-23T10:00:00Z') }
const freeze = (stores: Stores, flow: Flow, id: string, people: PeopleMove[] = [], subflows: Flow[] = []) =>
  stores.flows.freeze('vila', { id, flow, subflows, note: '', people }, author)

const phoneOf = (flowId: string, who: number) => `34${flowId.replace('mou', '').padStart(8, '0')}${who}`

/** People who wait at the question of the first version. */
async function waiting(flowId: string, subflows: Flow[] = [], flow = first(flowId)): Promise<Life> {
  await freeze(lab.stores, flow, `${flowId} 1`, [], subflows)
  const life = lab.begin()
  const greetings = Array.from({ length: PEOPLE }, (_, who) => lab.message(phoneOf(flowId, who), 'm1', flowId))
  await life.pipeline.receive.items(lab.channel, greetings)
  await lab.settle(life)
  return life
}

async function standing(flowId: string) {
  const convIds = Array.from({ length: PEOPLE }, (_, who) => lab.convIdOf(phoneOf(flowId, who)))
  const conversations = lab.connection.collection<Conversation>('conversations')
  const stored = await conversations.find({ _id: { $in: convIds } }).toArray()
  const sends = await lab.connection
    .collection<Send>('sends')
    .find({ convId: { $in: convIds } })
    .toArray()
  return stored.map(({ _id, session }) => ({
    version: session.flowVersion,
    node: session.wait?.node ?? null,
    said: sends.filter(({ convId }) => convId === _id).map(({ message }) => message.text),
  }))
}

const all = <Item>(item: Item): Item[] => Array.from({ length: PEOPLE }, () => item)
const toMore: PeopleMove[] = [{ node: 'what', what: 'move', to: 'more' }]

/** Publishes with what becomes of people while the write number `at` fails; after a crash the next life goes on. */
async function publishStruck(at: number, kind: FaultKind): Promise<{ flowId: string; writes: string[] }> {
  const flowId = `mou${++cases}`
  await (await waiting(flowId)).pipeline.stop()
  const { stores, adapter, writes, isDead } = injectFault(lab.stores, lab.adapter, at, kind)
  const life = lab.begin(stores, adapter)
  try {
    await freeze(stores, second(flowId), `${flowId} 2`, toMore)
    life.pipeline.onPublished('vila')
    await lab.settle(life, isDead)
    lab.clock.advance(AGAIN_MS)
    await lab.settle(life, isDead)
  } catch {
    // the officer sees an error, and tries once more below
  }
  const next = isDead() ? lab.begin() : life
  await freeze(lab.stores, second(flowId), `${flowId} 2`, toMore)
  for (const ms of [0, ...WAITS_MS]) {
    lab.clock.advance(ms)
    await lab.settle(next)
    await lab.settle(next)
  }
  await next.pipeline.stop()
  return { flowId, writes }
}

describe('whatever write fails, everybody is moved once', () => {
  test.each(faultKinds)(
    '%s',
    async kind => {
      const calm = await publishStruck(-1, kind)
      expect(calm.writes).toEqual(expect.arrayContaining(['flows.movedUpTo', 'flows.moveAgain', 'flows.moved']))
      for (const [at, name] of calm.writes.entries()) {
        if (!isStruckBy(kind, at)) continue
        const { flowId } = await publishStruck(at, kind)
        const found = await standing(flowId)
        expect([at, name, found]).toEqual([at, name, all({ version: 2, node: 'more', said: ['Digues.', 'Què més?'] })])
        expect([at, name, await lab.stores.flows.moving()]).toEqual([at, name, []])
      }
      console.log(`${calm.writes.length} writes struck by ${kind}`)
    },
    120_000,
  )
})

async function published(flowId: string, people: PeopleMove[], life: Life, flow = second(flowId)): Promise<void> {
  await freeze(lab.stores, flow, `${flowId} 2`, people)
  life.pipeline.onPublished('vila')
  await lab.settle(life)
}

test('without a word about them people finish on the version they are in', async () => {
  const life = await waiting('mou7001')
  await published('mou7001', [], life)
  expect(await standing('mou7001')).toEqual(all({ version: 1, node: 'what', said: ['Digues.'] }))
  await life.pipeline.receive.items(lab.channel, [lab.message(phoneOf('mou7001', 0), 'm2', 'Un forat')])
  await lab.settle(life)
  expect((await standing('mou7001')).flatMap(({ said }) => said)).toContain('Gràcies')
  await life.pipeline.stop()
})

test('who begins again hears why', async () => {
  const life = await waiting('mou7002')
  await published('mou7002', [{ version: 1, node: 'what', what: 'restart' }], life)
  const sorry = expect.stringContaining('Hem millorat aquest canal')
  expect(await standing('mou7002')).toEqual(all({ version: 2, node: 'what', said: ['Digues.', sorry, 'Digues.'] }))
  await life.pipeline.stop()
})

test.each([
  ['would not reach people', 'mou7003', 25 * 3_600_000],
  ['may come too late to reach people', 'mou7009', 24 * 3_600_000 - 60_000],
])('a message that %s keeps them where they are', async (_name, flowId, silentMs) => {
  const long = first(flowId)
  const nodes = long.nodes.map(one =>
    one.id === 'what' ? { ...one, config: { ...one.config, waitMinutes: 9_000 } } : one,
  )
  const life = await waiting(flowId, [], { ...long, nodes })
  lab.clock.advance(silentMs)
  const [step] = await lab.stores.inside.count('vila', flowId, [])
  expect(step).toEqual({ version: 1, node: 'what', people: PEOPLE, unreachable: PEOPLE })
  await published(flowId, toMore, life)
  expect(await standing(flowId)).toEqual(all({ version: 1, node: 'what', said: ['Digues.'] }))
  await life.pipeline.stop()
})

test('people in a sub-flow count at the step that runs it, and are moved from there', async () => {
  const inner = { ...first('inner'), id: 'inner' }
  const caller = {
    ...drawnFlow({ start: start('mou7004'), call: node('subflow', { flowId: 'inner' }), bye: say('Adéu') }, [
      'start.next > call',
      'call.returned > bye',
    ]),
    id: 'mou7004',
  }
  const life = await waiting('mou7004', [inner], caller)
  const subflows = await lab.stores.flows.subflowIds('vila', 'mou7004')
  expect(subflows).toEqual(['inner'])
  expect(await lab.stores.inside.count('vila', 'mou7004', subflows)).toEqual([
    { version: 1, node: 'call', people: PEOPLE, unreachable: 0 },
  ])
  expect(await lab.stores.inside.count('vila', 'inner', [])).toEqual([])
  await published('mou7004', [{ node: 'call', what: 'move', to: 'more' }], life)
  expect(await standing('mou7004')).toEqual(all({ version: 2, node: 'more', said: ['Digues.', 'Què més?'] }))
  await life.pipeline.stop()
})

test.each([
  ['may finish', false, { version: 1, node: 'what', said: ['Digues.'] }],
  [
    'or hear of it',
    true,
    { version: 1, node: null, said: ['Digues.', expect.stringContaining('ja no es fa per aquí')] },
  ],
])('when a flow is withdrawn people %s', async (_name, isTold, expected) => {
  const flowId = isTold ? 'mou7005' : 'mou7006'
  const life = await waiting(flowId)
  expect(await lab.stores.flows.withdraw('vila', flowId, 1, isTold, author)).toBe(true)
  life.pipeline.onPublished('vila')
  await lab.settle(life)
  expect(await standing(flowId)).toEqual(all(expected))
  expect((await lab.stores.flows.publishedFlows('vila')).map(version => version.flowId)).not.toContain(flowId)
  await life.pipeline.stop()
})

test('nobody is moved into a version that was withdrawn meanwhile', async () => {
  const life = await waiting('mou7007')
  await freeze(lab.stores, second('mou7007'), 'mou7007 2', [{ node: 'what', what: 'restart' }])
  expect(await lab.stores.flows.withdraw('vila', 'mou7007', 2, false, author)).toBe(true)
  life.pipeline.onPublished('vila')
  await lab.settle(life)
  expect(await standing('mou7007')).toEqual(all({ version: 1, node: 'what', said: ['Digues.'] }))
  await life.pipeline.stop()
})

test('whoever answers while they are being moved is moved from where they are then', async () => {
  const life = await waiting('mou7008', [], second('mou7008'))
  const { inside } = lab.stores
  let isFirst = true
  const page: typeof inside.page = async (...asked) => {
    const rows = await inside.page(...asked)
    if (isFirst) {
      isFirst = false
      const answers = Array.from({ length: PEOPLE }, (_, who) => lab.message(phoneOf('mou7008', who), 'm2', 'Un forat'))
      await life.pipeline.receive.items(lab.channel, answers)
      await lab.settle(life)
    }
    return rows
  }
  const mover = lab.begin({ ...lab.stores, inside: { ...inside, page } })
  const people: PeopleMove[] = ['what', 'more'].map(node => ({ node, what: 'move', to: 'more' }))
  await freeze(lab.stores, second('mou7008'), 'mou7008 2', people)
  mover.pipeline.onPublished('vila')
  await lab.settle(mover)
  lab.clock.advance(60_000)
  await lab.settle(mover)
  const said = ['Digues.', 'Què més?', 'Què més?']
  expect(await standing('mou7008')).toEqual(all({ version: 2, node: 'more', said }))
  expect(await lab.stores.flows.moving()).toEqual([])
  await Promise.all([life.pipeline.stop(), mover.pipeline.stop()])
})

test('of two publications in quick succession the last one has its way with everybody', async () => {
  const life = await waiting('mou7010')
  await freeze(lab.stores, second('mou7010'), 'mou7010 2', [{ node: 'what', what: 'restart' }])
  await freeze(lab.stores, second('mou7010'), 'mou7010 3', toMore)
  life.pipeline.onPublished('vila')
  await lab.settle(life)
  lab.clock.advance(AGAIN_MS)
  await lab.settle(life)
  expect((await standing('mou7010')).map(({ version, node }) => [version, node])).toEqual(all([3, 'more']))
  expect(await lab.stores.flows.moving()).toEqual([])
  await life.pipeline.stop()
})
