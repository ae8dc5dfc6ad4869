import { expect, test } from 'vitest'
import { manualClock } from './clock.ts'
import { knownCodes } from './graph/errors.ts'
import { startSetting } from './setting.ts'

const LUCIA = '+34600111222'
const PAU = '+34600555666'

test('a code strikes as often as asked, and everyone or one person only', async () => {
  const { double, sendText } = await startSetting()
  for (const phone of [LUCIA, PAU]) await double.person({ phone }).sends('hola')
  const fault = double.fault({ code: 131056, times: 2, to: PAU })
  const codes: unknown[] = []
  for (const to of [LUCIA, PAU, PAU, PAU]) codes.push((await sendText(to, 'a')).body.error?.code)
  expect(codes).toEqual([undefined, 131056, 131056, undefined])
  expect(fault.used).toBe(2)
})

test.each(knownCodes)('code %d comes at once or later by a status', async code => {
  const { double, receiver, sendText } = await startSetting()
  const lucia = double.person({ phone: LUCIA })
  await lucia.sends('hola')
  double.fault({ code })
  const refused = await sendText(LUCIA, 'a')
  expect(refused.body.error).toMatchObject({ code, message: expect.stringContaining(`(#${code})`) })
  expect(refused.status).toBeGreaterThanOrEqual(400)

  double.fault({ code, async: true })
  const taken = await sendText(LUCIA, 'b')
  await lucia.waitForProgress(taken.body.messages[0].id, 'failed')
  await double.settled()
  expect(receiver.statuses()).toEqual([
    expect.objectContaining({
      id: taken.body.messages[0].id,
      status: 'failed',
      errors: [expect.objectContaining({ code })],
    }),
  ])
  expect(receiver.values().at(-1)).not.toHaveProperty('contacts')
  expect(receiver.statuses()[0]).not.toHaveProperty('recipient_user_id')
  expect(lucia.inbox).toEqual([])
})

test('a connection breaks before the message is taken, or after', async () => {
  const { double, sendText } = await startSetting()
  const lucia = double.person({ phone: LUCIA })
  await lucia.sends('hola')
  double.fault({ reset: 'before' })
  await expect(sendText(LUCIA, 'perduda')).rejects.toThrow()
  double.fault({ reset: 'after' })
  await expect(sendText(LUCIA, 'rebuda')).rejects.toThrow()
  await lucia.waitFor('rebuda')
  expect(lucia.inbox.map(({ text }) => text)).toEqual(['rebuda'])
  expect(double.calls.map(({ status }) => status)).toEqual([0, 0])
})

test('front servers answer with a page, slowly, or never', async () => {
  const { double, channel } = await startSetting()
  const lucia = double.person({ phone: LUCIA })
  await lucia.sends('hola')
  const post = (signal?: AbortSignal) =>
    fetch(`${double.url}/v25.0/${channel.phoneNumberId}/messages`, {
      method: 'POST',
      headers: { authorization: `Bearer ${channel.accessToken}`, 'content-type': 'application/json' },
      body: JSON.stringify({ messaging_product: 'whatsapp', to: LUCIA, text: { body: 'a' } }),
      ...(signal && { signal }),
    })
  double.fault({ httpStatus: 502 })
  const page = await post()
  expect([page.status, await page.text()]).toEqual([502, expect.stringContaining('<html>')])

  double.fault({ delayMs: 80 })
  const began = Date.now()
  expect((await post()).status).toBe(200)
  expect(Date.now() - began).toBeGreaterThanOrEqual(79)

  double.fault({ hang: true })
  await expect(post(AbortSignal.timeout(50))).rejects.toThrow()
  await lucia.waitFor(1)
  await double.settled()
  expect(lucia.inbox).toHaveLength(1)
})

