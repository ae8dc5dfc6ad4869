import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Contents, contentsOf } from '../../../test/faults/contents.ts'
import { type FaultKind, faultKinds, injectFault } from '../../../test/faults/fault-injector.ts'
import { type Lab, type Life, openLab } from '../../../test/faults/lab.ts'
import { pothole } from '../../../test/sample-town.ts'
import { smallFiles } from '../../../test/whatsapp-double/index.ts'
import type { Conversation } from '../stores/conversation-store.ts'
import { impersonal } from '../stores/impersonal.ts'
import { holdings } from '../stores/personal-data.ts'

let lab: Lab
let people = 0
let phone: string

beforeAll(async () => {
  lab = await openLab()
})
afterAll(() => lab?.close())
beforeEach(() => {
  phone = `34611${String(people++).padStart(6, '0')}`
})

const says = ({ pipeline }: Life, text: string, id = text) =>
  pipeline.receive.items(lab.channel, [lab.message(phone, id, text)])
const canary = () => `canari${phone}`
const heard = () => lab.platform.handedOver.filter(({ to }) => to.value === phone).map(({ message }) => message.text)
const convId = () => lab.convIdOf(phone)
const contactId = () => convId().slice('vila:'.length)

async function settle(life: Life, rounds = 4) {
  for (let round = 0; round < rounds; round += 1) await lab.settle(life)
}

/** Puts a document of this person into every collection that can hold one, with a canary in every text. */
async function plant() {
  const { connection, clock } = lab
  const at = clock.now()
  const its = { town: 'vila', convId: convId(), channelId: 'vila' }
  const name = canary()
  const put = (collection: string, row: { _id: string } & Record<string, unknown>) =>
    connection.collection<{ _id: string }>(collection).insertOne(row)
  const id = (suffix: string) => `${convId()}:900:${suffix}`
  const owner = { kind: 'contact', contact: convId() } as const
  await lab.stores.media.save('vila', smallFiles.photo, { owner, mediaId: `photo-${name}`, name: `${name}.jpg` })
  await put('messages', { _id: id('1'), ...its, seq: 900, at, text: name, media: [], place: { name } })
  await put('sends', { _id: id('2'), ...its, seq: 901, st: 'queued', message: { text: name }, nextAt: new Date(8e12) })
  await put('media_fetches', { _id: id('3'), ...its, name, st: 'queued', attempts: 0, nextAt: new Date(8e12) })
  await put('service_calls', { _id: id('4'), ...its, call: { url: `https://x/${name}` }, st: 'done', nextAt: at })
  await put('notices', { _id: id('5'), town: 'vila', departmentId: 'roads', text: name, at })
  await put('appointments', { _id: id('a'), ...its, reference: `VIL-${people}`, note: name, at, state: 'booked' })
  await put('consents', { _id: id('6'), town: 'vila', channelId: 'vila', contactId: contactId(), purpose: name, at })
  const own = { town: 'vila', channelId: 'vila', contactId: contactId(), subscribed: true, at, messageId: name }
  const other = `+34777${String(people).padStart(6, '0')}`
  await put('subscriptions', { _id: `vila:news:${other}`, ...own, topicId: 'news', address: other })
  await put('broadcast_recipients', {
    ...its,
    _id: `notice:${convId()}`,
    broadcastId: 'notice',
    language: name,
    st: 'due',
  })
  const given = { ...own, _id: id('9'), purpose: 'topic:news', version: 'Notícies', accepted: true, address: other }
  await put('consents', given)
  const fault = { line: 2, code: 'repeated', value: `+${phone}`, note: name }
  await put('subscriber_imports', { _id: `vila:${people}`, town: 'vila', state: 'faulty', faults: [fault] })
  const line = { line: 2, address: `+${phone}`, agreedOn: '2026-03-01', proof: name }
  await lab.stores.subscriberImports.addPart('vila', String(people), 0, [line], at)
  await put('privacy_requests', { _id: id('7'), ...its, request: 'export', contactName: name, at, servedAt: at })
  await put('events', {
    ...{ _id: id('8'), ...its, at, messagesIn: 1, messagesOut: 0, passages: [], subscriptions: [], ratings: [] },
    ...{ messageId: id('1'), notUnderstood: [{ flowId: 'main', node: 'menu', text: name }] },
  })
  const [identity] = await lab.stores.identities.keysOf(contactId())
  await put('inbox', { _id: `inbox-${people}`, route: identity, identities: [identity], st: 'dead', payload: { name } })
  await connection
    .collection<Conversation>('conversations')
    .updateOne({ _id: convId() }, { $set: { 'session.contact.name': name, 'session.answers.what': name } })
  await connection.collection('incidents').updateMany(
    { convId: convId() },
    {
      $set: {
        contactName: name,
        answers: { name },
        search: name,
        place: { latitude: 41.7, longitude: 1.8, name, address: name },
      },
    },
  )
}

