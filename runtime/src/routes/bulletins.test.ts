import { type BulletinDraft, townDateTime } from '@pregoner/shared'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../../../test/api.ts'
import type { Client } from '../../../test/api-client.ts'

let api: TestApi
let officer: Client
const table = {
  ...{ id: 'duty', name: 'Farmàcies', departmentId: null, rows: [] },
  columns: [{ id: 'name', label: 'Nom', kind: 'text' as const, required: true }],
}
const draft: BulletinDraft = {
  ...{ name: 'Farmàcies', topicId: 'news', isOn: false, weekdays: [1], time: '09:00', intro: { ca: 'Guàrdia:' } },
  sections: [{ tableId: 'duty', when: 'now', heading: {}, rowText: { ca: '{{row.name}}' }, maxRows: 5 }],
  outro: {},
}
beforeAll(async () => {
  api = await startTestApi()
  await api.deps.towns.change('vila', () => ({ tables: [table] }))
  officer = await api.signedIn('officer@vila.example')
})
afterAll(() => api.close())

test('an officer makes a bulletin, turns it on, and deletes it', async () => {
  const made = await officer.send('POST', '/towns/vila/bulletins', draft)
  expect(made.body).toMatchObject({ ...draft, rev: 1, nextAt: null, issues: [], by: 'officer of vila' })
  const path = `/towns/vila/bulletins/${made.body.id}`
  const on = await officer.send('PUT', path, { ...draft, isOn: true, weekdays: [5], rev: 1 })
  const next = townDateTime(new Date(on.body.nextAt), 'Europe/Madrid')
  expect([next.weekday, next.time, on.body.rev]).toEqual([5, '09:00', 2])
  expect(new Date(on.body.nextAt).getTime()).toBeGreaterThan(Date.now())
  const old = await officer.send('PUT', path, { ...draft, rev: 1 })
  expect([old.status, old.body.code, old.body.current.rev]).toEqual([409, 'stale', 2])
  expect((await officer.send('GET', '/towns/vila/bulletins')).body).toHaveLength(1)
  expect((await officer.send('DELETE', `${path}?rev=2`)).status).toBe(200)
  expect((await officer.send('GET', '/towns/vila/bulletins')).body).toEqual([])
  const actions = (await api.deps.audit.newest('vila', 3)).map(({ action }) => action)
  expect(actions).toEqual(['bulletin.delete', 'bulletin.change', 'bulletin.create'])
})

test.each([
  ['a topic there is not', { topicId: 'gone' }, 422],
  ['a table there is not', { sections: [{ ...draft.sections[0], tableId: 'gone' }] }, 422],
  ['a column there is not', { sections: [{ ...draft.sections[0], rowText: { ca: '{{row.street}}' } }] }, 400],
  ['no line at all', { sections: [{ ...draft.sections[0], rowText: {} }] }, 400],
  ['no day', { weekdays: [] }, 400],
  ['a day twice', { weekdays: [1, 1] }, 400],
  ['an hour there is not', { time: '24:00' }, 400],
])('%s is refused', async (_what, change, status) => {
  expect((await officer.send('POST', '/towns/vila/bulletins', { ...draft, ...change })).status).toBe(status)
})
