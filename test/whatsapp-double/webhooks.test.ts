import { expect, test } from 'vitest'
import { manualClock } from './clock.ts'
import { startWhatsAppDouble } from './double.ts'
import { startSetting } from './setting.ts'

const LUCIA = '+34600111222'
const START = new Date('2026-11-21T10:00:00Z')

test('a webhook not answered by 200 is repeated with the same bytes until it is', async () => {
  const { double, receiver } = await startSetting()
  receiver.answers.push(503, 500, 204)
  await double.person({ phone: LUCIA }).sends('hola')
  await double.settled()

  expect(receiver.received).toHaveLength(4)
  expect(new Set(receiver.received.map(({ bytes }) => bytes.toString())).size).toBe(1)
  expect(double.webhooks).toMatchObject({ sent: 4, failed: 3, retried: 3, dropped: 0 })
})

test('repeats keep to the schedule of the clock and end with it', async () => {
  const clock = manualClock(START)
  const { double, receiver } = await startSetting({ clock, retryDelaysMs: [0, 60_000, 3_600_000] })
  receiver.answers.push(500, 500, 500, 500)
  await double.person({ phone: LUCIA }).sends('hola')
  const count = () => receiver.received.length
  const after = async (ms: number, expected: number) => {
    clock.advance(ms)
    await expect.poll(count).toBe(expected)
    await new Promise(resolve => setTimeout(resolve, 20)) // what must not come has had its time
    expect(count()).toBe(expected)
  }
  await after(0, 2)
  await after(59_000, 2)
  await after(1_000, 3)
  await after(3_600_000, 4)
  await after(10 * 86_400_000, 4)
  expect(double.webhooks.dropped).toBe(1)
})

test('closing ends all repeats', async () => {
  const { double, receiver } = await startSetting({ retryDelaysMs: Array(100).fill(10) })
  receiver.answers.push(...Array(100).fill(500))
  await double.person({ phone: LUCIA }).sends('hola')
  await double.close()
  const { length } = receiver.received
  await new Promise(resolve => setTimeout(resolve, 60))
  expect(receiver.received.length).toBe(length)
})

test('a server that is down gets the webhook once it is up', async () => {
  const { receiver, channel } = await startSetting()
  const double = await startWhatsAppDouble({ channels: [{ ...channel, webhookUrl: 'http://127.0.0.1:1/' }], seed: 2 })
  await double.person({ phone: LUCIA }).sends('hola')
  expect(double.webhooks.log[0]).toMatchObject({ body: expect.stringContaining('ECONNREFUSED') })
  expect(double.webhooks.log[0]).not.toHaveProperty('status')
  double.addChannel({ ...channel, phoneNumberId: '2', webhookUrl: receiver.url })
  await double.person({ channel: '2' }).sends('hola')
  expect(receiver.received).toHaveLength(1)
  await double.close()
})

test('duplicates repeat what was answered, lost answers are taken for failures', async () => {
  const { double, receiver } = await startSetting()
  const lucia = double.person({ phone: LUCIA })
  double.setBehaviour({ duplicate: 1 })
  await lucia.sends('dues vegades')
  expect(receiver.messages().map(({ id }) => id)).toHaveLength(2)
  double.setBehaviour({ duplicate: 0, loseAnswers: 1 })
  await lucia.sends('perduda')
  double.setBehaviour({ loseAnswers: 0 })
  await double.settled()
  expect(receiver.messages().filter(({ text }) => JSON.stringify(text).includes('perduda'))).toHaveLength(2)
})

test('a batch holds several updates in one POST', async () => {
  const { double, receiver } = await startSetting()
  double.setBehaviour({ batch: 10 })
  const people = Array.from({ length: 12 }, () => double.person())
  await Promise.all(people.map((person, index) => person.sends(`soc ${index}`)))
  expect(receiver.messages()).toHaveLength(12)
  expect(receiver.received).toHaveLength(2)
  expect(receiver.values()[0]?.contacts).toHaveLength(10)
})

test('one person is heard in order, unless reordering is asked for', async () => {
  const { double, receiver } = await startSetting()
  const lucia = double.person({ phone: LUCIA })
  const texts = Array.from({ length: 12 }, (_, index) => String(index))
  const heard = () => receiver.messages().map(({ text }) => JSON.stringify(text).replace(/\D/g, ''))
  await Promise.all(texts.map(text => lucia.sends(text)))
  expect(heard()).toEqual(texts)
  receiver.received.length = 0
  double.setBehaviour({ reorder: true })
  await Promise.all(texts.map(text => lucia.sends(text)))
  expect(heard()).not.toEqual(texts)
  expect(heard().sort()).toEqual([...texts].sort())
})

test('delivered can be skipped, and read needs read receipts', async () => {
  const { double, receiver, sendText } = await startSetting()
  const lucia = double.person({ phone: LUCIA })
  const pau = double.person({ phone: '+34600555666', hasReadReceipts: false })
  await lucia.sends('hola')
  await pau.sends('hola')
  double.setBehaviour({ skipDelivered: 1 })
  await sendText(LUCIA, 'Hola!')
  await sendText('+34600555666', 'Hola!')
  await Promise.all([lucia.waitFor('Hola!'), pau.waitFor('Hola!')])
  await double.settled()
  const of = (phone: string) => receiver.statuses().filter(one => one.recipient_id === phone)
  expect(of('34600111222').map(one => [one.status, 'pricing' in one])).toEqual([
    ['sent', true],
    ['read', true],
  ])
  expect(of('34600555666').map(one => one.status)).toEqual(['sent', 'delivered'])
})

test('the ladder takes the time it is given', async () => {
  const clock = manualClock(START)
  const { double, receiver, sendText } = await startSetting({
    clock,
    statusDelaysMs: { sent: 500, delivered: 2_000, read: 60_000 },
  })
  const lucia = double.person({ phone: LUCIA })
  await lucia.sends('hola')
  await sendText(LUCIA, 'Hola!')
  const after = async (ms: number) => {
    await double.settled()
    clock.advance(ms)
    await double.settled()
    return [lucia.inbox.length, receiver.statuses().at(-1)?.status, receiver.statuses().at(-1)?.timestamp]
  }
  expect(await after(499)).toEqual([0, undefined, undefined])
  expect(await after(1)).toEqual([0, 'sent', '1795255200'])
  expect(await after(1_500)).toEqual([1, 'delivered', '1795255202'])
  expect(await after(58_000)).toEqual([1, 'read', '1795255260'])
})

test('the handshake asks with the token and expects the challenge', async () => {
  const { double } = await startSetting()
  expect(await double.verifyHandshake()).toEqual({ status: 200, body: '1158201444', isAccepted: true })
  expect(await double.verifyHandshake(undefined, 'wrong')).toMatchObject({ status: 403, isAccepted: false })
})

test('raw bytes go out exactly as given', async () => {
  const { double, receiver } = await startSetting()
  const delivery = await double.deliverRaw(Buffer.from('{"a":"ñ"}'), { 'x-hub-signature-256': 'sha256=00' })
  expect([delivery.status, receiver.received[0]?.isSigned, receiver.received[0]?.bytes.toString()]).toEqual([
    200,
    false,
    '{"a":"ñ"}',
  ])
})
