import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../../../test/api.ts'
import type { Client } from '../../../test/api-client.ts'
import { type Lab, type Life, openLab } from '../../../test/faults/lab.ts'

const marta = '34600111111'
const pere = '34600222222'
let lab: Lab
let life: Life
let api: TestApi
let officer: Client
let agent: Client
let outsider: Client

const path = (phone: string) => `/towns/vila/conversations/${encodeURIComponent(lab.convIdOf(phone))}`
const search = (text: string) => `/towns/vila/conversation-search?text=${encodeURIComponent(text)}`
const heard = (phone: string) =>
  lab.platform.handedOver.filter(({ to }) => to.value === phone).map(({ message }) => message.text)

async function say(phone: string, ...texts: string[]) {
  for (const text of texts) {
    lab.clock.advance(1_000)
    await life.pipeline.receive.items(lab.channel, [lab.message(phone, `${text} ${lab.clock.now().getTime()}`, text)])
    await lab.settle(life)
  }
}

beforeAll(async () => {
  lab = await openLab()
  life = lab.begin()
  const order = (...args: Parameters<typeof life.pipeline.receive.order>) => life.pipeline.receive.order(...args)
  api = await startTestApi({ ...lab.stores, now: lab.clock.now, order })
  officer = await api.signedIn('officer@vila.example')
  agent = await api.signedIn('roads@vila.example')
  outsider = await api.signedIn('parks@vila.example')
  await say(marta, 'hola', 'Un forat', 'Davant de la farmàcia Müller', 'Ometre')
  await say(pere, 'hola', 'Avisos', 'Accepto')
}, 60_000)
afterAll(async () => {
  await life.pipeline.stop()
  await api.close()
  await lab.close()
})

