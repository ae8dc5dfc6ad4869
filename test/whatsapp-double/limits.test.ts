import { expect, test } from 'vitest'
import { startSetting } from './setting.ts'

const LUCIA = '+34600111222'
const long = (length: number) => 'à'.repeat(length)
const interactive = (part: object) => ({ type: 'interactive', interactive: part })
const body = { text: 'Trieu' }

const button = (id: string, title: string) => ({ type: 'reply', reply: { id, title } })
const buttons = (...of: object[]) => interactive({ type: 'button', body, action: { buttons: of } })
const three = [button('1', 'U'), button('2', 'Dos'), button('3', 'Tres')]

const row = (id: string, more: object = {}) => ({ id, title: `Fila ${id}`, ...more })
const rows = (count: number, from = 0) => Array.from({ length: count }, (_, index) => row(String(from + index)))
const list = (sections: object[], more: object = {}) =>
  interactive({ type: 'list', body, action: { button: 'Veure', sections }, ...more })
const link = (parameters: object, more: object = {}) =>
  interactive({ type: 'cta_url', body, action: { name: 'cta_url', parameters }, ...more })
const flow = (parameters: object) =>
  interactive({
    type: 'flow',
    body,
    action: { name: 'flow', parameters: { flow_message_version: '3', ...parameters } },
  })
const screen = { flow_action_payload: { screen: 'START' } }

const accepted: [string, object][] = [
  ['4,096 characters of text', { text: { body: long(4096) } }],
  ['3 buttons with 20 characters', buttons(button('1', long(20)), button('2', 'b'), button(long(256), 'c'))],
  [
    'a header, 1,024 characters and a footer',
    interactive({
      type: 'button',
      header: { type: 'text', text: long(60) },
      body: { text: long(1024) },
      footer: { text: long(60) },
      action: { buttons: three },
    }),
  ],
  [
    '10 rows in 2 sections',
    list([
      { title: 'A', rows: rows(5) },
      { title: long(24), rows: rows(5, 5) },
    ]),
  ],
  ['a list body of 4,096 characters', list([{ title: 'A', rows: rows(1) }], { body: { text: long(4096) } })],
  ['a row at its limits', list([{ title: 'A', rows: [{ id: long(200), title: long(24), description: long(72) }] }])],
  ['a link button', link({ display_text: long(20), url: 'https://example.org/a' })],
  ['a place', { type: 'location', location: { latitude: 41.7, longitude: '1.8', name: 'Plaça' } }],
  ['a contact', { type: 'contacts', contacts: [{ name: { formatted_name: 'Joan', first_name: 'Joan' } }] }],
  ['a picture by link', { type: 'image', image: { link: 'https://example.org/a.jpg', caption: long(1024) } }],
  ['a flow', flow({ flow_id: '1', flow_cta: 'Omple', ...screen })],
  ['callback data of 512 characters', { text: { body: 'a' }, biz_opaque_callback_data: long(512) }],
]

