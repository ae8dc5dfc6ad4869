import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Conversation } from '../../runtime/src/stores/conversation-store.ts'
import type { InboundRecord } from '../../runtime/src/stores/message-store.ts'
import type { Send } from '../../runtime/src/stores/send-store.ts'
import { type Contents, contentsOf } from '../faults/contents.ts'
import { type OpenServer, startOpenServer } from '../faults/open-server.ts'
import { addressedTo, sample, samples } from '../whatsapp-double/index.ts'
import { quiet } from './town-server.ts'
import { type Expected, expectations } from './webhook-samples.ts'

const CALLBACK = 'run_42:step_3' // what the samples of statuses carry
const WAMID = 'wamid.HBgLMzQ2MDAxMTEyMjIVAgASGBBtXmx9mHmBsA4MjOP4tu5Z1OrP=='

const names = Object.keys(expectations)
const keyOf = (name: string) => `n-${name}`
const sendIdOf = (name: string) => `${keyOf(name)}:somebody:1:0`

let server: OpenServer
/** What the database holds after the first and after the second delivery of everything. */
let first: Contents
let second: Contents
const answers: (number | undefined)[] = []
let handedOver: [number, number]

/** A message on its way to somebody, as the samples of statuses speak of. */
async function putSend(name: string): Promise<void> {
  const far = new Date(Date.now() + 3_600_000)
  await server.connection.collection<Send>('sends').insertOne({
    _id: sendIdOf(name),
    town: 'vila',
    convId: `${keyOf(name)}:somebody`,
    channelId: keyOf(name),
    seq: 1,
    to: { type: 'phone', value: '34600111222' },
    message: { text: 'Bon dia' } as Send['message'],
    st: 'sending',
    attempts: 1,
    nextAt: far,
    token: 'token',
    claimedAt: new Date(),
    platformId: null,
    error: null,
    givenUp: [],
    createdAt: new Date(),
    entryId: null,
  })
}

async function subscribe(name: string): Promise<void> {
  const channel = keyOf(name)
  const person = server.double.person({ channel, phone: '34600111222', bsuid: 'ES.1349120865530274' })
  for (const said of ['hola', 'Avisos', 'Accepto']) {
    await person.sends(said)
    await quiet(server)
  }
  expect(person.inbox.at(-1)?.text).toContain('Què voleu?')
}

/** Each sample has a number of its own, so that nothing of one can be taken for another's. */
async function deliver(name: string): Promise<void> {
  const key = keyOf(name)
  const addressed = addressedTo(sample(name).envelope, { phoneNumberId: key, displayNumber: '34910000001' })
  const envelope = JSON.parse(JSON.stringify(addressed).replaceAll(CALLBACK, sendIdOf(name)))
  answers.push((await server.double.deliver(envelope, key)).status)
}

/** Messages handed to Graph; marking as read and fetching files may be repeated. */
const countHandedOver = () =>
  server.double.calls.filter(({ path, body }) => path.endsWith('/messages') && !Object.hasOwn(body as object, 'status'))
    .length

beforeAll(async () => {
  server = await startOpenServer()
  for (const name of names) {
    await server.addChannel(keyOf(name))
    if (name.startsWith('status') || name.startsWith('batch')) await putSend(name)
    if (name.startsWith('user-preferences')) await subscribe(name)
  }
  for (const name of names) await deliver(name)
  await quiet(server)
  await server.runtime.sweep()
  await quiet(server)
  first = await contentsOf(server.connection)
  const handedFirst = countHandedOver()
  for (const name of names) await deliver(name)
  await quiet(server)
  await server.runtime.sweep()
  await quiet(server)
  second = await contentsOf(server.connection)
  handedOver = [handedFirst, countHandedOver()]
})
afterAll(() => server?.close())

/** The rows of one sample's number. */
function rowsOf<Row>(collection: string, name: string): Row[] {
  const key = keyOf(name)
  const isOwn = ({ channelId, convId }: Record<string, unknown>) =>
    channelId === key || String(convId).startsWith(`${key}:`)
  return (first[collection] ?? []).filter(isOwn) as Row[]
}

test('the table knows every sample', () => {
  expect([...names].sort()).toEqual(samples.map(({ name }) => name).sort())
})

