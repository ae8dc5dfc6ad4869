import type { Department } from '@pregoner/shared'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TestApi } from '../../../test/api.ts'
import { startTestApi } from '../../../test/api.ts'
import type { Client } from '../../../test/api-client.ts'
import { pothole } from '../../../test/sample-town.ts'
import { smallFlow } from '../../../test/small-flow.ts'

let api: TestApi
let admin: Client
beforeAll(async () => {
  api = await startTestApi()
  admin = await api.signedIn('admin@vila.example')
}, 60_000)
afterAll(() => api.close())

const town = async () => (await admin.get('/towns/vila')).body.town
const roads = async (): Promise<Department> => (await town()).departments.find(({ id }: Department) => id === 'roads')
const save = (list: string, entry: { id: string; [field: string]: unknown }, was: unknown) =>
  admin.send('PUT', `/towns/vila/${list}/${entry.id}`, { entry, was })
const topicOf = (id: string) => ({ id, name: { ca: id } })
const night = {
  id: 'night',
  name: { ca: 'Nit' },
  people: [],
  calendarId: null,
  email: null,
}

describe('entries of a town', () => {
  test('one is added, changed and removed, and each is in the activity log', async () => {
    expect((await save('departments', night, null)).status).toBe(200)
    const renamed = { ...night, name: { ca: 'Guàrdia' }, email: 'nit@vila.example' }
    expect((await save('departments', renamed, night)).status).toBe(200)
    expect((await town()).departments.at(-1)).toEqual(renamed)
    expect((await admin.send('DELETE', '/towns/vila/departments/night')).status).toBe(200)
    expect((await town()).departments.map(({ id }: Department) => id)).toEqual(['roads', 'parks'])
    const actions = (await api.deps.audit.newest('vila', 3)).map(({ action, object }) => `${action} ${object}`)
    expect(actions).toEqual(['department.remove night', 'department.save night', 'department.save night'])
  })

  test('who saves over what somebody else has changed is told what it is now', async () => {
    const before = await roads()
    const theirs = { ...before, email: 'vies@vila.example' }
    expect((await save('departments', theirs, before)).status).toBe(200)
    const { status, body } = await save('departments', { ...before, name: { ca: 'Carrers' } }, before)
    expect([status, body.code, body.current]).toEqual([409, 'stale', theirs])
    expect((await save('departments', night, { ...night, email: 'x@vila.example' })).status).toBe(404)
    expect((await save('departments', before, null)).body.code).toBe('stale')
  })

  test('many at once lose nothing', async () => {
    const ids = Array.from({ length: 12 }, (_, index) => `topic-${index}`)
    const answers = await Promise.all(ids.map(id => save('topics', topicOf(id), null)))
    expect(answers.map(({ status }) => status)).toEqual(ids.map(() => 200))
    expect((await town()).topics.map(({ id }: { id: string }) => id).sort()).toEqual(['news', ...ids].sort())
  })

  test('the id stays what it is, and only what the town has may be named', async () => {
    expect(
      (await admin.send('PUT', '/towns/vila/topics/one', { entry: { id: 'two', name: {} }, was: null })).status,
    ).toBe(404)
    const lost = { ...night, calendarId: 'nowhere' }
    expect((await save('departments', lost, null)).body.code).toBe('unknown_entry')
    const category = { id: 'noise', name: { ca: 'Soroll' }, departmentId: 'nowhere' }
    expect((await save('categories', category, null)).body.code).toBe('unknown_entry')
  })

  test('a calendar gets the public holidays of its region, whatever was sent', async () => {
    const shift = [
      { from: '09:00', to: '13:00' },
      { from: '15:00', to: '18:00' },
    ]
    const calendar = {
      ...{ id: 'office', name: 'Oficines', timeZone: 'Europe/Madrid', region: 'ES-CT' },
      weekly: { mon: shift, tue: shift, wed: shift, thu: shift, fri: shift, sat: [], sun: [] },
      ...{ publicHolidays: [{ date: '2026-01-02', name: 'Invented' }], ownHolidays: [], exceptions: [] },
    }
    const { status, body } = await save('calendars', calendar, null)
    expect(status).toBe(200)
    const names = body.publicHolidays.map(
      ({ date, name }: { date: string; name: string }) => `${date.slice(5)} ${name}`,
    )
    expect(names).toContain('09-11 Diada Nacional de Catalunya')
    expect(names.join()).not.toContain('Invented')
    expect((await save('calendars', { ...body, region: null }, body)).body.publicHolidays).toEqual([])
    const regions = (await admin.get('/towns/vila/holiday-regions')).body
    expect(regions[0]).toEqual({ code: 'ES', name: 'Espanya' })
    expect(regions).toContainEqual({ code: 'ES-CT', name: 'Catalunya' })
  })
})

