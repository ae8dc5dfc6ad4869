import { FORM_CODE_SIGNS } from '@pregoner/shared'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Lab, type Life, openLab } from '../../../test/faults/lab.ts'
import type { InboundMessage } from '../channels/channel.ts'
import { createSecrets } from '../secrets/secrets.ts'
import { createSubscriptionFormStore } from '../stores/subscription-form-store.ts'
import type { ConsentRow, SubscriptionRow } from '../stores/subscription-store.ts'

const PROOF = 'Vull els avisos (form 1, ca, 2026-11-23T09:50:00.000Z)'
let lab: Lab
let life: Life
let written = 0
/** Somebody else in each test: whom nobody has heard of. */
let phone = ''

beforeAll(async () => {
  lab = await openLab()
  await lab.stores.towns.change('vila', () => ({
    languages: ['ca', 'es'],
    topics: [
      { id: 'news', name: { ca: 'Notícies', es: 'Noticias' } },
      { id: 'rain', name: { ca: 'Aiguats', es: 'Lluvias' } },
    ],
  }))
})
afterAll(() => lab?.close())
beforeEach(async () => {
  for (const name of ['conversations', 'subscriptions', 'consents', 'subscription_forms'])
    await lab.connection.collection(name).deleteMany({})
  lab.platform.handedOver.length = 0
  phone = `346${++written}`.padEnd(11, '5')
  life = lab.begin()
})
afterEach(() => life.pipeline.stop())

const codeOf = (sign: string) => `WEB-${sign.repeat(6)}-${sign.repeat(6)}`
const filledIn = async (number: string, sign = '7', language: 'ca' | 'es' = 'ca') => {
  await lab.stores.subscriptionForms.add('vila', {
    ...{ code: codeOf(sign), number: `+${number}`, topicIds: ['news', 'rain', 'gone'], language, proof: PROOF },
    expiresAt: new Date(lab.clock.now().getTime() + 30 * 60_000),
  })
  return codeOf(sign)
}
const writes = async (from: string, text: string, more: Partial<InboundMessage> = {}) => {
  written += 1
  const message = { ...lab.message(from, `form-${written}`, text), ...more }
  await life.pipeline.receive.items(lab.channel, [message])
  await lab.settle(life)
}
const heard = () => lab.platform.handedOver.map(({ message }) => message.text)
const subscriptions = () => lab.connection.collection<SubscriptionRow>('subscriptions').find().toArray()
const ledger = () => lab.connection.collection<ConsentRow>('consents').find().toArray()

test('whoever writes the code from the number of the form is subscribed, with the words they agreed to', async () => {
  const code = await filledIn(phone, '7', 'es')
  await writes(phone, `Confirmo: ${code.toLowerCase()}`)
  expect(heard()).toEqual(['Hecho, confirmado: te avisaremos de *Noticias, Lluvias*. Para dejarlo, escribe *BAJA*.'])
  const rows = (await subscriptions()).map(({ topicId, address, subscribed, source }) => ({
    ...{ topicId, address, subscribed, source },
  }))
  const of = (topicId: string) => ({ topicId, address: `+${phone}`, subscribed: true, source: 'form' })
  expect(rows).toEqual([of('news'), of('rain')])
  const [first] = await ledger()
  expect(first).toMatchObject({ accepted: true, source: 'form', address: `+${phone}` })
  expect(first?.version).toBe(`Noticias · ${PROOF}`)
  expect(first?.messageId).toEqual(expect.any(String))
  expect(await lab.stores.subscriptionForms.state('vila', code, lab.clock.now())).toBe('confirmed')
})

test('a code works once, and only from the number of its form', async () => {
  const code = await filledIn(phone)
  await writes('34600999888', code)
  expect(heard().at(-1)).toContain('Al formulari hi ha un altre número')
  expect(await subscriptions()).toEqual([])
  await writes(phone, code)
  expect(await subscriptions()).toHaveLength(2)
  await writes(phone, 'baixa')
  await writes(phone, code)
  expect(heard().at(-1)).toContain('ja s’ha fet servir')
  expect((await subscriptions()).some(({ subscribed }) => subscribed)).toBe(false)
})

test('a code is good for half an hour and says so afterwards', async () => {
  const code = await filledIn(phone)
  lab.clock.advance(31 * 60_000)
  await writes(phone, code)
  expect(heard().at(-1)).toContain('ha caducat')
  expect(await subscriptions()).toEqual([])
})

test('somebody whose number the platform hides is subscribed as who they are', async () => {
  const code = await filledIn(phone)
  await writes('x', code, { identities: [{ type: 'bsuid', value: 'ES.1234567890123456' }] })
  const rows = await subscriptions()
  expect(rows.map(({ topicId }) => topicId)).toEqual(['news', 'rain'])
  expect(rows.every(({ address, contactId }) => address === contactId)).toBe(true)
})

test('whoever tries codes is no longer answered after five misses in a minute', async () => {
  const right = await filledIn(phone, '9')
  for (const sign of FORM_CODE_SIGNS.slice(10, 17)) await writes(phone, codeOf(sign))
  expect(heard()).toHaveLength(5)
  await writes(phone, right)
  expect(await subscriptions()).toEqual([])
  lab.clock.advance(60_000)
  await writes(phone, right)
  expect(await subscriptions()).toHaveLength(2)
})

test('what is kept of a form names neither the number nor the code', async () => {
  const code = await filledIn(phone)
  await writes(phone, code)
  const kept = JSON.stringify(await lab.connection.collection('subscription_forms').find().toArray())
  expect(kept).not.toContain(phone.slice(2))
  expect(kept).not.toContain('777777')
})

test('two at once with one code: one of them has it, and the same effect again has it still', async () => {
  const forms = createSubscriptionFormStore(lab.connection, createSecrets([Buffer.alloc(32, 7)]))
  const code = await filledIn(phone)
  const at = lab.clock.now()
  const by = ['one', 'other', 'third']
  const all = await Promise.all(by.map(each => forms.redeem('vila', { code, by: each, phone: `+${phone}`, at })))
  const winners = by.filter((_, index) => all[index]?.outcome === 'joined')
  expect(winners).toHaveLength(1)
  const again = await forms.redeem('vila', { code, by: winners[0] ?? '', phone: `+${phone}`, at })
  expect(again.outcome).toBe('joined')
  expect((await forms.redeem('poble', { code, by: 'one', phone: `+${phone}`, at })).outcome).toBe('unknown')
})
