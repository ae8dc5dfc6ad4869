import { expect, test } from 'vitest'
import { manualClock } from './clock.ts'
import { smallFiles } from './people/files.ts'
import { startSetting } from './setting.ts'

const LUCIA = '+34600111222'

test('a person is the same person by phone and by user id', async () => {
  const { double, channel } = await startSetting()
  const lucia = double.person({ phone: LUCIA, name: 'Lucía' })
  expect(double.person({ phone: '34 600 111 222' }).inbox).toBe(lucia.inbox)
  expect(double.person({ bsuid: lucia.identity.bsuid }).inbox).toBe(lucia.inbox)
  double.addChannel({ ...channel, phoneNumberId: '2' })
  const elsewhere = double.person({ phone: LUCIA, channel: '2' })
  expect([elsewhere.identity, elsewhere.inbox === lucia.inbox]).toEqual([lucia.identity, false])
  expect(double.person().identity.phone).not.toBe(double.person().identity.phone)
})

test('a new number comes as a system message, with a new user id and without contacts', async () => {
  const { double, receiver, sendText } = await startSetting()
  const lucia = double.person({ phone: LUCIA, name: 'Lucía' })
  const previous = lucia.identity.bsuid
  await lucia.changesNumber('+34600999888')
  await lucia.sends('soc jo')
  const [system, message] = receiver.messages()
  expect(system).toMatchObject({
    type: 'system',
    from: '34600111222',
    system: { type: 'user_changed_number', wa_id: '34600999888', previous_user_id: previous },
  })
  expect(receiver.values()[0]).not.toHaveProperty('contacts')
  expect(message).toMatchObject({ from: '34600999888', from_user_id: lucia.identity.bsuid })
  expect(lucia.identity.bsuid).not.toBe(previous)
  await sendText('+34600999888', 'Hola')
  await lucia.waitFor('Hola')
})

test('a hidden phone is shown once the person shares it', async () => {
  const { double, receiver, graph, channel } = await startSetting()
  const marc = double.person({ phone: LUCIA, username: 'marc', hidesPhone: true })
  await marc.sends('hola')
  const interactive = { type: 'contact_request', body: { text: 'Telèfon?' }, action: { name: 'request_contact_info' } }
  await graph('POST', `${channel.phoneNumberId}/messages`, {
    messaging_product: 'whatsapp',
    recipient: marc.identity.bsuid,
    type: 'interactive',
    interactive,
  })
  const { wamid } = await marc.waitFor('Telèfon?')
  await marc.sharesPhone()
  await marc.sends('ja està')
  expect(receiver.messages()).toMatchObject([
    { type: 'text' },
    { type: 'contacts', context: { id: wamid }, contacts: [{ origin: 'contact_request', phones: [{ phone: LUCIA }] }] },
    { from: '34600111222' },
  ])
  expect(receiver.messages()[0]).not.toHaveProperty('from')
})

test('everything else a person can do comes as its own type', async () => {
  const { double, receiver } = await startSetting()
  const lucia = double.person({ phone: LUCIA })
  const wamid = await lucia.sends('hola', { isForwarded: true })
  await lucia.sendsAudio(smallFiles.voice)
  await lucia.sendsVideo(smallFiles.video)
  await lucia.sendsSticker(smallFiles.sticker)
  await lucia.sendsContact([{ name: { formatted_name: 'Joan', first_name: 'Joan' } }])
  await lucia.reacts(wamid, '👍')
  await lucia.reacts(wamid, '')
  await lucia.edits(wamid, 'bon dia')
  await lucia.revokes(wamid)
  await lucia.sendsUnsupported()
  await lucia.opensChat()
  await lucia.answersFlow('{"broken')
  await lucia.changesUserId()
  await lucia.sendsRaw({ type: 'hologram', hologram: {} })
  expect(receiver.messages()).toMatchObject([
    { type: 'text', context: { forwarded: true } },
    { type: 'audio', audio: { voice: true, mime_type: 'audio/ogg; codecs=opus' } },
    { type: 'video', video: { mime_type: 'video/mp4' } },
    { type: 'sticker', sticker: { animated: false } },
    { type: 'contacts' },
    { type: 'reaction', reaction: { message_id: wamid, emoji: '👍' } },
    { type: 'reaction', reaction: { message_id: wamid } },
    { type: 'edit', edit: { original_message_id: wamid, message: { text: { body: 'bon dia' } } } },
    { type: 'revoke', revoke: { original_message_id: wamid } },
    { type: 'unsupported', errors: [{ code: 131051 }] },
    { type: 'request_welcome' },
    { type: 'interactive', interactive: { nfm_reply: { response_json: '{"broken' } } },
    { type: 'system', system: { type: 'user_changed_user_id' } },
    { type: 'hologram' },
  ])
  expect(receiver.received.every(({ isSigned }) => isSigned)).toBe(true)
})

test('a reaction of the business produces only sent', async () => {
  const { double, receiver, send } = await startSetting()
  const lucia = double.person({ phone: LUCIA })
  const message_id = await lucia.sends('hola')
  await send(LUCIA, { type: 'reaction', reaction: { message_id, emoji: '❤️' } })
  expect((await lucia.waitFor(1)).reaction).toEqual({ messageId: message_id, emoji: '❤️' })
  await double.settled()
  expect(receiver.statuses().map(({ status }) => status)).toEqual(['sent'])
})

test('free service messages are counted by month, and were free until October 2026', async () => {
  const clock = manualClock(new Date('2026-09-30T23:59:59Z'))
  const { double, receiver, sendText } = await startSetting({ clock })
  const lucia = double.person({ phone: LUCIA })
  await lucia.sends('hola')
  await sendText(LUCIA, 'a')
  await lucia.waitFor(1)
  await double.settled()
  clock.advance(2_000)
  await sendText(LUCIA, 'b')
  await lucia.waitFor(2)
  await double.settled()
  expect([double.serviceDeliveries('2026-09'), double.serviceDeliveries('2026-10')]).toEqual([1, 1])
  const delivered = receiver.statuses().filter(({ status }) => status === 'delivered')
  expect(delivered.map(({ pricing }) => pricing)).toMatchObject([
    { billable: false, type: 'free_customer_service' },
    { billable: true, type: 'regular' },
  ])
})

test('waiting for what does not come tells what came instead', async () => {
  const { double, sendText } = await startSetting()
  const lucia = double.person({ phone: LUCIA })
  await lucia.sends('hola')
  await sendText(LUCIA, 'Benvinguda')
  await lucia.waitFor(/^Ben/)
  await lucia.sends('i ara?')
  await expect(lucia.waitFor('Benvinguda', 30)).rejects.toThrow(
    /did not come within 30 ms[\s\S]*Benvinguda[\s\S]*→ 200/,
  )
  expect(await lucia.waitFor(1)).toMatchObject({ text: 'Benvinguda' })
})

test('the same seed gives the same ids', async () => {
  const ids = async (seed: number) => {
    const { double } = await startSetting({ seed })
    const person = double.person({ phone: LUCIA })
    return [person.identity.bsuid, await person.sends('hola')]
  }
  expect(await ids(7)).toEqual(await ids(7))
  expect(await ids(7)).not.toEqual(await ids(8))
})
