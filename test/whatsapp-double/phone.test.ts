import { expect, test } from 'vitest'
import { recordOf, recordsOf } from './json.ts'
import { smallFiles } from './people/files.ts'
import { startSetting } from './setting.ts'

const LUCIA = '+34600111222'

async function startPhone() {
  const setting = await startSetting()
  const { url } = setting.double
  const post = async (path: string, body: unknown) => {
    const headers = { 'content-type': 'application/json' }
    const response = await fetch(`${url}/phone/${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
    return { status: response.status, body: recordOf(await response.json()) }
  }
  const key = String((await post('people', { name: 'Lucía', phone: LUCIA })).body.key)
  const act = (body: object) => post(`people/${encodeURIComponent(key)}/do`, body)
  const state = async () => recordOf(await (await fetch(`${url}/phone/state?person=${encodeURIComponent(key)}`)).json())
  return { ...setting, url, post, act, state, key }
}

test('the page and its parts are served, and ask for nothing elsewhere', async () => {
  const { url } = await startPhone()
  const html = await (await fetch(url)).text()
  const parts = [...html.matchAll(/(?:href|src)="(\/[^"]+)"/g)].map(match => match[1] ?? '')
  expect(parts.length).toBeGreaterThan(4)
  for (const part of parts) expect([part, (await fetch(url + part)).status]).toEqual([part, 200])
  expect(html).not.toMatch(/(?:href|src)="(https?:)?\/\//)
})

test('a person is made, writes, taps and sends a place and a photo', async () => {
  const { double, receiver, send, act, state, url, key } = await startPhone()
  await act({ action: 'text', text: 'Bon dia' })
  const action = { buttons: [{ type: 'reply', reply: { id: 'yes', title: 'Sí' } }] }
  await send(LUCIA, { type: 'interactive', interactive: { type: 'button', body: { text: 'Seguim?' }, action } })
  const { wamid } = await double.person({ phone: LUCIA }).waitFor('Seguim?')
  await act({ action: 'tap', wamid, id: 'yes' })
  await act({ action: 'place', latitude: '41.7', longitude: '1.8', name: 'Plaça' })
  const file = `${url}/phone/people/${encodeURIComponent(key)}/file?name=a.jpg&caption=Forat`
  const headers = { 'content-type': 'image/jpeg' }
  await fetch(file, { method: 'POST', headers, body: new Uint8Array(smallFiles.photo) })
  expect(receiver.messages()).toMatchObject([
    { text: { body: 'Bon dia' } },
    { interactive: { button_reply: { id: 'yes' } } },
    { location: { latitude: 41.7, longitude: 1.8, name: 'Plaça' } },
    { image: { caption: 'Forat' } },
  ])
  const { selected } = await state()
  const messages = recordsOf(recordOf(selected).messages)
  expect(messages.map(({ side, text }) => [side, text])).toEqual([
    ['person', 'Bon dia'],
    ['business', 'Seguim?'],
    ['person', 'Sí'],
    ['person', 'Plaça'],
    ['person', 'Forat'],
  ])
  const id = recordOf(messages.at(-1)?.media).id
  const shown = await fetch(`${url}/phone/media/${id}`)
  expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
})

test('the workshop makes faults and reviews templates; nonsense is refused in words', async () => {
  const { double, post, act, sendText, state } = await startPhone()
  await act({ action: 'text', text: 'hola' })
  await post('control', { fault: { code: 131056, to: LUCIA }, behaviour: { duplicate: 0.5 } })
  expect((await sendText(LUCIA, 'a')).body.error.code).toBe(131056)
  const { id } = double.template({ name: 'a', language: 'ca', status: 'PENDING', components: [] })
  await post('control', { template: { id, status: 'APPROVED' } })
  const { templates, behaviour } = await state()
  expect(recordsOf(templates).find(one => one.id === id)?.status).toBe('APPROVED')
  expect(behaviour).toMatchObject({ duplicate: 0.5 })
  expect(await act({ action: 'fly' })).toEqual({ status: 400, body: { error: 'The phone cannot do "fly".' } })
  expect((await act({ action: 'tap', wamid: 'x', id: 'y' })).body.error).toContain('does not offer "y"')
})

test('an open page hears of what happens', async () => {
  const { url, act } = await startPhone()
  const events = await fetch(`${url}/phone/events`)
  const reader = events.body?.getReader()
  void act({ action: 'text', text: 'hola' })
  const part = await reader?.read()
  expect(new TextDecoder().decode(part?.value)).toBe('data: changed\n\n')
  await reader?.cancel()
})
