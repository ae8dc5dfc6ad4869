import { newContact, newSession, type Session, textMessage } from '@pregoner/shared'
import { afterAll, expect, test } from 'vitest'
import { months, openRetentionLab, shortPolicy } from '../../../test/retention-lab.ts'
import { createProgress } from '../broadcasts/progress.ts'

const { lab, life, failures, ago, retention, stored, put, has, run, somebody, wouldGo, close } =
  await openRetentionLab()
afterAll(close)

test('who has not written for long is forgotten without a word; subscribers and whoever writes just then stay', async () => {
  for (const name of ['dolors', 'emili', 'fina', 'gil']) await somebody(name, 800, null)
  await somebody('helena', 800, 'new')
  const subscription = { topicId: 'news', channelId: 'vila', subscribed: true, at: ago(800), messageId: null }
  await put('subscriptions', { _id: 'vila:news:emili', ...subscription, address: 'emili', contactId: 'emili' })
  await put('consents', {
    _id: 'dolors-consent',
    contactId: 'dolors',
    channelId: 'vila',
    purpose: 'avisos',
    at: ago(800),
  })
  await stored('conversations').updateOne(
    { _id: 'vila:gil' },
    { $set: { parked: { words: [{ id: 'w' }], askedAt: null } } },
  )
  const policy = { ...shortPolicy, contacts: months(24) }
  await lab.stores.retentions.change('vila', policy, 0, 'Anna', lab.clock.now())
  expect(await wouldGo('contacts', policy)).toBe(2)

  const heard = lab.platform.handedOver.length
  const late = retention({
    async order(place, ordered) {
      // Fina writes between being found and being forgotten.
      if (place.convId === 'vila:fina')
        await stored('conversations').updateOne({ _id: place.convId }, { $set: { lastInAt: lab.clock.now() } })
      await life.pipeline.receive.order(place, ordered)
    },
  })
  await run(late)
  for (let round = 0; round < 4; round += 1) await lab.settle(life)
  const left = ['dolors', 'emili', 'fina', 'gil', 'helena'].map(name => has('conversations', `vila:${name}`))
  expect(await Promise.all(left)).toEqual([false, true, true, true, true])
  expect(await has('consents', 'dolors-consent')).toBe(true)
  expect(lab.platform.handedOver).toHaveLength(heard)
  const [proof] = await lab.stores.erasures.newest('vila')
  expect(proof).toMatchObject({ wasTold: false, isForIdleness: true, counts: { conversations: 1 } })
  expect(failures).toEqual([])
})

const remembering = (status: Session['status'], more: Partial<Session> = {}): Session => ({
  ...newSession({ ...newContact('Rosa'), fields: { barri: 'Vic-Remei' }, labels: ['parcs'], language: 'ca' }, 1),
  ...{ status, answers: { nom: 'Rosa' }, ...more },
})
const memoryOf = async (name: string) => {
  const session = (await lab.stores.conversations.byIds([`vila:${name}`]))[0]?.session
  return { answers: session?.answers, fields: session?.contact.fields }
}

test('what a conversation remembers goes after its time, the conversation and what it is for stay', async () => {
  for (const name of ['rosa', 'pau', 'quim']) await somebody(name, name === 'quim' ? 100 : 400, null)
  const set = (name: string, session: Session) =>
    stored('conversations').updateOne({ _id: `vila:${name}` }, { $set: { session } })
  await set('rosa', remembering('ended'))
  await set('pau', remembering('waiting'))
  await set('quim', remembering('ended'))
  const { policy } = await lab.stores.retentions.policyOf('vila')
  expect(await wouldGo('memory', policy)).toBe(1)
  expect((await run())?.counts.memory).toBe(1)
  for (let round = 0; round < 3; round += 1) await lab.settle(life)

  const whole = { answers: { nom: 'Rosa' }, fields: { barri: 'Vic-Remei' } }
  expect(await memoryOf('rosa')).toEqual({ answers: {}, fields: {} })
  expect(await Promise.all(['pau', 'quim'].map(memoryOf))).toEqual([whole, whole])
  const [rosa] = await lab.stores.conversations.byIds(['vila:rosa'])
  expect(rosa?.session.contact).toMatchObject({ name: 'Rosa', labels: ['parcs'], language: 'ca' })
  expect(rosa?.lastInAt?.getTime()).toBeLessThan(ago(399).getTime())
  expect(await wouldGo('memory', policy)).toBe(0)
})