describe('reading conversations', () => {
  test('an officer reads both directions, how far each message got, the way and what is around it', async () => {
    const { body } = await officer.get(`${path(marta)}/messages`)
    expect(body.messages.map(({ from, text }: { from: string; text: string }) => [from, text])).toEqual([
      ['contact', 'hola'],
      ['town', 'Què voleu?'],
      ['contact', 'Un forat'],
      ['town', 'Què passa?'],
      ['contact', 'Davant de la farmàcia Müller'],
      ['town', 'Una foto?'],
      ['contact', 'Ometre'],
      ['town', expect.stringContaining('Gràcies, número')],
    ])
    expect(body.messages[1]).toMatchObject({ state: 'accepted', choices: expect.arrayContaining(['Un forat']) })
    const detail = (await officer.get(path(marta))).body
    expect(detail).toMatchObject({
      phone: `+${marta}`,
      incidents: [{ summary: 'Forat: Davant de la farmàcia Müller' }],
    })
    const way = detail.path.map(({ node, exit }: { node: string; exit: string | null }) => `${node} ${exit}`)
    expect(way.slice(-3)).toEqual(['menu forat', 'menu null', 'start next'])
    expect(detail.path.at(-2)).toMatchObject({ flowName: 'Canal', type: 'menu', words: { ca: 'Què voleu?' } })
    const other = (await officer.get(path(pere))).body
    expect(other).toMatchObject({
      consents: [{ purpose: 'avisos', version: '1', accepted: true }],
      subscriptions: [{ topicId: 'news', subscribed: true }],
    })
  })

  test.each([
    ['farmacia muller', [marta]],
    ['FARMÀCIA', [marta]],
    ['600222', [pere]],
    ['avisos farmacia', []],
    ['+34600222222 rebràs', [pere]],
    ['.*', []],
    ['res de res', []],
  ])('searching for %j finds the conversations that hold it', async (text, phones) => {
    const { body } = await officer.get(search(text))
    const found = body.found.map(({ phone }: { phone: string }) => phone)
    expect(found).toEqual(phones.map(phone => `+${phone}`))
    expect(body).toMatchObject({ next: null, since: null })
  })

  test('what was found is shown with its words set off', async () => {
    const { body } = await officer.get(search('farmacia'))
    expect(body.found[0].message).toMatchObject({
      ...{ from: 'contact', text: 'Davant de la farmàcia Müller', marks: [[13, 21]] },
    })
    expect((await officer.get(search('600222'))).body.found[0].message).toBeNull()
  })

  test.each(['x', Buffer.from('{"contacts":{"$ne":1},"inbound":null,"outbound":null}').toString('base64url')])(
    'X7: a search that goes on from %s is refused',
    async before => {
      expect((await officer.get(`${search('hola')}&before=${before}`)).status).toBe(400)
    },
  )

  test('the list goes on where it ended', async () => {
    const first = (await officer.get('/towns/vila/conversations?limit=1')).body
    expect(first.conversations).toMatchObject([{ phone: `+${pere}` }])
    const second = (await officer.get(`/towns/vila/conversations?limit=1&before=${encodeURIComponent(first.next)}`))
      .body
    expect(second).toMatchObject({ conversations: [{ phone: `+${marta}` }], next: null })
  })

  test('agents read the contacts of their departments’ incidents, and find nothing of others', async () => {
    expect((await agent.get('/towns/vila/conversations')).body.conversations).toMatchObject([{ phone: `+${marta}` }])
    expect((await agent.get(path(marta))).status).toBe(200)
    expect((await agent.get(search('avisos'))).body.found).toEqual([])
    expect((await agent.get(search('farmacia'))).body.found).toHaveLength(1)
    expect((await outsider.get(search('farmacia'))).body.found).toEqual([])
    for (const [client, phone] of [
      [agent, pere],
      [outsider, marta],
    ] as const) {
      expect((await client.get(path(phone))).status).toBe(404)
      expect((await client.get(`${path(phone)}/messages`)).status).toBe(404)
    }
  })

  test('who opened or searched is in the log, once for what they keep looking at', async () => {
    await officer.get(path(marta))
    const opened = await lab.stores.audit.page('vila', { action: 'conversation.open', limit: 50 }, null)
    const people = opened.lines.filter(({ object }) => object === lab.convIdOf(marta)).map(({ personId }) => personId)
    expect(people).toHaveLength(2)
    expect(new Set(people).size).toBe(2)
    const searched = await lab.stores.audit.page('vila', { action: 'conversation.search', limit: 50 }, null)
    expect(searched.lines.length).toBeGreaterThan(0)
    expect(JSON.stringify(searched.lines)).not.toMatch(/farm/i)
  })
})

describe('blocking a sender', () => {
  test('what they write is kept and not answered, after a restart, too, until they are let in again', async () => {
    const blocked = await officer.send('PUT', `${path(pere)}/block`, { reason: 'Insults' })
    expect(blocked.body.blocked).toMatchObject({ by: 'officer of vila', reason: 'Insults' })
    await life.pipeline.stop()
    life = lab.begin()
    const before = heard(pere).length
    await say(pere, 'hola', 'res', 'Un forat')
    expect(heard(pere)).toHaveLength(before)
    const { body } = await officer.get(`${path(pere)}/messages`)
    expect(body.messages.at(-1)).toMatchObject({ from: 'contact', text: 'Un forat' })
    const listed = await officer.get('/towns/vila/conversations?only=blocked')
    expect(listed.body.conversations).toMatchObject([{ phone: `+${pere}`, blocked: { reason: 'Insults' } }])
    expect((await officer.send('DELETE', `${path(pere)}/block`)).body.blocked).toBeNull()
    await say(pere, 'hola')
    expect(heard(pere).at(-1)).toBe('Què voleu?')
  })

  test('they may still ask for what the law lets everybody ask for', async () => {
    await officer.send('PUT', `${path(pere)}/block`, { reason: 'Insults' })
    await say(pere, 'les meves dades')
    await lab.settle(life)
    expect(heard(pere).at(-1)).toContain('/my-data/')
    const { body } = await officer.get(`${path(pere)}/messages`)
    expect(body.messages.at(-1).text).toMatch(/dades: …/)
  })

  test('agents may not block', async () => {
    expect((await agent.send('PUT', `${path(marta)}/block`, { reason: 'x' })).status).toBe(403)
  })
})
