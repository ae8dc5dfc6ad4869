import { type DataClass, type StatisticsQuery, textMessage } from '@pregoner/shared'
import { afterAll, expect, test } from 'vitest'
import { admin, months, openRetentionLab, shortPolicy } from '../../../test/retention-lab.ts'
import type { Expiry } from '../stores/expiry/index.ts'

const { lab, failures, ago, retention, stored, put, has, newest, run, somebody, close } = await openRetentionLab()
afterAll(close)

const queries: StatisticsQuery[] = [{ period: '12m' }, { period: 'own', from: '2025-08-20', to: '2026-11-20' }]
const figures = () =>
  Promise.all(queries.map(query => lab.stores.statistics.townStatistics(admin, query, lab.clock.now())))
test('a run takes what the trial told of and no more, and every figure stays', async () => {
  const oldest = ago(500)
  await somebody('oriol', 500, 'closed')
  await somebody('berta', 500, 'new')
  await somebody('carla', 100, 'closed')
  const rest = { convId: 'vila:oriol', st: 'queued', createdAt: ago(500), nextAt: new Date(8e12) }
  await put('sends', {
    _id: 'waiting',
    ...rest,
    message: textMessage('encara', 'ca'),
    to: { type: 'phone', value: '1' },
  })
  await put('service_calls', { _id: 'call-done', convId: 'x', st: 'done', call: { url: 'x' }, nextAt: ago(91) })
  await put('service_calls', { _id: 'call-due', convId: 'x', st: 'queued', call: { url: 'x' }, nextAt: ago(91) })
  const proofs = ['consents', 'erasures', 'audit'] as const
  await put('consents', { _id: 'old-consent', contactId: 'oriol', purpose: 'avisos', at: ago(900) })
  await put('erasures', { _id: 'old-proof', requestedAt: ago(900) })
  await put('audit', { _id: 'old-line', at: ago(900) })
  await lab.stores.retentions.change('vila', { ...shortPolicy, contacts: months(120) }, 0, 'Anna', lab.clock.now())
  const before = await figures()
  const held = await Promise.all(proofs.map(name => stored(name).countDocuments()))

  const { policy } = await lab.stores.retentions.policyOf('vila')
  const trial = await retention().trial('vila', policy)
  expect(await figures()).toEqual(before)
  const told = Object.fromEntries(trial.map(({ name, count }) => [name, count]))
  expect(told).toMatchObject({ answers: 2, media: 1, contacts: 0, web_chats: 0, technical: 1 })
  expect(told.messages).toBeGreaterThan(10)
  expect(told.incidents).toBeGreaterThan(1)
  expect(trial.find(({ name }) => name === 'media')?.oldest).toBe(oldest.toISOString())

  const report = await run()
  expect(report?.counts).toEqual(Object.fromEntries(Object.entries(told).filter(([, count]) => count > 0)))
  expect(report).toMatchObject({ st: 'done', by: 'Anna', kind: 'by_hand', failed: [] })
  for (const { name, count } of await retention().trial('vila', policy)) expect([name, count]).toEqual([name, 0])

  const after = await figures()
  for (const [index, one] of after.entries()) {
    const was = before[index]
    // Incidents are nobody's now, so that nobody can tell which conversations led to one.
    expect(one.talk?.now).toEqual({ ...was?.talk?.now, handedOver: one.talk?.now.handedOver })
    expect(one.work).toEqual(was?.work)
    expect({ ...one.series, talk: null }).toMatchObject({ ...was?.series, talk: null })
  }
  expect(await Promise.all(['oriol-in', 'berta-in', 'carla-in'].map(id => has('messages', id)))).toEqual([
    false,
    true,
    true,
  ])
  expect(await stored('sends').findOne({ _id: 'waiting' })).toMatchObject({ message: { text: 'encara' } })
  expect(await stored('sends').findOne({ _id: 'oriol-out' })).toMatchObject({ message: { text: '' }, st: 'delivered' })
  expect(await lab.stores.media.find('vila', 'photo-oriol')).toBeNull()
  expect(await lab.stores.media.find('vila', 'photo-berta')).not.toBeNull()
  expect(await stored('incidents').findOne({ _id: 'oriol-incident' })).toMatchObject({
    ...{ text: '', contactName: null, convId: '', media: [], status: 'closed', departmentId: 'roads' },
  })
  expect(await stored('incidents').findOne({ _id: 'berta-incident' })).toMatchObject({ contactName: 'berta', rev: 1 })
  expect(await has('service_calls', 'call-due')).toBe(true)
  expect(await stored('audit').countDocuments()).toBe((held[2] ?? 0) + 2)
  expect(await Promise.all([has('consents', 'old-consent'), has('erasures', 'old-proof')])).toEqual([true, true])
  expect((await lab.stores.audit.newest('vila', 2)).map(({ action }) => action)).toContain('privacy.retained')
})

test.each([0, 1, 2, 3, 4, 5, 6])(
  'a process that dies at its write number %i is gone on for, and nothing is missed',
  async at => {
    await somebody(`ivan${at}`, 500, 'closed')
    await somebody(`joana${at}`, 500, 'closed')
    let writes = 0
    const dying: Expiry = {
      partsOf: (name: DataClass, people) =>
        lab.stores.expiry.partsOf(name, people).map(part => ({
          ...part,
          async clear(town, ids, now) {
            writes += 1
            if (writes === at) return new Promise(() => {}) // as if the process had gone before
            const cleared = await part.clear(town, ids, now)
            if (writes === at + 1) return new Promise(() => {}) // and behind
            return cleared
          },
        })),
    }
    const dead = retention({ expiry: dying })
    await dead.order(admin)
    await Promise.race([dead.sweep(), new Promise(resolve => setTimeout(resolve, 300))])
    const begun = await newest()
    await retention().sweep()
    expect((await newest())?.finishedAt).toEqual(begun?.finishedAt) // nobody else takes it up at once
    lab.clock.advance(6 * 60_000)
    await retention().sweep()
    expect(await newest()).toMatchObject({ st: 'done', failed: [] })
    const { policy } = await lab.stores.retentions.policyOf('vila')
    for (const { name, count } of await retention().trial('vila', policy)) expect([name, count]).toEqual([name, 0])
  },
)

test('a class that cannot be finished is in the report, and the others are done', async () => {
  await somebody('kim', 500, 'closed')
  const broken: Expiry = {
    partsOf: (name, people) =>
      lab.stores.expiry
        .partsOf(name, people)
        .map(part => (name === 'media' ? { ...part, clear: () => Promise.reject(new Error('disk')) } : part)),
  }
  const report = await run(retention({ expiry: broken }))
  expect(report).toMatchObject({ st: 'done', failed: ['media'], counts: { messages: 2, answers: 1, incidents: 1 } })
  expect(failures).toHaveLength(1)
  expect((await run())?.counts.media).toBe(1)
})

test('every night once, in the town’s night', async () => {
  const nights = () => stored('retentions').countDocuments({ kind: 'nightly' })
  const night = async () => {
    await retention().orderNights()
    await retention().sweep()
  }
  await night()
  expect(await nights()).toBe(0)
  lab.clock.advance(16 * 3_600_000) // 10:00 UTC and some minutes -> 02:00 UTC, 03:00 in the town
  await night()
  await night()
  expect(await nights()).toBe(1)
  expect(await newest()).toMatchObject({ kind: 'nightly', by: null, st: 'done', day: '2026-11-24' })
})
