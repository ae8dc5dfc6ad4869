import type { BookableService, Flow, FlowNode } from '@pregoner/shared'
import { emptyFlow } from '@pregoner/shared'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Lab, type Life, openLab } from '../../../test/faults/lab.ts'
import type { AppointmentRow } from '../stores/appointment-rows.ts'
import { remind } from './reminder-clock.ts'

let lab: Lab
let life: Life
let people = 0
let phone: string
let told = 0

const HOUR_MS = 3_600_000
const hours = [{ from: '09:00', to: '12:00' }]
const service: BookableService = {
  ...{ id: 'desk', departmentId: 'roads', calendarId: 'desk', name: { ca: 'Taulell' }, place: {}, slotMinutes: 60 },
  ...{ capacity: 1, noticeHours: 0, daysAhead: 7, mostPerPerson: 1, question: {}, remindsAt: '18:00' },
}
const node = (id: string, type: string, config: object): FlowNode => ({
  ...{ id, type, position: { x: 0, y: 0 } },
  config: { ...config },
})
const flow: Flow = {
  ...emptyFlow('booking', 'Cites', ['ca']),
  nodes: [
    node('start', 'start', {
      triggers: [{ kind: 'keyword', words: { ca: ['cita'] }, mode: 'exact', saveRestAs: null }],
    }),
    node('book', 'appointment', {
      ...{ action: 'book', serviceId: 'desk', intro: {}, nameFrom: null, saveAs: 'cita', waitMinutes: 60 },
    }),
  ],
  edges: [{ id: 'e', from: 'start', exit: 'next', to: 'book' }],
}

beforeAll(async () => {
  lab = await openLab()
  await lab.stores.towns.change('vila', town => ({
    calendars: [
      ...town.calendars,
      {
        ...{ id: 'desk', name: 'Taulell', timeZone: 'Europe/Madrid', region: null },
        weekly: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours, sat: [], sun: [] },
        ...{ publicHolidays: [], ownHolidays: [], exceptions: [] },
      },
    ],
    bookableServices: [service],
  }))
  const author = { by: 'test', at: lab.clock.now() }
  await lab.stores.flows.create('vila', flow, author)
  await lab.stores.flows.publish('vila', { flow, rev: 1 }, [], '', author)
})
afterAll(() => lab?.close())
beforeEach(() => {
  life = lab.begin()
  phone = `34622${String(people++).padStart(6, '0')}`
})
afterEach(() => life.pipeline.stop())

async function says(text: string, who = phone, id = `${told++}`): Promise<void> {
  await life.pipeline.receive.items(lab.channel, [lab.message(who, id, text)])
  await lab.settle(life)
}
const heard = (who = phone) =>
  lab.platform.handedOver
    .filter(({ to }) => to.value === who)
    .map(({ message: { text, template, choices } }) =>
      template ? `[${template.name}]` : [text, ...choices.map(({ label }) => label)].join(' | '),
    )
const rows = (who = phone) =>
  lab.connection
    .collection<AppointmentRow>('appointments')
    .find({ convId: lab.convIdOf(who) })
    .toArray()
const reminding = () =>
  remind({
    ...lab.stores,
    town: lab.stores.towns.get,
    windowTemplateOf: async key => (await lab.stores.channels.byKey(key))?.windowTemplate ?? null,
    receiveOfficerInput: life.pipeline.receiveOfficerInput,
    onAppointment: () => {},
    now: lab.clock.now,
  })

test('an hour taken meanwhile is said to be, others are offered, and the next one is booked', async () => {
  const other = `34633${phone.slice(5)}`
  await says('cita', other)
  await says('dimecres', other)
  await says('cita')
  await says('dimecres')
  await says('09:00', other)
  await says('09:00')
  expect(heard().at(-1)).toMatch(/^Aquesta hora ja no és lliure.*A quina hora.* \| 10:00 \| 11:00 \| /s)
  expect(heard().at(-1)).not.toContain('| 09:00')
  await says('10:00')
  expect(heard().at(-1)).toContain('Cita confirmada: *Taulell*, dimecres, 25 de novembre, 10:00.')
  expect([await rows(), await rows(other)].map(each => each.map(({ state }) => state))).toEqual([
    ['booked'],
    ['booked'],
  ])
})

test('a message delivered twice, and an effect carried out again after a crash, book nothing twice', async () => {
  await says('cita')
  await says('dijous')
  await says('11:00', phone, 'twice')
  await says('11:00', phone, 'twice')
  const [row] = await rows()
  if (!row) throw new Error('not booked')
  const { _id, town, departmentId, serviceId, reference, at, until, convId, madeBy, name, note, language } = row
  const same = { _id, town, departmentId, serviceId, reference, at, until, convId, madeBy, name, note, language }
  await lab.stores.appointments.book({ ...same, remindAt: null }, 1)
  expect(await rows()).toHaveLength(1)
  const taken = await lab.stores.appointmentSlots.taken('vila', 'desk', at, until)
  expect(taken.get(at.toISOString())).toBe(1)
})

test('people are reminded the day before, once, whoever looks; late ones by a template', async () => {
  await says('cita')
  await says('divendres')
  await says('09:00')
  const [row] = await rows()
  expect(row).toMatchObject({ reminder: 'due', remindAt: new Date('2026-11-26T17:00:00Z') })
  const before = heard().length
  await reminding()
  await lab.settle(life)
  expect(heard()).toHaveLength(before)
  lab.clock.advance(Date.parse('2026-11-26T16:30:00Z') - lab.clock.now().getTime())
  await says('gràcies') // their window is open again
  lab.clock.advance(HOUR_MS)
  await Promise.all([reminding(), reminding()])
  await reminding()
  await lab.settle(life)
  expect(heard().filter(text => text.startsWith('Et recordem la teva cita: *Taulell*, divendres'))).toHaveLength(1)
  expect((await rows())[0]?.reminder).toBe('sent')
})

test('outside the window a template asks to reply, and without one the appointment says it was not possible', async () => {
  const late = `34644${phone.slice(5)}`
  for (const [who, day] of [
    [phone, 'dimarts'],
    [late, 'dimecres'],
  ] as const) {
    await says('cita', who)
    await says(day, who)
    await says('11:00', who)
  }
  const [first, second] = [await rows(), await rows(late)].map(([row]) => row)
  if (!first?.remindAt || !second?.remindAt) throw new Error('not booked')
  const day = 86_400_000
  lab.clock.advance(first.remindAt.getTime() - lab.clock.now().getTime())
  await reminding()
  await lab.settle(life)
  expect(heard().at(-1)).toBe('[resposta]')
  expect((await rows())[0]?.reminder).toBe('sent_as_template')
  await says('sí')
  expect(heard().at(-1)).toContain('Et recordem la teva cita')
  await lab.stores.channels.change('vila', 'vila', { windowTemplate: null })
  lab.clock.advance(day)
  await reminding()
  await lab.settle(life)
  expect((await rows(late))[0]?.reminder).toBe('impossible')
})