describe('what is needed stays', () => {
  test('a department that flows, incidents, people and categories name is kept, and all of them are told', async () => {
    const flow = smallFlow('vies')
    const routing = {
      ...flow,
      nodes: [
        ...flow.nodes,
        { id: 'note', type: 'notify', position: { x: 0, y: 0 }, config: { departmentId: 'roads', text: { ca: 'x' } } },
      ],
    }
    const author = { by: 'Seed', at: new Date() }
    await api.deps.flows.create('vila', routing, author)
    await api.deps.flows.publish('vila', { flow: routing, rev: 1 }, [], '', author)
    const origin = {
      ...{ convId: 'vila:c', channelId: 'vila', channelKind: 'whatsapp' as const },
      ...{ contactName: null, windowEndsAt: null },
    }
    await api.deps.incidents.openIncident('vila', 'vila:c:1:0', origin, pothole(), new Date())

    const expected = [
      { by: 'flow', id: 'vies', name: routing.name, count: 1 },
      { by: 'incidents', id: '', name: '', count: 1 },
      { by: 'category', id: 'pothole', name: 'Forat', count: 1 },
      { by: 'person', name: 'agent of vila', count: 1, id: expect.any(String) },
    ]
    expect((await admin.get('/towns/vila/departments/roads/uses')).body).toEqual(expected)
    const { status, body } = await admin.send('DELETE', '/towns/vila/departments/roads')
    expect([status, body.code, body.current]).toEqual([409, 'in_use', expected])
    expect((await admin.get('/towns/vila/categories/pothole/uses')).body).toEqual([
      { by: 'incidents', id: '', name: '', count: 1 },
    ])
  })

  test('a person with open incidents stays in their department', async () => {
    const before = await roads()
    const mayor = { ...before, people: [{ id: 'mayor', name: 'Alba Roca', role: { ca: 'Alcaldessa' } }] }
    expect((await save('departments', mayor, before)).status).toBe(200)
    const origin = {
      ...{ convId: 'vila:d', channelId: 'vila', channelKind: 'whatsapp' as const },
      ...{ contactName: null, windowEndsAt: null },
    }
    const letter = pothole({ personId: 'mayor', reference: 'VIL-MAYR' })
    await api.deps.incidents.openIncident('vila', 'vila:d:1:0', origin, letter, new Date())
    const { body } = await save('departments', before, mayor)
    expect([body.code, body.current]).toEqual(['in_use', [{ by: 'incidents', id: '', name: '', count: 1 }]])
  })
})

describe('what the town says of itself', () => {
  test('it is saved as a whole, and the default language is one of its languages', async () => {
    const { key: _, departments: _d, categories: _c, topics: _t, calendars: _k, tables: _b, ...facts } = await town()
    const changed = { ...facts, name: 'Vila Nova', languages: ['ca'], allowedHosts: ['api.vila.example'] }
    const put = (body: unknown) => admin.send('PUT', '/towns/vila/facts', body)
    expect((await put({ facts: changed, was: facts })).status).toBe(200)
    expect(await town()).toMatchObject(changed)
    expect((await admin.get('/session')).body.memberships[0].townName).toBe('Vila Nova')
    expect((await put({ facts: changed, was: facts })).body).toMatchObject({ code: 'stale', current: changed })
    for (const wrong of [{ defaultLanguage: 'es' }, { timeZone: 'Vila/Nova' }, { allowedHosts: ['10.0.0.1'] }])
      expect((await put({ facts: { ...changed, ...wrong }, was: changed })).status).toBe(400)
  })
})