/** Somebody with something of theirs everywhere: said in a real conversation, and planted. */
async function somebody(life: Life) {
  const said = ['hola', 'Un forat', `Al davant de ${canary()}`, 'Ometre', 'Avisos', 'Accepto', 'les meves dades']
  for (const text of said) {
    await says(life, text)
    await settle(life, 1)
  }
  await plant()
}

/** The same without much of a conversation. */
async function somebodyQuickly(life: Life) {
  await says(life, 'hola')
  await settle(life, 1)
  const origin = {
    convId: convId(),
    channelId: 'vila',
    channelKind: 'whatsapp',
    contactName: null,
    windowEndsAt: null,
  } as const
  await lab.stores.incidents.openIncident(
    'vila',
    `${convId()}:800:0`,
    origin,
    pothole({ reference: `VIL-${people}`, text: canary(), media: [] }),
    lab.clock.now(),
  )
  await plant()
}

const documents = (contents: Contents) =>
  Object.entries(contents).flatMap(([name, rows]) => rows.map(row => ({ name, row })))
const holding = (contents: Contents, text: string) =>
  documents(contents)
    .filter(({ row }) => JSON.stringify(row).includes(text))
    .map(({ name }) => name)

describe('DELETE MY DATA', () => {
  test('every collection is known to hold personal data or not to', async () => {
    const life = lab.begin()
    await somebody(life)
    const known = [...Object.keys(holdings), ...impersonal, 'conversations', 'identities', 'media']
    const files = ['media_files.files', 'media_files.chunks']
    const unknown = Object.keys(await contentsOf(lab.connection)).filter(name => ![...known, ...files].includes(name))
    expect(unknown).toEqual([])
    await life.pipeline.stop()
  })

  test('no canary is found anywhere afterwards, and the statistics and the matter stay', async () => {
    const life = lab.begin()
    await somebody(life)
    const before = await contentsOf(lab.connection)
    const planted = new Set(holding(before, canary()))
    for (const name of Object.keys(holdings)) expect([name, planted.has(name)]).toEqual([name, true])
    const counted = async () => ({
      events: await lab.connection.collection('events').countDocuments(),
      people: (await lab.connection.collection('events').distinct('convId')).length,
      incidents: await lab.connection.collection('incidents').countDocuments(),
    })
    const statistics = await counted()
    const incident = await lab.connection.collection('incidents').findOne({ convId: convId() })

    const followed = pothole({ reference: `VIL-F${people}`, media: [] })
    const origin = { convId: 'vila:other', channelId: 'vila', channelKind: 'whatsapp', contactName: null } as const
    await lab.stores.incidents.openIncident(
      'vila',
      'vila:other:1:0',
      { ...origin, windowEndsAt: null },
      followed,
      lab.clock.now(),
    )
    await lab.connection
      .collection<{ _id: string }>('incidents')
      .updateOne(
        { _id: 'vila:other:1:0' },
        { $set: { followers: [{ convId: convId(), reference: canary(), hears: 'all' }] } },
      )
    statistics.incidents += 1

    await says(life, 'esborra les meves dades')
    await settle(life)

    const after = await contentsOf(lab.connection)
    expect(holding(after, canary())).toEqual([])
    expect(holding(after, phone)).toEqual([])
    const chunks = await lab.connection
      .collection('media_files.files')
      .find({ filename: { $regex: canary() } })
      .toArray()
    expect(chunks).toEqual([])
    // Ids of incidents and lines of the log hold the contact's keyed hash, which nothing leads to any more.
    expect([...new Set(holding(after, contactId()))].sort()).toEqual(['audit', 'incidents'])
    expect(await counted()).toEqual({ ...statistics, events: statistics.events + 1 })
    expect(await lab.connection.collection('incidents').findOne({ _id: incident?._id })).toMatchObject({
      ...{ reference: incident?.reference, departmentId: 'roads', category: 'pothole', status: 'new' },
      ...{ text: '', contactName: null, convId: '', answers: {}, place: { latitude: 41.7, address: null } },
    })
    await life.pipeline.stop()
  })

  test('the citizen is told before, and the proof tells when and how much without telling who', async () => {
    const life = lab.begin()
    await somebody(life)
    await says(life, 'esborra les meves dades')
    await settle(life)
    expect(heard().at(-1)).toContain('S’han esborrat les teves dades')
    const [proof] = await lab.stores.erasures.newest('vila')
    expect(proof).toMatchObject({ wasTold: true, counts: { media: 1, conversations: 1, identities: 1, incidents: 1 } })
    expect(proof?.finishedAt).not.toBeNull()
    expect(proof?.counts.messages).toBeGreaterThan(5)
    expect(JSON.stringify(proof)).not.toContain(contactId())
    await life.pipeline.stop()
  })

  test('C19: what precedes it is applied, what follows begins as somebody new, what is not sent is not sent', async () => {
    const life = lab.begin()
    const { items } = life.pipeline.receive
    await says(life, 'hola')
    await settle(life, 1)
    await lab.connection.collection<{ _id: string }>('sends').insertOne({
      ...{ _id: `${convId()}:900:0`, town: 'vila', convId: convId(), channelId: 'vila', seq: 900, st: 'queued' },
      ...{ to: { type: 'phone', value: phone }, message: { text: 'massa tard' }, attempts: 0, nextAt: new Date(8e12) },
    })
    const messages = ['Un forat', 'esborra les meves dades', 'hola de nou'].map(text => lab.message(phone, text, text))
    await items(lab.channel, messages)
    await settle(life)
    await says(life, 'hola', 'hola-2')
    await settle(life)
    expect(heard()).not.toContain('massa tard')
    expect(heard().filter(text => text === 'Què voleu?')).toHaveLength(3)
    const old = await lab.connection.collection<{ _id: string }>('conversations').findOne({ _id: convId() })
    expect(old).toBeNull()
    const fresh = await lab.connection.collection<Conversation>('conversations').findOne({ phone })
    expect(fresh?.session.wait?.node).toBe('menu')
    expect(fresh?._id).not.toBe(convId())
    expect(await lab.connection.collection('inbox').countDocuments({ st: 'pending' })).toBe(0)
    await life.pipeline.stop()
  })

  test('an answer to somebody who was forgotten is shown as failed, and is tried no more', async () => {
    const life = lab.begin()
    await somebody(life)
    const scope = { townKey: 'vila', role: 'officer', departments: [], personId: 'anna', personName: 'Anna' } as const
    const row = await lab.connection.collection<{ _id: string }>('incidents').findOne({ convId: convId() })
    await says(life, 'esborra les meves dades')
    await settle(life)
    const incident = await lab.stores.incidents.get(scope, row?._id ?? '')
    const entry = {
      ...{
        id: `late-${phone}`,
        at: lab.clock.now().toISOString(),
        kind: 'answer' as const,
        by: 'Anna',
        text: 'Ja està',
      },
      ...{ media: [], status: null, delivery: 'queued' as const, failure: null, to: null },
    }
    const outbox = [{ id: entry.id, event: 'answered' as const, text: entry.text }]
    await lab.stores.incidents.edit(scope, row?._id ?? '', incident?.rev ?? 0, { set: {}, entries: [entry], outbox })
    await settle(life)
    const answered = await lab.stores.incidents.get(scope, row?._id ?? '')
    expect(answered?.entries.at(-1)).toMatchObject({ delivery: 'failed', failure: 'erased' })
    expect(await lab.stores.incidents.pendingInputs(row?._id ?? '')).toEqual([])
    await life.pipeline.stop()
  })

  describe('struck at any write', () => {
    async function strike(at: number, kind: FaultKind): Promise<string[]> {
      phone = `34612${String(people++).padStart(6, '0')}`
      let life = lab.begin()
      await somebodyQuickly(life)
      await life.pipeline.stop()
      const { stores, adapter, writes, isDead } = injectFault(lab.stores, lab.adapter, at, kind)
      life = lab.begin(stores, adapter)
      const revive = () => {
        if (isDead() && life.stores === stores) life = lab.begin()
      }
      for (let tries = 0; tries < 3; tries += 1) {
        try {
          await says(life, 'esborra les meves dades')
          break
        } catch {
          revive()
        }
      }
      for (let round = 0; round < 3; round += 1) {
        await lab.settle(life, () => life.stores === stores && isDead())
        revive()
        await lab.settle(life, () => life.stores === stores && isDead())
        lab.clock.advance(35_000)
      }
      await life.pipeline.stop()
      return writes
    }

    /** Every write in one way by turns; in all four with `FAULTS=all`. */
    const isStruck = (kind: FaultKind, at: number) =>
      process.env.FAULTS === 'all' || at % faultKinds.length === faultKinds.indexOf(kind)

    test.each(faultKinds)(
      'it ends complete: %s',
      async kind => {
        const calm = await strike(-1, kind)
        expect(calm).toContain('personalData.eraseConversation')
        const left: object[] = []
        for (const [at, name] of calm.entries()) {
          if (!isStruck(kind, at)) continue
          await strike(at, kind)
          const contents = await contentsOf(lab.connection)
          const found = holding(contents, canary())
          if (found.length > 0) left.push({ at, name, found })
          const farewells = heard().filter(text => text.includes('S’han esborrat')).length
          if (farewells < 1) left.push({ at, name, farewells })
        }
        expect(left).toEqual([])
      },
      120_000,
    )
  })
})
