import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestDatabase } from '../../../test/database.ts'
import { clearAppointments } from './appointment-erasure.ts'
import { createAppointmentSlots } from './appointment-slots.ts'
import { createAppointmentStore, type NewRow } from './appointment-store.ts'
import { ensureIndexes } from './indexes.ts'

let database: Awaited<ReturnType<typeof openTestDatabase>>
let store: ReturnType<typeof createAppointmentStore>
let slots: ReturnType<typeof createAppointmentSlots>
let made = 0
let hour: Date

const NOW = new Date('2026-11-23T10:00:00Z')

beforeAll(async () => {
  database = await openTestDatabase()
  slots = createAppointmentSlots(database.connection)
  store = createAppointmentStore(database.connection, slots, () => NOW)
  await ensureIndexes(database.connection)
})
afterAll(() => database.close())
beforeEach(() => {
  made += 1
  hour = new Date(NOW.getTime() + made * 86_400_000)
})

const row = (name: string, at = hour): NewRow => ({
  ...{ _id: `effect-${made}-${name}`, town: 'vila', convId: `vila:${name}`, departmentId: 'roads', serviceId: 'desk' },
  ...{ reference: `VIL-${made}-${name}`, name, note: '', language: 'ca', madeBy: 'whatsapp', remindAt: null },
  ...{ at, until: new Date(at.getTime() + 1_800_000) },
})
const later = () => new Date(hour.getTime() + 3_600_000)
const to = (at: Date, capacity: number) => ({ at, until: new Date(at.getTime() + 1_800_000), remindAt: null, capacity })
const takenAt = async (at = hour) =>
  (await slots.taken('vila', 'desk', at, new Date(at.getTime() + 1))).get(at.toISOString()) ?? 0

describe('places', () => {
  test('fifty who book three places at once get three, and never more', async () => {
    const asked = Array.from({ length: 50 }, (_, person) => store.book(row(`p${person}`), 3))
    const booked = (await Promise.all(asked)).filter(Boolean)
    expect(booked).toHaveLength(3)
    expect(await takenAt()).toBe(3)
  })

  test('booking again under the same id books nothing more, however often and at once', async () => {
    const again = await Promise.all(Array.from({ length: 10 }, () => store.book(row('anna'), 3)))
    expect(new Set(again.map(one => one?._id)).size).toBe(1)
    expect(await takenAt()).toBe(1)
  })

  test('a crash between the place and the appointment leaves one of each when it is done again', async () => {
    const anna = row('anna')
    await slots.take(anna, anna.reference, 1)
    expect(await store.book(anna, 1)).toMatchObject({ state: 'booked' })
    expect(await takenAt()).toBe(1)
    expect(await store.book(row('pere'), 1)).toBeNull()
  })

  test('nothing is to be had where no place is given, but what was booked before stays booked', async () => {
    expect(await store.book(row('anna'), 0)).toBeNull()
    await store.book(row('anna'), 1)
    expect(await store.book(row('anna'), 0)).toMatchObject({ state: 'booked' })
  })
})

describe('moving', () => {
  test('takes the new place first and gives the old one back', async () => {
    const anna = await store.book(row('anna'), 1)
    if (!anna) throw new Error('not booked')
    const moved = await store.move(anna, 'change-1', to(later(), 1))
    expect(moved).toMatchObject({ outcome: 'done', row: { sequence: 1 } })
    expect([await takenAt(), await takenAt(later())]).toEqual([0, 1])
  })

  test('is done once: again after a crash it only gives back the old place', async () => {
    const anna = await store.book(row('anna'), 1)
    if (!anna) throw new Error('not booked')
    await store.move(anna, 'change-2', to(later(), 1))
    await slots.take({ ...anna, at: hour }, anna.reference, 1) // as if the crash came before the place was given back
    const current = await store.ownByReference('vila', 'vila:anna', anna.reference)
    if (!current) throw new Error('gone')
    expect(await store.move(current, 'change-2', to(later(), 1))).toMatchObject({
      outcome: 'done',
      row: { sequence: 1 },
    })
    expect([await takenAt(), await takenAt(later())]).toEqual([0, 1])
  })

  test('leaves everything as it was when the new hour is full', async () => {
    const anna = await store.book(row('anna'), 1)
    await store.book(row('pere', later()), 1)
    if (!anna) throw new Error('not booked')
    expect(await store.move(anna, 'change-3', to(later(), 1))).toEqual({ outcome: 'taken' })
    expect([await takenAt(), await takenAt(later())]).toEqual([1, 1])
  })

  test('of two at once one happens, and one place is held', async () => {
    const anna = await store.book(row('anna'), 1)
    if (!anna) throw new Error('not booked')
    const latest = new Date(later().getTime() + 3_600_000)
    await Promise.all([
      store.move(anna, 'change-4', to(later(), 1)),
      store.move(anna, 'change-5', to(latest, 1)),
      store.cancel(anna, 'change-6'),
    ])
    const held = (await takenAt()) + (await takenAt(later())) + (await takenAt(latest))
    const current = await store.get({ ...scope, role: 'officer' }, anna._id)
    expect(held).toBe(current?.state === 'cancelled' ? 0 : 1)
  })
})

const scope = { townKey: 'vila', role: 'agent' as const, departments: ['roads'], personId: 'p', personName: 'P' }

describe('cancelling', () => {
  test('gives the place to the next one, once', async () => {
    const anna = await store.book(row('anna'), 1)
    if (!anna) throw new Error('not booked')
    expect(await store.cancel(anna, 'change-7')).toMatchObject({ state: 'cancelled', sequence: 1 })
    expect(await store.book(row('pere'), 1)).toMatchObject({ state: 'booked' })
    const cancelled = await store.get(scope, anna._id)
    if (!cancelled) throw new Error('gone')
    expect(await store.cancel(cancelled, 'change-7')).toMatchObject({ sequence: 1 })
    expect(await takenAt()).toBe(1)
    expect(await store.move(cancelled, 'change-8', to(later(), 1))).toEqual({ outcome: 'gone' })
  })
})

test('agents see their departments only', async () => {
  const anna = await store.book(row('anna'), 1)
  const span = { from: hour, to: later() }
  expect(await store.list(scope, span)).toHaveLength(1)
  expect(await store.list({ ...scope, departments: ['parks'] }, span)).toEqual([])
  expect(await store.get({ ...scope, departments: ['parks'] }, anna?._id ?? '')).toBeNull()
  expect(await store.get({ ...scope, townKey: 'poble' }, anna?._id ?? '')).toBeNull()
})

test('who is forgotten is expected no more, and their place is free', async () => {
  await store.book(row('anna'), 1)
  await clearAppointments({ town: 'vila', convId: 'vila:anna' }, database.connection)
  expect(await takenAt()).toBe(0)
  expect(await store.own('vila', 'vila:anna')).toEqual([])
})