test('a fault can strike other operations, a number, or everything until it is cleared', async () => {
  const { double, graph, sendText, channel } = await startSetting()
  await double.person({ phone: LUCIA }).sends('hola')
  double.fault({ code: 80007, on: 'templates' })
  double.fault({ code: 2, phoneNumberId: 'another' })
  expect((await sendText(LUCIA, 'a')).status).toBe(200)
  expect((await graph('GET', `${channel.wabaId}/message_templates`)).body.error.code).toBe(80007)
  double.fault({ code: 1, on: 'any', times: Number.POSITIVE_INFINITY })
  expect((await sendText(LUCIA, 'a')).body.error.code).toBe(1)
  expect((await graph('GET', channel.phoneNumberId)).body.error.code).toBe(1)
  double.clearFaults()
  expect((await sendText(LUCIA, 'a')).status).toBe(200)
})

test('24 hours after the last word of a person only templates arrive', async () => {
  const clock = manualClock(new Date('2026-11-21T10:00:00Z'))
  const { double, receiver, send, sendText } = await startSetting({ clock })
  const lucia = double.person({ phone: LUCIA })
  const hello = { type: 'template', template: { name: 'hello_world', language: { code: 'en_US' } } }
  const last = async () => {
    await double.settled()
    const status = receiver.statuses().at(-1)
    return status?.status === 'failed' ? JSON.stringify(status.errors).match(/\d{6}/)?.[0] : status?.status
  }
  await sendText(LUCIA, 'massa aviat')
  expect(await last()).toBe('131047')
  await lucia.sends('hola')
  clock.advance(24 * 3_600_000 - 1)
  await sendText(LUCIA, 'a temps')
  expect(await last()).toBe('read')
  clock.advance(1)
  await sendText(LUCIA, 'tard')
  expect(await last()).toBe('131047')
  expect((await send(LUCIA, hello)).body.messages[0].message_status).toBe('accepted')
  expect(await last()).toBe('read')
  await lucia.sends('hola altra vegada')
  await sendText(LUCIA, 'benvinguda')
  expect(await last()).toBe('read')
  expect(lucia.inbox.map(({ text }) => text.slice(0, 7))).toEqual(['a temps', 'Welcome', 'benving'])
})

test('the pair limit lends 45 messages and wants 6 seconds for each', async () => {
  const clock = manualClock(new Date('2026-11-21T10:00:00Z'))
  const { double, sendText } = await startSetting({ clock, limits: { pair: true } })
  await double.person({ phone: LUCIA }).sends('hola')
  await double.person({ phone: PAU }).sends('hola')
  const codes: unknown[] = []
  for (let count = 0; count < 46; count += 1) codes.push((await sendText(LUCIA, 'a')).body.error?.code)
  expect(codes.findIndex(code => code !== undefined)).toBe(45)
  expect(codes[45]).toBe(131056)
  expect((await sendText(PAU, 'a')).status).toBe(200)
  clock.advance(6_000)
  expect((await sendText(LUCIA, 'a')).status).toBe(200)
  expect((await sendText(LUCIA, 'a')).body.error.code).toBe(131056)
})

test('the throughput of a number counts what goes in and out', async () => {
  const clock = manualClock(new Date('2026-11-21T10:00:00Z'))
  const { double, sendText } = await startSetting({ clock, limits: { throughputPerSecond: 4 } })
  const lucia = double.person({ phone: LUCIA })
  await lucia.sends('hola')
  const codes: unknown[] = []
  for (let count = 0; count < 4; count += 1) codes.push((await sendText(LUCIA, 'a')).body.error?.code)
  expect(codes).toEqual([undefined, undefined, undefined, 130429])
  clock.advance(1_001)
  expect((await sendText(LUCIA, 'a')).status).toBe(200)
})

test('who is not on WhatsApp or has blocked the business is not reached', async () => {
  const { double, receiver, sendText } = await startSetting()
  const lucia = double.person({ phone: LUCIA })
  await lucia.sends('hola')
  lucia.blocks()
  await sendText(LUCIA, 'a')
  await sendText('+34999999999', 'a')
  await expect.poll(() => receiver.statuses().length).toBe(2)
  expect(receiver.statuses().map(({ errors }) => errors)).toMatchObject([[{ code: 131026 }], [{ code: 131026 }]])
})
