import { expect, test } from 'vitest'
import { PHONE_NUMBER_ID, startSetting } from './setting.ts'

const LUCIA = '+34600111222'

const reminder = {
  name: 'cita_recordatorio',
  language: 'es_ES',
  category: 'UTILITY',
  components: [
    { type: 'HEADER', format: 'DOCUMENT' },
    { type: 'BODY', text: 'Hola {{1}}, su cita es el {{2}}.', example: { body_text: [['Lucía', 'martes']] } },
    {
      type: 'BUTTONS',
      buttons: [
        { type: 'QUICK_REPLY', text: 'Confirmo' },
        { type: 'URL', text: 'Ver', url: 'https://example.org/{{1}}' },
      ],
    },
  ],
}
const header = { type: 'header', parameters: [{ type: 'document', document: { link: 'https://example.org/a.pdf' } }] }
const texts = (...of: string[]) => ({ type: 'body', parameters: of.map(text => ({ type: 'text', text })) })
const payload = {
  type: 'button',
  sub_type: 'quick_reply',
  index: '0',
  parameters: [{ type: 'payload', payload: 'cita:77' }],
}
const address = { type: 'button', sub_type: 'url', index: '1', parameters: [{ type: 'text', text: '77' }] }
const filled = [header, texts('Lucía', 'martes 25'), payload, address]
const message = (components: object[], name = 'cita_recordatorio', code = 'es_ES') => ({
  type: 'template',
  template: { name, language: { code }, components },
})

test('a template is made, reviewed by hand, sent, and its button tapped', async () => {
  const { double, receiver, graph, send, channel } = await startSetting()
  const lucia = double.person({ phone: LUCIA })
  const made = await graph('POST', `${channel.wabaId}/message_templates`, reminder)
  expect(made.body).toMatchObject({ status: 'PENDING', category: 'UTILITY' })
  expect((await send(LUCIA, message(filled))).body.error.code).toBe(132001)

  await double.moderate(made.body.id, 'APPROVED')
  expect(receiver.values().at(-1)).toMatchObject({ event: 'APPROVED', message_template_name: 'cita_recordatorio' })
  const approved = await graph('GET', `${channel.wabaId}/message_templates?status=APPROVED&limit=1`)
  expect(approved.body.data).toMatchObject([{ name: 'hello_world' }])
  const next = await graph('GET', `${channel.wabaId}/message_templates?after=${approved.body.paging.cursors.after}`)
  expect(next.body.data).toMatchObject([{ name: 'cita_recordatorio', status: 'APPROVED' }])

  await send(LUCIA, message(filled))
  const received = await lucia.waitFor(1)
  expect(received).toMatchObject({
    type: 'template',
    text: 'Hola Lucía, su cita es el martes 25.',
    template: { parameters: ['Lucía', 'martes 25'] },
    buttons: [{ id: 'cita:77', title: 'Confirmo' }],
  })
  await lucia.taps('Confirmo')
  expect(receiver.messages().at(-1)).toMatchObject({
    type: 'button',
    button: { payload: 'cita:77', text: 'Confirmo' },
    context: { id: received.wamid },
  })
})

test.each([
  ['an unknown template', 132001, message([], 'altra')],
  ['another language', 132001, message(filled, 'cita_recordatorio', 'ca')],
  ['a parameter too few', 132000, message([header, texts('Lucía'), address])],
  ['no header', 132012, message([texts('Lucía', 'martes'), address])],
  ['a text over several lines', 132018, message([header, texts('Lucía', 'a\nb'), address])],
  ['a body that becomes too long', 132005, message([header, texts('Lucía', 'a'.repeat(1100)), address])],
  ['a button of another kind', 132012, message([header, texts('a', 'b'), { ...address, index: '0' }])],
  ['no address for the link', 131008, message([header, texts('a', 'b')])],
])('a template message is refused: %s', async (_what, code, part) => {
  const { double, send } = await startSetting()
  double.template(reminder)
  const { status, body } = await send(LUCIA, part)
  expect([body.error?.code, status]).toEqual([code, code === 132001 ? 404 : 400])
})

test.each([
  ['PAUSED', 132015],
  ['DISABLED', 132016],
  ['REJECTED', 132001],
] as const)('a template that is %s is refused', async (status, code) => {
  const { double, send } = await startSetting()
  await double.moderate(double.template(reminder).id, status)
  expect((await send(LUCIA, message(filled))).body.error.code).toBe(code)
})

test('named parameters are filled in by their names', async () => {
  const { double, send } = await startSetting()
  const lucia = double.person({ phone: LUCIA })
  const body = { type: 'BODY', text: 'Bon dia {{nom}}, fins {{dia}}!' }
  double.template({ name: 'avis', language: 'ca', parameterFormat: 'NAMED', components: [body] })
  const named = (parameter_name: string, text: string) => ({ type: 'text', parameter_name, text })
  const parts = (...parameters: object[]) => message([{ type: 'body', parameters }], 'avis', 'ca')
  await send(LUCIA, parts(named('dia', 'dilluns'), named('nom', 'Lucía')))
  expect((await lucia.waitFor(1)).text).toBe('Bon dia Lucía, fins dilluns!')
  expect((await send(LUCIA, parts(named('dia', 'a'), named('hora', 'b')))).body.error.code).toBe(132012)
})

