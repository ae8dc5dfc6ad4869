import { flowLock, TAB_HEADER } from '@pregoner/shared'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestApi } from '../../../test/api.ts'
import { PASSWORD, startTestApi } from '../../../test/api.ts'
import type { Client } from '../../../test/api-client.ts'
import { smallFlow } from '../../../test/small-flow.ts'

const MARTA = 'martatab'
const JOAN = 'joantab1'
const author = { by: 'Seed', at: new Date() }

let api: TestApi
let marta: Client
let joan: Client
let made = 0

beforeAll(async () => {
  api = await startTestApi()
  const person = { password: PASSWORD, parts: [{ townKey: 'vila', role: 'officer' as const, departments: [] }] }
  await api.deps.accounts.savePerson({ ...person, email: 'marta@vila.example', name: 'Marta' })
  await api.deps.accounts.savePerson({ ...person, email: 'joan@vila.example', name: 'Joan' })
  marta = await api.signedIn('marta@vila.example')
  joan = await api.signedIn('joan@vila.example')
}, 60_000)
afterAll(() => api.close())

async function newFlow() {
  made += 1
  const id = `lock-${made}`
  await api.deps.flows.create('vila', smallFlow(id), author)
  const path = `/towns/vila/flows/${id}`
  const act = async (client: Client, tab: string, action: string) =>
    flowLock.parse((await client.post(`${path}/lock`, { tab, action })).body)
  const save = (client: Client, rev: number, name: string, headers?: Record<string, string>) =>
    client.send('PUT', path, { rev, flow: { ...smallFlow(id), name } }, headers)
  const name = async () => (await api.deps.flows.draft('vila', id))?.flow.name
  return { id, path, act, save, name }
}

test('a save by others is refused with the holder’s name while somebody edits, and stores nothing', async () => {
  const { path, act, save, name } = await newFlow()
  expect(await act(marta, MARTA, 'hold')).toMatchObject({
    holder: { name: 'Marta', isYou: true, isThisTab: true },
    rev: 1,
  })
  expect(await act(joan, JOAN, 'hold')).toMatchObject({ holder: { name: 'Marta', isYou: false, isThisTab: false } })
  for (const tab of [JOAN, MARTA, '$ne', undefined]) {
    const refused = await save(joan, 1, 'Joan’s', tab === undefined ? undefined : { [TAB_HEADER]: tab })
    expect([refused.status, refused.body.code, refused.body.current]).toEqual([
      409,
      'locked',
      { holder: 'Marta', isYou: false },
    ])
  }
  const otherTab = await save(marta, 1, 'Marta’s other tab', { [TAB_HEADER]: 'othertab' })
  expect(otherTab.body).toMatchObject({ code: 'locked', current: { isYou: true } })
  expect((await save(marta, 1, 'Marta’s', { [TAB_HEADER]: MARTA })).status).toBe(200)
  expect((await joan.post(`${path}/publish`, { rev: 2, note: '' })).body.code).toBe('locked')
  expect((await joan.send('DELETE', path)).body.code).toBe('locked')
  expect(await name()).toBe('Marta’s')
})

test('restoring a version is refused, too, while somebody else edits', async () => {
  const { path, act } = await newFlow()
  await joan.post(`${path}/publish`, { rev: 1, note: '' })
  await act(marta, MARTA, 'hold')
  expect((await joan.post(`${path}/versions/1/restore`, { rev: 1 })).body.code).toBe('locked')
  expect((await marta.post(`${path}/versions/1/restore`, { rev: 1 }, { [TAB_HEADER]: MARTA })).status).toBe(200)
})

test('where nobody edits, everybody may save', async () => {
  const { act, save } = await newFlow()
  expect((await save(joan, 1, 'One')).status).toBe(200)
  await act(marta, MARTA, 'hold')
  await act(marta, MARTA, 'release')
  expect((await save(joan, 2, 'Two')).status).toBe(200)
})

test('who is asked hands over, and the other saves from then on', async () => {
  const { act, save } = await newFlow()
  await act(marta, MARTA, 'hold')
  expect((await act(joan, JOAN, 'ask')).ask).toMatchObject({ name: 'Joan', isThisTab: true, isDeclined: false })
  expect((await act(marta, MARTA, 'hold')).ask).toMatchObject({ name: 'Joan', isThisTab: false })
  expect((await act(marta, MARTA, 'hand_over')).holder).toMatchObject({ name: 'Joan', isThisTab: false })
  expect((await save(marta, 1, 'Late', { [TAB_HEADER]: MARTA })).body.code).toBe('locked')
  expect((await save(joan, 1, 'Joan’s', { [TAB_HEADER]: JOAN })).status).toBe(200)
})

test('who does not answer for a minute, nor changes anything, loses it', async () => {
  const { act } = await newFlow()
  await act(marta, MARTA, 'hold')
  await act(joan, JOAN, 'ask')
  const early = await act(joan, JOAN, 'take_over')
  expect([early.holder?.name, (early.ask?.ripeInMs ?? 0) > 50_000]).toEqual(['Marta', true])
  api.later(0.6)
  await act(marta, MARTA, 'hold')
  api.later(0.6)
  expect((await act(joan, JOAN, 'take_over')).holder).toMatchObject({ name: 'Joan', isThisTab: true })
})

test('a tab that has died keeps nobody waiting for longer than a minute', async () => {
  const { id, act } = await newFlow()
  await act(marta, MARTA, 'hold')
  const listed = async () =>
    (await joan.get('/towns/vila/flows')).body.find((flow: { id: string }) => flow.id === id).editedBy
  expect(await listed()).toBe('Marta')
  api.later(1)
  expect(await listed()).toBeNull()
  expect((await act(joan, JOAN, 'hold')).holder?.name).toBe('Joan')
})

test('looking takes nothing', async () => {
  const { path } = await newFlow()
  expect(flowLock.parse((await joan.get(`${path}/lock`)).body)).toMatchObject({ holder: null, ask: null, rev: 1 })
})

test.each([
  ['an action nobody knows', { tab: MARTA, action: 'steal' }],
  ['no tab', { action: 'hold' }],
  ['an operator as tab', { tab: { $ne: '' }, action: 'hold' }],
  ['more than that', { tab: MARTA, action: 'hold', holder: 'Joan' }],
])('X24: %s is refused', async (_name, body) => {
  const { path } = await newFlow()
  expect((await marta.post(`${path}/lock`, body)).status).toBe(400)
})
