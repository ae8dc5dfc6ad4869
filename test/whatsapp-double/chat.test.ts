import { expect, test } from 'vitest'
import { PHONE_NUMBER_ID, startSetting } from './setting.ts'

const LUCIA = '+34600111222'

const menu = {
  type: 'interactive',
  interactive: {
    type: 'button',
    body: { text: 'Què voleu?' },
    action: {
      buttons: [
        { type: 'reply', reply: { id: 'yes', title: 'Sí' } },
        { type: 'reply', reply: { id: 'no', title: 'No' } },
      ],
    },
  },
}

const list = {
  type: 'interactive',
  interactive: {
    type: 'list',
    body: { text: 'Trieu' },
    action: {
      button: 'Opcions',
      sections: [{ title: 'Tràmits', rows: [{ id: 'padro', title: 'Padró', description: 'Alta o canvi' }] }],
    },
  },
}

test('a person writes and the server under test gets a signed webhook', async () => {
  const { double, receiver } = await startSetting()
  const lucia = double.person({ phone: LUCIA, name: 'Lucía' })
  const wamid = await lucia.sends('Bon dia, senyor 👍')

  expect(receiver.messages()).toEqual([
    expect.objectContaining({ id: wamid, from: '34600111222', type: 'text', text: { body: 'Bon dia, senyor 👍' } }),
  ])
  expect(receiver.received[0]?.isSigned).toBe(true)
  expect(receiver.values()[0]?.contacts).toEqual([
    { profile: { name: 'Lucía' }, wa_id: '34600111222', user_id: lucia.identity.bsuid },
  ])
})

test('an answer arrives and its statuses come back in order with the callback data and the price', async () => {
  const { double, receiver, send } = await startSetting()
  const lucia = double.person({ phone: LUCIA })
  await lucia.sends('hola')
  const answer = await send(LUCIA, { type: 'text', text: { body: 'Hola!' }, biz_opaque_callback_data: 'run:1' })
  const wamid = answer.body.messages[0].id

  expect(answer.body.contacts).toEqual([{ input: LUCIA, wa_id: '34600111222' }])
  expect(await lucia.waitFor('Hola!')).toMatchObject({ wamid, type: 'text', callbackData: 'run:1' })
  await double.settled()
  expect(receiver.statuses().map(({ id, status }) => [id, status])).toEqual([
    [wamid, 'sent'],
    [wamid, 'delivered'],
    [wamid, 'read'],
  ])
  expect(receiver.statuses()[1]).toMatchObject({
    biz_opaque_callback_data: 'run:1',
    recipient_id: '34600111222',
    pricing: { pricing_model: 'PMP', category: 'service' },
  })
})

test('a tap on a button or a row quotes the message it was on', async () => {
  const { double, receiver, send } = await startSetting()
  const lucia = double.person({ phone: LUCIA })
  await lucia.sends('hola')
  await send(LUCIA, menu)
  const asked = await lucia.waitFor('Què voleu?')
  await lucia.taps('Sí')
  await send(LUCIA, list)
  await lucia.waitFor('Trieu')
  await lucia.taps('padro')
  await lucia.tapsOn(asked.wamid, 'no')

  expect(receiver.messages().slice(1)).toMatchObject([
    { context: { from: '34910000001', id: asked.wamid }, interactive: { button_reply: { id: 'yes', title: 'Sí' } } },
    { interactive: { type: 'list_reply', list_reply: { id: 'padro', title: 'Padró', description: 'Alta o canvi' } } },
    { context: { id: asked.wamid }, interactive: { button_reply: { id: 'no' } } },
  ])
  expect(() => lucia.taps('Potser')).toThrow('Nothing to tap is called "Potser"')
})

test('a place answers the request for it, and carries no context otherwise', async () => {
  const { double, receiver, send } = await startSetting()
  const lucia = double.person({ phone: LUCIA })
  await lucia.sendsLocation({ latitude: 41.72, longitude: 1.82, name: 'Plaça Major' })
  const interactive = { type: 'location_request_message', body: { text: 'On?' }, action: { name: 'send_location' } }
  await send(LUCIA, { type: 'interactive', interactive })
  const { wamid } = await lucia.waitFor('On?')
  await lucia.sendsLocation({ latitude: 41.73, longitude: 1.83 })

  expect(receiver.messages().map(({ context, location }) => [context, location])).toEqual([
    [undefined, { latitude: 41.72, longitude: 1.82, name: 'Plaça Major' }],
    [
      { from: '34910000001', id: wamid },
      { latitude: 41.73, longitude: 1.83 },
    ],
  ])
})

test('somebody with only a username shows no phone anywhere and is reached by user id', async () => {
  const { double, receiver, graph } = await startSetting()
  const marc = double.person({ username: 'marc.p', name: 'Marc' })
  await marc.sends('hola')
  const recipient = marc.identity.bsuid
  const answer = await graph('POST', `${PHONE_NUMBER_ID}/messages`, {
    messaging_product: 'whatsapp',
    recipient,
    type: 'text',
    text: { body: 'Hola!' },
  })
  await marc.waitFor('Hola!')
  await double.settled()

  expect(answer.body.contacts).toEqual([{ input: recipient, user_id: recipient }])
  expect(JSON.stringify(receiver.values())).not.toMatch(/wa_id|recipient_id|"from":/)
  expect(receiver.messages()[0]).toMatchObject({ from_user_id: recipient })
})

test('a read receipt with typing ticks what the person wrote', async () => {
  const { double, graph } = await startSetting()
  const lucia = double.person({ phone: LUCIA })
  await lucia.sends('un')
  const second = await lucia.sends('dos')
  await lucia.sends('tres')
  const receipt = {
    messaging_product: 'whatsapp',
    status: 'read',
    message_id: second,
    typing_indicator: { type: 'text' },
  }
  expect(await graph('POST', `${PHONE_NUMBER_ID}/messages`, receipt)).toEqual({ status: 200, body: { success: true } })
  expect(lucia.sent.map(message => message.isRead)).toEqual([true, true, false])
  expect(lucia.thread.typingUntil).toBeDefined()
})

test('a call needs a token and a number that belongs to it', async () => {
  const { double, graph } = await startSetting()
  const body = { messaging_product: 'whatsapp', to: LUCIA, text: { body: 'hola' } }
  const refused = await graph('POST', `${PHONE_NUMBER_ID}/messages`, body, 'another')
  expect([refused.status, refused.body.error.code]).toEqual([401, 190])
  const unknown = await graph('POST', '123/messages', body)
  expect([unknown.status, unknown.body.error.code]).toEqual([400, 33])
  expect(unknown.body.error.fbtrace_id).toMatch(/^A\w{22}$/)
  expect(double.calls.map(call => call.status)).toEqual([401, 400])
})