test('every delivery is answered by 200', () => {
  expect(answers).toEqual(Array(names.length * 2).fill(200))
})

test('a second delivery changes nothing and says nothing', () => {
  expect(Object.keys(second)).toEqual(Object.keys(first))
  // when something last arrived, or was last said, is all that changes
  delete second.hearings
  delete second.template_states
  for (const [collection, rows] of Object.entries(second)) expect(rows, collection).toEqual(first[collection])
  expect(handedOver[1]).toBe(handedOver[0])
})

const expects: { [Kind in Expected['kind']]: (expected: Extract<Expected, { kind: Kind }>, name: string) => void } = {
  says({ words, status }, name) {
    const said = rowsOf<InboundRecord>('messages', name).sort((a, b) => a.seq - b.seq)
    const kept = said.map(({ text, media, place }) => ({ text, files: media.length, place: place !== null }))
    expect(kept).toHaveLength(words.length)
    for (const word of words) expect(kept).toContainEqual(expect.objectContaining(word))
    const texts = said.map(({ text }) => text ?? '')
    const inOrder = words.flatMap(({ text }) => (text && texts.includes(text) ? [text] : []))
    for (const convId of new Set(said.map(one => one.convId))) {
      const own = said.filter(one => one.convId === convId)
      const places = own.map(({ text }) => inOrder.indexOf(text ?? ''))
      expect(places).toEqual([...places].sort((a, b) => a - b))
    }
    for (const { lastInAt } of rowsOf<Conversation>('conversations', name)) expect(lastInAt).toBeInstanceOf(Date)
    expect(rowsOf<Send>('sends', name).filter(({ _id, st }) => _id !== sendIdOf(name) && st === 'read')).not.toEqual([])
    if (status) expects.reports({ kind: 'reports', status }, name)
  },
  isSilent(_, name) {
    expect(rowsOf('conversations', name)).toMatchObject([{ session: { status: 'idle' }, lastInAt: expect.any(Date) }])
    expect(rowsOf('messages', name)).toMatchObject([{ text: null, media: [], place: null }])
    expect(rowsOf('sends', name)).toEqual([])
  },
  reports({ status, error }, name) {
    const send = rowsOf<Send>('sends', name).find(({ _id }) => _id === sendIdOf(name))
    expect(send).toMatchObject({ st: status, platformId: status === 'sending' ? null : WAMID })
    expect(send?.error ?? '').toContain(error ?? '')
  },
  leadsTo({ userId }, name) {
    expect(rowsOf('conversations', name)).toMatchObject([{ address: { type: 'bsuid', value: userId } }])
  },
  subscribes({ topicIds }, name) {
    expect(rowsOf('conversations', name)).toMatchObject([{ session: { contact: { subscriptions: topicIds } } }])
    // All samples are of one person of one town, who has stopped on another number as well.
    const rows = rowsOf<{ subscribed: boolean }>('subscriptions', name)
    expect(rows.filter(({ subscribed }) => subscribed)).toEqual([])
  },
  isKept(_, name) {
    expect(rowsOf('inbox', name)).toMatchObject([{ kind: 'unknown', st: 'done', payload: expect.any(String) }])
    expect(rowsOf('conversations', name)).toEqual([])
  },
  isNothing(_, name) {
    for (const collection of ['inbox', 'conversations', 'messages', 'sends']) {
      expect(rowsOf(collection, name)).toEqual([])
    }
  },
}

function check<Kind extends Expected['kind']>(expected: Extract<Expected, { kind: Kind }>, name: string): void {
  const expectation: (expected: Extract<Expected, { kind: Kind }>, name: string) => void = expects[expected.kind]
  expectation(expected, name)
}

describe('the first delivery', () => {
  test.each(Object.entries(expectations))('%s', (name, expected) => check(expected, name))

  test.each(['system-changed-number', 'system-changed-user-id'])(
    '%s: the new identity writes as the same contact',
    async name => {
      const expected = expectations[name]
      const bsuid = expected?.kind === 'leadsTo' ? expected.userId : ''
      await server.double.person({ channel: keyOf(name), bsuid, username: `nova.${name.length}` }).sends('Soc jo')
      await quiet(server)
      const people = await server.connection.collection('conversations').countDocuments({ channelId: keyOf(name) })
      expect(people).toBe(1)
    },
  )
})