test('who stopped marketing gets none, but everything else', async () => {
  const { double, receiver, send, sendText } = await startSetting()
  const lucia = double.person({ phone: LUCIA })
  await lucia.sends('hola')
  await lucia.stopsMarketing()
  const components = [{ type: 'BODY', text: 'Fira!' }]
  double.template({ name: 'fira', language: 'ca', category: 'MARKETING', components })
  const offer = await send(LUCIA, message([], 'fira', 'ca'))
  await lucia.waitForProgress(offer.body.messages[0].id, 'failed')
  await sendText(LUCIA, 'Hola')
  await lucia.waitFor('Hola')
  await double.settled()
  expect(receiver.values().some(value => 'user_preferences' in value)).toBe(true)
  expect(receiver.statuses()[0]?.errors).toMatchObject([{ code: 131050 }])
})

test.each([
  ['a name with capitals', { name: 'Cita' }, 100],
  ['an unknown category', { category: 'SPAM' }, 100],
  ['no body', { components: [{ type: 'FOOTER', text: 'a' }] }, 100],
  ['a variable at the end', { components: [{ type: 'BODY', text: 'Hola {{1}}', example: {} }] }, 131009],
  ['no example', { components: [{ type: 'BODY', text: 'Hola {{1}}.' }] }, 131009],
  [
    'a long footer',
    {
      components: [
        { type: 'BODY', text: 'a' },
        { type: 'FOOTER', text: 'a'.repeat(61) },
      ],
    },
    131009,
  ],
  ['what exists', { name: 'hello_world', language: 'en_US' }, 100],
])('a new template is refused: %s', async (_what, change, code) => {
  const { graph, channel } = await startSetting()
  const answer = await graph('POST', `${channel.wabaId}/message_templates`, { ...reminder, ...change })
  expect(answer.body.error.code).toBe(code)
})

test('the number tells about itself and keeps its profile', async () => {
  const { graph } = await startSetting()
  expect((await graph('GET', `${PHONE_NUMBER_ID}?fields=display_phone_number,quality_rating`)).body).toEqual({
    id: PHONE_NUMBER_ID,
    display_phone_number: '+34 910 000 001',
    quality_rating: 'GREEN',
  })
  const profile = { messaging_product: 'whatsapp', about: 'Ajuntament', vertical: 'GOVT' }
  expect((await graph('POST', `${PHONE_NUMBER_ID}/whatsapp_business_profile`, profile)).body).toEqual({ success: true })
  const read = await graph('GET', `${PHONE_NUMBER_ID}/whatsapp_business_profile?fields=about,vertical`)
  expect(read.body.data).toEqual([{ about: 'Ajuntament', vertical: 'GOVT', messaging_product: 'whatsapp' }])
})

test('a number that is not registered sends nothing', async () => {
  const { graph, sendText } = await startSetting()
  await graph('POST', `${PHONE_NUMBER_ID}/deregister`)
  expect((await sendText(LUCIA, 'a')).body.error.code).toBe(133010)
  const pin = { messaging_product: 'whatsapp', pin: '12345' }
  expect((await graph('POST', `${PHONE_NUMBER_ID}/register`, pin)).body.error.code).toBe(131009)
  await graph('POST', `${PHONE_NUMBER_ID}/register`, { ...pin, pin: '123456' })
  expect((await sendText(LUCIA, 'a')).status).toBe(200)
})

test('a blocked person is not heard until unblocked', async () => {
  const { double, receiver, graph } = await startSetting()
  const lucia = double.person({ phone: LUCIA })
  const users = { messaging_product: 'whatsapp', block_users: [{ user: LUCIA }] }
  await graph('POST', `${PHONE_NUMBER_ID}/block_users`, users)
  await lucia.sends('hola?')
  expect(receiver.received).toEqual([])
  expect((await graph('GET', `${PHONE_NUMBER_ID}/block_users`)).body.data).toMatchObject([{ wa_id: '34600111222' }])
  await graph('DELETE', `${PHONE_NUMBER_ID}/block_users`, users)
  await lucia.sends('hola!')
  expect(receiver.messages()).toHaveLength(1)
})

test('webhooks flow while the app is subscribed, and to another address once that has proved itself', async () => {
  const { double, receiver, graph, channel } = await startSetting()
  const lucia = double.person({ phone: LUCIA })
  const path = `${channel.wabaId}/subscribed_apps`
  await graph('DELETE', path)
  await lucia.sends('ningú escolta')
  expect([receiver.received.length, (await graph('GET', path)).body.data]).toEqual([0, []])
  const override = { override_callback_uri: receiver.url, verify_token: 'wrong' }
  expect((await graph('POST', path, override)).body.error.code).toBe(100)
  await graph('POST', path, { ...override, verify_token: channel.verifyToken })
  await lucia.sends('hola')
  expect(receiver.messages()).toHaveLength(1)
})

test('the same messages go through a solution provider without version and number in the path', async () => {
  const { double, channel } = await startSetting()
  const lucia = double.person({ phone: LUCIA })
  await lucia.sends('hola')
  const response = await fetch(`${double.url}/messages`, {
    method: 'POST',
    headers: { 'd360-api-key': channel.accessToken, 'content-type': 'application/json' },
    body: JSON.stringify({ messaging_product: 'whatsapp', to: LUCIA, text: { body: 'Hola!' } }),
  })
  expect(response.status).toBe(200)
  await lucia.waitFor('Hola!')
})