test('who got a notice is not known after its time, how many they were stays told', async () => {
  const notice = async (id: string, days: number) => {
    await put('broadcasts', { _id: id, finishedAt: ago(days), state: 'sent' })
    const people = Array.from({ length: 120 }, (_, index) => `vila:${id}-${index}`)
    await lab.stores.recipients.add(
      people.map((convId, index) => ({
        ...{ _id: `${id}:${convId}`, town: 'vila', broadcastId: id, convId, channelId: 'vila', language: 'ca' },
        st: index < 20 ? ('left' as const) : ('handed' as const),
      })),
    )
    const to = { type: 'phone', value: '34600111222' }
    await put('sends', {
      ...{ _id: `${id}-send`, convId: people[50], channelId: 'vila', broadcastId: id, st: 'read', error: null },
      ...{ message: textMessage('Avís', 'ca'), to, createdAt: ago(days), nextAt: ago(days), seq: 1 },
    })
  }
  await notice('old', 380)
  await notice('young', 300)
  const progress = (id: string) =>
    createProgress({ ...lab.stores, onMoved: () => {}, now: lab.clock.now }).of('vila', id)
  const before = await Promise.all(['old', 'young'].map(progress))
  expect(before[0]).toMatchObject({ recipients: 120, left: 20, read: 1 })
  const { policy } = await lab.stores.retentions.policyOf('vila')
  expect(await wouldGo('broadcasts', policy)).toBe(120)
  expect((await run())?.counts.broadcasts).toBe(120)
  const left = ['old', 'young'].map(broadcastId => stored('broadcast_recipients').countDocuments({ broadcastId }))
  expect(await Promise.all(left)).toEqual([0, 120])
  expect(await Promise.all(['old', 'young'].map(progress))).toEqual(before)
})

test('a number from a file that never wrote may go after a time of the town’s own; its proof stays', async () => {
  await somebody('sara', 10, null)
  await stored('conversations').updateOne({ _id: 'vila:sara' }, { $set: { phone: '34600000003' } })
  const rows = [
    ['34600000001', 'import', 800],
    ['34600000002', 'import', 200],
    ['34600000003', 'import', 800],
    ['34600000004', 'flow', 800],
  ] as const
  for (const [phone, source, days] of rows) {
    const its = { topicId: 'news', channelId: 'vila', contactId: '', address: `+${phone}`, messageId: null }
    await put('subscriptions', { _id: `vila:news:+${phone}`, ...its, subscribed: true, at: ago(days), source })
  }
  await put('consents', { _id: 'signed', contactId: '', purpose: 'topic:news', address: '+34600000001', at: ago(800) })
  const { policy, rev } = await lab.stores.retentions.policyOf('vila')
  expect(await wouldGo('imported', policy)).toBe(0) // for ever, as long as nobody chooses
  const chosen = { ...policy, imported: months(24) }
  expect(await wouldGo('imported', chosen)).toBe(1)
  await lab.stores.retentions.change('vila', chosen, rev, 'Anna', lab.clock.now())
  expect((await run())?.counts.imported).toBe(1)
  const left = rows.map(([phone]) => has('subscriptions', `vila:news:+${phone}`))
  expect(await Promise.all(left)).toEqual([false, true, true, true])
  expect(await has('consents', 'signed')).toBe(true)
})

test('a town that chose before a class was there keeps that one for its usual time', async () => {
  const { memory: _, broadcasts: __, ...older } = shortPolicy
  await stored('retention_settings').updateOne({ _id: 'vila' }, { $set: { policy: older } })
  expect((await lab.stores.retentions.policyOf('vila')).policy).toEqual(shortPolicy)
})
