import type { Calendar, IncidentSummary } from '@pregoner/shared'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestDatabase } from '../../../test/database.ts'
import { openTestDatabase } from '../../../test/database.ts'
import { pothole, sampleTown } from '../../../test/sample-town.ts'
import type { Scope } from '../accounts/scope.ts'
import type { IncidentEdit } from './incident-edits.ts'
import type { IncidentOrigin, IncidentStore } from './incident-store.ts'
import { createIncidentStore } from './incident-store.ts'
import { createTownStore } from './town-store.ts'

const scope: Scope = { townKey: 'vila', role: 'officer', departments: [], personId: 'o', personName: 'Oriol' }
const convId = 'vila:contact-1'
const origin: IncidentOrigin = {
  convId,
  channelId: 'vila',
  channelKind: 'webchat',
  contactName: null,
  windowEndsAt: null,
}
const mornings = [{ from: '09:00', to: '13:00' }]
const calendar = (id: string, from: string): Calendar => {
  const hours = [{ from, to: '13:00' }]
  return {
    ...{ id, name: id, timeZone: 'UTC', region: null, publicHolidays: [], ownHolidays: [], exceptions: [] },
    weekly: { mon: hours, tue: hours, wed: mornings, thu: mornings, fri: mornings, sat: [], sun: [] },
  }
}

let database: TestDatabase
let incidents: IncidentStore
let clock = new Date()
let made = 0
const MONDAY = '2026-11-30'
const at = (time: string, day = MONDAY) => new Date(`${day}T${time}:00Z`)
const told = ({ dueFor, dueAt }: IncidentSummary) => [dueFor, dueAt?.slice(5, 16) ?? null]

beforeAll(async () => {
  database = await openTestDatabase()
  incidents = createIncidentStore(database.connection, () => clock)
  await database.createIndexes()
  const town = sampleTown()
  const deadlines = { answerHours: 2, resolveHours: 8 }
  await createTownStore(database.connection).save({
    ...town,
    calendars: [calendar('office', '09:00'), calendar('late-office', '11:00')],
    departments: town.departments.map(one => ({ ...one, calendarId: one.id === 'roads' ? 'office' : 'late-office' })),
    categories: town.categories.map(one => ({ ...one, deadlines })),
  })
})
afterAll(() => database.close())

async function opened(time: string, more: Parameters<typeof pothole>[0] = {}): Promise<IncidentSummary> {
  made += 1
  const effect = pothole({ reference: `C-${made}`, ...more })
  clock = at(time)
  return (await incidents.openIncident('vila', `vila:c:${made}:0`, origin, effect, clock)).summary
}

async function edited(
  { id, rev }: IncidentSummary,
  set: IncidentEdit['set'],
  when: Date = clock,
): Promise<IncidentSummary> {
  clock = when
  const saved = await incidents.edit(scope, id, rev, { set, entries: [], outbox: [] })
  if (!saved) throw new Error('the edit was refused')
  return saved.summary
}

test('what is opened is due by the calendar of its department', async () => {
  expect(told(await opened('12:00'))).toEqual(['answer', '12-01T10:00'])
  expect(told(await opened('12:00', { departmentId: 'parks' }))).toEqual(['answer', '12-01T12:00'])
})

test('without a category, or one that promises nothing, nothing is due', async () => {
  expect(told(await opened('12:00', { category: null }))).toEqual([null, null])
  expect(told(await opened('12:00', { category: 'unknown' }))).toEqual([null, null])
})

test('once answered it is due to be resolved, and once resolved no more', async () => {
  const answered = await edited(await opened('09:00'), { answeredAt: at('10:00') })
  expect(told(answered)).toEqual(['resolve', '12-01T13:00'])
  expect(told(await edited(answered, { status: 'resolved' }))).toEqual([null, null])
})

test('another department’s calendar counts from the hand-over on, for all of it', async () => {
  expect(told(await edited(await opened('09:00'), { departmentId: 'parks' }))).toEqual(['answer', '11-30T13:00'])
})