const refused: [string, number, object][] = [
  ['4,097 characters of text', 131009, { text: { body: long(4097) } }],
  ['an empty text', 131009, { text: { body: ' ' } }],
  ['a text without body', 131008, { text: {} }],
  ['a number as text', 100, { text: { body: 5 } }],
  ['an unknown key', 100, { text: { body: 'a', colour: 'red' } }],
  ['an unknown type', 100, { type: 'hologram', hologram: {} }],
  ['the part of another type', 100, { type: 'text', text: { body: 'a' }, image: { id: '1' } }],
  ['callback data of 513 characters', 131009, { text: { body: 'a' }, biz_opaque_callback_data: long(513) }],
  ['no buttons', 131009, buttons()],
  ['4 buttons', 131009, buttons(...three, button('4', 'Quatre'))],
  ['a button of 21 characters', 131009, buttons(button('1', long(21)))],
  ['a button id of 257 characters', 131009, buttons(button(long(257), 'a'))],
  ['two buttons with one title', 131009, buttons(button('1', 'a'), button('2', 'a'))],
  ['two buttons with one id', 131009, buttons(button('1', 'a'), button('1', 'b'))],
  [
    'a button body of 1,025 characters',
    131009,
    interactive({ type: 'button', body: { text: long(1025) }, action: { buttons: three } }),
  ],
  ['no body', 131008, interactive({ type: 'button', action: { buttons: three } })],
  [
    'a header of 61 characters',
    131009,
    interactive({ type: 'button', header: { type: 'text', text: long(61) }, body, action: { buttons: three } }),
  ],
  [
    'a footer of 61 characters',
    131009,
    interactive({ type: 'button', body, footer: { text: long(61) }, action: { buttons: three } }),
  ],
  ['11 rows in one section', 131009, list([{ title: 'A', rows: rows(11) }])],
  [
    '11 rows in two sections',
    131009,
    list([
      { title: 'A', rows: rows(6) },
      { title: 'B', rows: rows(5, 6) },
    ]),
  ],
  ['11 sections', 131009, list(rows(11).map(one => ({ title: 'S', rows: [one] })))],
  ['a section without title', 131008, list([{ rows: rows(1) }])],
  ['a section title of 25 characters', 131009, list([{ title: long(25), rows: rows(1) }])],
  ['a row title of 25 characters', 131009, list([{ title: 'A', rows: [{ id: '1', title: long(25) }] }])],
  ['a row description of 73 characters', 131009, list([{ title: 'A', rows: [row('1', { description: long(73) })] }])],
  ['an empty row description', 131009, list([{ title: 'A', rows: [row('1', { description: '' })] }])],
  ['a row id of 201 characters', 131009, list([{ title: 'A', rows: [{ id: long(201), title: 'a' }] }])],
  ['two rows with one id', 131009, list([{ title: 'A', rows: [row('1'), row('1')] }])],
  [
    'a list button of 21 characters',
    131009,
    interactive({ type: 'list', body, action: { button: long(21), sections: [{ title: 'A', rows: rows(1) }] } }),
  ],
  ['a list body of 4,097 characters', 131009, list([{ title: 'A', rows: rows(1) }], { body: { text: long(4097) } })],
  [
    'a picture over a list',
    100,
    list([{ title: 'A', rows: rows(1) }], { header: { type: 'image', image: { link: 'https://example.org/a.jpg' } } }),
  ],
  ['a link label of 21 characters', 131009, link({ display_text: long(21), url: 'https://example.org' })],
  ['a link that is none', 131009, link({ display_text: 'a', url: 'example.org' })],
  [
    'a place request with a footer',
    100,
    interactive({ type: 'location_request_message', body, footer: { text: 'a' }, action: { name: 'send_location' } }),
  ],
  [
    'a place request with another action',
    131009,
    interactive({ type: 'location_request_message', body, action: { name: 'send' } }),
  ],
  ['a flow button with emoji', 131009, flow({ flow_id: '1', flow_cta: 'Omple 📝', ...screen })],
  ['a flow by id and name', 131009, flow({ flow_id: '1', flow_name: 'a', flow_cta: 'Omple', ...screen })],
  [
    'a flow with empty data',
    131009,
    flow({ flow_id: '1', flow_cta: 'Omple', flow_action_payload: { screen: 'A', data: {} } }),
  ],
  [
    'a flow that exchanges data with a payload',
    131009,
    flow({ flow_id: '1', flow_cta: 'Omple', flow_action: 'data_exchange', ...screen }),
  ],
  ['a place off the earth', 131009, { type: 'location', location: { latitude: 91, longitude: 0 } }],
  ['a place without longitude', 131008, { type: 'location', location: { latitude: 41 } }],
  ['a picture by id and link', 131009, { type: 'image', image: { id: '1', link: 'https://example.org/a.jpg' } }],
  ['a picture by neither', 131009, { type: 'image', image: {} }],
  ['a picture nobody uploaded', 100, { type: 'image', image: { id: '1' } }],
  [
    'a caption of 1,025 characters',
    131009,
    { type: 'image', image: { link: 'https://example.org/a.jpg', caption: long(1025) } },
  ],
  ['a caption on a voice message', 100, { type: 'audio', audio: { link: 'https://example.org/a.ogg', caption: 'a' } }],
  [
    'a reaction to what was not received',
    131009,
    { type: 'reaction', reaction: { message_id: 'wamid.X', emoji: '👍' } },
  ],
  ['two emoji as a reaction', 131009, { type: 'reaction', reaction: { message_id: 'wamid.X', emoji: '👍👍' } }],
  ['a contact with its full name only', 131008, { type: 'contacts', contacts: [{ name: { formatted_name: 'Joan' } }] }],
]

test('everything within the limits is taken', async () => {
  const { double, send } = await startSetting()
  const lucia = double.person({ phone: LUCIA })
  await lucia.sends('hola')
  for (const [what, message] of accepted) expect([what, (await send(LUCIA, message)).status]).toEqual([what, 200])
  await lucia.waitFor(accepted.length)
})

test('everything beyond the limits is refused, with a code and a reason', async () => {
  const { double, send } = await startSetting()
  const lucia = double.person({ phone: LUCIA })
  await lucia.sends('hola')
  for (const [what, code, message] of refused) {
    const { status, body: answer } = await send(LUCIA, message)
    expect([what, status, answer.error?.code]).toEqual([what, 400, code])
    expect(answer.error).toMatchObject({
      message: expect.stringContaining(`(#${code})`),
      type: 'OAuthException',
      error_data: { messaging_product: 'whatsapp', details: expect.stringMatching(/.{10,}/) },
      fbtrace_id: expect.stringMatching(/^A\w{22}$/),
    })
  }
  await double.settled()
  expect(lucia.inbox).toEqual([])
})

test.each([
  ['letters', '+34abc', 131009],
  ['too short', '+34', 131009],
  ['the business itself', '+34910000001', 131021],
])('a recipient that cannot be: %s', async (_what, to, code) => {
  const { sendText } = await startSetting()
  expect((await sendText(to, 'hola')).body.error.code).toBe(code)
})
