import { describe, expect, test } from 'vitest'
import type { Calendar } from './calendar.ts'
import { compile } from './compile.ts'
import { newContact } from './contact.ts'
import { emptyFlow } from './flow.ts'
import { sceneOf } from './scene.ts'
import { newSession } from './session.ts'
import type { TownData } from './town.ts'

const mornings = [{ from: '09:00', to: '13:00' }]
const calendar: Calendar = {
  id: 'office',
  name: 'Office',
  timeZone: 'Europe/Madrid',
  weekly: { mon: mornings, tue: mornings, wed: mornings, thu: mornings, fri: mornings, sat: [], sun: [] },
  region: null,
  publicHolidays: [],
  ownHolidays: [],
  exceptions: [],
}
const town: TownData = {
  key: 'vila',
  name: 'Vila',
  languages: ['ca'],
  defaultLanguage: 'ca',
  country: 'ES',
  timeZone: 'Europe/Madrid',
  departments: [],
  categories: [],
  topics: [],
  calendars: [calendar],
  tables: [],
  texts: { help: {}, stopped: {}, notUnderstood: {}, apology: {} },
  words: {},
  allowedHosts: [],
}

function valueAt(now: string, name: string, at: TownData = town) {
  const flow = compile({ flowId: 'main', version: 1, flow: emptyFlow('main', 'Main', ['ca']), subflows: [] }, at)
  const session = newSession(newContact('Anna'), 1)
  return sceneOf(flow, session, { node: 'n', now: new Date(now), wait: null, draw: () => 0 }).value(name)
}

describe('a fact of the clock', () => {
  test.each([
    ['the day in the town, past midnight there already', '2026-11-22T23:30:00Z', 'today', '2026-11-23'],
    ['the moment it is', '2026-11-22T23:30:00Z', 'now', '2026-11-22T23:30:00.000Z'],
    ['somebody is there now', '2026-11-23T10:00:00Z', 'next_opening', '2026-11-23T10:00:00.000Z'],
    ['nobody is there before tomorrow', '2026-11-23T15:00:00Z', 'next_opening', '2026-11-24T08:00:00.000Z'],
  ])('is %s', (_meaning, now, name, value) => {
    expect(valueAt(now, name)).toBe(value)
  })

  test('is not known without a calendar', () => {
    expect(valueAt('2026-11-23T10:00:00Z', 'next_opening', { ...town, calendars: [] })).toBeUndefined()
  })
})