test('while the citizen has to say something nothing is due; then it moves by that working time', async () => {
  const waiting = await edited(await opened('09:00'), { waitingSince: at('10:00') }, at('10:00'))
  expect([told(waiting), waiting.waitingSince]).toEqual([[null, null], at('10:00').toISOString()])
  const on = await edited(waiting, { waitingSince: null }, at('10:00', '2026-12-01'))
  expect([told(on), on.waitingSince]).toEqual([['answer', '12-01T11:00'], null])
})

test('the time it was closed does not count when it is taken up again', async () => {
  const answered = await edited(await opened('09:00'), { answeredAt: at('09:30') })
  const closed = await edited(answered, { status: 'resolved' }, at('11:00'))
  const again = await edited(closed, { status: 'in_progress' }, at('11:00', '2026-12-02'))
  expect(told(again)).toEqual(['resolve', '12-03T13:00'])
})

test('an end ends the wait', async () => {
  const waiting = await edited(await opened('09:00'), { waitingSince: at('10:00') }, at('10:00'))
  const closed = await edited(waiting, { status: 'closed' }, at('11:00'))
  expect(closed.waitingSince).toBeNull()
  expect(told(await edited(closed, { status: 'assigned' }, at('12:00')))).toEqual(['answer', '11-30T13:00'])
})

test('the citizen’s next words end the wait once; what they had said before does not', async () => {
  const waiting = await edited(await opened('09:00'), { waitingSince: at('10:00') }, at('10:00'))
  expect(await incidents.resumeWaiting(new Map([[convId, at('09:59')]]))).toEqual([])
  const others = new Map([['vila:somebody-else', at('11:00')]])
  expect(await incidents.resumeWaiting(others)).toEqual([])

  const resumed = await incidents.resumeWaiting(new Map([[convId, at('11:00')]]))
  expect(resumed.map(({ town, summary }) => [town, summary.id, told(summary)])).toEqual([
    ['vila', waiting.id, ['answer', '11-30T12:00']],
  ])
  expect(await incidents.resumeWaiting(new Map([[convId, at('11:30')]]))).toEqual([])
  const kinds = (await incidents.get(scope, waiting.id))?.entries.map(({ kind, by }) => [kind, by])
  expect(kinds).toEqual([
    ['opened', null],
    ['resumed', null],
  ])
})

test('other hours of a department count for what is open, and only that is told', async () => {
  const [moved, waiting, ended] = [await opened('09:00'), await opened('09:00'), await opened('09:00')]
  const waits = await edited(waiting, { waitingSince: at('10:00') }, at('10:00'))
  const ends = await edited(ended, { status: 'resolved' }, at('10:00'))
  const towns = createTownStore(database.connection)
  const before = await towns.get('vila')
  if (!before) throw new Error('no town')
  const office = calendar('office', '12:00')
  await towns.save({ ...before, calendars: before.calendars.map(one => (one.id === 'office' ? office : one)) })
  const told = (await incidents.retime('vila')).filter(({ id }) => [moved.id, waits.id, ends.id].includes(id))
  expect(told.map(({ id, rev, dueAt }) => [id, rev, dueAt])).toEqual([[moved.id, 2, '2026-12-01T13:00:00.000Z']])
  expect(await incidents.retime('vila')).toEqual([])
  const [resumed] = await incidents.resumeWaiting(new Map([[convId, at('11:00')]]))
  expect(resumed?.summary.dueAt).toBe('2026-12-01T13:00:00.000Z')
  await towns.save(before)
})

test('an incident from before deadlines still reads, and is never due', async () => {
  const { id } = await opened('09:00')
  const fields = ['deadlines', 'pauses', 'waitingSince', 'dueFor', 'dueAt', 'soonAt', 'assigneeId', 'mentioned']
  const rows = database.connection.collection<{ _id: string }>('incidents')
  await rows.updateOne({ _id: id }, { $unset: Object.fromEntries(fields.map(field => [field, ''])) })
  await rows.updateOne({ _id: id }, { $set: { assignee: 'Garcia' }, $unset: { 'entries.0.to': '' } })
  const old = await incidents.get(scope, id)
  expect(old).toMatchObject({ assignee: 'Garcia', assigneeId: null, mentioned: [], dueAt: null, waitingSince: null })
  expect(old?.entries[0]?.to).toBeNull()
  expect(old && told(await edited(old, { status: 'planned' }))).toEqual([null, null])
})
